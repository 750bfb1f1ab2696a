package site

import (
	"reflect"
	"testing"

	"github.com/amends-guide/amends/internal/guide"
)

// leads tells whether a value of a type leads to an entry, itself or by what it holds. Targets are seen besides.
func leads(t reflect.Type) bool {
	if t == reflect.TypeFor[guide.Target]() {
		return false
	}
	switch t.Kind() {
	case reflect.Slice:
		return leads(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && leads(f.Type) {
				return true
			}
		}
	}
	return t == reflect.TypeFor[*guide.Entry]() || t == reflect.TypeFor[*guide.Source]() || embedded(t) >= 0
}

// A field that leads from one entry to another and that keys do not see would make stale pages.
func TestRelationsAreSeen(t *testing.T) {
	seen := 0
	for _, kind := range []any{guide.Entry{}, guide.Essay{}, guide.Card{}, guide.Worksheet{}, guide.Path{}, guide.Deck{}, guide.Term{}, guide.Page{}} {
		of := reflect.TypeOf(kind)
		for i := range of.NumField() {
			f := of.Field(i)
			if !f.IsExported() || f.Anonymous || !leads(f.Type) {
				continue
			}
			seen++
			if relation(f.Type) == nil {
				t.Errorf("keys do not see %s.%s", of, f.Name)
			}
		}
	}
	if seen < 15 {
		t.Errorf("only %d relations", seen)
	}
}
