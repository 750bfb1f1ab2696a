package build

import (
	"crypto/sha256"
	"path"
	"slices"
	"sync"

	"github.com/amends-guide/amends/internal/feed"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A known plan is the last one, and what it was made of. When since then a few entries only say something else, which is what most
// edits are, it is amended instead of made anew: all relations, addresses and lists stay as they are. Where only an entry's own page
// shows its words, the finished pages of all others stay too.
type known struct {
	others   source.Sum     // names all files but those of entries
	pieces   []*guide.Piece // in the order of files
	guide    *guide.Guide
	site     *site.Site
	feeds    func() []output.File
	problems []report.Problem // of joining and planning

	tree    *output.Tree   // the last that was finished; nil before the first
	loose   []string       // paths in it of what is made of the words of many entries
	amended []*guide.Entry // since then
	faced   bool           // other pages than theirs may show it
}

// mostAmended is how many changed entries are looked at one by one.
const mostAmended = 16

// join joins what files say into a guide and plans its site.
func (b *Builder) join(in guide.Input, files *source.Files) *known {
	others := otherFiles(files, in.Config.BaseURL)
	if k := b.known; k != nil && k.others == others && len(in.Unread) == 0 && k.amend(in.Pieces) {
		return k
	}
	k := &known{others: others, pieces: in.Pieces}
	b.known = nil
	var more []report.Problem
	k.guide, k.problems = guide.New(in, guide.Options{Drafts: b.options.Drafts, Today: b.options.Today})
	k.site, more = site.Plan(k.guide, files, &b.planned)
	k.feeds = feeds(k.site)
	if k.problems = append(k.problems, more...); report.Errors(k.problems) == 0 && len(in.Unread) == 0 {
		b.known = k
	}
	return k
}

// feeds makes what machines read of a site, once.
func feeds(s *site.Site) func() []output.File {
	return sync.OnceValue(func() []output.File { return feed.Files(s) })
}

// amend takes in the pieces that have changed. A plan that can take in only some of them is of no use any more.
func (k *known) amend(pieces []*guide.Piece) bool {
	if len(pieces) != len(k.pieces) {
		return false
	}
	var changed []int
	for i := range pieces {
		if pieces[i] != k.pieces[i] {
			changed = append(changed, i)
		}
	}
	if len(changed) > mostAmended {
		return false
	}
	for _, i := range changed {
		if k.hasProblems(k.pieces[i].File()) {
			return false
		}
		e, faced := k.guide.Amend(k.pieces[i], pieces[i])
		if e == nil {
			return false
		}
		k.amended = append(k.amended, e)
		if faced {
			k.site.Amend(e)
			k.faced, k.feeds = true, feeds(k.site)
		}
	}
	k.pieces = pieces
	return true
}

// stale are the pages that may be others than those of the last tree: all, or those of the entries that were amended, and those
// that name what readers search, which holds every entry's words.
func (k *known) stale() []*site.Page {
	if k.tree == nil || k.faced {
		return k.site.Pages
	}
	var pages []*site.Page
	for _, page := range k.site.Pages {
		if page.Template == "search" || page.Entry != nil && slices.Contains(k.amended, page.Entry) {
			pages = append(pages, page)
		}
	}
	return pages
}

// finished takes in the tree that was made of the plan.
func (k *known) finished(tree *output.Tree, loose []output.File) {
	k.tree, k.amended, k.faced, k.loose = tree, nil, false, nil
	for _, f := range loose {
		k.loose = append(k.loose, f.Path)
	}
}

// hasProblems says whether something was told of a file: its places may have moved.
func (k *known) hasProblems(file string) bool {
	for _, p := range k.problems {
		if p.Pos.File == file {
			return true
		}
	}
	return false
}

// otherFiles names all files but those of entries, whose pieces are compared.
func otherFiles(files *source.Files, baseURL string) source.Sum {
	h := sha256.New()
	h.Write([]byte(baseURL))
	for _, f := range files.All() {
		if path.Ext(f.Path) != ".md" {
			h.Write([]byte(f.Path))
			h.Write(f.Sum[:])
		}
	}
	return source.Sum(h.Sum(nil)[:16])
}
