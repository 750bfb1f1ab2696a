package print

import (
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/portable"
)

func TestFileName(t *testing.T) {
	long := strings.Split(strings.Repeat("own-snapped-child ", 12), " ")[:12]
	for _, c := range []struct {
		title string
		ids   []string
		want  string
	}{
		{"For this week", []string{"own-snapped-child"}, "for-this-week"},
		{"Für diese Woche: später!", nil, "für-diese-woche-später"},
		{"", []string{"own-snapped-child"}, "own-snapped-child"},
		{"", []string{"own-snapped-child", "listen-more-friend"}, "own-snapped-child+listen-more-friend"},
		{"", long, "own-snapped-child+own-snapped-child+own-snapped-child+own-snapped-child+8-more-a80a10dc"},
		{"", []string{strings.Repeat("x", 90), strings.Repeat("y", 90)}, strings.Repeat("x", 50) + "+1-more-"},
		{strings.Repeat("word ", 40), nil, strings.TrimSuffix(strings.Repeat("word-", 19), "-")},
		{strings.Repeat("שבוע", 40), nil, strings.Repeat("שבוע", 12) + "שב"},
	} {
		got := fileName(c.title, c.ids)
		if !strings.HasPrefix(got, c.want) || portable.Fault(got+".pdf") != "" || len(got) > 100 {
			t.Errorf("%.20q of %.40q is %q, not %q", c.title, c.ids, got, c.want)
		}
	}
	other := append([]string{}, long...)
	other[11] = "listen-more-friend"
	if fileName("", long) == fileName("", other) {
		t.Error("two selections that begin alike have one name")
	}
}
