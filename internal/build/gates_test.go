package build_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/browser"
)

// What every kind of page keeps to, in a real browser, on a phone and on a desk, by day and by night. Each gate is an expression
// that lists what is wrong with a page.
const (
	// Nothing is wider than the window, and nothing is cut off.
	overflowing = `(() => {
		const wide = document.documentElement.scrollWidth - innerWidth;
		const name = (e) => e.tagName.toLowerCase() + [...e.classList].map((c) => "." + c).join("") + " " + e.textContent.trim().slice(0, 40);
		const inside = [...document.querySelectorAll("body, body *:not(.vh, .skip, input, svg *)")].filter((e) => e.checkVisibility());
		const out = wide > 0 ? inside.filter((e) => {
			const { left, right } = e.getBoundingClientRect();
			return (left < -.5 || right > innerWidth + .5) && !e.parentElement.closest(".scroll");
		}) : [];
		const cut = inside.filter((e) => /clip|hidden/.test(getComputedStyle(e).overflow) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
		return [...(wide > 0 ? ["wider by " + wide] : []), ...out.map(name), ...cut.map((e) => "cut off: " + name(e))];
	})()`

	// A finger finds what it is aimed at: 24 pixels for what is not part of a line, 44 for what is a control.
	small = `(() => {
		const inLine = (e) => {
			if (getComputedStyle(e).display !== "inline") return false;
			const block = e.closest("p, li, dd, td, cite, h1, h2, h3, h4, small");
			return [...block?.childNodes ?? []].some((n) => n !== e && !n.contains(e) && n.textContent.trim().length > 1);
		};
		const reached = (e, by) => {
			e.scrollIntoView({ block: "center", behavior: "instant" });
			const { x, y, width, height } = e.getBoundingClientRect();
			return [[-by, -by], [by, -by], [-by, by], [by, by]].every(([i, j]) => e.contains(document.elementFromPoint(x + width / 2 + i, y + height / 2 + j)));
		};
		const wrong = [];
		for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]:not(.scroll)")) {
			if (!e.checkVisibility() || e.matches(".skip") || inLine(e)) continue;
			if (document.querySelector("dialog[open]") && !e.closest("dialog")) continue;
			const boxes = [e, ...e.labels ?? []].map((one) => one.getBoundingClientRect());
			const wide = Math.max(...boxes.map((b) => b.width)), tall = Math.max(...boxes.map((b) => b.height));
			const least = e.matches("a:not(.button, .exit), [contenteditable]") ? 24 : 44;
			if (wide >= least - .5 && tall >= least - .5 || reached(e, (least - 1) / 2)) continue;
			wrong.push(Math.round(wide) + "×" + Math.round(tall) + " for " + least + ": " + e.outerHTML.slice(0, 120));
		}
		return wrong;
	})()`

	// Nothing moves once it is there, and nothing at all for whoever asked for less motion.
	moving = `new Promise((done) => {
		let sum = 0;
		const what = [];
		new PerformanceObserver((list) => {
			for (const { value, startTime, sources } of list.getEntries()) {
				if (startTime > self.touched) continue;
				sum += value;
				what.push(...sources.map(({ node }) => "is shifted: " + (node?.outerHTML ?? "what is gone").slice(0, 90)));
			}
		}).observe({ type: "layout-shift", buffered: true });
		const moves = document.getAnimations().map((one) => "moves: " + one.effect.target.className);
		setTimeout(() => done([...moves, ...(sum > .01 ? ["layout shifts of " + sum, ...what] : [])]), 50);
	})`

	// What WCAG 1.4.12 lets a reader ask for.
	spaced = `(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
		document.adoptedStyleSheets = [sheet];
	})()`
)

func TestEveryKindOfPage(t *testing.T) {
	if testing.Short() {
		t.Skip("short: no page is looked at")
	}
	axe := axeSource(t)
	large, little := shown(t, ownGuide(t).Tree), shown(t, buildOnce(t, options("testdata/site")).Tree)
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			r := newReader(t, large)
			if k.small {
				r.address = little
			}
			for _, width := range []int64{320, 1280} {
				r.screen(width, 800, "light")
				r.meets(k)
				at := fmt.Sprintf("at %d", width)
				r.none(at, moving)
				browser.Run(r.ctx, t, `for (const folded of document.querySelectorAll("details")) folded.open = true`)
				r.none(at, overflowing)
				r.none(at, small)
				r.axe(at+" by day", axe, everything)
				r.screen(width, 800, "dark")
				r.axe(at+" by night", axe, colours)
			}
			r.walks()
			r.screen(320, 800, "light")
			r.text(spaced)
			r.none("at 320 with text spaced", overflowing)
			r.text("document.adoptedStyleSheets = []")
			r.screen(640, 800, "light")
			r.call(chromedp.Call(r.ctx, page.SetFontSizes, page.SetFontSizesParams{FontSizes: &page.FontSizes{Standard: 32, Fixed: 26}}))
			r.none("at 640 with text twice as large", overflowing)
		})
	}
}

// meets opens a page as its kind says.
func (r *reader) meets(k kind) {
	r.Helper()
	if strings.Contains(k.path, "#") {
		r.open("/robots.txt") // a link to another place of the same page loads nothing
	}
	r.open(k.path)
	if k.then != "" {
		browser.Run(r.ctx, r.T, "self.touched = performance.now(); "+k.then)
	}
	if k.until != "" {
		r.wait(k.until)
	}
}

// none wants an expression to list nothing.
func (r *reader) none(when, wrong string) {
	r.Helper()
	if found := browser.Value[[]string](r.ctx, r.T, wrong); len(found) > 0 {
		r.Errorf("%s: %d\n\t%s", when, len(found), strings.Join(found, "\n\t"))
	}
}

// screen is what the page is shown on, to somebody who asked for less motion.
func (r *reader) screen(width, height int64, scheme string) {
	r.Helper()
	if err := chromedp.Do(r.ctx, chromedp.EmulateViewport(width, height)); err != nil {
		r.Fatal(err)
	}
	r.wishes("prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
}

// What axe looks for; by night nothing changes but colours.
const (
	everything = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	colours    = `{ type: "rule", values: ["color-contrast", "link-in-text-block"] }`
)

// axeSource is the accessibility checker that AMENDS_AXE names: axe.min.js of the npm package axe-core.
func axeSource(t *testing.T) string {
	t.Helper()
	file := os.Getenv("AMENDS_AXE")
	if file == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("AMENDS_AXE names no axe.min.js: .ci/run fetches it")
		}
		t.Log("AMENDS_AXE names no axe.min.js: pages are not held against axe")
		return ""
	}
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(source) + "; undefined"
}

// axe wants the checker to find nothing of what it is to look for. It comes into the page by the protocol of the browser's own
// tools, so the page's policy stays what it is.
func (r *reader) axe(when, source, what string) {
	r.Helper()
	if source == "" {
		return
	}
	if browser.Value[bool](r.ctx, r.T, "!self.axe") {
		browser.Run(r.ctx, r.T, source)
	}
	r.none(when, `axe.run({ resultTypes: ["violations"], runOnly: `+what+` }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => id + " " + target + " " + failureSummary.replace(/\s+/g, " "))))`)
}
