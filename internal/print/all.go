package print

import (
	"context"
	"errors"
	"slices"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/parallel"
	"github.com/amends-guide/amends/internal/report"
)

// Pieces are everything there is to print, in the order of the guide.
func (p *Press) Pieces() []Piece {
	var pieces []Piece
	g := p.site.Guide
	for _, e := range g.Essays {
		pieces = append(pieces, p.Essay(e))
		if handout, ok := p.Handout(e); ok {
			pieces = append(pieces, handout)
		}
	}
	for _, w := range g.Worksheets {
		pieces = append(pieces, p.Worksheet(w))
		if notes, ok := p.Notes(w); ok {
			pieces = append(pieces, notes)
		}
	}
	for _, d := range g.Decks {
		pieces = append(pieces, p.Deck(d))
	}
	if len(g.Decks) > 0 {
		pieces = append(pieces, p.Calibration())
	}
	languages := p.site.Config.Languages
	for i := range languages {
		pieces = append(pieces, p.Book(&languages[i]))
	}
	return pieces
}

// All makes pieces, on as many processors as there are. The files are in the order of the pieces.
func All(ctx context.Context, pieces []Piece) ([]output.File, []report.Problem, error) {
	files, found, err := all(ctx, pieces, nil)
	return files, report.Sort(slices.Concat(found...)), err
}

// all are the pieces' files, staged if there is a stage, and the problems of each.
func all(ctx context.Context, pieces []Piece, stage *output.Stage) ([]output.File, [][]report.Problem, error) {
	files, problems, errs := make([]output.File, len(pieces)), make([][]report.Problem, len(pieces)), make([]error, len(pieces))
	err := parallel.Try(ctx, len(pieces), func(i int) error {
		files[i], problems[i], errs[i] = pieces[i].Make()
		if stage != nil && errs[i] == nil {
			files[i] = stage.NewFile(files[i].Path, files[i].Data(), files[i].Maker)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	return files, problems, errors.Join(errs...)
}
