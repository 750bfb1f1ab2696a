package print

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// docs/printing.md lists every sheet there is.
func TestSheetsAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/printing.md")
	check(t, err)
	for _, s := range stocks {
		paper := map[paper]string{a4: "A4", a4Landscape: "A4 across", letter: "Letter"}[s.Paper]
		if row := fmt.Sprintf("| `%s` | %s | %d | %s |\n", s.Name, paper, s.places(), s.About); !strings.Contains(string(text), row) {
			t.Errorf("docs/printing.md has no row\n%s", row)
		}
	}
}
