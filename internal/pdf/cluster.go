package pdf

import (
	"slices"
	"unicode"
)

// hidden is the text of glyphs that have none of their own, within the text of their cluster: a space of no width.
const hidden = "\u200b"

// tellApart gives each glyph of a cluster its own part of the cluster's text, if it can: a glyph that the font shows for one of
// the characters gets that one, and a single glyph without such a character what is left over. ok is false where more glyphs
// are strange, or where the parts one after the other would not read as the text does; then the first has all of it.
func tellApart(f *Font, gs []Glyph, rightToLeft bool) (texts []string, ok bool) {
	all := []rune(gs[0].Text)
	left := slices.Clone(all)
	texts = make([]string, len(gs))
	stranger, strangers := -1, 0
	for i, g := range gs {
		at := slices.IndexFunc(left, func(r rune) bool { return f.Glyph(r) == g.ID })
		if at < 0 {
			stranger, strangers = i, strangers+1
			continue
		}
		texts[i] = string(left[at])
		left = slices.Delete(left, at, at+1)
	}
	if strangers == 1 && len(left) > 0 {
		texts[stranger] = string(left)
	}
	if strangers == min(len(left), 1) && readsAs(all, texts, rightToLeft) {
		return texts, true
	}
	for i := range texts {
		texts[i] = hidden
	}
	if len(all) > 0 {
		texts[0] = gs[0].Text
	}
	return texts, false
}

// readsAs says whether the parts make the text: the same characters in order, or the same letter first and then its marks, whose
// order among each other says nothing.
func readsAs(text []rune, parts []string, rightToLeft bool) bool {
	if rightToLeft {
		parts = slices.Clone(parts)
		slices.Reverse(parts)
	}
	var read []rune
	for _, part := range parts {
		read = append(read, []rune(part)...)
	}
	if slices.Equal(text, read) {
		return true
	}
	isMark := func(r rune) bool { return unicode.Is(unicode.Mn, r) }
	return text[0] == read[0] && !slices.ContainsFunc(text[1:], func(r rune) bool { return !isMark(r) })
}
