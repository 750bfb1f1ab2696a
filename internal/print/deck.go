package print

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/typeset"
)

// Deck is a deck's sheets to cut.
func (p *Press) Deck(d *guide.Deck) Piece {
	return p.piece(p.folder(d.Lang)+"decks/"+d.ID, d.Title, shown(d.Entry, d.Cards), func() job {
		w := p.writer(d.Lang)
		v := p.view(d.Entry).(*site.DeckView)
		c := p.cutter(w, v.Heading, p.stock(d.Facts.Sizes))
		if d.Facts.InstructionCard {
			c.faces = append(c.faces, c.instruction(v.Summary, v.Intro, v.Stamp))
		}
		c.faces = append(c.faces, c.safety())
		entries := []*guide.Entry{d.Entry}
		for _, card := range d.Cards {
			entries = append(entries, card.Entry)
		}
		return c.job(d.Cards, entries)
	})
}

// Selection is cards that somebody chose, as a deck without a page of its own. Without a title it has the guide's.
func (p *Press) Selection(title string, cards []*guide.Card) Piece {
	var ids []string
	for _, card := range cards {
		ids = append(ids, card.ID)
	}
	path := "cards/" + fileName(title, ids)
	title = cmp.Or(title, p.site.Config.Title)
	return p.piece(path, title, nil, func() job {
		w := p.writer(cards[0].Lang)
		c := p.cutter(w, title, p.stock(nil))
		var entries []*guide.Entry
		for _, card := range cards {
			entries = append(entries, card.Entry)
		}
		c.faces = append(c.faces, c.instruction(joined(" · ", p.edition.Practice.Name, p.edition.Practice.Phone), nil, site.Stamp{}), c.safety())
		return c.job(cards, entries)
	})
}

// stock is the sheet the edition asks for, or else the first of the deck's that suits its paper, or the usual one.
func (p *Press) stock(sizes []string) Stock {
	s, _, ok := StockNamed(p.edition.Cut.Stock)
	if !ok {
		s = p.edition.usual()
		for _, name := range sizes {
			if own, _, known := StockNamed(name); known && !p.edition.Large && own.Paper == s.Paper {
				s = own
				break
			}
		}
	}
	if p.edition.Cut.Shop {
		return s.shop(p.edition.Cut.bleed())
	}
	return s
}

// bleed is what most shops in Europe ask for, unless it is said to be something else.
func (c Cut) bleed() float64 { return cmp.Or(c.Bleed, 3) }

// A cutter lays faces on sheets.
type cutter struct {
	*writer
	title    string
	stock    Stock
	faces    []*face
	shapes   *typeset.Shapes
	style    deckStyle
	problems []report.Problem
}

func (p *Press) cutter(w *writer, title string, s Stock) *cutter {
	return &cutter{writer: w, title: title, stock: s, shapes: new(typeset.Shapes), style: p.look.cards(s, p.edition.Large)}
}

// job is the whole deck: its cards, and blank ones that fill the last sheet.
func (c *cutter) job(cards []*guide.Card, entries []*guide.Entry) job {
	for i, card := range cards {
		c.faces = append(c.faces, c.card(card, c.stock, fmt.Sprintf("%s · %d/%d", c.title, i+1, len(cards))))
	}
	holds := c.holds()
	for len(c.faces)%holds != 0 {
		c.faces = append(c.faces, c.blank())
	}
	info := c.info(c.title, "", c.date(entries...))
	info.NoScaling, info.Duplex = true, map[Flip]pdf.Duplex{Long: pdf.LongEdge, Short: pdf.ShortEdge}[c.flip()]
	if info.Duplex == "" {
		info.Duplex = pdf.Simplex
	}
	parts := c.sheets(holds)
	return job{
		doc: &typeset.Document{Info: info, Parts: parts, Shapes: c.shapes}, entries: entries, problems: append(c.problems, c.writer.problems...),
		tell: c.tell,
	}
}

// tell tells of words beside the cards that do not fit.
func (c *cutter) tell(o typeset.Overflow) report.Problem {
	return report.New("print-card-too-long", report.Pos{}, "%s needs %s on the sheet %s", o.Name, more(o.Lines), c.stock.Name)
}

func (c *cutter) flip() Flip { return cmp.Or(c.edition.Cut.Flip, Long) }

// holds is how many cards a sheet holds; folded ones take two places.
func (c *cutter) holds() int {
	if c.flip() == Fold {
		return max(len(c.stock.folds()), 1)
	}
	return c.stock.places()
}

// sheets are the pages of the deck, in the order in which the printer wants them.
func (c *cutter) sheets(holds int) (parts []typeset.Part) {
	var backs []typeset.Part
	count := len(c.faces) / holds
	for i := range count {
		faces := c.faces[i*holds : (i+1)*holds]
		front, back := c.sheet(faces, fmt.Sprintf("%s · %d/%d", c.title, i+1, count))
		parts = append(parts, front)
		switch c.flip() {
		case Long, Short:
			parts = append(parts, back)
		case Apart:
			backs = append(backs, back)
		}
	}
	return append(parts, backs...)
}

// sheet is one sheet's front and back.
func (c *cutter) sheet(faces []*face, title string) (front, back typeset.Sheet) {
	var spots, behind []spot
	for i, f := range faces {
		place, other := c.place(i)
		spots, behind = append(spots, place), append(behind, other)
		boxes, over := c.boxes(f, place)
		if over > 0 {
			c.problems = append(c.problems, f.tooLong("front", over, c.stock))
			boxes = nil
		}
		front.Boxes = append(front.Boxes, boxes...)
		if f.back == nil || c.flip() == None {
			continue
		}
		box, over := c.backBox(f, other)
		if over > 0 {
			c.problems = append(c.problems, f.tooLong("back", over, c.stock))
			continue
		}
		if c.flip() == Fold {
			front.Boxes = append(front.Boxes, box)
		} else {
			back.Boxes = append(back.Boxes, box)
		}
	}
	if c.flip() == Fold {
		spots = append(spots, behind...)
	}
	c.frame(&front, spots)
	c.frame(&back, behind)
	marks := c.stock.marks(spots)
	if caption, scale := c.caption(spots, title); caption != nil {
		front.Boxes, marks = append([]typeset.Box{*caption}, front.Boxes...), append(marks, scale...)
	}
	front.Marks = ink(marks, c.stock.Paper.height)
	return front, back
}

// place is where the i-th card of a sheet lies, and where its other side does.
func (c *cutter) place(i int) (front, back spot) {
	if c.flip() == Fold {
		if pairs := c.stock.folds(); len(pairs) > 0 {
			return pairs[i][0], pairs[i][1]
		}
	}
	front = c.stock.front(i)
	flip := c.flip()
	if flip != Short {
		flip = Long
	}
	if c.edition.Cut.Shop { // shops want every page upright
		return front, front
	}
	return front, c.stock.back(front, flip).moved(c.edition.Cut.DX, c.edition.Cut.DY)
}

// frame sizes a page, and says what remains of it when it has been cut.
func (c *cutter) frame(s *typeset.Sheet, spots []spot) {
	s.Width, s.Height = c.stock.Paper.width*mm, c.stock.Paper.height*mm
	left, top, right, bottom := bounds(spots)
	left, top, right, bottom = max(left, 0), max(top, 0), min(right, c.stock.Paper.width), min(bottom, c.stock.Paper.height)
	s.Trim = pdf.Rect{Left: left * mm, Bottom: s.Height - bottom*mm, Right: right * mm, Top: s.Height - top*mm}
	bleed := c.edition.Cut.bleed() * mm
	s.Bleed = pdf.Rect{
		Left: max(s.Trim.Left-bleed, 0), Bottom: max(s.Trim.Bottom-bleed, 0),
		Right: min(s.Trim.Right+bleed, s.Width), Top: min(s.Trim.Top+bleed, s.Height),
	}
}

// caption stands in the wider of the margins above and below the cards, if there is room: which sheet it is, how to print it, and a
// ruler to check that it was.
func (c *cutter) caption(spots []spot, title string) (*typeset.Box, []mark) {
	if c.edition.Cut.Shop {
		return nil, nil
	}
	left, top, _, bottom := bounds(spots)
	room, y := top, top-markGap-markLength-4.2
	if below := c.stock.Paper.height - bottom; below > top {
		room, y = below, bottom+markGap+markLength+0.2
	}
	if room < unprintable+markGap+markLength+4.2 && !(c.stock.Perforated && room >= unprintable+4.5) {
		return nil, nil
	}
	if c.stock.Perforated {
		y = max(unprintable, top-6)
		if c.stock.Paper.height-bottom > top {
			y = bottom + 1.5
		}
	}
	style := c.foot
	style.Size = 7.5
	how := joined(" ", c.word("print-size"), c.word("print-flip-"+string(c.flip())), strings.ReplaceAll(c.word("print-ruler"), "{1}", "50"))
	from := max(left, unprintable+1)
	box := typeset.Box{
		X: (from + 54) * mm, Y: y * mm, Width: (c.stock.Paper.width - unprintable - from - 54) * mm, Height: 4.2 * mm,
		Name: "the line under the cards", Blocks: []typeset.Block{typeset.Paragraph{Style: &style, Text: typeset.Words(joined(" · ", title, how))}},
	}
	if box.Overflow(c.lang.Tag) > 0 {
		box.Blocks = []typeset.Block{typeset.Paragraph{Style: &style, Text: typeset.Words(c.word("print-size"))}}
	}
	return &box, ruler(from, y+3.2)
}
