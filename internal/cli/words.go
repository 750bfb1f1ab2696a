package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
)

// inventory is a guide in numbers: "42 cards, 6 essays and 7 pages in 2 languages".
func inventory(g *guide.Guide) string {
	if g == nil || len(g.Entries) == 0 {
		return "a guide without entries"
	}
	perKind, languages := map[guide.Kind]int{}, map[string]bool{}
	for _, e := range g.Entries {
		perKind[e.Kind]++
		languages[e.Lang] = true
	}
	var parts []string
	for _, k := range guide.Kinds() {
		if n := perKind[k.Kind]; n > 0 {
			parts = append(parts, counted(n, string(k.Kind)))
		}
	}
	return listed(parts) + " in " + counted(len(languages), "language")
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func listed(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}

// size is a number of bytes as people read it.
func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return counted(int(bytes), "byte")
	case bytes < 1_000_000:
		return fmt.Sprintf("%.0f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

func changed(c output.Changes) string {
	if c.None() {
		return "nothing changed"
	}
	var parts []string
	for _, part := range []struct {
		paths []string
		word  string
	}{{c.Added, "added"}, {c.Changed, "changed"}, {c.Removed, "removed"}} {
		if n := len(part.paths); n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+part.word)
		}
	}
	return listed(parts)
}

// mostNamed bounds the names of what was left out, unless somebody asked for all.
const mostNamed = 10

// tellLeftOut names what is not in the site, with the reason, and how to get it in.
func (s *session) tellLeftOut(r *build.Result, all bool) error {
	for _, reason := range []struct{ why, one, many, cure string }{
		{"draft", "draft", "drafts", "; show them with --drafts"},
		{"review", "in review", "in review", "; show them with --drafts"},
		{"retired", "retired", "retired", ""},
	} {
		var files []string
		for _, left := range r.Guide.LeftOut {
			if left.Why == reason.why {
				files = append(files, left.File)
			}
		}
		switch len(files) {
		case 0:
		case 1:
			fmt.Fprintf(s.stdout, "left out 1 %s: %s%s\n", reason.one, files[0], reason.cure)
		default:
			fmt.Fprintf(s.stdout, "left out %d %s: %s%s\n", len(files), reason.many, named(files, all), reason.cure)
		}
	}
	if r.Config.BaseURL != "" {
		return nil
	}
	_, err := fmt.Fprintln(s.stdout, "left out the feed and the site map: they need base_url in config.toml, or --base-url")
	return err
}

func named(files []string, all bool) string {
	if more := len(files) - mostNamed; more > 0 && !all {
		return strings.Join(files[:mostNamed], ", ") + " and " + strconv.Itoa(more) + " more"
	}
	return strings.Join(files, ", ")
}
