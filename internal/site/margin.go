package site

import (
	"bytes"
	"fmt"

	"github.com/amends-guide/amends/internal/guide"
)

// marginNotes are rules that set notes beside the lines that mention them where the page has a margin
// and the browser knows anchors, each below the one before so that none overlap. CSS can say this only by name, so there is
// a pair of rules for each number, as many as the entry with the most notes needs.
func marginNotes(g *guide.Guide) []byte {
	most := 0
	for _, e := range g.Entries {
		most = max(most, len(e.Doc.Footnotes))
	}
	if most == 0 {
		return nil
	}
	var b bytes.Buffer
	b.WriteString("@layer pages{@supports (top:anchor(--r1 top)){@container page (inline-size >= 62rem){" +
		".prose .note{position:absolute;inset-inline-start:calc(100% + 3rem);inline-size:17rem;margin:0}")
	for n := 1; n <= most; n++ {
		fmt.Fprintf(&b, "#r%d{anchor-name:--r%[1]d}#n%[1]d{anchor-name:--n%[1]d;", n)
		if n == 1 {
			b.WriteString("top:anchor(--r1 top)}")
		} else {
			fmt.Fprintf(&b, "top:max(anchor(--r%d top),anchor(--n%d bottom) + 1rem)}", n, n-1)
		}
	}
	b.WriteString("}}}\n")
	return b.Bytes()
}
