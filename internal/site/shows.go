package site

import (
	"path"
	"reflect"
	"strings"
	"sync"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// shows names all that the page of an entry can show, without making its view: what all pages of the language share, the
// entry's own file, and the face of every entry that it is related to or that stands beside it. That is more than the page
// shows of them, so some pages are made again that come out as they were; but none that differs is ever taken for known. It
// does not see relations of relations: a view that shows those must not have a key.
func (l *language) shows(e *guide.Entry, of any, beside [2]*guide.Entry) source.Sum {
	buffer := keys.Get().(*key)
	defer keys.Put(buffer)
	k := append((*buffer)[:0], l.sum[:]...)
	k.entry(e)
	k = append(k, e.Doc.Sum[:]...)
	for _, entry := range beside {
		k.entry(entry)
	}
	k = relationsOf(reflect.TypeOf(of).Elem())(k, reflect.ValueOf(of).Elem())
	k = relationsOf(reflect.TypeFor[guide.Entry]())(k, reflect.ValueOf(e).Elem())
	for _, target := range e.Targets {
		k.entry(target.Entry)
		k.string(target.Anchor)
		switch {
		case target.Picture != "":
			k.string(l.pictures[target.Picture].Address)
		case strings.HasPrefix(target.Address, "/"):
			to := l.resolvePath(target)
			k.string(to.Address)
			k.string(to.Text)
		}
	}
	*buffer = k
	return k.sum()
}

// lists names all that a page of a list of entries shows: what all pages of the language share, how long all lists are, and
// the faces of its entries.
func lists[T any](l *language, part []*T, entry func(*T) *guide.Entry) source.Sum {
	buffer := keys.Get().(*key)
	defer keys.Put(buffer)
	k := append((*buffer)[:0], l.listSum[:]...)
	for _, item := range part {
		k.entry(entry(item))
	}
	*buffer = k
	return k.sum()
}

var nobody source.Sum

func (k *key) entry(e *guide.Entry) {
	if e == nil {
		*k = append(*k, nobody[:]...)
	} else {
		*k = append(*k, e.Face[:]...)
	}
}

var relations sync.Map // reflect.Type → plan

// relationsOf names, for a struct of a guide, the entries its fields lead to. Everything else in it follows from the entry's
// own file and the vocabulary.
func relationsOf(t reflect.Type) plan { return remembered(&relations, t, planRelations) }

func planRelations(t reflect.Type) plan {
	var all []func(key, reflect.Value) key
	for i := range t.NumField() {
		field := t.Field(i)
		if p := relation(field.Type); p != nil && field.IsExported() && !field.Anonymous {
			all = append(all, func(k key, v reflect.Value) key { return p(k, v.Field(i)) })
		}
	}
	return func(k key, v reflect.Value) key {
		for _, p := range all {
			k = p(k, v)
		}
		return k
	}
}

// relation names what a field leads to; nil where it leads to no entry.
func relation(t reflect.Type) plan {
	switch {
	case t.Kind() == reflect.Slice:
		return relationList(t)
	case t == reflect.TypeFor[*guide.Entry]():
		return func(k key, v reflect.Value) key { k.entry(v.Interface().(*guide.Entry)); return k }
	case t == reflect.TypeFor[*guide.Source]():
		return func(k key, v reflect.Value) key { k.string(v.Interface().(*guide.Source).ID); return k }
	case t == reflect.TypeFor[guide.PathStep]():
		return relationsOf(t)
	}
	if entry := embedded(t); entry >= 0 {
		return func(k key, v reflect.Value) key {
			if v.IsNil() {
				k.int(0)
			} else {
				k.entry(v.Elem().Field(entry).Interface().(*guide.Entry))
			}
			return k
		}
	}
	return nil
}

func relationList(t reflect.Type) plan {
	elem := relation(t.Elem())
	if elem == nil {
		return nil
	}
	return func(k key, v reflect.Value) key {
		k.int(v.Len())
		for i := range v.Len() {
			k = elem(k, v.Index(i))
		}
		return k
	}
}

// embedded is the field of a kind of entry, such as *guide.Card, that holds its entry; -1 for every other type.
func embedded(t reflect.Type) int {
	if t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return -1
	}
	if field, ok := t.Elem().FieldByName("Entry"); ok && field.Anonymous && field.Type == reflect.TypeFor[*guide.Entry]() {
		return field.Index[0]
	}
	return -1
}

// common names what all pages of the language share: what surrounds them, its words, and the data that entries lean on.
func (l *language) common() source.Sum {
	chrome := l.chrome.Sum()
	k := append(key(nil), chrome[:]...)
	k.string(l.Tag)
	k.string(l.site.Config.BaseURL)
	for _, f := range l.facets {
		k.string(f.path)
	}
	for _, f := range l.files.All() {
		if dir, name := path.Split(f.Path); path.Ext(name) == ".toml" && (dir == "" || dir == "content/" || dir == "theme/i18n/") {
			k.string(f.Path)
			k = append(k, f.Sum[:]...)
		}
	}
	return k.sum()
}

// lengths names how long every list of the language is.
func (l *language) lengths() source.Sum {
	k := append(key(nil), l.sum[:]...)
	for _, f := range l.facets {
		k.int(len(f.cards))
	}
	for _, n := range []int{len(l.essays), len(l.cards), len(l.worksheets), len(l.paths), len(l.decks), len(l.terms)} {
		k.int(n)
	}
	return k.sum()
}
