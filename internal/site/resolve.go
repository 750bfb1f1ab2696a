package site

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
)

// text is a stretch of the body's entry; nil when there is none.
func (b *Body) text(nodes doc.Nodes) *Text {
	if nodes.Empty() {
		return nil
	}
	return &Text{Nodes: nodes, Body: b}
}

// textList are the texts of a list's items.
func (b *Body) textList(items doc.Nodes) []*Text {
	var texts []*Text
	for item := range items.All() {
		texts = append(texts, b.text(item.Kids()))
	}
	return texts
}

// body is what the texts of one entry's page share.
func (l *language) body(e *guide.Entry) *Body {
	b := &Body{
		Lang: l.Tag, Footnotes: e.Doc.Footnotes, Fields: e.Doc.Fields,
		Refs: make([]Ref, len(e.Targets)), FirstPic: -1,
		from: e.Doc.Sum,
	}
	for i, target := range e.Targets {
		b.Refs[i] = l.resolve(target, e.Doc.Refs[i].Kind)
		if b.FirstPic < 0 && target.Picture != "" {
			b.FirstPic = i
		}
	}
	return b
}

// resolve says where a reference leads. What leads nowhere has been told by checkTargets.
func (l *language) resolve(t guide.Target, kind doc.RefKind) Ref {
	switch {
	case t.Entry != nil:
		return l.resolveEntry(t, kind)
	case t.Source != nil:
		return Ref{Cite: citation(t.Source), Link: Link{Address: "#source-" + t.Source.ID}}
	case t.Picture != "":
		return Ref{Picture: l.pictures[t.Picture]}
	case strings.HasPrefix(t.Address, "/"):
		return l.resolvePath(t)
	case t.Address != "":
		return Ref{Outside: true, Link: Link{Address: t.Address + fragment(t.Anchor)}}
	}
	return Ref{Link: Link{Address: fragment(t.Anchor)}}
}

func (l *language) resolveEntry(t guide.Target, kind doc.RefKind) Ref {
	card := l.cardOf[t.Entry]
	if kind == doc.ToCard && card != nil {
		return Ref{Tile: l.tile(card)}
	}
	ref := Ref{Link: l.link(t.Entry), Quoted: card != nil}
	ref.Address += fragment(t.Anchor)
	return ref
}

func fragment(anchor string) string {
	if anchor == "" {
		return ""
	}
	return "#" + anchor
}

// citation is how a text names a work: "Drell & Jaswal, 2016".
func citation(s *guide.Source) string {
	var who string
	switch names := s.Authors; len(names) {
	case 0:
		who = s.Title
	case 1:
		who = surname(names[0])
	case 2:
		who = surname(names[0]) + " & " + surname(names[1])
	default:
		who = surname(names[0]) + " et al."
	}
	return who + ", " + strconv.Itoa(s.Year)
}

func surname(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// resolvePath finds the page for an address of the site that an author wrote out, such as "/cards/": in the language of the
// page where there is one. Which pages there are is known once all are planned.
func (l *language) resolvePath(t guide.Target) Ref {
	for _, path := range []string{l.prefix + t.Address, t.Address} {
		if page := l.byPath[path]; page != nil {
			return Ref{Link: Link{Text: page.Title, Address: path + fragment(t.Anchor), Foreign: l.foreign(page.Lang)}}
		}
	}
	return Ref{}
}

// checkTargets publishes the pictures that entries show and tells of addresses that no page has, so that nothing can be wrong
// any more when a view is made.
func (p *planner) checkTargets() {
	for _, e := range p.guide.Entries {
		for i, t := range e.Targets {
			ref := &e.Doc.Refs[i]
			switch {
			case t.Picture != "":
				p.publish(t.Picture, e.Doc.File)
			case strings.HasPrefix(t.Address, "/"):
				if l := p.spoken(e.Lang); l.resolvePath(t).Address == "" {
					p.brokenLink(t.Address, e.Doc.Pos(ref.Offset, ref.Len))
				}
			}
		}
	}
}

func (p *planner) brokenLink(address string, pos report.Pos) {
	problem := report.New("broken-link", pos, "there is no page %s", address)
	if near := report.Nearest(address, p.allPaths()); near != "" {
		problem = problem.Hinted(fmt.Sprintf("did you mean %q?", near))
	}
	p.problems = append(p.problems, problem)
}

func (p *planner) allPaths() []string {
	paths := make([]string, len(p.site.Pages))
	for i, page := range p.site.Pages {
		paths[i] = page.Path
	}
	return paths
}
