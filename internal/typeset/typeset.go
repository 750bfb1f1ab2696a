// Package typeset sets styled text on pages: it shapes words, breaks them into lines, stacks lines on pages, and draws all that as
// a PDF whose structure a screen reader can follow. It is a library of its own and knows nothing of what is written.
//
// In comes a [Document]: parts, each of them a [Flow] of blocks that runs over as many pages as it needs, or a [Sheet] on which
// boxes of blocks have fixed places. A block is plain data, made of [Text] and of a [Style]; a style is data, too, so large print is
// the same blocks with other styles. Out comes a [Result]: the file, on which page every destination stands, and what could not be
// set: runes that no font has, boxes too small for their text.
//
//	body := typeset.Style{Family: typeset.Serif(), Size: 11, Leading: 1.4, After: 6}
//	doc := typeset.Document{
//		Info: pdf.Info{Title: "For this week", Lang: "en"},
//		Parts: []typeset.Part{typeset.Flow{
//			Page:   typeset.Page{Width: 210 * typeset.MM, Height: 297 * typeset.MM, Top: 60, Bottom: 60, Start: 80, End: 80},
//			Blocks: []typeset.Block{typeset.Paragraph{Style: &body, Text: typeset.Words("Come back.")}},
//		}},
//	}
//	result, err := doc.Set()
//
// # What is promised
//
//   - Every letter given is on a page, once and in order, or [Result.Missing] lists it, or [Result.Overflow] the box that was too
//     small for it. Nothing is drawn as an empty box.
//   - No line is wider than its measure, unless a single letter is. Words are never hyphenated; one that is wider than the measure
//     is cut between letters.
//   - A page never ends after a heading, and never within two lines of a paragraph's beginning or end, unless a single page is too
//     low for anything else.
//   - All that is read is tagged, in the order of the blocks; all else is decoration.
//   - The same document gives the same bytes. Nothing reads a clock, a file, the environment, or what was set before.
//   - Documents may be set at the same time by any number of goroutines, and may share families, styles and blocks.
//
// # Lengths and directions
//
// Lengths are points, but where ems are named. Places on sheets and within pages are counted from the upper left corner, downwards;
// paths of [Ink], which go to package pdf as they are, from the lower left corner, upwards. Start is the side where lines begin: in a
// document whose language is written from right to left all pages are mirrored.
package typeset
