package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
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
