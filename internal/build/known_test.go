package build_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/build"
)

// An edit that only an entry's own page can show amends the guide there is; every other makes a new one. Either way the tree
// is that of a cold build.
func TestAmended(t *testing.T) {
	const card, essay = "content/en/cards/own-snapped.md", "content/en/essays/coming-back.md"
	for _, c := range []struct {
		name, file, from, to string
		amended              bool
	}{
		{"a line of a card", card, "Sit or kneel.", "Sit down.", true},
		{"a variation", card, "My job to fix.", "That is mine.", true},
		{"a bad sentence", card, "but you never listen", "but you would not come", true},
		{"a word of an essay", essay, "Two people in a kitchen.", "Two people on a stair.", true},
		{"a footnote", essay, "Often before breakfast.", "Often at night.", true},
		{"a phrase", card, "That was mine, not yours", "That was mine", false},
		{"the reason, which lists show", card, "It says which moment", "It says the moment", false},
		{"a link more", card, "Slow. Hands open.", "Slow. [[listen-more]].", false},
		{"a link less", card, "use [[pause-hand|a pause card]]", "use a pause card", false},
		{"another link", essay, "A [[rupture]] is", "A [[repair]] is", false},
		{"a heading", essay, "## What helps", "## What heals", false},
		{"a path", "content/en/paths/snapped.md", "![[", "![[", false},
		{"a style", "theme/css/mine.css", "", "p { color: red }", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := copySite(t)
			b, err := build.New(options(dir))
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			before, err := b.Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, filepath.FromSlash(c.file))
			text, err := os.ReadFile(file)
			if err != nil && c.from != "" {
				t.Fatal(err)
			}
			if !strings.Contains(string(text), c.from) {
				t.Fatalf("%s has no %q", c.file, c.from)
			}
			edited := strings.Replace(string(text), c.from, c.to, 1)
			if c.from == c.to {
				edited += "\nOne more line.\n"
			}
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(edited), 0o644); err != nil {
				t.Fatal(err)
			}
			now, err := b.Build(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if amended := now.Guide == before.Guide; amended != c.amended {
				t.Errorf("amended: %t", amended)
			}
			cold := buildOnce(t, options(dir))
			if diff := cmp.Diff(said(t, cold), said(t, now)) + cmp.Diff(contents(cold.Tree), contents(now.Tree)); diff != "" {
				t.Error(diff)
			}
			if now.Tree != nil && cmp.Equal(contents(before.Tree), contents(now.Tree)) && c.name != "a link less" {
				t.Error("nothing changed")
			}
		})
	}
}
