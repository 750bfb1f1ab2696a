package guide

import (
	"slices"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// check tells what is wrong with one section of the body by its rule alone.
func (b *body) check(at int) {
	rule, section := b.rules[at], b.found[at]
	switch {
	case rule.ID == FreeHeadings:
		b.checkHeadings(rule)
	case section == nil || section.Nodes.Empty():
		if rule.Need == "always" || section != nil {
			b.missing(at)
		}
	case rule.Shape == Items:
		b.checkItems(rule, section)
	case rule.Shape == OneLine:
		b.checkLine(section)
	default:
		b.checkWords(rule.Words, section.Nodes, b.called(at))
	}
}

// need tells of a missing section that the facts ask for.
func (b *body) need(id string) {
	at := b.index(id)
	if b.claim(at); b.found[at] == nil {
		b.missing(at)
	}
}

// claim takes a section under a heading of the author's own for one that is missing, if it was most likely meant for it.
func (b *body) claim(at int) {
	rule := b.rules[at]
	if b.found[at] != nil || rule.ID == Intro || rule.ID == FreeHeadings {
		return
	}
	heading, titles := b.in.lang.Sections[rule.ID], make([]string, len(b.free))
	for i, section := range b.free {
		titles[i] = section.Title
	}
	near := nearest(heading, titles)
	for i, section := range b.free {
		if near != "" && section.Title == near {
			b.tell("unknown-section", section, "this looks like the section "+quoted(heading)+" under another name", "did you mean "+quoted("## "+heading)+"?")
			b.found[at], b.free = section, slices.Delete(b.free, i, i+1)
			return
		}
	}
}

// missing notes a section that is not there, and tells of one that is empty.
func (b *body) missing(at int) {
	if section := b.found[at]; section != nil {
		b.tell("missing-section", section, quoted(section.Title)+" is empty", "write it below this heading")
		return
	}
	b.lost = append(b.lost, at)
}

// finish tells of all sections that are not there, in one problem.
func (b *body) finish() {
	if len(b.lost) == 0 {
		return
	}
	slices.Sort(b.lost)
	names, notes := make([]string, len(b.lost)), make([]string, len(b.lost))
	for i, at := range b.lost {
		rule := b.rules[at]
		names[i], notes[i] = b.called(at), rule.About
		if rule.Need != "always" {
			names[i] += " " + rule.Need
		}
		if rule.ID != Intro {
			notes[i] = quoted("## "+b.in.lang.Sections[rule.ID]) + ": " + rule.About
		}
	}
	problem := report.New("missing-section", report.Pos{File: b.in.doc.File}, "%s needs %s", article(string(b.in.place.Kind)), listed(names))
	if len(notes) == 1 {
		b.in.tell(problem.Hinted("add " + notes[0]))
		return
	}
	problem.Notes = notes
	b.in.tell(problem.Hinted("add each, with its heading"))
}

func (b *body) checkHeadings(rule Section) {
	n, kind := len(b.free), b.in.place.Kind
	switch {
	case n < rule.Least:
		text := article(string(kind)) + " has " + counted(n, "heading") + " of its own; " + strconv.Itoa(rule.Least) + " is the least"
		b.in.tell(report.New("missing-section", report.Pos{File: b.in.doc.File}, "%s", text).Hinted("add \"## …\": " + rule.About))
	case rule.Most > 0 && n > rule.Most:
		b.tell("too-many-items", b.free[rule.Most], counted(n, "heading")+"; "+strconv.Itoa(rule.Most)+" is the most", "join two, or make two of this "+string(kind))
	}
}

func (b *body) checkItems(rule Section, section *doc.Section) {
	list, ok := only(doc.List, section)
	if !ok {
		hint := "begin each line with \"- \""
		for n := range section.Nodes.All() {
			if n.Kind() == doc.CodeBlock {
				hint = "take out the blanks before the lines: what is indented is taken for code"
			}
		}
		b.tell("wrong-section-shape", section, quoted(section.Title)+" is a list and nothing else", hint)
		return
	}
	n := list.Kids().Len()
	switch {
	case n < rule.Least:
		b.tell("too-few-items", section, counted(n, "item")+"; "+strconv.Itoa(rule.Least)+" is the least", "add "+strconv.Itoa(rule.Least-n))
	case rule.Most > 0 && n > rule.Most:
		b.tell("too-many-items", section, counted(n, "item")+"; "+strconv.Itoa(rule.Most)+" is the most", "keep the ones that matter most")
	}
}

// only is the one block of a section, if it is of that kind.
func only(kind doc.Kind, section *doc.Section) (block doc.Node, ok bool) {
	if section.Nodes.Empty() || !section.Nodes.Rest().Empty() {
		return doc.Node{}, false
	}
	block = section.Nodes.First()
	return block, block.Kind() == kind
}

func (b *body) checkLine(section *doc.Section) {
	if _, ok := only(doc.Paragraph, section); !ok {
		b.tell("wrong-section-shape", section, quoted(section.Title)+" is one line and nothing else", "keep one sentence")
	}
}

// checkWords tells of a text that has more words than its limit, from the first word beyond it; 0 is no limit.
func (b *body) checkWords(most int, nodes doc.Nodes, called string) {
	if most == 0 {
		return
	}
	if n := countWords(doc.PlainText(nodes)); n > most {
		problem := report.New("too-many-words", b.after(most, nodes), "%s has %d words; %d is the most", called, n, most)
		b.in.tell(problem.Hinted("too long from here on: leave out " + counted(n-most, "word")))
	}
}

// after is where the text goes on after so many words, to the end of that line of the file.
func (b *body) after(words int, nodes doc.Nodes) report.Pos {
	for ; !nodes.Rest().Empty(); nodes = nodes.Rest() {
		n := countWords(doc.PlainText(nodes.Head(1)))
		if n > words {
			break
		}
		words -= n
	}
	const longest = 1 << 16 // no block is longer
	offset := nodes.First().Offset()
	raw := b.in.doc.Raw(offset, longest)
	at := wordAt(raw, words)
	line, _, _ := strings.Cut(raw[at:], "\n")
	return b.in.doc.Pos(offset+int32(at), int32(len(line)))
}

// wordAt is the offset of the n-th word, counted from 0.
func wordAt(text string, n int) (at int) {
	for word := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], word)
		if strings.ContainsFunc(word, isLetter) {
			if n == 0 {
				return at
			}
			n--
		}
		at += len(word)
	}
	return 0
}

// countWords counts what a reader would call words: a dash between spaces is none.
func countWords(text string) (n int) {
	for field := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(field, isLetter) {
			n++
		}
	}
	return n
}

// intro is the text before the first heading; for kinds without sections of their own, the whole body.
func (b *body) intro() doc.Nodes {
	if b.in.place.Kind == PageKind || b.in.place.Kind == DeckKind {
		return b.in.doc.Nodes
	}
	return b.text(Intro)
}

// outside is the whole body without the known sections.
func (b *body) outside() doc.Nodes {
	known := false
	return b.in.doc.Nodes.Only(func(n doc.Node) bool {
		if n.Kind() == doc.HeadingNode && n.Level() == 2 {
			known = slices.ContainsFunc(b.found, func(s *doc.Section) bool { return s != nil && s.Offset == n.Offset() })
		}
		return !known
	})
}

// text is the content of a known section; empty when it is missing.
func (b *body) text(id string) doc.Nodes {
	if section := b.found[b.index(id)]; section != nil {
		return section.Nodes
	}
	return doc.Nodes{}
}

// items are the list items of a known section.
func (b *body) items(id string) doc.Nodes {
	if section := b.found[b.index(id)]; section != nil {
		if list, ok := only(doc.List, section); ok {
			return list.Kids()
		}
	}
	return doc.Nodes{}
}
