package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/render/program"
)

// hard are the templates that only html/template can run: few pages are made with them.
var hard = []string{"page", "redirect", "soften"}

// All other templates of our own are compiled, and make the bytes that html/template makes of them.
func TestProgramsMakeTheSame(t *testing.T) {
	for name, e := range map[string]edits{
		"small site": nil,
		"evil words": {"content/en/pages/about.md": "+++\ntitle = '''\"'><evil>&+'''\nsummary = '''{{.}} javascript:x'''\norder = 2\nupdated = 2026-11-01\n+++\nText.\n"},
	} {
		s, files := small(t, e)
		made := func(memo *Memo) []output.File {
			t.Helper()
			memo.pages = nil
			pages, problems := Pages(s, s.Pages, files, memo, Options{})
			if len(problems) > 0 {
				t.Fatal(name, problems)
			}
			return pages
		}
		var ours, theirs Memo
		made(&ours)
		theirs.read(s.Config.Languages, files)
		for tag, v := range ours.voices {
			for of, p := range v.programs.made {
				theirs.voices[tag].programs.made[of] = nil
				if _, err := program.Compile(v.set, of.template, of.of, v.functions); p == nil && !slices.Contains(hard, of.template) {
					t.Errorf("%s: %s is not compiled: %v", name, of.template, err)
				}
			}
		}
		compiled, run := made(&ours), made(&theirs)
		for i := range run {
			same(t, compiled[i], run[i])
		}
	}
}

func same(t *testing.T, got, want output.File) {
	t.Helper()
	if bytes.Equal(got.Data(), want.Data()) {
		return
	}
	theirs := strings.Split(string(want.Data()), "\n")
	for i, line := range strings.Split(string(got.Data()), "\n") {
		if i >= len(theirs) || line != theirs[i] {
			t.Errorf("%s: line %d is\n%s\nand html/template makes\n%s", got.Path, i+1, line, theirs[min(i, len(theirs)-1)])
			return
		}
	}
	t.Errorf("%s ends too soon", got.Path)
}
