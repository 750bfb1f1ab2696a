package doc

import (
	"strings"
	"sync"
	"testing"

	"github.com/amends-guide/amends/internal/source"
)

func TestQuotesOfALanguage(t *testing.T) {
	const text = `"Ja," sagte sie, "'so' geht's, l'ami: 'nein'" -- 'gut'.`
	tests := []struct {
		name   string
		quotes [4]string
		want   string
	}{
		{"English where none are given", [4]string{}, "“Ja,” sagte sie, “‘so’ geht’s, l’ami: ‘nein’” – ‘gut’."},
		{"German", [4]string{"„", "“", "‚", "‘"}, "„Ja,“ sagte sie, „‚so‘ geht’s, l’ami: ‚nein‘“ – ‚gut‘."},
		{"French", [4]string{"«\u00a0", "\u00a0»", "‹", "›"}, "«\u00a0Ja,\u00a0» sagte sie, «\u00a0‹so› geht’s, l’ami: ‹nein›\u00a0» – ‹gut›."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, _ := Parse(source.File{Path: "x.md", Data: []byte(front + text)}, Style{Quotes: test.quotes})
			if got := PlainText(d.Nodes); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestManyAtOnce reads many files at the same time with the one parser there is.
func TestManyAtOnce(t *testing.T) {
	var wait sync.WaitGroup
	for _, name := range textFiles(t) {
		for _, p := range readPairs(t, name) {
			wait.Go(func() {
				got := shown([]byte(p.text), Style{Fields: strings.HasSuffix(name, "field.txtar")})
				if got != p.tree {
					t.Errorf("%s, read beside others, becomes\n%s", p.name, got)
				}
			})
		}
	}
	wait.Wait()
}
