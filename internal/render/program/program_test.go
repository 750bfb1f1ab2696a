package program

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
)

// A shelf has of each kind of field that views have.
type shelf struct {
	Label
	Name, None string
	N, Zero    int
	Yes        bool
	Books      []book
	Words      []string
	Empty      []string
	First      *book
	Last       *book
	Any        any
	HTML       template.HTML
	hidden     string
	*attic
}

// A Label is embedded.
type Label struct{ Text string }

type attic struct{ Dust string }

type book struct {
	Title string
	Pages int
	Next  *book
}

// Spine is a method without arguments.
func (b book) Spine() string { return b.Title + " <" + fmt.Sprint(b.Pages) + ">" }

func aShelf(name string) *shelf {
	second := book{"b & c", 2, nil}
	return &shelf{
		Label: Label{"la'bel"}, Name: name, N: -3, Yes: true,
		Books: []book{{"a", 1, &second}, second}, Words: []string{"one", "<two>", name},
		First: &second, Any: "any", HTML: "<b>bold</b>", hidden: "hidden",
	}
}

var functions = Functions{
	"bold": NewWriter(func(b []byte, s string) ([]byte, error) {
		if s == "" {
			return nil, errors.New("nothing to write")
		}
		return append(AppendEscaped(append(b, "<b>"...), s), "</b>"...), nil
	}),
	"book":  NewWriter(func(b []byte, x book) ([]byte, error) { return AppendEscaped(b, x.Title), nil }),
	"maybe": NewWriter(func(b []byte, x *book) ([]byte, error) { return append(b, fmt.Sprint(x != nil)...), nil }),
	"crash": NewWriter(func(b []byte, x *book) ([]byte, error) { return append(b, x.Title...), nil }),
	"say": func(key string, values ...any) (string, error) {
		if key == "" {
			return "", errors.New("no key")
		}
		return key + fmt.Sprint(values...), nil
	},
	"shared": func(name string, x any) (template.HTML, error) {
		if x == (*book)(nil) {
			return "", errors.New("nothing to share")
		}
		return template.HTML("<i>" + name + "</i>"), nil
	},
}

const parts = `{{define "part"}}<i>{{.Title}}{{with $}}{{.Pages}}{{end}}</i>{{end}}{{define "plain"}}plain{{end}}{{define "round"}}{{with .Next}}{{template "round" .}}{{end}}{{end}}`

// An outcome is what a template makes by html/template and, where it can be compiled, by a program.
type outcome struct {
	library, ours string
	err           error // html/template's
	compiled, ok  bool
}

func both(t testing.TB, text string, dot any) (o outcome) {
	t.Helper()
	set, err := template.New("page").Option("missingkey=error").Funcs(functions.Library()).Parse(parts + text)
	if err != nil {
		t.Skip(err)
	}
	var b bytes.Buffer
	o.err = set.Execute(&b, dot)
	o.library = b.String()
	if p, hard := Compile(set, "page", reflect.TypeOf(dot), functions); hard == nil {
		var page []byte
		page, o.ok = p.Append(nil, dot, func(int) bool { return false })
		o.ours, o.compiled = string(page), true
	}
	return o
}

// names are for a shelf: in a template each may stand in any place.
var names = []string{"own", `"'><evil>&+`, "https://example.org/a?b=c#d", "javascript:x", "/a b/ü", "\x00\xff:"}

var templates = []string{
	`<p>{{.Name}} {{.Text}} {{.Label.Text}} {{.N}}</p>`,
	`<p title="{{.Name}}" data-n="{{.N}}">{{.None}}</p>`,
	`<title>{{.Name}}</title><textarea>{{.Name}}</textarea>`,
	`<a href="{{.Name}}">{{.First.Title}}</a><img src="{{.First.Spine}}">`,
	`{{range .Books}}{{.Title}} {{.Spine}} {{$.Name}}{{else}}none{{end}}`,
	`{{range .Empty}}{{.}}{{else}}none{{end}}`,
	`{{range $i, $w := .Words}}{{if $i}}, {{end}}{{$w}}{{end}}{{range $w := .Words}}{{$w}}{{.}}{{end}}`,
	`{{with .First}}{{.Title}}{{$.Name}}{{end}}{{with .Last}}x{{else}}{{.Name}}{{end}}{{with .None}}x{{else with .Name}}{{.}}{{end}}`,
	`{{if .Yes}}yes{{end}}{{if .Zero}}x{{else if .N}}n{{end}}{{if .Last}}x{{end}}{{if .First}}f{{end}}{{if .Label}}l{{end}}{{if .Empty}}x{{end}}{{if "x"}}c{{end}}`,
	`{{if not .Yes}}x{{else}}yes{{end}}{{if or .None .Zero}}x{{end}}{{if or .None .Words .Last.Title}}w{{end}}`,
	`{{if eq .Name "own"}}own{{else}}other{{end}}{{if eq $.Name .First.Title}}x{{end}}{{if gt .N 2}}x{{end}}{{if gt 2 .N}}less{{end}}`,
	`{{$name := .Name}}{{with .First}}{{$name := .Title}}{{$name}}{{end}}{{$name}}`,
	`{{template "part" .First}}{{template "plain"}}{{range .Books}}{{template "part" .}}{{end}}`,
	`{{bold .Name}}{{book .First}}{{book (index .Books 0)}}`,
	`{{range .Books}}{{book .}}{{maybe .Next}}{{end}}{{maybe .First}}{{maybe .Last}}`,
	`{{say "key"}}{{say "key" .Name .N 2 "three"}}<p title="{{say "a"}}">{{shared "name" .First}}`,
	"{{/* a comment */}}{{- .Name -}} \n {{.N}}",
	// where both fail
	`{{bold .None}}`, `{{crash .Last}}`, `{{book .Last}}`, `{{say ""}}`, `{{.Last.Title}}`, `{{shared "x" .Last}}`,
	`{{with .Last.Next}}x{{end}}`, `{{template "part" .Last}}`, `{{if .Last.Next}}x{{end}}`, `{{if eq .Last.Title "x"}}x{{end}}`,
	`{{range .Books}}{{.Next.Title}}{{end}}`, `{{$x := .Last.Title}}`, `{{if or .Zero .Last.Title}}x{{end}}`, `{{if not .Last.Title}}x{{end}}`,
}

// What is compiled makes the bytes that html/template makes, and fails where it fails.
func TestCompiled(t *testing.T) {
	for _, text := range templates {
		for _, name := range names {
			o := both(t, text, aShelf(name))
			hard := strings.Contains(text, "(index")
			switch {
			case o.compiled == hard:
				t.Errorf("%s: compiled: %t", text, o.compiled)
			case o.compiled && o.ok != (o.err == nil):
				t.Errorf("%s: ok is %t, and html/template says: %v", text, o.ok, o.err)
			case o.ok && o.ours != o.library:
				t.Errorf("%s makes\n%s\nand html/template\n%s", text, o.ours, o.library)
			}
		}
	}
}

// What only html/template can do is left to it.
func TestTooHard(t *testing.T) {
	for text, why := range map[string]string{
		`{{.Any}}`:                         "in page: .Any",
		`{{.HTML}}`:                        "in page: .HTML",
		`{{.hidden}}`:                      "in page: .hidden",
		`{{.Dust}}`:                        "in page: .Dust",
		`{{with .First}}{{.Nope}}{{end}}`:  "in page: .Nope",
		`{{.Name.Nope}}`:                   "in page: .Name.Nope",
		`{{printf "%d" .N}}`:               `in page: printf "%d" .N`,
		`{{.Name | bold}}`:                 "in page: .Name",
		`{{bold .N}}`:                      "in page: bold .N",
		`{{if and .Yes .N}}{{end}}`:        "in page: and .Yes .N",
		`{{if eq .N 2}}{{end}}`:            "in page: eq .N 2",
		`{{range 3}}{{end}}`:               "in page: 3",
		`{{range .Words}}{{break}}{{end}}`: "in page: {{break}}",
		`{{template "round" .First}}`:      "round is part of itself",
		`<p title="{{template "plain"}}">`: "is part of a tag",
		`<p title={{.Name}}>`:              "nospaceescaper",
		`<a href="/x?{{.Name}}">`:          "urlescaper",
		`<p onclick="{{.Name}}">`:          "jsvalescaper",
		`{{say .Name}}`:                    "in page: say .Name",
		`{{if or}}{{end}}`:                 "in page: or",
		`{{if gt .0 .N}}{{end}}`:           "in page: .0",
		`{{$x := 1}}{{$x = 2}}`:            "$x = 2",
	} {
		set := template.Must(template.New("page").Funcs(functions.Library()).Parse(parts + text))
		set.Execute(new(bytes.Buffer), aShelf("x"))
		_, err := Compile(set, "page", reflect.TypeFor[*shelf](), functions)
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v, want %q", text, err, why)
		}
	}
}

// Every round of a range asks whether to go on, and so does the end.
func TestStop(t *testing.T) {
	set := template.Must(template.New("page").Parse(`{{range .Words}}{{range $.Words}}12345{{end}}{{end}}`))
	set.Execute(new(bytes.Buffer), aShelf("x"))
	p, err := Compile(set, "page", reflect.TypeFor[*shelf](), nil)
	if err != nil {
		t.Fatal(err)
	}
	for most, want := range map[int]bool{0: false, 10: false, 44: false, 45: true} {
		page, ok := p.Append(nil, aShelf("x"), func(written int) bool { return written > most })
		if ok != want || len(page) > most+5 {
			t.Errorf("with room for %d: %d bytes, ok: %t", most, len(page), ok)
		}
	}
}

// FuzzText looks for a text that a program escapes in another way than html/template, in any place it knows.
func FuzzText(f *testing.F) {
	for _, s := range append(names, "HTTPS://x", "https:x", "mailto:a@b", "//x", "/%20%zz", "a:b/c") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		o := both(t, `<title>{{.Name}}</title><p title="{{.Name}}" lang='{{.Name}}'>{{.Name}}<a href="{{.Name}}"><img src="{{.Name}}">`, aShelf(s))
		if o.err != nil || !o.ok || o.ours != o.library {
			t.Errorf("%q becomes\n%s\nand by html/template\n%s\n%v", s, o.ours, o.library, o.err)
		}
	})
}

// FuzzTemplate looks for a template that a program runs in another way than html/template.
func FuzzTemplate(f *testing.F) {
	for _, text := range templates {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "range") > 4 {
			t.Skip("goes round for too long")
		}
		o := both(t, text, aShelf("own"))
		switch {
		case o.compiled && o.ok != (o.err == nil):
			t.Errorf("%s: ok is %t, and html/template says: %v", text, o.ok, o.err)
		case o.ok && o.ours != o.library:
			t.Errorf("%s makes\n%s\nand html/template\n%s", text, o.ours, o.library)
		}
	})
}
