package build_test

import "testing"

func init() {
	readings["light or dark is settled before a page is drawn"] = func(r *reader) {
		r.screen(1280, 800, "light")
		r.before(`new MutationObserver((_, seen) => {
			if (!document.body) return;
			self.first = document.documentElement.dataset.appearance;
			seen.disconnect();
		}).observe(document, { childList: true, subtree: true })`)
		const choose = `(value) => { const e = document.getElementById("appearance"); e.value = value; e.dispatchEvent(new Event("change")); return getComputedStyle(document.documentElement).colorScheme + getComputedStyle(document.body).color; }`
		r.open("/")
		r.want(`[self.first, localStorage.length]`, ",0")
		dark := r.text(`(` + choose + `)("dark")`)
		r.open("/about/")
		r.want(`[self.first, getComputedStyle(document.documentElement).colorScheme + getComputedStyle(document.body).color, document.getElementById("appearance").value]`, "dark,"+dark+",dark")
		r.text(`(` + choose + `)("")`)
		r.want(`[localStorage.length, getComputedStyle(document.body).color === "`+dark[len("dark"):]+`"]`, "0,false")
	}
	readings["no rule of the style sheet is dropped"] = func(r *reader) {
		r.open("/")
		r.want(`(async () => {
			const text = await (await fetch(document.querySelector("link[rel=stylesheet]").href)).text();
			const written = text.replace(/\/\*[^]*?\*\/|"[^"\n]*"/g, "").split("{").length - 1;
			const count = (rules) => [...rules ?? []].reduce((n, rule) => n + (rule instanceof CSSLayerStatementRule ? 0 : 1) + count(rule.cssRules), 0);
			const read = count(document.styleSheets[0].cssRules);
			return written > 500 && (written === read || "of " + written + " rules " + read + " are read");
		})()`, "true")
	}
	readings["the seam is drawn unless one asked for less motion"] = func(r *reader) {
		r.wishes()
		r.open("/cards/own-snapped-child/")
		r.want(`document.getAnimations().map((one) => one.animationName)`, "join")
		r.wishes("prefers-reduced-motion", "reduce")
		r.open("/cards/own-snapped-child/")
		r.want(`document.getAnimations().length`, "0")
	}
}

// Notes stand beside the lines that mention them, one below the other, where there is room; where there is none, they follow.
func TestNotes(t *testing.T) {
	result := buildOnce(t, options(edited(t, map[string]string{"content/en/essays/notes.md": `+++
title = "Notes"
summary = "An essay with many."
purpose = "See where notes stand."
relationships = ["any"]
ruptures = ["sharp-word"]
moves = ["own", "listen"]
cards = ["own-snapped", "listen-more"]
handout = false
updated = 2026-11-23
+++
## What was said

One[^1] and two[^2] and three[^3] in a line.

## What was heard

Then four[^4].

[^1]: A long note, so long that it takes many lines in the margin, where the lines are short, and pushes the next one down by far.
[^2]: A long note, so long that it takes many lines in the margin, where the lines are short, and pushes the next one down by far.
[^3]: A short note.
[^4]: The last note.

## Key points
- One.
- Two.
- Three.

## One sentence for today
I'd like to try that again.
`})))
	wantNoProblems(t, result)
	r := newReader(t, shown(t, result.Tree))
	const placed = `(() => {
		const box = (e) => e.getBoundingClientRect(), text = box(document.querySelector(".prose p")), notes = [...document.querySelectorAll(".note")];
		const beside = notes.every((n) => box(n).left > text.right && box(n).right <= innerWidth);
		const below = notes.every((n) => box(n).left < text.right && box(n).right <= innerWidth && n.previousElementSibling.matches("p, .note") && box(n).top >= box(n.previousElementSibling).bottom);
		const apart = notes.every((n, i) => !i || box(n).top >= box(notes[i - 1]).bottom);
		const lines = notes.every((n, i) => box(n).top >= box(document.getElementById("r" + (i + 1))).top - 16);
		return [notes.length, beside, below, apart, lines, Math.abs(box(notes[0]).top - box(document.getElementById("r1")).top) < 16];
	})()`
	r.screen(1280, 800, "light")
	r.open("/essays/notes/")
	r.want(placed, "4,true,false,true,true,true")
	r.screen(360, 800, "light")
	r.open("/essays/notes/")
	r.want(placed, "4,false,true,true,true,false")
}
