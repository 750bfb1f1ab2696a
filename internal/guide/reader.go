package guide

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
	"github.com/amends-guide/amends/internal/source"
)

// A Reader reads the entries of one language. It depends on nothing but that language's words and the vocabulary, so what it
// says of a file may be remembered until one of the three changes. It may be used by several goroutines at once.
type Reader struct {
	lang     *config.Language
	words    *Vocabulary
	headings [len(kinds)]map[string]int // folded heading → index in the kind's sections
	steps    map[string]*Word           // folded label → move or phase
	mu       sync.Mutex                 // a collator keeps notes
	collator *collate.Collator
	kept     kept
}

// kept is where what is read is kept, of the two kinds of which a guide has most.
type kept struct {
	pieces     slab.Of[Piece]
	cards      slab.Of[CardText]
	cardFacts  slab.Of[CardFacts]
	variations slab.Of[Variation]
	insteadOf  slab.Of[InsteadOf]
	parts      slab.Of[PhrasePart]
	essays     slab.Of[Essay]
	essayFacts slab.Of[EssayFacts]
}

// NewReader returns a reader for one language.
func NewReader(lang *config.Language, words *Vocabulary) *Reader {
	r := &Reader{lang: lang, words: words, steps: map[string]*Word{}}
	r.collator = collate.New(language.Make(lang.Tag), collate.IgnoreCase)
	for i := range kinds {
		r.headings[i] = map[string]int{}
		for at, section := range sections[kinds[i].Kind] {
			if heading := lang.Sections[section.ID]; heading != "" {
				r.headings[i][folded(heading)] = at
			}
		}
	}
	for _, vocabulary := range []string{"phase", "move"} { // a move's label wins over a phase's
		for _, w := range words.Words(vocabulary) {
			r.steps[folded(w.Label(lang.Tag))] = w
		}
	}
	return r
}

// A Piece is everything one file says, typed and checked, before it meets the others. It is frozen: a [Guide] copies what it
// changes, so that one Piece may be part of many.
type Piece struct {
	Place
	Title string     // what lists show: title, phrase, term or the path's entry sentence
	Face  source.Sum // names all that other pages show of the entry: where it lies, its facts, and what lists take from its text
	Facts *Common
	Doc   *doc.Doc
	Text  doc.Nodes // the whole body or, where the kind has sections, its introduction

	body        any   // *CardText, or an *Essay, a *Path, … without its relations
	first, then int32 // with key: its place among its kind
	key         string
}

// Read reads one document. The problems are those that its file alone can have.
func (r *Reader) Read(d *doc.Doc) (*Piece, []report.Problem) {
	place, problems := Locate(d.File)
	if problems != nil {
		return nil, problems
	}
	place.Lang = r.lang.Tag // one string for all its entries: New compares it a great many times
	in := &reading{Reader: r, doc: d, place: place, piece: r.kept.pieces.Keep(Piece{})}
	in.body.cut(in)
	switch place.Kind {
	case EssayKind:
		in.essay()
	case CardKind:
		in.card()
	case WorksheetKind:
		in.worksheet()
	case PathKind:
		in.path()
	case DeckKind:
		in.deck()
	case TermKind:
		in.term()
	case PageKind:
		in.page()
	}
	in.body.finish()
	return in.piece, in.problems
}

// A reading is one document on its way into a Piece.
type reading struct {
	*Reader
	doc      *doc.Doc
	place    Place
	piece    *Piece
	body     body
	problems []report.Problem
}

func (in *reading) tell(p report.Problem) { in.problems = append(in.problems, p) }

// decode reads the front matter into the facts of one kind.
func (in *reading) decode(into any) {
	in.problems = append(in.problems, in.doc.Front.Decode(into, in.words.IDs, foreign(in.place.Kind))...)
}

// finish completes the piece with what all kinds share.
func (in *reading) finish(body any, title string, common *Common) {
	*in.piece = Piece{Place: in.place, Title: title, Face: in.face(body), Facts: common, Doc: in.doc, Text: in.body.intro(), body: body}
	in.doc.Front = in.doc.Front.Rest()
}

// face names what other pages show of the entry.
func (in *reading) face(body any) source.Sum {
	shown := ""
	switch of := body.(type) {
	case *CardText:
		shown = of.Reason
	case *Essay:
		shown = strconv.Itoa(of.Minutes)
	case *Term:
		shown = doc.PlainText(in.body.intro())
	}
	sum := sha256.Sum256([]byte(in.doc.File + "\x00" + in.doc.Raw(0, in.doc.Body) + shown))
	return source.Sum(sum[:])
}

// sortByTitle gives the piece its place: by an optional order, then as the language sorts its title.
func (in *reading) sortByTitle(order int, title string) {
	const last = 1 << 30
	in.mu.Lock()
	defer in.mu.Unlock()
	var buf collate.Buffer
	in.piece.first = int32(cmp.Or(order, last))
	in.piece.key = string(in.collator.KeyFromString(&buf, title))
}

// folded is a heading or label as it is compared: without letter case, with straight apostrophes, hyphens as spaces.
func folded(heading string) string {
	return strings.ToLower(strings.ReplaceAll(straight(strings.TrimSpace(heading)), "-", " "))
}

var straightener = strings.NewReplacer("’", "'", "‘", "'")

// straight is text with apostrophes as they are typed.
func straight(text string) string {
	if !strings.Contains(text, "\xe2\x80") { // as both begin; the replacer would copy the text
		return text
	}
	return straightener.Replace(text)
}

// foreign are the keys that other kinds of entries have, for the hint at a key that is unknown in this one.
func foreign(kind Kind) map[string]string { return foreignKeys()[kind] }

var foreignKeys = sync.OnceValue(func() map[Kind]map[string]string {
	owners := map[string][]string{}
	for _, k := range kinds {
		for _, field := range facts.Describe(k.Facts) {
			owners[field.Key] = append(owners[field.Key], string(k.Kind))
		}
	}
	keys := map[Kind]map[string]string{}
	for _, k := range kinds {
		keys[k.Kind] = map[string]string{}
		for key, of := range owners {
			if !slices.Contains(of, string(k.Kind)) {
				keys[k.Kind][key] = article(of[0])
			}
		}
	}
	return keys
})
