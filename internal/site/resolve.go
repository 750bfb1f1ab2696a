package site

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
)

// text is a stretch of an entry's text as pages of this language show it; nil when there is none.
func (l *language) text(t guide.Text) *Text {
	if len(t.Nodes) == 0 {
		return nil
	}
	return &Text{Nodes: t.Nodes, Body: l.body(t)}
}

func (l *language) textList(from []guide.Text) []*Text {
	var texts []*Text
	for _, t := range from {
		texts = append(texts, l.text(t))
	}
	return texts
}

func (l *language) body(t guide.Text) *Body {
	if known := l.texts[t.Doc]; known != nil {
		return known
	}
	b := &Body{
		Lang: l.Tag, Footnotes: t.Doc.Footnotes, Fields: t.Doc.Fields,
		Refs: make([]Ref, len(t.Targets)), FirstPic: -1,
		from: t.Doc.Sum,
	}
	for i, target := range t.Targets {
		b.Refs[i] = l.resolve(target, t.Doc, i)
		if strings.HasPrefix(target.Address, "/") {
			l.fixed = append(l.fixed, fixedLink{l, &b.Refs[i], target, t.Doc, i})
		}
		if b.FirstPic < 0 && target.Picture != "" {
			b.FirstPic = i
		}
	}
	l.texts[t.Doc] = b
	return b
}

// resolve says where the i-th reference of a document leads.
func (l *language) resolve(t guide.Target, d *doc.Doc, i int) Ref {
	switch {
	case t.Entry != nil:
		return l.resolveEntry(t, d.Refs[i].Kind)
	case t.Source != nil:
		return Ref{Cite: citation(t.Source), Link: Link{Address: "#source-" + t.Source.ID}}
	case t.Picture != "":
		return Ref{Picture: l.picture(t.Picture, d.Pos(d.Refs[i].Offset, d.Refs[i].Len))}
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

// A fixedLink is an address of the site that an author wrote out, such as "/cards/": whether there is such a page, and in
// which language, is known only when every page is.
type fixedLink struct {
	l      *language
	ref    *Ref
	target guide.Target
	doc    *doc.Doc
	i      int // of its reference
}

// settleLinks finds the page for every address that authors wrote out, in their own language where there is one. After it
// no text changes any more.
func (p *planner) settleLinks() {
	for _, link := range p.fixed {
		if !link.settle(p) {
			p.brokenLink(link)
		}
	}
	for _, l := range p.langs {
		for _, body := range l.texts {
			body.sum = body.Sum()
		}
	}
}

func (f fixedLink) settle(p *planner) bool {
	for _, path := range []string{f.l.prefix + f.target.Address, f.target.Address} {
		if page := p.byPath[path]; page != nil {
			*f.ref = Ref{Link: Link{Text: page.Title, Address: path + fragment(f.target.Anchor), Foreign: f.l.foreign(page.Lang)}}
			return true
		}
	}
	return false
}

func (p *planner) brokenLink(f fixedLink) {
	ref := f.doc.Refs[f.i]
	problem := report.New("broken-link", f.doc.Pos(ref.Offset, ref.Len), "there is no page %s", f.target.Address)
	if near := report.Nearest(f.target.Address, p.allPaths()); near != "" {
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
