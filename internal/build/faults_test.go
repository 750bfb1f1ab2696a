package build_test

import (
	"strings"
	"testing"
)

// What authors and their computers do to a file, each with the class it must be told as; the ids are those of our catalogue
// of faults. Files, folders and the output have theirs in source and output.
func TestFaultsOfContent(t *testing.T) {
	const front = "+++\ntitle = \"A page\"\nsummary = \"s\"\nupdated = 2026-11-23\n"
	for _, test := range []struct{ id, text, class string }{
		{"C7: an empty file", "", "no-front-matter"},
		{"C8: front matter that is not closed", front, "unclosed-front-matter"},
		{"C8: a TOML error", front + "order = = 1\n+++\nx\n", "toml-syntax"},
		{"C8: a key twice", front + "title = \"B\"\n+++\nx\n", "toml-syntax"},
		{"C9: an unknown key", front + "titel = \"B\"\n+++\nx\n", "unknown-key"},
		{"C10: a word where a list is meant", front + "covers = \"S01\"\n+++\nx\n", "wrong-type"},
		{"C11: a bad date", strings.Replace(front, "2026-11-23", "\"last week\"", 1) + "+++\nx\n", "bad-date"},
		{"C13: brackets without end", front + "covers = " + strings.Repeat("[", 4000) + "\n+++\nx\n", "toml-too-deep"},
		{"C13: tables without end", front + "a = " + strings.Repeat("{a=", 4000) + "\n+++\nx\n", "toml-too-deep"},
		{"C13: keys without end", front + strings.Repeat("a.", 4000) + "a = 1\n+++\nx\n", "toml-too-deep"},
		{"C14: a table bomb", front + "+++\n" + strings.Repeat("|a", 5000) + "|\n" + strings.Repeat("|-", 5000) + "|\n" + strings.Repeat("|\n", 9000), "table-too-large"},
		{"C15: links that never close", front + "+++\n" + strings.Repeat("[a](", 60_000), "paragraph-too-long"},
		{"C16: quotes in quotes", front + "+++\n" + strings.Repeat(">", 20_000) + "x\n", "too-deep"},
		{"C29: a broken link", front + "+++\nSee [[nowhere]].\n", "unknown-id"},
		{"C29: a broken path", front + "+++\nSee [it](nowhere.md).\n", "broken-link"},
		{"C29: a broken anchor", front + "+++\nSee [it](#nowhere).\n", "broken-anchor"},
		{"C29: a broken picture", front + "+++\n![a bowl](nowhere.jpg)\n", "broken-image"},
		{"D1: a script", front + "+++\n<script>x()</script>\n", "raw-html"},
		{"D1: a handler", front + "+++\nA <b onclick=\"x()\">word</b>.\n", "raw-html"},
		{"D2: an address that runs", front + "+++\n[x](javascript&colon;x())\n", "unknown-scheme"},
		{"D2: an address without a scheme of its own", front + "+++\n[x](//e.example/)\n", "unknown-scheme"},
		{"D3: attributes on a heading", front + "+++\n## x {onclick=x() style=\"background:url(//e)\"}\n", "attribute-not-allowed"},
		{"D5: markup in a title is text", strings.Replace(front, "A page", "<img src=x onerror=x()>", 1) + "+++\nx\n", ""},
	} {
		t.Run(test.id, func(t *testing.T) {
			t.Parallel()
			dir := copySite(t)
			write(t, dir, map[string]string{"content/en/pages/fault.md": test.text})
			result := buildOnce(t, options(dir))
			found := test.class == "" && result.Tree != nil
			for _, p := range result.Problems {
				found = found || p.Class == test.class
				if p.Pos.File == "content/en/pages/fault.md" && p.Class == test.class && test.class != "no-front-matter" && p.Pos.Line < 1 {
					t.Errorf("it has no line: %+v", p)
				}
			}
			if !found {
				text := said(t, result)
				t.Errorf("want %q, got:\n%s", test.class, text[:min(1500, len(text))])
			}
		})
	}
}

// D8: whatever the pages of the small site and of our own guide hold, the crawl finds nothing in them; H1 is
// TestSameInputSameBytes, C30 and C31 are the script build-with-mistake-keeps-output of cmd/amends.
func TestFinishedPagesAreClean(t *testing.T) {
	for _, dir := range []string{"testdata/site", root(t)} {
		for _, f := range buildOnce(t, options(dir)).Tree.Files() {
			if strings.HasSuffix(f.Path, ".html") && (strings.Contains(string(f.Data()), "<script>") || strings.Contains(string(f.Data()), " style=")) {
				t.Errorf("%s holds code", f.Path)
			}
		}
	}
}
