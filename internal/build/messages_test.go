package build_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	words "github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// unseen are characters that an editor would not show in an archive; there they are written so.
var unseen = strings.NewReplacer("<BOM>", "\ufeff", "<TAB>", "\t", "<CR>", "\r")

// What authors get wrong, as they get it wrong, and what they are told, whole. Each archive under testdata/messages says in
// its first lines what somebody did, then the files of it, to be laid over the small site, and in "want" all that is said.
func TestMessages(t *testing.T) {
	archives, err := filepath.Glob("testdata/messages/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir, last := copySite(t), len(archive.Files)-1
			if archive.Files[last].Name != "want" {
				t.Fatal("the archive does not end in what is wanted")
			}
			for _, f := range archive.Files[:last] {
				write(t, dir, map[string]string{f.Name: unseen.Replace(string(f.Data))})
			}
			got := said(t, buildOnce(t, options(dir)))
			if *update {
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[last].Data), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", strings.TrimSpace(string(archive.Comment)), diff)
			}
		})
	}
}

// Who writes a word of everyday in the place of an id is told the id.
func TestEverydayWordsAreKnown(t *testing.T) {
	const name = "content/vocabulary.toml"
	data, err := fs.ReadFile(amends.BuiltIn, name)
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, problems := words.ReadVocabulary(source.File{Path: name, Data: data}, []config.Language{{Tag: "en"}})
	if problems != nil {
		t.Fatal(problems)
	}
	for name, typed := range map[string]map[string]string{
		"relationship": {"wife": "partner", "Husband": "partner", "boyfriends": "partner", "mum": "parent", "Mom": "parent", "dad": "parent", "kid": "child",
			"son": "child", "daughter": "child", "co-worker": "peer", "colleagues": "peer", "manager": "boss", "ex": "ex-coparent", "brother": "sibling"},
		"rupture":  {"lying": "untruth", "shouting": "raised-voice", "late": "broken-promise", "gossip": "exposure"},
		"move":     {"apologise": "regret", "apologize": "regret", "hear": "listen", "stop": "pause"},
		"tone":     {"friendly": "warm", "kind": "warm", "polite": "formal"},
		"audience": {"kids": "child", "therapist": "professional", "teenager": "teen"},
		"channel":  {"mail": "write", "message": "text", "phone": "say"},
	} {
		ids, _, also := vocabulary.IDs(name)
		for word, want := range typed {
			if got := facts.Meant(word, ids, also); got != want {
				t.Errorf("%s %q: %q, want %q", name, word, got, want)
			}
		}
	}
}
