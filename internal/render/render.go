// Package render turns the views of a [site.Site] into finished HTML pages.
//
// In come the site's templates and the planned site; out go files, and problems for templates that do not work. A page is a
// pure function of its templates, its address and its view, and is remembered under their sums. This is the only room that
// makes HTML: templates are html/template, so whatever a view holds is escaped by its place; the text of entries is written
// by one writer of the node tree (text.go), which knows no way to let markup through. What html/template has found safe is then
// compiled (package program).
//
// A template sees its page's view and these functions:
//
//	word "key" …       a word of the interface in the page's language; {1}, {2} in it are replaced by the values after the key
//	section "key"      the heading of a known section
//	text .Body         an entry's text as blocks
//	line .Sentence     the same without a paragraph around it, for a list item
//	phrase .Phrase     a phrase with its blanks
//	link .X            a link, marked when it leads to another language
//	links .With        a list of links
//	alternates .X      for machines: in which languages a page exists
//	shared "name" .X   the template of that name, run once for all pages that show the same X
//	date .Updated      a day as the language writes it
//	call .TelAddress   a tel: or sms: address, which html/template alone would not let through
//
// Addresses in templates are written from the site's root ("/about/") and made relative afterwards.
package render

import (
	"bytes"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A Memo keeps parsed templates and finished pages from the last build. The zero Memo is ready to use; two builds at once
// must not share one.
type Memo struct {
	templates source.Sum
	voices    map[string]*voice
	problems  []report.Problem
	pages     map[string]remembered     // by path
	packers   map[string]*output.Packer // by template
}

// A remembered page is as the last build made it.
type remembered struct {
	key  pageKey
	file output.File
}

// A pageKey is all that the page at a path depends on.
type pageKey struct{ voice, shown source.Sum }

// Options say what becomes of finished pages.
type Options struct {
	// Stage takes them; without one they are packed in memory, and remembered.
	Stage *output.Stage
	// Look sees each page that is made, as long as its bytes are at hand. Several goroutines call it.
	Look func(f output.File, page []byte)
}

// Pages renders those pages of the site, in their order: all of s.Pages, or a few. A nil memo renders from nothing.
func Pages(s *site.Site, pages []*site.Page, files *source.Files, memo *Memo, o Options) ([]output.File, []report.Problem) {
	if memo == nil {
		memo = new(Memo)
	}
	memo.read(s.Config.Languages, files)
	if report.Errors(memo.problems) > 0 {
		return nil, memo.problems
	}
	own := *memo
	r := &run{
		patience: patience{usual.ticks * limits(s), usual.tick},
		Options:  o,
		site:     s, pages: pages, memo: &own, files: make([]output.File, len(pages)), keys: make([]pageKey, len(pages)),
	}
	for _, v := range own.voices {
		v.pieces = newPieces()
	}
	if stuck := r.makeAll(); stuck != nil {
		*memo = Memo{} // the run keeps its own, which the worker that goes round for ever may still look at
		return nil, []report.Problem{r.excess(stuck, errTooSlow).Noted(while(stuck))}
	}
	*memo = own
	if len(r.problems) > 0 {
		memo.pages = nil
		return nil, append(r.problems, memo.problems...)
	}
	for _, v := range memo.voices {
		v.pieces = nil
	}
	if o.Stage == nil {
		memo.keep(r)
	}
	return r.files, memo.problems
}

// A run renders the pages of one site.
type run struct {
	patience
	Options
	site     *site.Site
	pages    []*site.Page
	memo     *Memo
	files    []output.File
	keys     []pageKey
	posts    sync.Map    // *post → nothing: the pages that are being made
	over     atomic.Bool // done, or given up
	mu       sync.Mutex
	problems []report.Problem
}

// makeAll makes all pages, unless one is never done: that one it returns, and gives up the rest.
func (r *run) makeAll() (stuck *site.Page) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.makeSamples()
		parallel.Each(len(r.files), func(i int) {
			if r.files[i].Path == "" && !r.over.Load() { // not made as a sample
				r.page(i)
			}
		})
	}()
	stuck = r.watch(&r.posts, done)
	r.over.Store(true)
	return stuck
}

// page finishes the i-th page, or takes it from the last build.
func (r *run) page(i int) {
	page := r.pages[i]
	view, known := r.remembered(i)
	if known {
		return
	}
	here := &post{page: page}
	r.posts.Store(here, nil)
	defer r.posts.Delete(here)
	if view == nil {
		view = page.View()
	}
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	if err := r.memo.voices[page.Lang].execute(sheet{buffer, r.mostBytes(page), here}, page.Template, view); err != nil {
		r.failed(page, err)
		return
	}
	finished := scratch.Get().(*[]byte)
	defer scratch.Put(finished)
	*finished = appendRelative((*finished)[:0], buffer.Bytes(), wayUp(page.Path, r.site.Base))
	r.files[i] = r.file(page, *finished)
	if r.Look != nil {
		r.Look(r.files[i], *finished)
	}
}

var (
	buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	scratch = sync.Pool{New: func() any { return new([]byte) }}
)

// maker says who made a page, for the message when two pages claim one path.
func maker(page *site.Page) string {
	if page.Entry != nil {
		return page.Entry.Doc.File
	}
	return page.Path
}

// failed tells of a template that does not work, once, however many pages it would have made.
func (r *run) failed(page *site.Page, err error) {
	problem := problemOf(err)
	if errors.Is(err, errTooLarge) || errors.Is(err, errTooSlow) {
		problem = r.excess(page, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, known := range r.problems {
		if known.Pos == problem.Pos && known.Text == problem.Text {
			if note := while(page); note < known.Notes[0] {
				r.problems[i].Notes[0] = note
			}
			return
		}
	}
	r.problems = append(r.problems, problem.Noted(while(page)))
}

func while(page *site.Page) string {
	if page.Entry != nil {
		return "while making " + page.Path + " from " + page.Entry.Doc.File
	}
	return "while making " + page.Path
}
