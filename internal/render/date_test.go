package render

import (
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/config"
)

func TestDatesAsTheLanguageWritesThem(t *testing.T) {
	months := "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
	for _, tt := range []struct{ date, months, day, want string }{
		{"{1}. {2} {3}", months, "2026-03-01", `<time datetime="2026-03-01">1. März 2026</time>`},
		{"{2} {1}, {3}", months, "2026-12-31", `<time datetime="2026-12-31">Dezember 31, 2026</time>`},
		{"{1} {2} <{3}>", months, "2026-05-09", `<time datetime="2026-05-09">9 Mai &lt;2026&gt;</time>`},
		{"{1} {2} {3}", strings.TrimPrefix(months, "Januar "), "2026-03-01", `error: the word "months" names 11 months`},
		{"{1} {2} {3}", months, "March", "error: parsing time"},
	} {
		v := voice{Language: config.Language{Words: map[string]string{"date": tt.date, "months": tt.months}}}
		got, err := v.date(nil, tt.day)
		if err != nil {
			got = []byte("error: " + err.Error())
		}
		if !strings.HasPrefix(string(got), tt.want) {
			t.Errorf("%s by %q is %s, not %s", tt.day, tt.date, got, tt.want)
		}
	}
}
