package render

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/guide/guidetest"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

type edits = guidetest.Edits

// small is the guide of internal/build/testdata/site, edited and planned.
func small(t testing.TB, e edits) (*site.Site, *source.Files) {
	t.Helper()
	g, files := guidetest.Read(t, guidetest.Small(t, e))
	s, problems := site.Plan(g, files, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s, files
}

// rendered is the edited small site, finished.
func rendered(t testing.TB, e edits, memo *Memo) []output.File {
	t.Helper()
	s, files := small(t, e)
	pages, problems := Pages(s, s.Pages, files, memo, Options{})
	for _, p := range problems {
		t.Error(p.Pos, p.Text)
	}
	return pages
}

func find(t testing.TB, files []output.File, path string) output.File {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return f
		}
	}
	t.Fatalf("no %s", path)
	return output.File{}
}

func builtIn(t testing.TB, name string) string {
	t.Helper()
	data, err := amends.BuiltIn.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every template runs for every page of the small site, and what comes out is a whole page: one h1, no id twice, no address
// that a page in a folder could not follow.
func TestSmallSite(t *testing.T) {
	s, files := small(t, nil)
	pages, problems := Pages(s, s.Pages, files, nil, Options{})
	if len(problems) > 0 || len(pages) != len(s.Pages) {
		t.Fatalf("%d of %d pages; %v", len(pages), len(s.Pages), problems)
	}
	made := map[string]bool{}
	for i, p := range s.Pages {
		made[p.Template] = true
		if pages[i].Path != p.File || !bytes.HasSuffix(bytes.TrimSpace(pages[i].Data()), []byte("</html>")) {
			t.Errorf("%s is not whole", pages[i].Path)
		}
		examine(t, pages[i])
	}
	for _, name := range site.Templates() {
		if !made[name] {
			t.Errorf("the small site has no page made with %s", name)
		}
	}
}

func examine(t *testing.T, f output.File) {
	headings, ids := 0, map[string]bool{}
	for z := html.NewTokenizer(bytes.NewReader(f.Data())); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type == html.StartTagToken && token.Data == "h1" {
			headings++
		}
		for _, a := range token.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("%s has the id %s twice", f.Path, a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "/") && !strings.HasSuffix(f.Path, "404.html"):
				t.Errorf("%s: %s=%q", f.Path, a.Key, a.Val)
			case strings.Contains(a.Val, "ZgotmplZ"):
				t.Errorf("%s: %s=%q", f.Path, a.Key, a.Val)
			}
		}
	}
	if headings != 1 {
		t.Errorf("%s has %d h1", f.Path, headings)
	}
}

// D4: in what templates write, quotes and tags in the front matter stay text in every place a page shows them.
func TestFrontMatterIsText(t *testing.T) {
	const evil = `"'><evil onclick=x>`
	pages := rendered(t, edits{"content/en/pages/about.md": "+++\ntitle = '''" + evil + "'''\nsummary = '''" + evil + "'''\norder = 2\naliases = [\"/us/\"]\nupdated = 2026-11-01\n+++\nText.\n"}, nil)
	seen := 0
	for _, f := range pages {
		seen += bytes.Count(f.Data(), []byte("&lt;evil onclick=x&gt;"))
		if bytes.Contains(f.Data(), []byte("<evil")) || bytes.Contains(f.Data(), []byte(`"'`)) {
			t.Errorf("%s holds the title as markup", f.Path)
		}
	}
	if seen < 5 {
		t.Errorf("the title is shown %d times: does the test still look for what templates write?", seen)
	}
}

func TestRedirect(t *testing.T) {
	got := string(find(t, rendered(t, nil, nil), "old/coming-back/index.html").Data())
	for _, want := range []string{`content="0; url=../../essays/coming-back/"`, `<a href="../../essays/coming-back/">Coming back</a>`, `content="noindex"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// C31: a template that does not work makes no page at all; its problem names the template, the line, the column, and a page.
func TestTemplateProblems(t *testing.T) {
	const card = "templates/card.html"
	for name, c := range map[string]struct {
		file, text string
		pos        report.Pos
		class      string
		words      []string // of the text, the hint and the notes
	}{
		"no such field":    {card, "<p>\n  {{.Nope}}", report.Pos{File: card, Line: 2, Col: 5}, "template-error", []string{"Nope", "while making /"}},
		"not closed":       {card, "<p>\n{{if .ID}}", report.Pos{File: card, Line: 2, Col: 1}, "template-error", []string{"unexpected EOF"}},
		"unknown function": {card, "\n{{wrod \"cards\"}}", report.Pos{File: card, Line: 2, Col: 1}, "template-error", []string{"wrod"}},
		"unknown word":     {card, "\n\n <p>{{word \"crads\"}}", report.Pos{File: card, Line: 3, Col: 7}, "template-error", []string{`"crads"`, `did you mean "cards"?`, "en.toml"}},
		"unknown section":  {card, `{{section "use-wen"}}`, report.Pos{File: card, Line: 1, Col: 3}, "template-error", []string{`section "use-wen"`, `"use-when"`}},
		"word in a branch": {card, `{{if .ID}}{{else}}{{with .Why}}{{range .Nodes.All}}{{word "crads"}}{{end}}{{end}}{{end}}`, report.Pos{File: card, Line: 1, Col: 54}, "template-error", []string{`"crads"`}},
		"word in a pipe":   {card, "{{.ID}}\n{{printf \"%s\" (word \"crads\")}}", report.Pos{File: card, Line: 2, Col: 16}, "template-error", []string{`there is no word "crads"`}},
		"no such template": {card, "\n{{template \"partials/nope\" .}}", report.Pos{File: card, Line: 2, Col: 12}, "template-error", []string{"partials/nope"}},
		"shared, inside":   {"templates/partials/tile.html", "<p>\n{{.Nope}}", report.Pos{File: "templates/partials/tile.html", Line: 2, Col: 3}, "template-error", []string{"Nope", "while making /"}},
		"torn markup":      {card, "<p {{if .ID}}title=\"{{end}}", report.Pos{File: card, Line: 1, Col: 9}, "template-error", []string{"branches"}},
		"never ends":       {card, "<p title=\"x", report.Pos{File: card}, "template-error", []string{"ends inside a tag", "close what is open"}},
		"code in it":       {card, "<p>\n<p onclick=\"x\">", report.Pos{File: card, Line: 2, Col: 4}, "template-unsafe", []string{"theme/js/"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, files := small(t, edits{c.file: c.text})
			pages, problems := Pages(s, s.Pages, files, nil, Options{})
			problems = report.Sort(problems)
			if pages != nil || len(problems) != 1 {
				t.Fatalf("%d pages and the problems %v", len(pages), problems)
			}
			p := problems[0]
			if p.Class != c.class || p.Pos != c.pos {
				t.Errorf("%s at %s, want %s", p.Class, p.Pos, c.pos)
			}
			told := p.Text + "\n" + p.Hint + "\n" + strings.Join(p.Notes, "\n")
			for _, word := range c.words {
				if !strings.Contains(told, word) {
					t.Errorf("no %q in %s", word, told)
				}
			}
		})
	}
}

func TestUnknownTemplateFile(t *testing.T) {
	s, files := small(t, edits{"templates/crad.html": "x", "templates/partials/mine.html": "x"})
	pages, problems := Pages(s, s.Pages, files, nil, Options{})
	if len(pages) == 0 || len(problems) != 2 || problems[0].Class != "template-unknown-file" || problems[0].Hint != "did you mean templates/card.html?" {
		t.Errorf("%d pages, %v", len(pages), problems)
	}
}

// The memo makes no page whose view it knows, makes every page that shows what changed, and always the bytes that a build
// without memory would.
func TestMemo(t *testing.T) {
	about := "+++\ntitle = \"Who we are\"\nsummary = \"S.\"\norder = 2\nupdated = 2026-11-23\n+++\n"
	body := edits{"content/en/pages/about.md": about + "Now.\n"}
	page := strings.Replace(builtIn(t, "templates/page.html"), "<article", "<article id=\"it\"", 1)
	var memo Memo
	rendered(t, edits{"content/en/pages/about.md": about + "Then.\n"}, &memo)
	for _, step := range []struct {
		name string
		edits
		fresh func(path string) bool // whether that page has to be made anew
	}{
		{"a text", body, func(path string) bool { return path == "about/index.html" }},
		{"nothing", body, func(string) bool { return false }},
		{"a template", merged(body, edits{"templates/page.html": page}), func(string) bool { return true }},
		{"a word", merged(body, edits{"theme/i18n/en.toml": strings.Replace(builtIn(t, "theme/i18n/en.toml"), "Leave quickly", "Go", 1)}), func(string) bool { return true }},
		{"all back", body, func(string) bool { return true }},
	} {
		before := maps.Clone(memo.pages)
		now := rendered(t, step.edits, &memo)
		cold := rendered(t, step.edits, nil)
		for i, f := range now {
			if !bytes.Equal(f.Data(), cold[i].Data()) {
				t.Errorf("%s: %s is not what a build without memory makes", step.name, f.Path)
			}
			path := "/" + strings.TrimSuffix(f.Path, "index.html")
			if anew := memo.pages[path].key != before[path].key; anew != step.fresh(f.Path) {
				t.Errorf("%s: %s made anew: %t", step.name, f.Path, anew)
			}
		}
	}
}

func merged(a, b edits) edits {
	c := maps.Clone(a)
	maps.Copy(c, b)
	return c
}

// After a build that failed nothing stale is remembered.
func TestMemoAfterProblems(t *testing.T) {
	var memo Memo
	rendered(t, nil, &memo)
	s, files := small(t, edits{"templates/deck.html": "{{.Nope}}"})
	if pages, problems := Pages(s, s.Pages, files, &memo, Options{}); pages != nil || len(problems) != 1 {
		t.Fatalf("%d pages, %v", len(pages), problems)
	}
	cold, warm := rendered(t, nil, nil), rendered(t, nil, &memo)
	for i := range cold {
		if !bytes.Equal(cold[i].Data(), warm[i].Data()) {
			t.Errorf("%s differs", cold[i].Path)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<a href="/about/">`, `<a href="../about/">`},
		{`<a href="/">`, `<a href="../">`},
		{`<img class="a" src="/media/a.jpg">`, `<img class="a" src="../media/a.jpg">`},
		{"<a\nhref=\"/a/\"\n\tsrc=\"/b\">", "<a\nhref=\"../a/\"\n\tsrc=\"../b\">"},
		{`<a href="//example.org/">`, `<a href="//example.org/">`},
		{`<a href="https://example.org/">`, `<a href="https://example.org/">`},
		{`<a href="#top">`, `<a href="#top">`},
		{`<a data-href="/a/" title="/b/">`, `<a data-href="/a/" title="/b/">`},
		{`<p>href=&#34;/a/&#34;</p>`, `<p>href=&#34;/a/&#34;</p>`},
		{`href="/a/"`, `href="/a/"`},
		{`<a href="/a/"><a href="/b/">`, `<a href="../a/"><a href="../b/">`},
		{`="/`, `="/`},
		{"", ""},
	} {
		if got := string(appendRelative(nil, []byte(c.page), "../")); got != c.want {
			t.Errorf("%s becomes %s, want %s", c.page, got, c.want)
		}
	}
}

func TestWayUp(t *testing.T) {
	for _, c := range []struct{ path, root, want string }{
		{"/", "/", "./"}, {"/about/", "/guide/", "../"}, {"/cards/own-it/", "/", "../../"}, {"/old.html", "/", "./"},
		{"/old/a.html", "/", "../"}, {"/404.html", "/", "/"}, {"/404.html", "/guide/", "/guide/"}, {"/de/404.html", "/guide/", "/guide/"},
	} {
		if got := wayUp(c.path, c.root); got != c.want {
			t.Errorf("from %s in %s: %s, want %s", c.path, c.root, got, c.want)
		}
	}
}

func TestCallable(t *testing.T) {
	for address, want := range map[string]string{
		"tel:+44116123": "tel:+44116123", "sms:85258": "sms:85258", "tel:*1%23": "tel:*1%23",
		"": "", "tel:1;ext=2": "", "javascript:x": "", "116123": "", `tel:1"`: "", "TEL:1": "",
	} {
		if got := string(callable(address)); got != want {
			t.Errorf("%q is called by %q, want %q", address, got, want)
		}
	}
}

func TestLint(t *testing.T) {
	for text, want := range map[string]string{ // the place of the one problem; empty for none
		`<script src="/x.js" defer></script>`:               "",
		`<link rel="stylesheet" href="/x.css">`:             "",
		`<p class="style">{{.Style}}</p>`:                   "",
		"<!-- <style> -->{{/* onclick=x */}}":               "",
		"<p>\n<script>alert(1)</script>":                    "2:1",
		"<script defer>\n{{.ID}}</script>":                  "1:1",
		`<script type="application/ld+json"></script>`:      "1:1",
		`<STYLE></STYLE>`:                                   "1:1",
		`<p style="color:red">`:                             "1:4",
		"<p\nonclick='x'>":                                  "2:1",
		`<iframe srcdoc="x">`:                               "1:9",
		`<a href="javascript:x">`:                           "1:10",
		"<!-- é\nü --><p style=x>":                          "2:9",
		"{{/* größer\n als ein Zeichen */}}<p onload=\"\">": "2:25",
	} {
		var got []string
		for _, p := range lint(source.File{Path: "templates/x.html", Data: []byte(text)}) {
			if p.Class != "template-unsafe" || p.Hint == "" {
				t.Errorf("%q: %s, %q", text, p.Class, p.Hint)
			}
			got = append(got, strings.TrimPrefix(p.Pos.String(), "templates/x.html:"))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	if got := lint(source.File{Path: "templates/x.txt", Data: []byte("<style>")}); got != nil {
		t.Error("what is no template is linted:", got)
	}
}

// Every word that a template or this room's code asks for stands in theme/i18n/en.toml.
func TestWordsExist(t *testing.T) {
	s, _ := small(t, nil)
	l := s.Config.Languages[0]
	asked := wordsInCode(t)
	err := fs.WalkDir(amends.BuiltIn, "templates", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		tree, trees := parse.New(nameOf(path)), map[string]*parse.Tree{}
		tree.Mode = parse.SkipFuncCheck
		_, err = tree.Parse(builtIn(t, path), "", "", trees)
		for _, tree := range trees {
			walk(tree.Root, func(list *parse.ListNode) {
				for _, node := range list.Nodes {
					switch function, key := constant(node); function {
					case "word":
						asked = append(asked, key)
					case "section":
						if l.Sections[key] == "" {
							t.Errorf("%s: there is no section %q", path, key)
						}
					}
				}
			})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(asked) < 50 {
		t.Fatalf("only %d keys: does the test still know how words are asked for?", len(asked))
	}
	for _, key := range asked {
		if l.Words[key] == "" {
			t.Errorf("theme/i18n/en.toml has no word %q", key)
		}
	}
}

func wordsInCode(t *testing.T) (keys []string) {
	for _, name := range []string{"inline.go", "table.go", "fields.go", "text.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "word" {
				ast.Inspect(call.Args[0], func(n ast.Node) bool {
					if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
						key, _ := strconv.Unquote(lit.Value)
						keys = append(keys, key)
					}
					return true
				})
			}
			return true
		})
	}
	if !slices.Contains(keys, "task-open") {
		t.Error("the words in the code were not found")
	}
	return keys
}

func BenchmarkCardPage(b *testing.B) {
	s, files := small(b, nil)
	var memo Memo
	if _, problems := Pages(s, s.Pages, files, &memo, Options{}); len(problems) > 0 {
		b.Fatal(problems)
	}
	memo.pages = nil
	for _, v := range memo.voices {
		v.pieces = newPieces()
	}
	r := &run{site: s, pages: s.Pages, memo: &memo, files: make([]output.File, len(s.Pages)), keys: make([]pageKey, len(s.Pages))}
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool { return p.Path == "/cards/own-snapped/" })
	b.ReportAllocs()
	for b.Loop() {
		r.page(i)
	}
}
