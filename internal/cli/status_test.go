package cli

import (
	"testing"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
)

// Pages that are gone are not counted among those that are there.
func TestSummaryOfWhatIsGone(t *testing.T) {
	r := &build.Result{Pages: 2}
	for want, changes := range map[string]output.Changes{
		"1 of 2 pages changed, in 0s":         {Changed: []string{"index.html", "style.css"}},
		"1 of 2 pages changed, 3 gone, in 0s": {Added: []string{"a.html"}, Removed: []string{"b.html", "c.html", "d.html"}},
		"nothing changed, in 0s":              {},
	} {
		if got := summary(r, changes, nil); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
}
