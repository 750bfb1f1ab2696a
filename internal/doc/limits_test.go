package doc

import (
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/source"
)

func times(text string, n int) string { return strings.Repeat(text, n) }

// TestCostlyTextIsRefused gives what has cost other programs minutes and gigabytes. That it is refused is what bounds the
// time: nothing of it may come out as a node.
func TestCostlyTextIsRefused(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"a table of empty cells", times("|a", 1000) + "|\n" + times("|-", 1000) + "|\n" + times("|\n", 9000), "table-too-large x.md:4:1"},
		{"many short rows", times("|a", 64) + "|\n" + times("|-", 64) + "|\n" + times("|x\n", 400), "table-too-large x.md:4:1"},
		{"65 columns", times("|a", 65) + "|\n" + times("|-", 65) + "|\n", "table-too-large x.md:4:1"},
		{"a table in a list", "- " + times("a|", 70) + "\n  " + times("-|", 70) + "\n", "table-too-large x.md:4:3"},
		{"open links", times("[a](", 8000), "markdown-too-costly x.md:3:1"},
		{"open links over lines", times("[a](\n", 4000), "markdown-too-costly x.md:3:1"},
		{"links without end", times("[a](b", 6000), "markdown-too-costly x.md:3:1"},
		{"titles without end", times("[a](b \"\n", 4000), "markdown-too-costly x.md:3:1"},
		{"stars and lines", times("*a_ ", 8000), "markdown-too-costly x.md:3:1"},
		{"brackets", times("[", 16000) + times("]", 16000), "markdown-too-costly x.md:3:1"},
		{"pictures", times("![", 16000), "markdown-too-costly x.md:3:1"},
		{"ticks", times("` `` ``` ", 3000), "markdown-too-costly x.md:3:1"},
		{"tags", times("<a ", 10000), "markdown-too-costly x.md:3:1"},
		{"strikes", times("~a ~~b ", 4000), "markdown-too-costly x.md:3:1"},
		{"in a heading", "## " + times("*a_ ", 8000), "markdown-too-costly x.md:3:1"},
		{"in a cell", "|a|\n|-|\n|" + times("*a_ ", 8000) + "|\n", "markdown-too-costly x.md:5:1"},
		{"in a footnote", "a[^1]\n\n[^1]: " + times("[a](\n    ", 3000), "markdown-too-costly x.md:5:6"},
		{"in a quotation", times("> [a](\n", 4000), "markdown-too-costly x.md:3:3"},
		{"a long line", times("word ", 7000), "paragraph-too-long x.md:3:1"},
		{"a long paragraph", times("word word\n", 4000), "paragraph-too-long x.md:3:1"},
		{"deep quotations", times(">", 20000) + " a", "too-deep x.md:3:1"},
		{"deep quotations with spaces", times("> ", 65) + "a", "too-deep x.md:3:1"},
		{"deep lists in a line", times("- ", 65) + "a", "too-deep x.md:3:1"},
		{"deep lists of numbers", times("1. ", 65) + "a", "too-deep x.md:3:1"},
		{"deep lists of every mark", times("> - 1) + ", 17) + "a", "too-deep x.md:3:1"},
		{"footnotes in footnotes", times("[^a]: ", 65) + "a", "too-deep x.md:3:1"},
		{"deep emphasis", times("*a **b ", 100) + times("c** d* ", 100), "too-deep x.md:3:221"},
		{"one address, many links", "[a]: https://a.example/" + times("a", 9000) + "\n\n" + times("[a] ", 400), "markdown-too-costly x.md:5:41"},
		{"one title, many pictures", "[a]: b.png \"" + times("a", 9000) + "\"\n\n" + times("![a] ", 400), "markdown-too-costly x.md:5:51"},
		{"many marks of one footnote", times("a[^1]\n\n", 300) + "[^1]: x\n", "markdown-too-costly x.md:513:4"},
		{"control characters", "a\n\nb\x1b[2J", "control-character x.md:5:2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, told := parse(test.body + "\n")
			if !slices.Contains(told, test.want) {
				t.Errorf("told %.200q, want %q", told, test.want)
			}
			if len(d.Sections()) == 0 {
				t.Error("a Doc has a first section, however bad its file")
			}
			if d.Nodes.Len() > 0 && len(PlainText(d.Nodes)) > len(test.body)/2 && !strings.Contains(test.name, "man") {
				t.Errorf("the text was read all the same")
			}
		})
	}
}

// TestDeepListsByIndentation makes each list the child of the one before.
func TestDeepListsByIndentation(t *testing.T) {
	var b strings.Builder
	for depth := range 100 {
		b.WriteString(times("  ", depth) + "- a\n")
	}
	if _, told := parse(b.String()); !slices.Contains(told, "too-deep x.md:67:1") {
		t.Errorf("told %q", told)
	}
}

// TestUsualTextIsRead holds the limits to what authors do write.
func TestUsualTextIsRead(t *testing.T) {
	tests := []struct{ name, body string }{
		{"a rule of many dashes", times("- ", 80) + "\n"},
		{"a rule of many stars", times("* ", 80) + "\n"},
		{"64 quotations", times("> ", 64) + "a\n"},
		{"64 columns", times("|a", 64) + "|\n" + times("|-", 64) + "|\n" + times("|x\n", 300)},
		{"a long table", "|a|b|\n|-|-|\n" + times("|**x**|[y](https://a.example)|\n", 2000)},
		{"a long list of links", times("- [a](https://a.example/some/page) and *more* words\n", 3000)},
		{"a long list of sources", times("1. Name, N. (2020). *Title of a study*. [doi](https://a.example/some/page)\n", 300)},
		{"a rich paragraph", times("*a* **b** [c](https://d.example) `e`\n", 60)},
		{"a long code block", "```\n" + times("[a](*b_\n", 9000) + "```\n"},
		{"reference links", "[a]: https://a.example\n\n" + times("[a] [a] [a]\n\n", 300)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d, told := parse(test.body); len(told) > 0 || d.Nodes.Len() == 0 {
				t.Errorf("told %.200q of it, %d nodes", told, d.Nodes.Len())
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"none", "text\n", "no-front-matter x.md:1:1"},
		{"empty file", "", "no-front-matter x.md:1:1"},
		{"yaml", "---\na: b\n---\n", "no-front-matter x.md:1:1"},
		{"text before it", "a\n+++\n+++\n", "no-front-matter x.md:1:1"},
		{"not closed", "+++\na = 1\n\ntext\n", "unclosed-front-matter x.md:1:1"},
		{"not closed, no line end", "+++", "unclosed-front-matter x.md:1:1"},
		{"large", "+++\na = \"" + times("x", 17<<10) + "\"\n+++\n", "front-matter-too-large x.md:1:1"},
		{"a mistake in it", "+++\na = 1\nb = \n+++\n", "toml-syntax x.md:3:5"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, problems := Parse(source.File{Path: "x.md", Data: []byte(test.file)}, Style{})
			if len(problems) != 1 || problems[0].Class+" "+problems[0].Pos.String() != test.want {
				t.Errorf("told %v, want %s", problems, test.want)
			}
			if d.Front == nil || len(d.Sections()) == 0 {
				t.Errorf("a Doc has facts and a first section, however bad its file: %+v", d)
			}
		})
	}
}
