package doc

import (
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/source"
)

const front = "+++\n+++\n"

// parse reads a body with empty facts before it, which take two lines.
func parse(body string) (*Doc, []string) {
	d, problems := Parse(source.File{Path: "x.md", Data: []byte(front + body)}, Style{})
	var told []string
	for _, p := range problems {
		told = append(told, p.Class+" "+p.Pos.String())
	}
	return d, told
}

func TestPlainText(t *testing.T) {
	d, _ := parse("One *two* `three`\nfour.\n\n- five {rule}\n- [six](https://a.example)\n")
	if got, want := PlainText(d.Nodes), "One two three four. five {rule} six"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	items := d.Nodes.Rest().First().Kids()
	if got := items.Len(); got != 2 {
		t.Errorf("%d items, want 2", got)
	}
	if raw := d.Raw(items.First().Offset(), 11); raw != "five {rule}" {
		t.Errorf("raw item %q", raw)
	}
	if d.Words != 6 {
		t.Errorf("%d words, want 6", d.Words)
	}
}

func TestSections(t *testing.T) {
	d, _ := parse("Why.\n\n## Use *it* when\n- a\n\n### More\n\n## Leave it when\n")
	var b strings.Builder
	for _, s := range d.Sections() {
		b.WriteString(s.Title + "|" + s.ID() + "|")
		b.WriteString(strings.Repeat("x", s.Nodes.Len()) + "\n")
	}
	want := "||x\nUse it when|use-it-when|xx\nLeave it when|leave-it-when|\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}
