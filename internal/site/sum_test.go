package site

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// views is one of each type of view; TestViewsAreAll holds it to the files that declare them.
func views() []any {
	return []any{
		&HomeView{}, &DoorsView{}, &EntriesView{}, &CardsView{}, &WhomView{}, &SayView{}, &HandoutView{}, &TermsView{}, &SourcesView{}, &IndexView{}, &SearchView{}, &OfflineView{},
		&EssayView{}, &CardView{}, &PathView{}, &WorksheetView{}, &DeckView{}, &TermView{}, &PageView{}, &SoftenView{}, &RedirectView{},
	}
}

func TestViewsAreAll(t *testing.T) {
	var known, declared []string
	for _, v := range views() {
		known = append(known, reflect.TypeOf(v).Elem().Name())
	}
	files, err := filepath.Glob("view*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		for _, decl := range parseFile(t, file).Decls {
			if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				if name := g.Specs[0].(*ast.TypeSpec).Name.Name; strings.HasSuffix(name, "View") {
					declared = append(declared, name)
				}
			}
		}
	}
	slices.Sort(known)
	slices.Sort(declared)
	if !slices.Equal(known, declared) {
		t.Errorf("the files declare %v", declared)
	}
	if len(known) != len(Templates()) {
		t.Errorf("%d views for %d templates", len(known), len(Templates()))
	}
}

func parseFile(t *testing.T, name string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// derived are fields that cannot change while those that are summed stay: they follow from a file's bytes, which Body names,
// and the nodes' places in them.
var derived = []string{"Body.Footnotes", "Body.Fields", "Body.FirstPic"}

// fill puts something into every field: one element into every slice, a value behind every pointer.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[doc.Nodes]() {
			v.Set(reflect.ValueOf(doc.Draw(doc.Sketch{Kind: doc.Paragraph})))
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	}
}

// perturb changes everything inside a value, one thing at a time, and calls changed after each change.
func perturb(t *testing.T, at string, v reflect.Value, changed func(at string)) {
	before := reflect.New(v.Type()).Elem()
	before.Set(v)
	try := func(what string, value reflect.Value) {
		v.Set(value)
		changed(at + what)
		v.Set(before)
	}
	switch v.Kind() {
	case reflect.String:
		try("", reflect.ValueOf("xy").Convert(v.Type()))
	case reflect.Bool:
		try("", reflect.ValueOf(!v.Bool()))
	case reflect.Int, reflect.Int32, reflect.Uint8:
		try("", reflect.ValueOf(17).Convert(v.Type()))
	case reflect.Pointer:
		if v.Type() != reflect.TypeFor[*Chrome]() && v.Type() != reflect.TypeFor[*Body]() { // without them there is no page
			try(" = nil", reflect.Zero(v.Type()))
		}
		perturb(t, at, v.Elem(), changed)
	case reflect.Slice:
		try("[:0]", reflect.Zero(v.Type()))
		try(" twice", reflect.AppendSlice(reflect.AppendSlice(reflect.Zero(v.Type()), v), v))
		perturb(t, at+"[0]", v.Index(0), changed)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[doc.Nodes]() {
			one := doc.Sketch{Kind: doc.Paragraph}
			for i, other := range [][]doc.Sketch{nil, {one, one}, {{Kind: doc.Quote}}, {{Kind: doc.Paragraph, Offset: 1}}, {{Kind: doc.Paragraph, Kids: []doc.Sketch{{Kind: doc.Rule}}}}} {
				try(" drawn "+strconv.Itoa(i), reflect.ValueOf(doc.Draw(other...)))
			}
			return
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if v.Field(i).CanSet() && field.Type != seals && !slices.Contains(derived, v.Type().Name()+"."+field.Name) {
				perturb(t, at+"."+field.Name, v.Field(i), changed)
			}
		}
	default:
		t.Errorf("%s is a %s: what may a test change in it?", at, v.Kind())
	}
}

// The sum of a view is the list of all its page depends on: whatever changes, changes it.
func TestSumSeesEveryField(t *testing.T) {
	for _, view := range views() {
		v := reflect.ValueOf(view).Elem()
		fill(v)
		sums := map[source.Sum]string{Sum(view): "nothing"}
		perturb(t, v.Type().Name(), v, func(at string) {
			sum := Sum(view)
			if other, taken := sums[sum]; taken {
				t.Errorf("changing %s makes the sum of changing %s", at, other)
			}
			sums[sum] = at
		})
		if len(sums) < 5 {
			t.Errorf("%T: only %d things were changed", view, len(sums))
		}
		again := reflect.New(v.Type())
		fill(again.Elem())
		if Sum(view) != Sum(again.Interface()) {
			t.Errorf("%T: equal views have different sums", view)
		}
	}
}

func TestSumOfSealed(t *testing.T) {
	for name, seal := range map[string]func() (open, sealed source.Sum){
		"tile": func() (source.Sum, source.Sum) {
			tile := &Tile{Gloss: "x"}
			open := tile.Sum()
			tile.sum = Sum(tile)
			return open, tile.Sum()
		},
		"chrome": func() (source.Sum, source.Sum) {
			c := &Chrome{SiteTitle: "x"}
			open := c.Sum()
			c.sum = Sum(c)
			return open, c.Sum()
		},
		"body": func() (source.Sum, source.Sum) {
			b := &Body{Lang: "en"}
			open := b.Sum()
			b.sum = b.Sum()
			return open, b.Sum()
		},
	} {
		if open, sealed := seal(); open != sealed || open == (source.Sum{}) {
			t.Errorf("%s: %x unsealed, %x sealed", name, open, sealed)
		}
	}
}

func TestSumKeepsNeighboursApart(t *testing.T) {
	type strs struct{ A, B string }
	type lists struct{ A, B []string }
	for _, pair := range [][2]any{
		{&strs{"ab", "c"}, &strs{"a", "bc"}},
		{&strs{"", "a"}, &strs{"a", ""}},
		{&lists{[]string{"a"}, nil}, &lists{nil, []string{"a"}}},
		{&lists{[]string{"a", "b"}, nil}, &lists{[]string{"ab"}, nil}},
		{&struct{ *Text }{&Text{Body: &Body{from: source.Sum{1}}}}, &struct{ *Text }{&Text{Body: &Body{from: source.Sum{2}}}}},
	} {
		if Sum(pair[0]) == Sum(pair[1]) {
			t.Errorf("%+v and %+v have one sum", pair[0], pair[1])
		}
	}
}

func TestSumRefusesMaps(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a map has a sum, though its order is nobody's")
		}
	}()
	Sum(&struct{ M map[string]int }{})
}

// Every word the pages ask for stands in theme/i18n/en.toml: a missing one would be shown as its key.
func TestWordsExist(t *testing.T) {
	s, _ := planned(t, nil)
	words := s.Config.Languages[0].Words
	var keys []string
	for kind := range folders {
		keys = append(keys, "kind-"+string(kind))
	}
	for _, d := range dimensions {
		keys = append(keys, d.heading)
	}
	for _, level := range []string{"low", "medium", "high"} {
		keys = append(keys, "confidence-"+level)
	}
	for _, h := range []string{"emergency", "abuse", "crisis", "children", "behaviour", "directory"} {
		keys = append(keys, "for-"+h)
	}
	for _, name := range []string{"card.go", "cards.go", "decks.go", "entry.go", "essays.go", "frame.go", "home.go", "index.go", "link.go",
		"paths.go", "resolve.go", "sources.go", "standing.go", "terms.go", "worksheets.go"} {
		keys = append(keys, wordsIn(t, name, keys)...)
	}
	if len(keys) < 40 {
		t.Fatalf("only %d keys: does the test still know how words are asked for?", len(keys))
	}
	for _, key := range keys {
		if words[key] == "" {
			t.Errorf("theme/i18n/en.toml has no word %q", key)
		}
	}
}

// wordsIn are the keys that a file asks for by l.word("…") and l.list(…, "…"). A key made from parts must be known already.
func wordsIn(t *testing.T, name string, known []string) (keys []string) {
	ast.Inspect(parseFile(t, name), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "word" && sel.Sel.Name != "list" {
			return true
		}
		switch arg := call.Args[len(call.Args)-1].(type) {
		case *ast.BasicLit:
			key, _ := strconv.Unquote(arg.Value)
			keys = append(keys, key)
		case *ast.BinaryExpr:
			prefix, _ := strconv.Unquote(arg.X.(*ast.BasicLit).Value)
			if !slices.ContainsFunc(known, func(key string) bool { return strings.HasPrefix(key, prefix) }) {
				t.Errorf("%s asks for words with %q: name them in this test", name, prefix)
			}
		}
		return true
	})
	return keys
}

func BenchmarkSum(b *testing.B) {
	v := &CardView{Phrase: guide.Phrase{Plain: "x"}}
	fill(reflect.ValueOf(v).Elem())
	for b.Loop() {
		Sum(v)
	}
}
