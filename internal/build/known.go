package build

import (
	"crypto/sha256"
	"path"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A known plan is the last one, and what it was made of. When since then a few entries only say something else on their own
// pages, which is what most edits are, it is amended instead of made anew: all other entries, addresses and lists stay as they
// are.
type known struct {
	others   source.Sum     // names all files but those of entries
	pieces   []*guide.Piece // in the order of files
	guide    *guide.Guide
	site     *site.Site
	problems []report.Problem // of joining and planning
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
	if k.problems = append(k.problems, more...); report.Errors(k.problems) == 0 && len(in.Unread) == 0 {
		b.known = k
	}
	return k
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
		if k.hasProblems(k.pieces[i].File()) || !k.guide.Amend(k.pieces[i], pieces[i]) {
			return false
		}
	}
	k.pieces = pieces
	return true
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
