package cli

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// goTo opens a page.
func (p *running) goTo(ctx context.Context, path string) {
	p.Helper()
	browser.Go(ctx, p, p.address+path)
}

// is wants a JavaScript expression to be true at once.
func is(t testing.TB, ctx context.Context, expression string) {
	t.Helper()
	if !browser.Value[bool](ctx, t, "!!("+expression+")") {
		t.Errorf("not true: %s", expression)
	}
}

const worksheet = "content/en/worksheets/five-lines.md"

// An edit of the text changes the text and nothing else: no reload, and scroll, focus, selection and what was typed stay.
func TestEditKeepsWhatTheAuthorDid(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/worksheets/five-lines/")
	browser.Run(ctx, t, `window.before = document.body;
		var field = document.querySelectorAll("textarea, input[type=text]")[1];
		field.value = "what I typed"; field.focus(); field.setSelectionRange(2, 5);
		document.querySelector("input[type=checkbox]").checked = true;
		document.querySelector("details:not([open])").open = true;
		document.querySelector("h1").dataset.script = "was here";
		window.scrollTo({ top: 300, behavior: "instant" }); window.field = field; window.at = scrollY`)
	is(t, ctx, `at > 0`)
	for i, old := range []string{"Half done is fine.", "Half done is fine, 0.", "Half done is fine, 1."} {
		now := fmt.Sprintf("Half done is fine, %d.", i)
		p.replace(worksheet, old, now)
		browser.Await(ctx, t, fmt.Sprintf(`document.body.innerText.includes(%q)`, now))
	}
	p.replace(worksheet, "- [ ] I have slept", "- [ ] I have slept\n- [ ] I have had water")
	browser.Await(ctx, t, `document.querySelectorAll("input[type=checkbox]").length === 3`)
	p.replace(worksheet, "My repair in five lines", "My repair, in five")
	browser.Await(ctx, t, `document.title.startsWith("My repair, in five") && document.querySelector("h1").innerText === "My repair, in five"`)
	is(t, ctx, `window.before === document.body`)
	is(t, ctx, `scrollY === at`)
	is(t, ctx, `document.activeElement === field && field.value === "what I typed" && field.selectionStart === 2 && field.selectionEnd === 5`)
	is(t, ctx, `document.querySelector("input[type=checkbox]").checked && document.querySelector("details").open`)
	is(t, ctx, `document.querySelector("h1").dataset.script === "was here"`)
}

// After many edits the patched page is, node by node, the page that a fresh visit gets.
func TestPatchedIsFresh(t *testing.T) {
	const plain = `(() => {
		const page = document.documentElement.cloneNode(true);
		page.querySelectorAll('amends-preview, script[src^="/.amends"]').forEach((own) => own.remove());
		page.normalize();
		return page.outerHTML;
	})()`
	lines := func(page string) []string { return strings.SplitAfter(page, ">") }
	ctx, fresh := browser.Tab(t), browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/cards/own-snapped/")
	browser.Run(ctx, t, `window.before = document.body`)
	for i, edit := range []struct{ file, old, new string }{
		{card, "- You can say it", "- New first\n- You can say it"},
		{card, "- You have both stopped shouting or crying\n", ""},
		{card, "Sit or kneel. Slow. Hands open.", "Sit *or* kneel.\n\n1. Slow.\n2. Hands open.\n"},
		{card, "- shorter: I was too sharp. My job to fix.\n- softer: My voice got big. That wasn't fair on you.", "- softer: My voice got big. That wasn't fair on you.\n- shorter: I was too sharp. My job to fix."},
		{card, "It says which moment", "> [!NOTE]\n> A note.\n\nIt says which moment"},
		{card, "I snapped at you", "I shouted at you"},
		{"content/en/cards/child-ok.md", "phrase", "# a remark\nphrase"},
		{card, "softer        = \"own-softer\"\n", ""},
		{"config.toml", "A small guide", "A guide renamed"},
	} {
		p.replace(edit.file, edit.old, edit.new)
		done := fmt.Sprintf("edit %d at bedtime", i)
		p.replace(card, "at bedtime", done)
		browser.Await(ctx, t, fmt.Sprintf(`document.body.innerText.includes(%q)`, done))
		p.goTo(fresh, "/guide/cards/own-snapped/")
		if diff := cmp.Diff(lines(browser.Value[string](fresh, t, plain)), lines(browser.Value[string](ctx, t, plain))); diff != "" {
			t.Errorf("after %q (-fresh +patched):\n%s", edit.new, diff)
		}
	}
	is(t, ctx, `window.before === document.body`)
}

// A style is swapped in place, a script loads the page anew, and an edit elsewhere touches nothing.
func TestStylesScriptsAndOtherPages(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/cards/own-snapped/")
	browser.Run(ctx, t, `window.before = true; window.scrollTo({ top: 200, behavior: "instant" }); window.at = scrollY;
		window.changes = 0; new MutationObserver((list) => window.changes += list.length).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })`)

	p.replace("content/en/cards/pause-hand.md", "Go all the same.", "Go all the same, and softly.")
	p.shows("/guide/cards/pause-hand/", "and softly.")
	p.write("content/en/pages/safety.md", p.read("content/en/pages/safety.md")+"\nA safe word first.\n")
	p.shows("/guide/safety/", "A safe word first.")
	is(t, ctx, `window.before && changes === 0`)

	for _, color := range []string{"rgb(1, 2, 3)", "rgb(4, 5, 6)"} {
		p.write("theme/css/ours.css", "h1 { color: "+color+" }")
		browser.Await(ctx, t, fmt.Sprintf(`getComputedStyle(document.querySelector("h1")).color === %q && document.querySelectorAll("link[rel=stylesheet]").length === 1`, color))
	}
	is(t, ctx, `window.before && scrollY === at`)

	p.write("theme/js/ours.js", `document.documentElement.dataset.ours = "1"`)
	browser.Await(ctx, t, `document.documentElement.dataset.ours === "1" && !window.before`)
}

// E13: a mistake is shown over the last good page, with its place and what to do; mended, it goes away by itself.
func TestE13OverlayComesAndGoes(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/cards/own-snapped/")
	const overlay = `document.querySelector("amends-preview")?.shadowRoot.querySelector("section")`
	is(t, ctx, `!`+overlay)
	browser.Run(ctx, t, `window.before = true`)
	for range 2 {
		p.replace(card, `move          = "own"`, `move          = "onw"`)
		browser.Await(ctx, t, overlay+`?.innerText.includes("did you mean")`)
		is(t, ctx, overlay+`.querySelector("mark").innerText === '"onw"'`)
		is(t, ctx, overlay+`.innerText.includes("content/en/cards/own-snapped.md:3:")`)
		is(t, ctx, `document.querySelector("h1").innerText.includes("I snapped at you")`)
		is(t, ctx, `document.querySelector("amends-preview").shadowRoot.querySelector("[role=status]").innerText.includes("1 error")`)
		p.replace(card, `move          = "onw"`, `move          = "own"`)
		browser.Await(ctx, t, `!`+overlay)
		is(t, ctx, `window.before`)
	}
	p.until("the terminal to tell it as well", func() bool {
		return strings.Count(p.out.String(), "error[unknown-move]") == 2 && strings.Contains(p.out.String(), "all is mended")
	})
}

// A guide that is broken from the start shows what is wrong, and itself as soon as it can.
func TestE13BrokenFromTheStart(t *testing.T) {
	ctx := browser.Tab(t)
	dir := siteToEdit(t)
	broken := &running{TB: t, dir: dir}
	broken.replace(card, `move          = "own"`, `move          = "onw"`)
	p := startPreview(t, dir)
	p.goTo(ctx, "/guide/cards/own-snapped/")
	browser.Await(ctx, t, `document.body.innerText.includes("did you mean")`)
	p.replace(card, `move          = "onw"`, `move          = "oww"`)
	browser.Await(ctx, t, `document.body.innerText.includes('"oww"')`)
	p.replace(card, `move          = "oww"`, `move          = "own"`)
	browser.Await(ctx, t, `document.querySelector("h1")?.innerText.includes("I snapped at you")`)
}

// With --follow the page of the saved entry is gone to.
func TestFollow(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t), "--follow")
	p.goTo(ctx, "/guide/")
	p.replace(card, "Sit or kneel.", "Kneel or sit.")
	browser.Await(ctx, t, `location.pathname === "/guide/cards/own-snapped/" && document.body.innerText.includes("Kneel or sit.")`)
}

// A draft says so, and so do links to it.
func TestDraftsAreMarked(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/glossary/repair/")
	p.replace("content/en/glossary/repair.md", "+++\n", "+++\nstatus = \"draft\"\n")
	browser.Await(ctx, t, `document.querySelector("amends-preview")?.shadowRoot.querySelector(".draft")?.innerText.includes("not in the published guide")`)
	p.goTo(ctx, "/guide/glossary/")
	browser.Await(ctx, t, `getComputedStyle(document.querySelector('a[href$="repair/"]'), "::after").content.includes("draft")`)
}

// A page that was open when the preview ended follows the next one, with nobody touching it.
func TestRestart(t *testing.T) {
	ctx := browser.Tab(t)
	var again *running
	for again == nil {
		dir := siteToEdit(t)
		p := startPreview(t, dir, "--port", strconv.Itoa(20000+rand.IntN(10000))) // which no system gives to whoever asks for any
		p.goTo(ctx, "/guide/glossary/repair/")
		browser.Run(ctx, t, `window.before = true`)
		p.stop()
		p.replace("content/en/glossary/repair.md", "after a hurt.", "after a quarrel.")
		_, port, _ := strings.Cut(p.address, "localhost:")
		if again = startPreview(t, dir, "--port", port); again.address != p.address { // somebody else has taken it meanwhile
			again.stop()
			again = nil
		}
	}
	browser.Await(ctx, t, `document.body.innerText.includes("after a quarrel.")`)
	again.replace("content/en/glossary/repair.md", "+++\n", "+++\nstatus = \"draft\"\n")
	browser.Await(ctx, t, `document.querySelector("amends-preview")?.shadowRoot.querySelector(".draft")`)
	is(t, ctx, `window.before`)
}

// E9: eight tabs of one browser load, and all follow.
func TestE9EightTabs(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	tabs := []context.Context{ctx}
	for range 7 {
		tabs = append(tabs, browser.Tab(t))
	}
	for _, tab := range tabs {
		p.goTo(tab, "/guide/cards/own-snapped/")
		is(t, tab, `document.visibilityState === "visible"`)
	}
	p.replace(card, "Sit or kneel.", "Kneel or sit.")
	for _, tab := range tabs {
		browser.Await(tab, t, `document.body.innerText.includes("Kneel or sit.")`)
	}
}

// E1, E2 with a real browser: a name that leads here, and a page of another site, read nothing.
func TestE1E2ForeignPages(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	port := p.address[strings.LastIndex(p.address, ":"):]
	browser.Go(ctx, t, "http://evil.example"+port+"/guide/")
	is(t, ctx, `document.body.innerText.includes("not to be had under that name") && !document.querySelector("h1")`)

	evil := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<title>evil</title>"))
	}))
	defer evil.Close()
	browser.Go(ctx, t, strings.Replace(evil.URL, "127.0.0.1", "evil.example", 1))
	for _, attempt := range []string{
		`fetch(%q).then((r) => r.text()).then((t) => "read " + t, (e) => "refused")`,
		`fetch(%q, { mode: "no-cors" }).then((r) => r.status ? "read" : "refused", (e) => "refused")`,
		`new Promise((tell) => { const s = document.createElement("script"); s.src = %q + "../.amends/preview.js"; s.onload = () => tell("ran"); s.onerror = () => tell("refused"); document.head.append(s); })`,
		`new Promise((tell) => { const s = new EventSource(%q + "../.amends/events"); s.onmessage = () => tell("heard"); s.onerror = () => tell("refused"); })`,
		`new Promise((tell) => { const f = document.createElement("iframe"); f.src = %q; f.onload = () => { try { tell("framed " + f.contentDocument.body.innerText); } catch { tell("refused"); } }; document.body.append(f); })`,
	} {
		browser.Await(ctx, t, `(async () => (await `+fmt.Sprintf(attempt, p.address+"/guide/")+`) === "refused")()`)
	}
}

// The wall shows one page in seven ways, and each follows every save.
func TestWall(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/cards/own-snapped/")
	p.goTo(ctx, "/.amends/wall") // of the page one came from
	is(t, ctx, `location.pathname === "/.amends/wall/guide/cards/own-snapped/"`)
	browser.Run(ctx, t, `window.page = (id) => document.querySelector("#" + id + " iframe").contentDocument;
		window.style = (id, of, what) => { const p = page(id); return p.defaultView.getComputedStyle(p.querySelector(of))[what]; };
		window.light = (id) => style(id, "html", "backgroundColor").match(/\d+/g).slice(0, 3).every((n) => n > 200)`)
	dressed := `light("phone") && !light("dark") && style("dark", "html", "colorScheme") === "dark"
		&& style("rtl", "html", "direction") === "rtl" && style("phone", "html", "direction") === "ltr"
		&& style("print", ".top", "display") === "none" && style("phone", ".top", "display") !== "none"
		&& parseFloat(style("large", "body", "fontSize")) >= 2 * parseFloat(style("phone", "body", "fontSize"))
		&& getComputedStyle(document.querySelector("#grey iframe")).filter === "grayscale(1)"
		&& page("phone").defaultView.innerWidth === 360 && page("tablet").defaultView.innerWidth === 768`
	browser.Await(ctx, t, dressed)
	p.replace(card, "Sit or kneel.", "Kneel or sit.")
	browser.Await(ctx, t, `[...document.querySelectorAll("iframe")].every((f) => f.contentDocument.body.innerText.includes("Kneel or sit."))`)
	p.write("theme/css/ours.css", "h1 { color: rgb(1, 2, 3) }\n@media (prefers-color-scheme: dark) { h1 { color: rgb(4, 5, 6) } }")
	browser.Await(ctx, t, `style("phone", "h1", "color") === "rgb(1, 2, 3)" && style("dark", "h1", "color") === "rgb(4, 5, 6)" && `+dressed)
	browser.Run(ctx, t, `page("phone").querySelector(".crumbs a").click()`)
	browser.Await(ctx, t, `page("dark").location.pathname === page("phone").location.pathname && location.pathname === "/.amends/wall" + page("dark").location.pathname && `+dressed)
}

// A page that was shown before the rest, where the rest then shows a mistake that only the finished site can have, goes back to what
// it was, under the mistake.
func TestMistakeInTheRest(t *testing.T) {
	ctx := browser.Tab(t)
	p := startPreview(t, siteToEdit(t))
	p.goTo(ctx, "/guide/cards/own-snapped/")
	browser.Run(ctx, t, `window.before = document.body`)
	template, err := amends.BuiltIn.ReadFile("templates/card.html")
	if err != nil {
		t.Fatal(err)
	}
	p.write("templates/card.html", strings.Replace(string(template), "<h1", `<a href="/nowhere/">nowhere</a><h1`, 1))
	browser.Await(ctx, t, `document.querySelector("amends-preview").shadowRoot.querySelector(".problems li")`)
	browser.Await(ctx, t, `!document.querySelector('a[href$="nowhere/"]')`)
	is(t, ctx, `window.before === document.body`)
	p.write("templates/card.html", string(template))
	browser.Await(ctx, t, `!document.querySelector("amends-preview").shadowRoot.querySelector(".problems li")`)
	is(t, ctx, `window.before === document.body`)
}
