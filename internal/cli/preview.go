package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/print"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/serve"
	"github.com/amends-guide/amends/internal/source"
	"github.com/amends-guide/amends/internal/watch"
)

// A preview is one run of serve.
type preview struct {
	*session
	flags   *serveFlags
	options build.Options
	builder *build.Builder
	folder  os.FileInfo // what the builder has open
	guide   sync.Mutex  // held by whoever builds, which may amend the last guide, or looks at a guide from elsewhere
	server  *serve.Server
	status  status
	failed  bool          // the last build came to nothing because of the world
	shown   *output.Tree  // by the last build; nil if nothing could be made
	first   bool          // pages are shown whose rest is still to come
	files   *source.Files // of what was shown last
	looked  chan struct{}
}

func (s *session) newPreview(f *serveFlags, dir string, o build.Options) *preview {
	p := &preview{session: s, flags: f, options: o, status: newStatus(s.stdout, s.stderr), looked: make(chan struct{}, 1)}
	looked := func() {
		select {
		case p.looked <- struct{}{}:
		default: // there is a look to come already
		}
	}
	p.server = serve.New(serve.Options{Hosts: f.hosts, Dir: dir, Follow: f.follow, Looked: looked})
	return p
}

// secondThought is how long a problem must stand before it is shown: it may be the middle of a save.
const secondThought = 40 * time.Millisecond

// rest is how long nothing must have happened before what builds have used is given back to the system.
const rest = 2 * time.Second

// mostHints is how many changed files are named where nobody has told of them.
const mostHints = 100

// anotherTry is how long after a failure of the world a build is tried again: nobody may tell when a disk is back.
const anotherTry = time.Second

// keepShowing rebuilds after every change, one at a time; what happens meanwhile makes one more.
func (p *preview) keepShowing(ctx context.Context, changes <-chan watch.Change) {
	var hints []string
	resting := time.NewTimer(rest)
	for {
		var change watch.Change
		var again <-chan time.Time
		if p.failed {
			again = time.After(anotherTry)
		}
		select {
		case <-ctx.Done():
			p.status.end()
			return
		case <-resting.C:
			debug.FreeOSMemory()
			continue
		case <-again:
		case <-p.looked: // not every disk tells of its changes, but whoever looks wants to see them
		case change = <-changes:
		}
		for again := true; again; {
			hints = append(hints, change.Hints...)
			if change.Notice != "" {
				p.status.end()
				p.complain(change.Notice+": looking every two seconds instead", "")
			}
			r := p.rebuild(ctx)
			change, again = p.secondThought(ctx, r, changes)
			if !again && ctx.Err() == nil && (len(hints) > 0 || !p.shows(r)) {
				if len(hints) == 0 && r.Files != nil && p.files != nil { // somebody looked before the disk told
					hints = r.Files.Changed(p.files)
					hints = hints[:min(len(hints), mostHints)]
				}
				p.show(r, hints)
				hints = nil
				resting.Reset(rest)
			}
		}
	}
}

// secondThought waits a moment with a problem, and says whether something has changed since.
func (p *preview) secondThought(ctx context.Context, r *build.Planned, changes <-chan watch.Change) (change watch.Change, again bool) {
	if report.Errors(r.Problems) == 0 {
		return change, false
	}
	select {
	case <-ctx.Done():
		return change, false
	case <-time.After(secondThought):
		return change, false
	case change = <-changes:
		return change, true
	}
}

// rebuild builds; what the world has against it is shown as a problem too, for it may well be over soon.
func (p *preview) rebuild(ctx context.Context) *build.Planned {
	r, err := p.build(ctx)
	p.failed = err != nil
	if err == nil {
		return r
	}
	problem := report.Problem{Severity: report.Error, Text: err.Error()}
	if errors.Is(err, source.ErrNoSite) {
		problem = report.Problem{Severity: report.Error, Text: source.ErrNoSite.Error(), Hint: "put it back, and the guide is here again"}
	}
	return &build.Planned{Result: &build.Result{Problems: []report.Problem{problem}}}
}

// build builds the site; what browsers show is made and shown before the rest.
func (p *preview) build(ctx context.Context) (*build.Planned, error) {
	p.guide.Lock()
	defer p.guide.Unlock()
	planned, err := p.plan(ctx)
	if err != nil {
		return nil, err
	}
	return planned, p.finish(ctx, planned)
}

// plan plans the site; with a new builder if the folder of that name has become another one.
func (p *preview) plan(ctx context.Context) (*build.Planned, error) {
	folder, err := os.Stat(p.options.Dir)
	if err != nil {
		return nil, err
	}
	if p.builder != nil && !os.SameFile(p.folder, folder) {
		p.close()
	}
	if p.builder == nil {
		if p.builder, err = build.New(p.options); err != nil {
			return nil, err
		}
		p.folder = folder
	}
	return p.builder.Plan(ctx)
}

// showFirst makes and shows the pages that browsers show, before the rest.
func (p *preview) showFirst(planned *build.Planned) {
	root := planned.Config.Path()
	if first := p.builder.Pages(planned, p.server.InView(root)); first != nil {
		p.server.ShowFirst(serve.Site{Root: root, Drafts: drafts(planned)}, first)
		p.first = true
	}
}

// finish makes what was planned.
func (p *preview) finish(ctx context.Context, planned *build.Planned) error {
	if p.shown != nil || !p.status.begun { // after a mistake that only the whole site may have, nothing is shown before it is whole
		p.showFirst(planned)
	}
	_, err := p.builder.Finish(ctx, planned, nil)
	return err
}

func (p *preview) close() {
	if p.builder != nil {
		p.builder.Close()
		p.builder = nil
	}
}

// shows says whether a result is what is shown already.
func (p *preview) shows(r *build.Planned) bool {
	return !p.first && r.Tree == p.shown && reflect.DeepEqual(r.Problems, p.status.problems)
}

// show shows a result, in the browser and in the terminal.
func (p *preview) show(r *build.Planned, hints []string) {
	site := serve.Site{Tree: r.Tree, Problems: r.Problems, Lines: r.Lines}
	if r.Config != nil {
		site.Editor = p.flags.editorFor(r.Config)
	}
	if r.Tree != nil {
		site.Root, site.Drafts, site.Report = r.Config.Path(), drafts(r), p.report(r.Guide, r.Plan)
		site.Paper = p.paper(r.Paper)
	}
	p.shown, p.first = r.Tree, false
	p.files = cmp.Or(r.Files, p.files)
	changes := p.server.Show(site, hints)
	p.status.tell(r.Result, changes, p.there(hints))
}

// report makes the report of a guide when it is asked for, once a day at most. It is the guide of the last good build; where a
// build that came to nothing has begun to amend it, it has the newer words of some entries, and is whole all the same.
func (p *preview) report(g *guide.Guide, plan *coverage.Plan) func() *coverage.Report {
	var made *coverage.Report
	return func() *coverage.Report {
		p.guide.Lock()
		defer p.guide.Unlock()
		if day := today(); made == nil || made.Day != day.String() {
			made = coverage.New(g, plan, day)
		}
		return made
	}
}

// paper makes what a site offers as PDF when it is asked for; like the report it may have newer words than the tree.
func (p *preview) paper(offer *print.Offer) func(string) ([]byte, []report.Problem, bool) {
	return func(path string) ([]byte, []report.Problem, bool) {
		p.guide.Lock()
		defer p.guide.Unlock()
		file, problems, err, ok := offer.File(path)
		if err != nil {
			return nil, []report.Problem{{Severity: report.Error, Text: err.Error()}}, ok
		}
		return file.Data(), problems, ok
	}
}

// there are those of some files that exist; editors make others for a moment. If none does, something was removed.
func (p *preview) there(hints []string) (files []string) {
	for _, hint := range hints {
		if _, err := os.Lstat(filepath.Join(p.options.Dir, filepath.FromSlash(hint))); err == nil {
			files = append(files, hint)
		}
	}
	if files == nil {
		return hints
	}
	return files
}

// drafts are the pages that a published guide would not have, with what their entries are.
func drafts(r *build.Planned) map[string]string {
	pages := map[string]string{}
	for _, page := range r.Site.Pages {
		if page.Entry == nil {
			continue
		}
		if s := page.Entry.Facts.Status; s == "draft" || s == "review" {
			pages[page.File] = s
		}
	}
	return pages
}

// pages are those of the paths that are pages.
func pages(changes output.Changes) (paths []string) {
	for _, list := range [][]string{changes.Added, changes.Changed, changes.Removed} {
		for _, name := range list {
			if path.Ext(name) == ".html" {
				paths = append(paths, name)
			}
		}
	}
	slices.Sort(paths)
	return paths
}
