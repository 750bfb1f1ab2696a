package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// docs/authoring.md is read by people who copy from it. A fence there may say what it is: "file=…" is a whole file of a
// guide, "in=…" stands in that file of our own guide, and "says" is what the program says when the first card names no move.

// A fence is one block of code in a Markdown document.
type fence struct{ info, text string }

var fences = regexp.MustCompile("(?m)^( *)(```+)(.*)\n")

// fencesOf are the fences of a document, without their indentation.
func fencesOf(t testing.TB, name string) (found []fence) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	for text := string(data); ; {
		at := fences.FindStringSubmatchIndex(text)
		if at == nil {
			return found
		}
		indent, ticks, info := text[at[2]:at[3]], text[at[4]:at[5]], text[at[6]:at[7]]
		inside, rest, closed := strings.Cut(text[at[1]:], indent+ticks+"\n")
		if !closed {
			t.Fatalf("docs/%s: a fence is never closed: %s", name, info)
		}
		inside = strings.ReplaceAll("\n"+inside, "\n"+indent, "\n")[1:]
		found, text = append(found, fence{info, inside}), rest
	}
}

// marked are the fences that carry a mark, by what the mark says.
func marked(t testing.TB, name, mark string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, f := range fencesOf(t, name) {
		if _, what, ok := strings.Cut(f.info, " "+mark); ok {
			found[strings.TrimPrefix(what, "=")] = f.text
		}
	}
	if len(found) == 0 {
		t.Fatalf("docs/%s has no fence marked %s", name, mark)
	}
	return found
}

// guideWith copies our own guide, as `amends new` does, with more files laid over it.
func guideWith(t testing.TB, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, folder := range []string{"content"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join(root(t), folder))); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, map[string]string{"config.toml": "title = \"A guide\"\n"})
	write(t, dir, files)
	return dir
}

// examples are the files that docs/authoring.md gives, apart from those in a second language, and the picture it speaks of.
func examples(t testing.TB) (files, french map[string]string) {
	t.Helper()
	files, french = map[string]string{}, map[string]string{}
	for path, text := range marked(t, "authoring.md", "file") {
		if strings.HasPrefix(path, "content/fr/") || path == "theme/i18n/fr.toml" {
			french[path] = text
		} else {
			files[path] = text
		}
	}
	picture, err := os.ReadFile("testdata/site/content/en/essays/bowl.jpg")
	if err != nil {
		t.Fatal(err)
	}
	files["content/en/essays/supper.jpg"] = string(picture)
	return files, french
}

// Whoever copies every example of docs/authoring.md into a new guide has nothing to mend in them.
func TestAuthoringExamples(t *testing.T) {
	files, _ := examples(t)
	for _, folder := range []string{"essays", "cards", "worksheets", "paths", "decks", "glossary", "pages"} {
		if !slices.ContainsFunc(paths(files), func(path string) bool { return strings.HasPrefix(path, "content/en/"+folder+"/") }) {
			t.Errorf("no example lies in content/en/%s", folder)
		}
	}
	result := buildOnce(t, options(guideWith(t, files)))
	result.Problems = slices.DeleteFunc(result.Problems, func(p report.Problem) bool {
		_, ours := files[p.Pos.File]
		return !ours && p.Severity == report.Warning // the guide's own affair
	})
	wantNoProblems(t, result)
	for kind := range map[string]bool{"line": true, "lines": true, "box": true, "check": true, "choice": true, "scale": true, "table": true} {
		if !hasField(result, kind) {
			t.Errorf("the worksheet shows no field of the kind %s", kind)
		}
	}
}

func hasField(r *build.Result, kind string) bool {
	for _, w := range r.Guide.Worksheets {
		for _, f := range w.Doc.Fields {
			if w.ID == "before-i-knock" && string(f.Kind) == kind {
				return true
			}
		}
	}
	return false
}

func paths(files map[string]string) (names []string) {
	for name := range files {
		names = append(names, name)
	}
	return names
}

// A language begun as docs/authoring.md says is built, with the warnings it promises and no others.
func TestAuthoringSecondLanguage(t *testing.T) {
	files, french := examples(t)
	for path, text := range french {
		files[path] = text
	}
	result := buildOnce(t, options(guideWith(t, files)))
	var classes []string
	for _, p := range result.Problems {
		classes = append(classes, p.Class)
	}
	slices.Sort(classes)
	want := []string{"language-words-missing", "vocabulary-gap"}
	if classes = slices.Compact(classes); !slices.Equal(classes, want) {
		t.Errorf("problems of the kinds %q, want %q:\n%s", classes, want, said(t, result))
	}
	if _, ok := result.Tree.Get("fr/cards/own-late-for-dinner/index.html"); !ok {
		t.Error("the French card has no page")
	}
}

// What docs/authoring.md shows of a message is what the program says.
func TestAuthoringMessage(t *testing.T) {
	files, _ := examples(t)
	card := "content/en/cards/own-late-for-dinner.md"
	files[card] = strings.Replace(files[card], `"own"`, `"onw"`, 1)
	message := said(t, buildOnce(t, options(guideWith(t, files))))
	if want := marked(t, "authoring.md", "says")[""]; !strings.Contains(message, want) {
		t.Errorf("docs/authoring.md shows\n%s\nbut the program says\n%s", want, message)
	}
}

// What docs/authoring.md shows of our own guide stands there.
func TestAuthoringQuotes(t *testing.T) {
	for path, text := range marked(t, "authoring.md", "in") {
		data, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(path)))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), text) {
			t.Errorf("%s does not hold\n%s", path, text)
		}
	}
}

var ruleAtEnd = regexp.MustCompile(`(?m)^- .*\{([a-z-]+)\}$`)

// Every rule that our cards name is one that docs/authoring.md lists.
func TestAuthoringListsEveryRule(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root(t), "docs", "authoring.md"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range read(t, filepath.Join(root(t), "content", "en", "cards")) {
		_, insteadOf, _ := strings.Cut(text, "\n## Instead of\n")
		for _, rule := range ruleAtEnd.FindAllStringSubmatch(insteadOf, -1) {
			if !strings.Contains(string(doc), "`"+rule[1]+"`") {
				t.Errorf("%s: docs/authoring.md does not list the rule %s", name, rule[1])
			}
		}
	}
}

var (
	addressRow = regexp.MustCompile("(?m)^\\| `(/[^`]*)` \\|")
	inAddress  = regexp.MustCompile(`<[a-z-]+>`)
)

// Every page of a site has an address that docs/reference.md lists, and every address it lists has a page in one.
func TestReferenceAddresses(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root(t), "docs", "reference.md"))
	if err != nil {
		t.Fatal(err)
	}
	patterns := map[string]*regexp.Regexp{}
	for _, row := range addressRow.FindAllStringSubmatch(string(doc), -1) {
		parts := inAddress.Split(row[1], -1)
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		patterns[row[1]] = regexp.MustCompile("^" + strings.Join(parts, "[^/]+") + "$")
	}
	used := map[string]bool{}
	note := func(f output.File) {
		address := "/" + strings.TrimSuffix(f.Path, "index.html")
		known := false
		for name, pattern := range patterns {
			if pattern.MatchString(address) {
				known, used[name] = true, true
			}
		}
		if !known {
			t.Errorf("docs/reference.md lists no address like %s", address)
		}
	}
	files, _ := examples(t)
	o := options(guideWith(t, files))
	o.BaseURL = "https://example.org/"
	for _, f := range buildOnce(t, o).Tree.Files() {
		note(f)
	}
	for name := range patterns {
		if !used[name] && !strings.Contains(name, "<language>") && !strings.Contains(name, "/page/") {
			t.Errorf("docs/reference.md lists the address %s, but no page has one like it", name)
		}
	}
}
