package print

import (
	"cmp"
	"context"
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
	"github.com/amends-guide/amends/internal/typeset"
)

// A Memo keeps the files of the last site, so that a piece is set again only when something in it has changed, and the guide's own
// fonts. The zero Memo is ready to use, by one goroutine at a time.
type Memo struct {
	last  map[string]kept
	faces map[source.Sum]*typeset.Face
}

// A kept file, and the sum of all that it shows.
type kept struct {
	sum      [32]byte
	file     output.File
	problems []report.Problem
}

// Downloads are the pieces that the site offers, below print/.
func Downloads(ctx context.Context, s *site.Site, files *source.Files, memo *Memo) ([]output.File, []report.Problem, error) {
	edition, problems := Configured(s.Config, files, memo)
	offered := s.Config.Print.Downloads
	if len(offered) == 0 || report.Errors(problems) > 0 {
		return nil, problems, nil
	}
	p := New(s, edition)
	var own []byte
	for _, path := range s.Config.Print.Files() {
		file, _ := files.Get(path)
		own = append(own, file.Sum[:]...)
	}
	next := map[string]kept{}
	var fresh []Piece
	var sums [][32]byte
	for _, piece := range p.Pieces() {
		if !piece.among(offered) {
			continue
		}
		piece.Path = "print/" + piece.Path
		sum := p.sum(piece, own)
		if known, ok := memo.last[piece.Path]; ok && known.sum == sum {
			next[piece.Path] = known
			continue
		}
		fresh, sums = append(fresh, piece), append(sums, sum)
	}
	made, found, err := all(ctx, fresh)
	if err != nil {
		return nil, nil, err
	}
	for i, file := range made {
		next[fresh[i].Path] = kept{sums[i], file, found[i]}
	}
	memo.last = next
	var finished []output.File
	for _, k := range next {
		finished, problems = append(finished, k.file), append(problems, k.problems...)
	}
	slices.SortFunc(finished, func(a, b output.File) int { return cmp.Compare(a.Path, b.Path) })
	return finished, report.Sort(problems), nil
}

// among says whether the piece is of a kind that is offered: its folder, or "book". Notes to worksheets are for therapists, who print
// them with the program.
func (p Piece) among(offered []string) bool {
	folder, name := path.Split(strings.TrimSuffix(p.Path, ".pdf"))
	if name == "book" {
		return slices.Contains(offered, name)
	}
	return !p.aside && slices.Contains(offered, path.Base(folder))
}

// sum names all that a piece shows: every page that has something of it, and the files that the settings name.
func (p *Press) sum(piece Piece, own []byte) [32]byte {
	hash := sha256.New()
	hash.Write(own)
	hash.Write([]byte(piece.Path))
	for _, e := range piece.shows {
		sum := p.pageSum(e)
		hash.Write(sum[:])
	}
	return [32]byte(hash.Sum(nil))
}
