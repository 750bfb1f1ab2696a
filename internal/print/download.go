package print

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
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

// An Offer is the pieces that a site has for download, below print/. Like the memo it is used by one goroutine at a time.
type Offer struct {
	press  *Press
	pieces []Piece
	own    []byte // the sums of the files that the settings name
	memo   *Memo
}

// Offered is what config.toml has the site offer; an empty offer where the settings cannot be used.
func Offered(s *site.Site, files *source.Files, memo *Memo) (*Offer, []report.Problem) {
	edition, problems := Configured(s.Config, files, memo)
	o := &Offer{memo: memo}
	if len(s.Config.Print.Downloads) == 0 || report.Errors(problems) > 0 {
		return o, problems
	}
	o.press = New(s, edition) // whose fonts take longer to read than a small guide to build
	for _, path := range s.Config.Print.Files() {
		file, _ := files.Get(path)
		o.own = append(o.own, file.Sum[:]...)
	}
	for _, piece := range o.press.Pieces() {
		if piece.among(s.Config.Print.Downloads) {
			piece.Path = "print/" + piece.Path
			o.pieces = append(o.pieces, piece)
		}
	}
	return o, problems
}

// Files makes all pieces, in the order of their paths. A stage takes them as they are made; then they are not remembered.
func (o *Offer) Files(ctx context.Context, stage *output.Stage) ([]output.File, []report.Problem, error) {
	next := map[string]kept{}
	var fresh []Piece
	var sums [][32]byte
	for _, piece := range o.pieces {
		sum := o.sum(piece)
		if known, ok := o.memo.last[piece.Path]; ok && known.sum == sum {
			next[piece.Path] = known
			continue
		}
		fresh, sums = append(fresh, piece), append(sums, sum)
	}
	made, found, err := all(ctx, fresh, stage)
	if err != nil {
		return nil, nil, err
	}
	for i, file := range made {
		next[fresh[i].Path] = kept{sums[i], file, found[i]}
	}
	if stage == nil {
		o.memo.last = next
	}
	var finished []output.File
	var problems []report.Problem
	for _, k := range next {
		finished, problems = append(finished, k.file), append(problems, k.problems...)
	}
	slices.SortFunc(finished, func(a, b output.File) int { return cmp.Compare(a.Path, b.Path) })
	return finished, report.Sort(problems), nil
}

// Tickets stand for the files in a tree that is only looked at: each lies where its file would, and differs when that may.
func (o *Offer) Tickets() (tickets []output.File) {
	offered := map[string]bool{}
	for _, piece := range o.pieces {
		sum := o.sum(piece)
		tickets = append(tickets, output.NewFile(piece.Path, sum[:], "print"))
		offered[piece.Path] = true
	}
	maps.DeleteFunc(o.memo.last, func(path string, _ kept) bool { return !offered[path] })
	return tickets
}

// File makes the piece of a ticket; ok is false where no ticket has that path.
func (o *Offer) File(path string) (file output.File, problems []report.Problem, err error, ok bool) {
	i := slices.IndexFunc(o.pieces, func(p Piece) bool { return p.Path == path })
	if i < 0 {
		return output.File{}, nil, nil, false
	}
	sum := o.sum(o.pieces[i])
	if known, ok := o.memo.last[path]; ok && known.sum == sum {
		return known.file, known.problems, nil, true
	}
	if file, problems, err = o.pieces[i].Make(); err == nil {
		if o.memo.last == nil {
			o.memo.last = map[string]kept{}
		}
		o.memo.last[path] = kept{sum, file, problems}
	}
	return file, problems, err, true
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
func (o *Offer) sum(piece Piece) [32]byte {
	hash := sha256.New()
	hash.Write(o.own)
	hash.Write([]byte(piece.Path))
	for _, e := range piece.shows {
		sum := o.press.pageSum(e)
		hash.Write(sum[:])
	}
	return [32]byte(hash.Sum(nil))
}
