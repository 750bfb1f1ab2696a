package guide

import (
	"cmp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
)

// Input is all that a guide is made of, each part read on its own. New changes nothing of it.
type Input struct {
	Config     *config.Config
	Vocabulary *Vocabulary
	Sources    *Sources
	Helplines  *Helplines
	Rules      map[string]*phrasing.Rules // by language; those that have some
	Pieces     []*Piece                   // in any order
	Unread     []Place                    // entries whose files cannot be read, as has been told: to name one is no mistake; of some not even the kind is known
	Pictures   []string                   // path of every picture under content/
}

// Options are what the one who builds may choose.
type Options struct {
	Drafts bool       // take in drafts and what is in review
	Today  facts.Date // helplines are as old as it says
}

// New joins the pieces of a site into a guide. The problems are those that show when files meet; they are sorted, and the
// guide is whole enough to be looked at even then, with what could not be resolved left out.
func New(in Input, o Options) (*Guide, []report.Problem) {
	j := &joiner{Input: in, Options: o}
	j.sort()
	j.place()
	j.relate()
	j.pair()
	j.check()
	return j.guide(), report.Sort(j.problems)
}

// A joiner is a guide in the making.
type joiner struct {
	Input
	Options
	problems []report.Problem
	partial  bool             // something that an entry says cannot be read, as has been told
	pieces   []*Piece         // those that are published, in reading order
	entries  []Entry          // one for each of pieces
	left     []LeftOut        // in reading order
	leftOut  map[Place]string // why
	seekings []seeking
	ids      []map[string]*Entry // for each language: the first entry with that id
	sources  map[string]*Source
	cited    []Source
	pictures []string // sorted

	essays     shelf[Essay]
	cards      shelf[Card]
	worksheets shelf[Worksheet]
	paths      shelf[Path]
	decks      shelf[Deck]
	terms      shelf[Term]
	pages      shelf[Page]

	targets     slab.Of[Target]
	entryLists  slab.Of[*Entry]
	sourceLists slab.Of[*Source]
}

func (j *joiner) tell(p report.Problem) { j.problems = append(j.problems, p) }

// language is the rank of a language: the default one's is 0.
func (j *joiner) language(tag string) int {
	for i := range j.Config.Languages {
		if j.Config.Languages[i].Tag == tag {
			return i
		}
	}
	return len(j.Config.Languages)
}

// defaultTag is the default language's tag.
func (j *joiner) defaultTag() string {
	if len(j.Config.Languages) == 0 {
		return j.Config.Language
	}
	return j.Config.Languages[0].Tag
}

// A ranked piece carries its place in reading order, packed so that most comparisons are one of numbers.
type ranked struct {
	rank  uint64 // language, kind, first, then
	piece *Piece
}

// ranked is the piece in its place, in a language of that rank.
func (p *Piece) ranked(language int) ranked {
	return ranked{uint64(language)<<52 | uint64(p.Kind.rank())<<48 | uint64(p.first)<<16 | uint64(p.then), p}
}

func compare(a, b ranked) int {
	if a.rank != b.rank {
		return cmp.Compare(a.rank, b.rank)
	}
	return cmp.Or(strings.Compare(a.piece.key, b.piece.key), strings.Compare(a.piece.ID, b.piece.ID))
}

// sort brings the pieces into reading order and sets aside those that are not published.
func (j *joiner) sort() {
	all := make([]ranked, len(j.Pieces))
	for i, p := range j.Pieces {
		all[i] = p.ranked(j.language(p.Lang))
	}
	slices.SortFunc(all, compare)
	j.pieces, j.leftOut = make([]*Piece, 0, len(all)), map[Place]string{}
	for _, place := range j.Unread {
		j.leftOut[place] = unread
	}
	j.partial = len(j.Unread) > 0
	for _, r := range all {
		j.partial = j.partial || r.piece.Doc.Front.Lost()
		if why := r.piece.Facts.Status; why == "retired" || !j.Drafts && (why == "draft" || why == "review") {
			j.left = append(j.left, LeftOut{r.piece.File(), r.piece.Title, why})
			j.leftOut[r.piece.Place] = why
			continue
		}
		j.pieces = append(j.pieces, r.piece)
	}
}

// guide hands over what was made.
func (j *joiner) guide() *Guide {
	g := &Guide{
		Config: j.Config, Words: j.Vocabulary.words, Rules: j.Rules, LeftOut: j.left,
		Essays: j.essays.pointers(), Cards: j.cards.pointers(), Worksheets: j.worksheets.pointers(), Paths: j.paths.pointers(),
		Decks: j.decks.pointers(), Terms: j.terms.pointers(), Pages: j.pages.pointers(),
	}
	g.Entries = make([]*Entry, len(j.entries))
	for i := range j.entries {
		g.Entries[i] = &j.entries[i]
	}
	for i := range j.cited {
		g.Sources = append(g.Sources, &j.cited[i])
	}
	for i := range j.Helplines.list {
		g.Helplines = append(g.Helplines, &j.Helplines.list[i])
	}
	return g
}
