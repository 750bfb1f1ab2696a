package print

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestBookLeadsNowhereElse(t *testing.T) {
	s := small(t, nil)
	s.Config.BaseURL = "https://example.org/guide/"
	file := made(t, piece(t, New(s, Edition{}), "book.pdf"))
	plain := tool(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, uri := range regexp.MustCompile(`/URI \(([^)]*)\)`).FindAllStringSubmatch(plain, -1) {
		if address := uri[1]; address != s.Config.BaseURL && !strings.HasPrefix(address, "https://doi.org/") && !strings.Contains(bookSources(t, New(s, Edition{})), address) {
			t.Errorf("it leads to %s", address)
		}
	}
	if !strings.Contains(plain, "/Outlines") || !strings.Contains(plain, "/PageLabels") {
		t.Error("it has no outline, or no labels of pages")
	}
}

// bookSources are all addresses of works.
func bookSources(t *testing.T, p *Press) string {
	var all []string
	for _, s := range p.site.Guide.Sources {
		all = append(all, s.URL, "https://doi.org/"+s.DOI)
	}
	return strings.Join(all, "\n")
}

// The page that the contents name for an essay is the one on which it begins.
func TestContentsAreRight(t *testing.T) {
	s := small(t, nil)
	file := made(t, piece(t, New(s, Edition{}), "book.pdf"))
	pages := strings.Split(tool(t, file, "pdftotext", "-layout", "FILE", "-"), "\f")
	line := regexp.MustCompile(`(?m)^\s*Coming back[ .]+(\d+)$`)
	roman := 0
	for i, page := range pages {
		if strings.Contains(page, "Contents") {
			roman = i
		}
	}
	found := line.FindStringSubmatch(pages[roman])
	if found == nil {
		t.Fatalf("the essay is not in the contents:\n%s", pages[roman])
	}
	for i, page := range pages[roman+1:] {
		if strings.Contains(page, "See a quarrel as something one can come back from.") {
			first := roman + 1
			for strings.TrimSpace(pages[first]) == "" {
				first++
			}
			if label := strconv.Itoa(roman + 1 + i - first + 1); found[1] != label {
				t.Errorf("the contents say page %s, not %s", found[1], label)
			}
			return
		}
	}
	t.Error("the essay is not in the book")
}

func TestBookReads(t *testing.T) {
	file := made(t, piece(t, New(small(t, nil), Edition{}), "book.pdf"))
	golden(t, "book.txt", tool(t, file, "pdfinfo", "-struct-text", "FILE"))
}
