package build_test

import (
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/browser"
)

// walk notes where each press of Tab leads and how that looks, and returns how many stops there should be. walked lists what was
// wrong on the way.
const walk = `(() => {
	const within = document.querySelector("dialog[open]") ?? document, groups = new Set();
	const stops = [...within.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable]")].filter((e) => {
		if (e.disabled || e.tabIndex < 0 && !e.isContentEditable || !e.checkVisibility({ visibilityProperty: true })) return false;
		if (e.type !== "radio") return true;
		if (groups.has(e.name)) return false;
		return groups.add(e.name);
	});
	const name = (e) => e.outerHTML.slice(0, 120), same = (a, b) => a === b || a?.type === "radio" && a.name === b?.name;
	const from = stops.findIndex((e) => same(e, document.activeElement));
	const due = [...stops.slice(from + 1), ...stops.slice(0, from + 1)], wrong = [];

	// What shows where one is: an outline of the element or of what stands for it, that no part around it cuts off.
	const ringed = (e) => [undefined, "::before", "::after"].some((part) => {
		const style = getComputedStyle(e, part), wide = parseFloat(style.outlineWidth), out = wide + parseFloat(style.outlineOffset);
		if (style.outlineStyle === "none" || wide < 2 || part && style.content === "none") return false;
		let box = e.getBoundingClientRect();
		if (part) box = (style.position === "absolute" && e.closest(".tile") || e).getBoundingClientRect();
		for (let over = e.parentElement; over; over = over.parentElement) {
			if (getComputedStyle(over).overflow === "visible") continue;
			const edge = over.getBoundingClientRect();
			if (box.left - out < edge.left - 1 || box.right + out > edge.right + 1 || box.top - out < edge.top - 1 || box.bottom + out > edge.bottom + 1) return false;
		}
		return true;
	});
	const seen = (e) => [...e.getClientRects()].some(({ x, y, width, height }) => [.5, .1, .9].some((part) => {
		const there = document.elementFromPoint(x + width * part, y + height * part);
		return there && (e.contains(there) || there.contains(e) && !there.matches("main, body, html"));
	}));

	let at = 0;
	document.addEventListener("keyup", () => {
		const e = document.activeElement;
		if (e === document.body || at === due.length) return; // between the last and the first
		if (!same(due[at], e)) wrong.push("leads to " + name(e) + " and not to " + name(due[at]));
		if (!ringed(e)) wrong.push("does not show: " + name(e));
		if (!seen(e)) wrong.push("is covered: " + name(e));
		at++;
	}, true);
	self.walked = () => [...wrong.slice(0, 10), ...(at < due.length ? ["never reached: " + name(due[at])] : [])];
	return due.length;
})()`

// walks comes by Tab alone to everything that can be used, in the order in which it is read, sees where it is, is told what that is
// called, and is held nowhere.
func (r *reader) walks() {
	r.Helper()
	stops := browser.Value[int](r.ctx, r.T, walk)
	r.press(strings.Repeat("\t", stops+2))
	r.none("by Tab", "walked()")
	r.named()
}

// named wants everything that can have the focus to have a name, as the browser tells it to a screen reader.
func (r *reader) named() {
	r.Helper()
	tree, err := chromedp.Call(r.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		r.Fatal(err)
	}
	for _, node := range tree.Nodes {
		for _, p := range node.Properties {
			if p.Name == accessibility.PropertyNameFocusable && !node.Ignored && (node.Name == nil || len(node.Name.Value) <= len(`""`)) {
				r.Errorf("a %s has no name: %v", node.Role.Value, node.Properties)
			}
		}
	}
}
