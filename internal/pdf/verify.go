package pdf

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Verify says what keeps the document from being PDF/UA-1 (ISO 14289-1), as far as a program can tell: the error joins one
// error for each fault, in the order of the document. A document without faults says in its metadata that it is PDF/UA-1. What
// only people can tell remains to them: whether the order makes sense, and whether the words for a figure say what it shows.
func (d *Document) Verify() error {
	v := verifier{doc: d}
	v.info()
	v.element(d.root)
	v.pages()
	v.fonts()
	v.fields()
	return errors.Join(v.faults...)
}

// A verifier collects faults.
type verifier struct {
	doc     *Document
	faults  []error
	heading int // level of the last heading
}

func (v *verifier) fault(format string, args ...any) {
	v.faults = append(v.faults, fmt.Errorf("pdf: "+format, args...))
}

// faultAt tells the element's role, its page and, if it has one, its title.
func (v *verifier) faultAt(e *Element, format string, args ...any) {
	where := string(e.Role)
	if e.Title != "" {
		where += fmt.Sprintf(" %q", e.Title)
	}
	if p := e.page(); p != nil {
		where += fmt.Sprintf(" on page %d", p.index+1)
	}
	v.fault("%s: %s", where, fmt.Sprintf(format, args...))
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

func (v *verifier) info() {
	if strings.TrimSpace(v.doc.info.Title) == "" {
		v.fault("the document has no title")
	}
	if !languageTag.MatchString(v.doc.info.Lang) {
		v.fault("the document's language %q is no language tag", v.doc.info.Lang)
	}
}

// element checks an element and all within it.
func (v *verifier) element(e *Element) {
	r, known := roles[e.Role]
	if !known {
		v.faultAt(e, "this is no standard role")
	}
	if e.Lang != "" && !languageTag.MatchString(e.Lang) {
		v.faultAt(e, "the language %q is no language tag", e.Lang)
	}
	if e.parent != nil && r.parents != nil && !slices.Contains(r.parents, e.parent.Role) {
		v.faultAt(e, "it cannot stand in a %s", e.parent.Role)
	}
	for _, k := range e.kids {
		if r.children == nil {
			break
		}
		if k.element == nil {
			v.faultAt(e, "something is drawn for it, and not for an element within it")
		} else if !slices.Contains(r.children, k.element.Role) {
			v.faultAt(e, "a %s cannot stand in it", k.element.Role)
		}
	}
	if check := checks[e.Role]; check != nil {
		check(v, e)
	}
	for _, k := range e.kids {
		if k.element != nil {
			v.element(k.element)
		} else if a := k.annotation; a != nil {
			v.annotation(e, a)
		}
	}
}

func (v *verifier) annotation(e *Element, a *annotation) {
	want := RoleLink
	if a.field != nil {
		want = RoleForm
	}
	if e.Role != want {
		v.faultAt(e, "it holds what only a %s can", want)
	}
	if strings.TrimSpace(a.said) == "" {
		v.faultAt(e, "nothing says in words what it is for")
	}
}

func (v *verifier) pages() {
	for i, p := range v.doc.pages {
		if p.tags.untagged {
			v.fault("page %d: something is drawn that belongs to no element and is no decoration", i+1)
		}
	}
}

func (v *verifier) fonts() {
	for _, u := range v.doc.fonts {
		for cid, glyph := range u.glyphs {
			if cid > 0 && glyph == 0 {
				v.fault("font %s has no glyph for %q", u.font.Name(), u.texts[cid])
			}
			if strings.ContainsAny(u.texts[cid], "\x00\ufeff\ufffe") {
				v.fault("font %s: glyph %d stands for what is no character", u.font.Name(), glyph)
			}
		}
	}
}

func (v *verifier) fields() {
	for _, f := range v.doc.fields {
		if strings.TrimSpace(f.tip) == "" {
			v.fault("the field %q has no tip", f.name)
		}
	}
}
