package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

func TestSignalsSetTheExitCode(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if code := Run(t.Context(), []string{"new", dir, "--empty"}, nil, &bytes.Buffer{}, &bytes.Buffer{}); code != 0 {
		t.Fatal("no site to build")
	}
	for signal, want := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(Signal{signal})
		var stdout, stderr bytes.Buffer
		code := Run(ctx, []string{"build", "--dir", dir}, nil, &stdout, &stderr)
		if code != want || stdout.String() != "" || stderr.String() != "amends: stopped\n" {
			t.Errorf("%v: exit code %d, want %d; said %q and %q", signal, code, want, stdout.String(), stderr.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("a build that was stopped has written")
	}
}

func TestTheWorldSetsTheExitCode(t *testing.T) {
	for want, err := range map[int]error{
		0:            nil,
		exitProblems: errProblems,
		exitUsage:    &output.Refusal{Dir: "content", Reason: "it is ours", Hint: "choose another"},
		exitWorld:    &output.Locked{Dir: "public", PID: 7},
	} {
		var stderr bytes.Buffer
		s := &session{stderr: &stderr}
		if got := s.exit(t.Context(), err); got != want {
			t.Errorf("%v: exit code %d, want %d", err, got, want)
		}
	}
	var stderr bytes.Buffer
	if got := (&session{stderr: &stderr}).exit(t.Context(), errors.New("disk full")); got != exitWorld || stderr.String() != "amends: disk full\n" {
		t.Errorf("exit code %d, said %q", got, stderr.String())
	}
}

func TestAMistakeOfOursIsNoStackTrace(t *testing.T) {
	fall := func(args ...string) (code int, said string) {
		var stderr bytes.Buffer
		s := &session{args: args, stderr: &stderr}
		func() {
			defer s.rescue(&code)
			panic("internal error: out of tune")
		}()
		return code, stderr.String()
	}
	code, said := fall("build")
	if code != exitWorld || !strings.Contains(said, "out of tune") || strings.Contains(said, "goroutine") {
		t.Errorf("exit code %d, said %q", code, said)
	}
	if _, said := fall("build", "--verbose"); !strings.Contains(said, "goroutine") {
		t.Errorf("with --verbose, said %q", said)
	}
}

// A scaffold has the very keys and sections that its kind needs: read back, nothing is missing and nothing is unknown, and
// each blank is told once.
func TestScaffoldsAreWhatTheReaderNeeds(t *testing.T) {
	c, words := builtIn(t)
	for _, kind := range guide.Kinds() {
		t.Run(string(kind.Kind), func(t *testing.T) {
			text := scaffold(kind, c.Languages[0], words.IDs, facts.Date{Year: 2026, Month: 11, Day: 23})
			front, body, ok := strings.Cut(strings.TrimPrefix(text, "+++\n"), "+++\n")
			if !ok {
				t.Fatalf("no front matter in\n%s", text)
			}
			table, problems := facts.Parse("a.md", front, 2)
			if problems != nil {
				t.Fatal(problems)
			}
			var keys []string
			for _, field := range facts.Describe(kind.Facts) {
				if field.Required {
					keys = append(keys, field.Key)
				}
			}
			if diff := cmp.Diff(keys, table.Keys()); diff != "" {
				t.Errorf("keys: %s", diff)
			}
			var headings []string
			for _, section := range guide.Sections(kind.Kind) {
				if section.ID != guide.Intro && section.ID != guide.FreeHeadings && section.Need != "" {
					headings = append(headings, "## "+c.Languages[0].Sections[section.ID])
				}
				if section.Need == "" {
					continue
				}
				if remark := "#   "; !strings.Contains(front, remark) || !strings.Contains(front, section.About) {
					t.Errorf("no remark says %q", section.About)
				}
			}
			if got := strings.Join(strings.Fields(body), " "); got != strings.Join(headings, " ") {
				t.Errorf("sections %q, want %q", got, headings)
			}
		})
	}
}

// Every word an author may get wrong has a class of problem to tell it with.
func TestEveryVocabularyHasAClass(t *testing.T) {
	var look func(fields []facts.Field)
	look = func(fields []facts.Field) {
		for _, field := range fields {
			if _, ok := report.ClassNamed("unknown-" + field.Vocabulary); field.Vocabulary != "" && !ok {
				t.Errorf("the key %q has words of the vocabulary %q, but there is no class unknown-%s", field.Key, field.Vocabulary, field.Vocabulary)
			}
			look(field.Fields)
		}
	}
	for _, kind := range guide.Kinds() {
		look(facts.Describe(kind.Facts))
	}
	look(facts.Describe(guide.Source{}))
	look(facts.Describe(guide.Helpline{}))
}

func builtIn(t *testing.T) (*config.Config, *guide.Vocabulary) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := copyStarter(dir, true); err != nil {
		t.Fatal(err)
	}
	reader, err := source.Open(dir, amends.BuiltIn)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	files, _, err := reader.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, _ := config.Load(files)
	file, _ := files.Get("content/vocabulary.toml")
	words, problems := guide.ReadVocabulary(file, c.Languages)
	if problems != nil {
		t.Fatal(problems)
	}
	return c, words
}

func TestVersion(t *testing.T) {
	released := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}}
	if got := version(released); !strings.HasPrefix(got, "amends v1.2.3 (go") || strings.Contains(got, "commit") {
		t.Errorf("a release is %q", got)
	}
	built := &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"},
	}}
	if got := version(built); !strings.HasSuffix(got, ", commit 0123456789ab with changes)") {
		t.Errorf("a commit is %q", got)
	}
	if got := version(nil); !strings.HasPrefix(got, "amends unknown (") {
		t.Errorf("without build info: %q", got)
	}
}

func TestWords(t *testing.T) {
	for want, got := range map[string]string{
		"1 page": counted(1, "page"), "0 pages": counted(0, "page"),
		"a": listed([]string{"a"}), "a, b and c": listed([]string{"a", "b", "c"}), "": listed(nil),
		"999 bytes": size(999), "2 kB": size(1999), "1.5 MB": size(1_500_000),
		"nothing changed":       changed(output.Changes{}),
		"2 added and 1 removed": changed(output.Changes{Added: []string{"a", "b"}, Removed: []string{"c"}}),
		"a, b":                  named([]string{"a", "b"}, false),
		"1, 2, 3, 4, 5, 6, 7, 8, 9, 0 and 2 more": named(strings.Split("12345678901 2", "")[:12], false),
		"1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1,  ":      named(strings.Split("12345678901 2", "")[:12], true),
		"a guide without entries":                 inventory(&guide.Guide{}),
		"1 card and 2 pages in 2 languages":       inventory(&guide.Guide{Entries: []*guide.Entry{ofKind(guide.PageKind, "en"), ofKind(guide.CardKind, "en"), ofKind(guide.PageKind, "de")}}),
		`"/tmp/our guide"`:                        quotedForShell("/tmp/our guide"), "guide": quotedForShell("guide"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func ofKind(kind guide.Kind, lang string) *guide.Entry {
	return &guide.Entry{Piece: &guide.Piece{Place: guide.Place{Kind: kind, Lang: lang}}}
}
