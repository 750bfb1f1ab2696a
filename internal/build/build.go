// Package build is the flow: a site's files become a finished tree, in one direction, without touching the world.
//
// In comes a folder; out comes a [Result]: the tree, or the problems that keep it from being made, all of them at once. A
// [Builder] may build again and again. It then remembers what each file said and what each page looked like, under sums of
// all they depend on, so a rebuild walks everything, works out little, and makes the same bytes as a builder without memory.
// Nothing is written; that, showing and publishing are the last words of whoever asked for the tree.
package build

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/amends-guide/amends/internal/check"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/offline"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/print"
	"github.com/amends-guide/amends/internal/render"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/search"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/slab"
	"github.com/amends-guide/amends/internal/source"
)

// Options say what to build.
type Options struct {
	Dir     string     // the site's folder
	BuiltIn fs.FS      // templates, theme and vocabulary of a site that brings none
	BaseURL string     // stands in for the config's base_url; empty leaves it
	Minify  bool       // take out of the theme's files what browsers do not need
	Tickets bool       // make PDFs only when they are asked for: see [Result.Paper]
	Drafts  bool       // take in drafts and what is in review
	Thrifty bool       // hold the whole program to the memory that one build into a stage needs
	Today   facts.Date // how old helplines are is counted to here; no byte of the output depends on it
}

// A Builder builds one site, each time as it is then. It is not for use by several goroutines at once.
type Builder struct {
	options  Options
	source   *source.Reader
	readings readings
	rules    ruleFiles
	phrases  check.Phrases
	planned  site.Memo
	known    *known
	searched *search.Memo
	rendered render.Memo
	printed  print.Memo
	crawler  *check.Crawler
	last     *Planned // the last that became a tree
}

// A Result is one build.
type Result struct {
	Tree     *output.Tree // nil while a problem is an error
	Problems []report.Problem
	Lines    report.Lines // the site's text, for excerpts
	Config   *config.Config
	Plan     *coverage.Plan // what the guide wants to hold; never nil
	Guide    *guide.Guide   // whole enough to count and to name, even with problems; true until the next build
	Pages    int            // in the tree
	Paper    *print.Offer   // what the tree has tickets for; nil unless the options ask for them. True until the next build
	Took     time.Duration
}

// New opens a site for building. The builder must be closed.
func New(o Options) (*Builder, error) {
	reader, err := source.Open(o.Dir, o.BuiltIn)
	if err != nil {
		return nil, fmt.Errorf("open the site: %w", err)
	}
	return &Builder{options: o, source: reader, crawler: check.NewCrawler(), searched: new(search.Memo)}, nil
}

// Close lets go of the site's folder.
func (b *Builder) Close() error { return b.source.Close() }

// Build builds the site as it is now: it plans, and finishes. The error is the world's: [source.ErrNoSite], the context's, or the
// disk's; what an author can mend is in the result.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	p, err := b.Plan(ctx)
	if err != nil {
		return nil, err
	}
	return b.Finish(ctx, p, nil)
}

// A Planned is a build before any page is made: what printing begins with, and whoever wants to have some pages before the rest.
type Planned struct {
	*Result
	Site  *site.Site
	Files *source.Files

	start   time.Time
	unread  []report.Problem // of files that cannot be read
	known   *known
	indexed func() ([]output.File, []report.Problem) // what readers search; nil until somebody may ask for it
}

// Plan reads the site and plans it. The error is as Build's.
func (b *Builder) Plan(ctx context.Context) (*Planned, error) {
	start := time.Now()
	slab.NextRound()
	files, problems, err := b.source.Read(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the site: %w", err)
	}
	if last := b.last; last != nil && last.Files == files && reflect.DeepEqual(last.unread, problems) {
		return last.again(start), nil
	}
	c, wrong := config.Load(files)
	if b.source.Allow(c.Limits) {
		return b.Plan(ctx)
	}
	if b.options.Thrifty {
		hold(files)
	}
	r := &Result{Lines: files.Line, Problems: slices.Concat(problems, wrong), Config: c}
	planned := b.plan(r, files)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.Problems = report.Sort(r.Problems)
	r.Pages = len(planned.site.Pages)
	return &Planned{Result: r, Site: planned.site, Files: files, start: start, unread: problems, known: planned}, nil
}

// again is the same build, begun anew and finished already: nothing has changed.
func (p *Planned) again(start time.Time) *Planned {
	now, result := *p, *p.Result
	now.start, now.Result = start, &result
	return &now
}

// Pages makes those pages of a plan that lie at these addresses, and the files that they load: what can be shown before Finish has
// made the rest. It makes none of a plan with an error, and none if one cannot be made or is at fault in itself: Finish tells of it,
// and it may be the middle of a save.
func (b *Builder) Pages(p *Planned, addresses []string) []output.File {
	if report.Errors(p.Problems) > 0 || p.Tree != nil {
		return nil
	}
	var pages []*site.Page
	for _, address := range addresses {
		if page := p.Site.Page(address); page != nil {
			pages = append(pages, page)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	b.index(p)
	made, _ := render.Pages(p.Site, pages, p.Files, &b.rendered, render.Options{})
	sound := made != nil
	for _, f := range made {
		f.Use(func(page []byte) { sound = b.crawler.Look(f, page, p.Site.Base) && sound })
	}
	if !sound {
		return nil
	}
	return append(made, p.Site.Files...)
}

// Finish makes the tree of a plan, all of it. The error is as Build's. A stage takes the pages as they are made, so that they need
// not be held; of such a tree the next build remembers nothing.
func (b *Builder) Finish(ctx context.Context, p *Planned, stage *output.Stage) (*Result, error) {
	r := p.Result
	switch {
	case r.Tree != nil: // again
	case report.Errors(r.Problems) > 0:
		r.tell(b.rendered.Check(r.Config.Languages, p.Files))
	default:
		tree, err := b.finish(ctx, p, stage)
		if err != nil {
			return nil, err
		}
		r.Tree = tree
	}
	r.Problems = report.Sort(r.Problems)
	r.Took = time.Since(p.start)
	if r.Tree != nil && stage == nil {
		b.last = p
	}
	return r, nil
}

// plan goes from files to the planned site. It goes all the way even when there are problems, so that one run shows them all.
func (b *Builder) plan(r *Result, files *source.Files) *known {
	c := r.Config
	if b.options.BaseURL != "" {
		c.BaseURL = b.options.BaseURL
	}
	in, problems := b.readings.read(c, files)
	r.tell(problems)
	r.Plan, problems = coverage.ReadPlan(files, in.Vocabulary.IDs)
	r.tell(problems)
	in.Rules, problems = b.rules.read(c, files, in.Vocabulary)
	r.tell(problems)
	k := b.join(in, files)
	r.Guide = k.guide
	r.tell(k.problems)
	r.tell(b.phrases.Check(k.guide))
	return k
}

// finish makes and verifies the tree; it is nil when a template or a finished page has a problem.
func (b *Builder) finish(ctx context.Context, p *Planned, stage *output.Stage) (*output.Tree, error) {
	if stage != nil {
		b.forget()
	}
	b.index(p)
	go p.indexed()
	go p.known.feeds()
	look := func(f output.File, page []byte) { b.crawler.Look(f, page, p.Site.Base) }
	pages, problems := render.Pages(p.Site, p.known.stale(), p.Files, &b.rendered, render.Options{Stage: stage, Look: look})
	indexed, more := p.indexed()
	p.tell(append(problems, more...))
	if report.Errors(p.Problems) > 0 {
		return nil, nil
	}
	paper, err := b.paper(ctx, p, stage)
	if err != nil || report.Errors(p.Problems) > 0 {
		return nil, err
	}
	made := slices.Concat(pages, p.Site.Files, p.known.feeds(), indexed, paper)
	if b.options.Minify {
		minifyTheme(made)
	}
	tree, err := p.known.tree.With(made, p.known.loose)
	if err == nil {
		tree, err = tree.With(offline.Files(p.Site, tree.Files()), nil)
	}
	if err != nil {
		return nil, fmt.Errorf("put the site together: %w", err)
	}
	problems = append(b.crawler.Crawl(tree, p.Site.Base), check.Contrast(p.Site.Colors)...)
	p.tell(problems)
	if report.Errors(problems) > 0 {
		return nil, nil
	}
	if stage == nil {
		p.known.finished(tree, slices.Concat(indexed, paper))
	}
	return tree, nil
}

// paper is the PDFs that the site offers, or tickets for them.
func (b *Builder) paper(ctx context.Context, p *Planned, stage *output.Stage) ([]output.File, error) {
	offer, problems := print.Offered(p.Site, p.Files, &b.printed)
	p.tell(problems)
	if b.options.Tickets {
		p.Paper = offer
		return offer.Tickets(), nil
	}
	made, problems, err := offer.Files(ctx, stage)
	p.tell(problems)
	return made, err
}

// forget lets go of what only another build would ask for.
func (b *Builder) forget() {
	b.source.Forget()
	b.readings, b.rules, b.phrases, b.known, b.searched = readings{}, ruleFiles{}, check.Phrases{}, nil, new(search.Memo)
}

// index says how to make what readers search; it is made once, for who asks first. Only the page of the search asks for an index by
// its name, which follows from what is in it.
func (b *Builder) index(p *Planned) {
	if p.indexed != nil {
		return
	}
	words := b.searched
	p.indexed = sync.OnceValues(func() ([]output.File, []report.Problem) { return search.Indexes(p.Site, p.Files, words) })
	p.Site.Index = func(page string) string {
		made, _ := p.indexed()
		for _, f := range made {
			if dir, name := path.Split("/" + f.Path); dir == page {
				return name
			}
		}
		return ""
	}
}

func (r *Result) tell(problems []report.Problem) { r.Problems = append(r.Problems, problems...) }
