package build_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/build"
)

// A guide may say that its files are larger than usual, and take it back; a builder that has read them before follows.
func TestLimitsAreTheGuidesToRaise(t *testing.T) {
	const front, words = "+++\ntitle = \"A page\"\nsummary = \"s\"\nupdated = 2026-11-23\n", "You came late, and they waited. "
	large := map[string]string{
		"content/en/pages/many-words.md":   front + "+++\n" + strings.Repeat(words+"\n\n", 40_000),
		"content/en/pages/paragraph.md":    front + "+++\n" + strings.Repeat(words+"\n", 1500),
		"content/en/pages/many-facts.md":   front + "aliases = [\n" + strings.Repeat("# "+words+"\n", 600) + "]\n+++\nx\n",
		"content/en/pages/wide-table.md":   front + "+++\n" + strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n",
		"content/en/pages/large-piece.pdf": strings.Repeat("x", 6<<20),
	}
	told := []string{"file-too-large", "front-matter-too-large", "file-too-large", "paragraph-too-long", "table-too-large"} // by path
	dir := copySite(t)
	settings := read(t, dir)["config.toml"]
	write(t, dir, large)
	b, err := build.New(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, step := range []struct {
		config string
		want   []string
	}{{settings, told}, {"limits = 2\n" + settings, []string{"search-index-large"}}, {settings, told}, {"limits = 99\n" + settings, []string{"out-of-range"}}} {
		write(t, dir, map[string]string{"config.toml": step.config})
		warm, err := b.Build(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range warm.Problems {
			got = append(got, p.Class)
		}
		if diff := cmp.Diff(step.want, got); diff != "" {
			t.Fatalf("%.12s: %s", step.config, diff)
		}
		if cold := buildOnce(t, options(dir)); (cold.Tree == nil) != (warm.Tree == nil) || said(t, cold) != said(t, warm) {
			t.Errorf("%.12s: a builder without memory says\n%s", step.config, said(t, cold))
		}
	}
}
