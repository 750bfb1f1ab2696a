package render

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/site"
)

// A template that writes without end makes no page, and is told as itself, whether it writes in its own page or in a part of it.
func TestPageTooLarge(t *testing.T) {
	for name, e := range map[string]edits{
		"page": {"templates/card.html": "{{range 100000}}over and over again and over again{{end}}"},
		"part": {"templates/partials/tile.html": "{{range 100000}}over and over again and over again{{end}}"},
	} {
		s, files := small(t, e)
		pages, problems := Pages(s, s.Pages, files, nil, Options{})
		if pages != nil || len(problems) == 0 || problems[0].Class != "page-too-large" || !strings.HasPrefix(problems[0].Pos.File, "templates/") {
			t.Errorf("%s: %d pages, %v", name, len(pages), problems)
		}
	}
}

// A page that is never done ends the build and is named.
func TestPageTooSlow(t *testing.T) {
	defer func(p patience) { usual = p }(usual)
	usual = patience{3, time.Millisecond}
	s, files := small(t, nil)
	var memo Memo
	memo.read(s.Config.Languages, files)
	tested := make(chan struct{})
	defer close(tested)
	for _, v := range memo.voices {
		v.functions["text"] = program.NewWriter(func(b []byte, _ *site.Text) ([]byte, error) { <-tested; return b, nil })
	}
	pages, problems := Pages(s, s.Pages, files, &memo, Options{})
	if pages != nil || len(problems) != 1 || problems[0].Class != "page-too-slow" || !strings.HasPrefix(problems[0].Notes[0], "while making /") {
		t.Errorf("%d pages, %v", len(pages), problems)
	}
	if memo.voices != nil {
		t.Error("what the lost worker sees is used again")
	}
}

// A page that is late and still writes is stopped at its next word.
func TestLatePageIsStopped(t *testing.T) {
	p := &post{}
	s := sheet{&bytes.Buffer{}, 100, p}
	if _, err := s.WriteString("in time"); err != nil {
		t.Error(err)
	}
	p.late.Store(true)
	if _, err := s.WriteString("late"); !errors.Is(err, errTooSlow) || s.String() != "in time" {
		t.Error(err, s.String())
	}
}
