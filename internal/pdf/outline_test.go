package pdf

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What qpdf reads of a file's navigation and form.
type navigation struct {
	Outlines   []qpdfLine
	PageLabels []struct {
		Index int
		Label map[string]any
	}
	AcroForm struct {
		Fields []struct {
			FullName, AlternativeName, FieldType string
			Value                                any
			FieldFlags, PagePosFrom1             int
			Choices                              []any
		}
	}
	QPDF    []json.RawMessage // the header, and the objects
	objects map[string]struct{ Value any }
}

type qpdfLine struct {
	Title           string
	Open            bool
	DestPagePosFrom int `json:"destpageposfrom1"`
	Kids            []qpdfLine
}

func navigate(t *testing.T, d *Document) (n navigation) {
	t.Helper()
	if err := json.Unmarshal([]byte(run(t, mustBytes(t, d), "qpdf", "--json", "FILE")), &n); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(n.QPDF[1], &n.objects); err != nil {
		t.Fatal(err)
	}
	return n
}

// dicts are all dictionaries of a file with that entry.
func (n navigation) dicts(key, value string) (found []map[string]any) {
	for i := range len(n.objects) {
		if d, ok := n.objects[fmt.Sprintf("obj:%d 0 R", i)].Value.(map[string]any); ok && d[key] == value {
			found = append(found, d)
		}
	}
	return found
}

func TestNavigation(t *testing.T) {
	n := navigate(t, sample(t))
	var got []string
	for _, l := range n.Outlines {
		got = append(got, join(l.Title, l.DestPagePosFrom, l.Open, len(l.Kids)), join(l.Kids[0].Title, l.Kids[0].DestPagePosFrom))
	}
	for _, l := range n.PageLabels {
		got = append(got, join(l.Index, l.Label))
	}
	for _, f := range n.AcroForm.Fields {
		got = append(got, join(f.FullName, f.AlternativeName, f.FieldType, f.Value, f.FieldFlags, f.PagePosFrom1, f.Choices))
	}
	for _, l := range n.dicts("/Subtype", "/Link") {
		got = append(got, join(l["/Contents"], l["/Dest"], l["/A"], l["/QuadPoints"]))
	}
	for _, p := range n.dicts("/Type", "/Page") {
		got = append(got, join(p["/MediaBox"], p["/TrimBox"], p["/BleedBox"], p["/Tabs"]))
	}
	for _, c := range n.dicts("/Type", "/Catalog") {
		got = append(got, join(c["/Lang"], c["/MarkInfo"], c["/ViewerPreferences"]))
	}
	want := `Office: the affluent fjord waffles|1|true|1
Fields|2
0|map[/S:/D /St:1]
1|map[/P:u:A- /S:/r /St:3]
name|your name|/Tx|u:Zoë|0|2|[]
story|your story|/Tx|u:one
two|4096|2|[]
agree|your agree|/Btn|/Yes|0|2|[]
later|your later|/Btn|/Off|0|2|[]
mood|your mood|/Ch|u:calm|131072|2|[calm cross]
size|your small|/Btn|/big|32768|2|[]
size|your big|/Btn|/big|32768|2|[]
u:Fields, page 2|u:fields|<nil>|<nil>
u:the example|<nil>|map[/S:/URI /URI:u:https://example.org/(a)]|[72 580.5 125.7 580.5 125.7 592.5 72 592.5 72 562.5 117.79 562.5 117.79 574.5 72 574.5]
[0 0 595.28 841.89]|<nil>|<nil>|/S
[0 0 595.28 841.89]|[20 20 575 820]|[11 11 584 829]|/S
u:en|map[/Marked:true]|map[/DisplayDocTitle:true /Duplex:/DuplexFlipLongEdge /PrintScaling:/None]`
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(strings.Join(got, "\n"), "\n")); diff != "" {
		t.Error(diff)
	}
}

// As many whole levels are open as fit beside the page.
func TestOutlineOpensWholeLevels(t *testing.T) {
	outline := func(parts, chapters, sections int) []bookmark {
		var all []bookmark
		for range parts {
			all = append(all, bookmark{level: 1})
			for range chapters {
				all = append(all, bookmark{level: 3})
				for range sections {
					all = append(all, bookmark{level: 6})
				}
			}
		}
		return all
	}
	for _, c := range []struct {
		marks []bookmark
		open  int
		want  []int // lines below the root, the first line and the second; less than 0: not shown at first
	}{
		{outline(3, 0, 0), 1, []int{3, 0, 0}},
		{outline(2, 3, 2), 3, []int{20, 9, 2}},
		{outline(3, 4, 2), 2, []int{15, 4, -2}},
		{outline(3, 9, 1), 1, []int{3, -9, -1}},
	} {
		root, lines := outlineTree(c.marks)
		depth := openLevels(lines)
		if depth != c.open {
			t.Errorf("%d bookmarks: %d levels open, not %d", len(c.marks), depth, c.open)
		}
		for i, l := range []*line{root, lines[0], lines[1]} {
			got := string(l.children(newDict(), depth))
			if want := fmt.Sprintf("/Count %d", c.want[i]); !strings.HasSuffix(got, want) && c.want[i] != 0 || c.want[i] == 0 && got != "<<" {
				t.Errorf("%d bookmarks: %s, not %s", len(c.marks), got, want)
			}
		}
	}
}

func join(parts ...any) string {
	var b strings.Builder
	for i, part := range parts {
		fmt.Fprint(&b, pick(i > 0, "|", ""), part)
	}
	return b.String()
}
