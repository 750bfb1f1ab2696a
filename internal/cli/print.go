package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/print"
)

// printFlags are what may be said of paper.
type printFlags struct {
	siteFlags
	out, paper, practice, phone, logo string
	sheet, flip, offset, title        string
	cards                             []string
	bleed                             float64
	large, flat, noSources, shop      bool
}

func (s *session) printCommand() *cobra.Command {
	var f printFlags
	cmd := &cobra.Command{
		Use:   "print [<entry> …]",
		Short: "make pages to print: handouts, worksheets, card decks and the whole guide as a book",
		Long: `amends print makes everything as PDF, in the folder print.
amends print essays/coming-back-is-the-skill makes one essay, and coming-back-is-the-skill-handout what it comes to,
on one page; worksheets/… and decks/… likewise, and book.
Several essays and worksheets, or one with --title, become one file, with the cards of --cards at its end.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.out == "" {
				f.out = filepath.Join(f.dir, "print")
			}
			return s.print(cmd.Context(), &f, args)
		},
	}
	f.register(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.out, "out", "", "`folder` to write to; without it, print in the guide's folder")
	flags.StringVar(&f.paper, "paper", "", "`paper`: a4 or letter")
	flags.BoolVar(&f.large, "large", false, "large print: nothing below 16 points, set anew")
	flags.BoolVar(&f.flat, "flat", false, "without fields one can type in")
	flags.BoolVar(&f.noSources, "no-sources", false, "without sources")
	flags.StringVar(&f.practice, "practice", "", "`name` of the practice that hands it out")
	flags.StringVar(&f.phone, "phone", "", "its telephone `number`")
	flags.StringVar(&f.logo, "logo", "", "its logo, a JPEG or PNG `file`")
	flags.StringVar(&f.sheet, "sheet", "", "`sheet` that decks are cut from, such as a4-8up or 5371; docs/printing.md has them all")
	flags.StringVar(&f.flip, "flip", "", "how backs come behind fronts: `long`, short, apart, fold or none")
	flags.StringVar(&f.offset, "back-offset", "", "`millimetres` by which backs are moved right and down, such as \"0.5 -1\"")
	flags.BoolVar(&f.shop, "shop", false, "one card a page with bleed, for a print shop")
	flags.Float64Var(&f.bleed, "bleed", 3, "`millimetres` that ink may reach beyond the cut, for --shop")
	flags.StringSliceVar(&f.cards, "cards", nil, "`ids` of cards: alone, as a deck; with an essay, in place of the essay's own")
	flags.StringVar(&f.title, "title", "", "`title` of what is made of --cards, or of several entries")
	cmd.MarkFlagDirname("out")
	cmd.RegisterFlagCompletionFunc("flip", cobra.FixedCompletions(config.Flips, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("sheet", cobra.FixedCompletions(stockNames(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("paper", cobra.FixedCompletions(config.Papers, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (s *session) print(ctx context.Context, f *printFlags, args []string) error {
	if err := f.check(); err != nil {
		return err
	}
	b, err := build.New(f.options())
	if err != nil {
		return err
	}
	defer b.Close()
	planned, err := b.Plan(ctx)
	if err != nil {
		return err
	}
	if err := s.tell(&f.siteFlags, planned.Result); err != nil {
		return err
	}
	edition, err := s.edition(f, planned)
	if err != nil {
		return err
	}
	if err := s.chooseCards(f, planned.Result, &edition); err != nil {
		return err
	}
	press := print.New(planned.Site, edition)
	switch {
	case len(args) > 0:
		piece, err := f.asked(press, args)
		if err != nil {
			return err
		}
		return s.makeOne(f, planned.Result, piece)
	case len(f.cards) > 0:
		return s.makeOne(f, planned.Result, press.Selection(f.title, edition.Cards))
	}
	return s.printAll(ctx, f, planned.Result, press)
}

// edition is what config.toml says of paper, and then the flags.
func (s *session) edition(f *printFlags, p *build.Planned) (e print.Edition, err error) {
	e, problems := print.Configured(p.Config, p.Files, new(print.Memo))
	p.Problems = problems
	if err := s.tell(&f.siteFlags, p.Result); err != nil {
		return e, err
	}
	e.Large, e.Flat, e.NoSources, e.Cut.Shop, e.Date = f.large, f.flat, f.noSources, f.shop, sourceDate()
	e.Practice.Name, e.Practice.Phone = cmp.Or(f.practice, e.Practice.Name), cmp.Or(f.phone, e.Practice.Phone)
	if f.paper != "" {
		e.Letter = f.paper == "letter"
	}
	if !slices.Contains(append(config.Papers, ""), f.paper) {
		return e, misuse{fmt.Sprintf("--paper cannot be %q", f.paper), "choose a4 or letter"}
	}
	if err := f.cut(&e.Cut); err != nil || f.logo == "" {
		return e, err
	}
	logo, err := os.ReadFile(f.logo)
	if err != nil {
		return e, misuse{fmt.Sprintf("--logo cannot be %q: it cannot be read", f.logo), "name a JPEG or PNG file"}
	}
	if e.Practice.Logo, err = pdf.ParseImage(logo); err != nil {
		return e, misuse{fmt.Sprintf("the logo %q cannot be used: %v", f.logo, err), "save it as JPEG or PNG"}
	}
	return e, nil
}

// sourceDate is the day that SOURCE_DATE_EPOCH says, or none.
func sourceDate() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return time.Time{}
}

// cut changes how cards are laid on sheets.
func (f *printFlags) cut(c *print.Cut) error {
	c.Stock, c.Flip = cmp.Or(f.sheet, c.Stock), print.Flip(cmp.Or(f.flip, string(c.Flip)))
	stock, _, ok := print.StockNamed(c.Stock)
	switch {
	case c.Stock != "" && !ok:
		return misuse{fmt.Sprintf("there is no sheet %q", c.Stock), suggestion(c.Stock, stockNames(), "sheets are "+strings.Join(stockNames(), ", "))}
	case !slices.Contains(append(config.Flips, ""), string(c.Flip)):
		return misuse{fmt.Sprintf("--flip cannot be %q", f.flip), suggestion(f.flip, config.Flips, "choose one of "+strings.Join(config.Flips, ", "))}
	case c.Flip == print.Fold && stock.Perforated:
		return misuse{fmt.Sprintf("the sheet %s parts into single cards, so nothing on it can be folded", stock.Name), "choose another sheet, or --flip long"}
	}
	if c.Bleed = f.bleed; !(c.Bleed >= 1 && c.Bleed <= 10) {
		return misuse{fmt.Sprintf("--bleed cannot be %g", f.bleed), "shops ask for 2, 3 or 3.175 millimetres (an eighth of an inch)"}
	}
	if err := c.Offset(f.offset); err != nil {
		return misuse{fmt.Sprintf("--back-offset cannot be %q: %v", f.offset, err), `write millimetres to the right and down, such as "0.5 -1"`}
	}
	return nil
}

func stockNames() (names []string) {
	for _, s := range print.Stocks() {
		names = append(names, s.Name)
	}
	return names
}

// chooseCards finds the cards of --cards.
func (s *session) chooseCards(f *printFlags, r *build.Result, e *print.Edition) error {
	var ids []string
	byID := map[string]*guide.Card{}
	for _, c := range r.Guide.Cards {
		if byID[c.ID] == nil { // the guide's own language comes first
			byID[c.ID] = c
			ids = append(ids, c.ID)
		}
	}
	for _, id := range f.cards {
		id = strings.TrimPrefix(strings.TrimSpace(id), "cards/")
		if byID[id] == nil {
			return misuse{fmt.Sprintf("there is no card %q", id), suggestion(id, ids, "ids are the names of the files under content/"+r.Config.Language+"/cards")}
		}
		e.Cards = append(e.Cards, byID[id])
	}
	return nil
}

// asked is the piece that those names ask for: one, or several together.
func (f *printFlags) asked(press *print.Press, names []string) (print.Piece, error) {
	var pieces []print.Piece
	for _, name := range names {
		piece, err := find(press.Pieces(), name)
		if err != nil {
			return piece, err
		}
		if !slices.ContainsFunc(pieces, func(p print.Piece) bool { return p.Path == piece.Path }) {
			pieces = append(pieces, piece)
		}
	}
	if len(pieces) == 1 && (f.title == "" || !pieces[0].Joins()) {
		return pieces[0], nil
	}
	for _, piece := range pieces {
		if !piece.Joins() {
			return piece, misuse{fmt.Sprintf("%q cannot be in one file with others", strings.TrimSuffix(piece.Path, ".pdf")), "print it by itself"}
		}
	}
	return press.Together(f.title, pieces), nil
}

// makeOne makes a piece and writes it, under a name that a later "amends print" leaves alone.
func (s *session) makeOne(f *printFlags, r *build.Result, piece print.Piece) error {
	file, problems, err := piece.Make()
	if err != nil {
		return err
	}
	r.Problems = problems
	if err := s.tell(&f.siteFlags, r); err != nil {
		return err
	}
	to := f.out
	if filepath.Ext(to) != ".pdf" {
		to = filepath.Join(to, strings.ReplaceAll(piece.Path, "/", "-"))
	}
	before, err := os.ReadFile(to)
	news := ""
	if err == nil && !bytes.Equal(before, file.Data()) {
		news = ", in place of another"
	}
	if err := replace(to, file.Data()); err != nil || f.silent() {
		return err
	}
	_, err = fmt.Fprintf(s.stdout, "printed %s: %s, %s%s\n", piece.Title, to, size(int64(file.Size)), news)
	return err
}

// replace writes a file whole or not at all.
func replace(to string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	half := to + ".half"
	if err := os.WriteFile(half, data, 0o644); err != nil {
		os.Remove(half)
		return err
	}
	return os.Rename(half, to)
}

// find is the piece that a name on the command line means.
func find(pieces []print.Piece, name string) (print.Piece, error) {
	name = strings.TrimSuffix(filepath.ToSlash(name), ".pdf")
	var names []string
	for _, p := range pieces {
		whole := strings.TrimSuffix(p.Path, ".pdf")
		if whole == name {
			return p, nil
		}
		names = append(names, whole)
	}
	for _, p := range pieces {
		if strings.TrimSuffix(path.Base(p.Path), ".pdf") == name {
			return p, nil
		}
	}
	return print.Piece{}, misuse{fmt.Sprintf("there is no %q to print", name), suggestion(name, names, "name an essay, worksheet or deck, such as "+names[0])}
}

func (s *session) printAll(ctx context.Context, f *printFlags, r *build.Result, press *print.Press) error {
	start := time.Now()
	files, problems, err := print.All(ctx, press.Pieces())
	if err != nil {
		return err
	}
	r.Problems = problems
	if err := s.tell(&f.siteFlags, r); err != nil {
		s.complain(f.out+" is as it was: nothing was written", "")
		return err
	}
	tree, err := output.New(files)
	if err != nil {
		return err
	}
	took := time.Since(start)
	written, err := output.Write(ctx, f.out, tree, f.around(true))
	s.warn(written)
	if err != nil || f.silent() {
		return err
	}
	fmt.Fprintf(s.stdout, "printed %s, %s in %s\n", counted(tree.Len(), "file"), size(tree.Bytes()), took.Round(time.Millisecond))
	_, err = fmt.Fprintf(s.stdout, "%s: %s\n", f.out, changed(written.Changes))
	return err
}
