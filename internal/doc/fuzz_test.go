package doc

import (
	"reflect"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/source"
)

func FuzzParse(f *testing.F) {
	for _, name := range textFiles(f) {
		for _, p := range readPairs(f, name) {
			f.Add(p.text, strings.HasSuffix(name, "field.txtar"))
		}
	}
	for _, address := range disguises {
		f.Add("[a]("+address+") <"+address+">", false)
	}
	for _, text := range []string{"", "+++\n", "+++\n+++", "[^1]: [^1]", "> [!", "![[", "[[a|", "|\n-", "a\n: b\n: c", "\t- a", ">\t\t- `a\n> b`", ">\t#", "# ref\n# Ref", "a[^z]\n\n[^x]: [^y][^z]\n[^y]: [^y]\n[^z]: z", "-\t___\n\t___"} {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, fields bool) {
		if !strings.HasPrefix(text, fence) {
			text = front + text
		}
		file, style := source.File{Path: "x.md", Data: []byte(strings.ToValidUTF8(text, "\ufffd"))}, Style{Fields: fields}
		d, problems := Parse(file, style)
		for _, p := range problems {
			if p.Pos.Line < 1 || p.Pos.Line > strings.Count(text, "\n")+1 || p.Pos.Col < 1 {
				t.Errorf("%s at %s", p.Class, p.Pos)
			}
		}
		checkDoc(t, d)
		again, more := Parse(file, style)
		if !reflect.DeepEqual(d, again) || !reflect.DeepEqual(problems, more) {
			t.Error("the same file, read twice, gave two answers")
		}
	})
}

// checkDoc holds a Doc to what its types promise.
func checkDoc(t *testing.T, d *Doc) {
	t.Helper()
	given := map[string]bool{}
	for h := range d.Headings() {
		if id := h.Text(); given[id] || Slug(id) != id || h.Level() < 2 || h.Level() > 6 {
			t.Errorf("heading %q of level %d", id, h.Level())
		}
		given[h.Text()] = true
	}
	for _, f := range d.Fields {
		if given[f.ID] {
			t.Errorf("id of field %+v is taken", f)
		}
		given[f.ID] = true
	}
	for _, r := range d.Refs {
		if r.Kind < ToEntry || r.Kind > ToPicture || int(r.Offset+r.Len) > len(d.tree.source) || r.Offset < 0 {
			t.Errorf("ref %+v", r)
		}
		if r.Kind == ToAddress && !hasScheme(r.Target) {
			t.Errorf("address %+v", r)
		}
	}
	refs := make([]int, len(d.Footnotes))
	c := checker{t, d, refs}
	c.nodes(d.Nodes, true, false)
	for _, f := range d.Footnotes {
		c.nodes(f.Nodes, true, false)
	}
	for i, f := range d.Footnotes {
		if f.Refs != refs[i] || f.Refs == 0 {
			t.Errorf("footnote %q says %d refs, has %d", f.Name, f.Refs, refs[i])
		}
	}
	parts, sections := 0, d.Sections()
	for _, s := range sections {
		parts += s.Nodes.Len()
	}
	if parts+len(sections)-1 != d.Nodes.Len() {
		t.Errorf("%d nodes in %d sections, %d in all", parts, len(sections), d.Nodes.Len())
	}
	if cap(d.tree.nodes) > len(d.tree.nodes) {
		t.Errorf("%d nodes keep room for %d", len(d.tree.nodes), cap(d.tree.nodes))
	}
}

type checker struct {
	t    *testing.T
	d    *Doc
	refs []int
}

// nodes holds every node to its kind: blocks among blocks, inlines among inlines, each kid within its parent.
func (c checker) nodes(nodes Nodes, blocks, inLink bool) {
	at := nodes.from
	for n := range nodes.All() {
		kind := n.Kind()
		if kindNames[kind] == "" || blocks != (kind < Text) || n.Offset() < 0 || int(n.Offset()) > len(c.d.tree.source) {
			c.t.Errorf("%+v among blocks %v", n.node(), blocks)
		}
		if kind == Text && n.Text() == "" {
			c.t.Errorf("an empty text at %d", n.Offset())
		}
		if at += n.node().width(); at > nodes.to {
			c.t.Errorf("%s at %d is larger than what it is in", kindNames[kind], n.Offset())
		}
		c.ref(n, inLink)
		c.nodes(n.Kids(), holdsBlocks(kind), inLink || kind == Link)
	}
}

func (c checker) ref(n Node, inLink bool) {
	number := n.Number()
	switch n.Kind() {
	case Link, Cite:
		if inLink {
			c.t.Errorf("%s in a link", kindNames[n.Kind()])
		}
		fallthrough
	case Image, Embed:
		if number >= len(c.d.Refs) {
			c.t.Errorf("%s → %d of %d", kindNames[n.Kind()], number, len(c.d.Refs))
		}
	case FieldNode:
		if number >= len(c.d.Fields) {
			c.t.Errorf("field %d of %d", number, len(c.d.Fields))
		}
	case FootnoteRef:
		c.refs[number]++
		if n.Level() < 1 {
			c.t.Errorf("%d. mark of %q", n.Level(), c.d.Footnotes[number].Name)
		}
	}
}

func holdsBlocks(k Kind) bool {
	switch k {
	case Paragraph, HeadingNode, Cell, DefTerm:
		return false
	}
	return k < Text
}

func FuzzSlug(f *testing.F) {
	for _, title := range []string{"Use it when", "Café", "İ", "ΣΑΣ", "main", "n1", "fnref-2", "-a-", "ẞ", "日本", "กำ", "a\u0301\u0323", "\u212a", "ǅ"} {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		id := Slug(title)
		if id == "" || Slug(id) != id || isReserved(id) || strings.ContainsAny(id, " \t\n\"'<>&#?/%") {
			t.Errorf("the slug of %q is %q, and of that %q", title, id, Slug(id))
		}
	})
}
