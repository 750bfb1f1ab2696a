package build_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/build"
)

// An edit of an entry's own words amends the guide there is; one of its relations or of its place makes a new one. Either way the
// tree is that of a cold build.
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
		{"a phrase", card, "That was mine, not yours", "That was mine", true},
		{"an example", card, "your homework", "your room", true},
		{"the reason, which lists show", card, "It says which moment", "It says the moment", true},
		{"a summary", essay, "What holds a bond", "What keeps a bond", true},
		{"a purpose", essay, "See a quarrel", "Take a quarrel", true},
		{"a day, which feeds show", essay, "2026-11-23", "2026-11-24", true},
		{"a title", essay, "Coming back\"", "Coming home\"", true},
		{"a title that comes after the next", essay, "Coming back\"", "Returning\"", false},
		{"an order", essay, "handout = true", "handout = true\norder = 3", false},
		{"an old address", essay, "/old/coming-back/", "/older/", false},
		{"a move", card, "move          = \"own\"", "move          = \"regret\"", false},
		{"a tone", card, "warm", "plain", false},
		{"a draft", card, "updated ", "status = \"draft\"\nupdated ", false},
		{"a title of another kind", "content/en/glossary/repair.md", "term = \"R", "term = \"A r", false},
		{"a link more", card, "Slow. Hands open.", "Slow. [[listen-more]].", false},
		{"a link less", card, "use [[pause-hand|a pause card]]", "use a pause card", false},
		{"another link", essay, "A [[rupture]] is", "A [[repair]] is", false},
		{"a heading", essay, "## What helps", "## What heals", false},
		{"a path", "content/en/paths/snapped.md", "![[", "![[", false},
		{"a style", "theme/css/mine.css", "", "p { color: red }", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := copySite(t)
			other := strings.Replace(read(t, dir)[essay], "Coming back", "Drifting", 1)
			write(t, dir, map[string]string{"content/en/essays/drifting.md": strings.Replace(other, "/old/coming-back/", "/drift/", 1)})
			b, before := builtFirst(t, dir)
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
			if c.amended && cmp.Equal(contents(before.Tree), contents(now.Tree)) {
				t.Error("nothing changed")
			}
		})
	}
}

// In the whole guide, with the words of nearly every card and essay changed, a few at a time, the tree is that of a cold build: first
// words that nothing but an entry's own page can show, and what is searched; then those that others show too.
func TestAmendedEverywhere(t *testing.T) {
	dir := t.TempDir()
	for name, text := range read(t, filepath.Join(root(t), "content")) {
		write(t, dir, map[string]string{"content/" + name: text})
	}
	write(t, dir, map[string]string{"config.toml": `title = "The guide"`})
	b, err := build.New(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	now, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, reword := range []func(string) string{reworded, refaced} {
		now = amendAll(t, b, dir, now, reword)
	}
	cold := buildOnce(t, options(dir))
	if diff := cmp.Diff(said(t, cold), said(t, now)) + cmp.Diff(contents(cold.Tree), contents(now.Tree)); diff != "" {
		t.Error(diff)
	}
}

// amendAll edits every card and essay, a few at a time, and builds each time; the guide must be amended.
func amendAll(t *testing.T, b *build.Builder, dir string, before *build.Result, reword func(string) string) (now *build.Result) {
	t.Helper()
	edited := map[string]string{}
	for name, text := range read(t, dir) {
		if strings.Contains(name, "/cards/") || strings.Contains(name, "/essays/") {
			if other := reword(text); other != text {
				edited[name] = other
			}
		}
	}
	for names := range slices.Chunk(slices.Sorted(maps.Keys(edited)), 16) {
		for _, name := range names {
			write(t, dir, map[string]string{name: edited[name]})
		}
		var err error
		if now, err = b.Build(context.Background()); err != nil {
			t.Fatal(err)
		}
		if now.Guide != before.Guide {
			t.Fatalf("one of these was not amended: %s", names)
		}
	}
	if len(edited) < 100 {
		t.Errorf("only %d entries could be edited", len(edited))
	}
	return now
}

// reworded is an entry's text with other words in it, where neither lists nor links can show them.
func reworded(text string) string {
	head, body, _ := strings.Cut(text, "\n## ")
	lines := strings.SplitAfter(body, "\n")
	for i, line := range lines {
		if i > 0 && !strings.ContainsAny(line, "#[{>") {
			lines[i] = strings.Replace(line, " the ", " that ", 1)
		}
	}
	return head + "\n## " + strings.Join(lines, "")
}

// refaced is an entry's text with another phrase or title, another summary, another day and, in a card, another reason.
func refaced(text string) string {
	head, body, _ := strings.Cut(text, "\n+++\n")
	lines := strings.SplitAfter(head, "\n")
	for i, line := range lines {
		switch key, _, _ := strings.Cut(line, " "); key {
		case "phrase", "title", "summary":
			lines[i] = strings.NewReplacer(" the ", " that ", "I ", "I  ", ".", "!").Replace(line)
		case "updated":
			lines[i] = strings.Replace(line, "2026-1", "2025-1", 1)
		}
	}
	return strings.Join(lines, "") + "\n+++\n" + strings.Replace(body, " the ", " that ", 1)
}

// A build of a site in which nothing has changed is the last one.
func TestNothingChanged(t *testing.T) {
	dir := copySite(t)
	b, before := builtFirst(t, dir)
	write(t, dir, map[string]string{"content/en/cards/own-snapped.md": read(t, dir)["content/en/cards/own-snapped.md"]})
	now, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if now.Tree != before.Tree {
		t.Error("a tree was made")
	}
	if err := os.Symlink("own-snapped.md", filepath.Join(dir, "content/en/cards/link.md")); err != nil { // no file, but a problem
		t.Fatal(err)
	}
	if now, err = b.Build(context.Background()); err != nil || len(now.Problems) == 0 {
		t.Errorf("a new problem is not told: %v", err)
	}
}

// builtFirst is a builder that has built a site once, and what came of it.
func builtFirst(t *testing.T, dir string) (*build.Builder, *build.Result) {
	t.Helper()
	b, err := build.New(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	first, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return b, first
}
