// Package search makes the index that readers' browsers search.
//
// In come a planned site and the files of its languages' words; out goes one finished file for each language, and problems of
// those files. Everything that takes knowledge of a language is done here, at build: words are folded, their endings cut off,
// synonyms lent, words of fear named. What is left for theme/js/search.js is to look up words, allow for slips of the finger,
// and add. The index is one file, loaded only by who searches: its maker cannot learn from what is loaded what was sought.
//
// What one entry says is read once and remembered; an index is made anew when anything in it has changed. Nothing here knows
// HTML, and nothing a reader types ever gets here.
package search

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

const (
	// budget is how many bytes, compressed, a reader on a phone should have to load before the first result.
	budget = 64 << 10

	// deepest is how many words of running text, in one language, are still searched: with more, even those that count most
	// would not fit the budget, and one more edit would cost an author as long as making the whole index.
	deepest = 120_000
)

// A Memo remembers what entries said and the indexes of the last build. The zero Memo is ready to use; two builds at once
// must not share one.
type Memo struct{ languages map[string]*memory }

// A memory is of one language. It holds as long as the language's words do.
type memory struct {
	tag        string
	key        source.Sum // of all below that is not of single entries
	deep       bool       // running text is searched
	lexicon    *lexicon
	vocabulary *vocabulary
	labels     map[string]*guide.Word // by vocabulary and id
	last, next map[*doc.Doc]*document
	gathering  gathering // of the document being read; the next takes its room

	made     source.Sum // of what the index was made from
	index    output.File
	problems []report.Problem
}

// Indexes makes the index of every language of the site: a file beside the language's search page, its name made from what is in
// it. A nil memo remembers nothing.
func Indexes(s *site.Site, files *source.Files, memo *Memo) (indexes []output.File, problems []report.Problem) {
	if memo == nil {
		memo = new(Memo)
	}
	now := map[string]*memory{}
	for _, l := range s.Config.Languages {
		m := memo.languages[l.Tag].or(s, l, files)
		m.make(s, l)
		now[l.Tag] = m
		indexes = append(indexes, m.index)
		problems = append(append(problems, m.lexicon.problems...), m.problems...)
	}
	memo.languages = now
	return indexes, problems
}

// or is the memory itself, or a new one where it does not hold any more.
func (m *memory) or(s *site.Site, l config.Language, files *source.Files) *memory {
	lexicons := lexiconFiles(files, l.Tag)
	vocabulary, _ := files.Get("content/vocabulary.toml")
	running := 0
	for _, e := range s.Guide.Entries {
		if e.Lang == l.Tag {
			running += e.Doc.Words
		}
	}
	deep := running <= deepest
	h := sha256.New()
	for _, f := range []source.File{lexicons[0], lexicons[1], vocabulary} {
		h.Write(f.Sum[:])
	}
	fmt.Fprintln(h, lexicons[0].Path, lexicons[1].Layer, s.Config.Languages[0].Tag, deep)
	key := source.Sum(h.Sum(nil)[:16])
	if m != nil && m.key == key {
		return m
	}
	fresh := &memory{tag: l.Tag, key: key, deep: deep, lexicon: readLexicon(l.Tag, lexicons), labels: map[string]*guide.Word{}}
	fresh.vocabulary = newVocabulary(l.Tag, fresh.lexicon)
	for name, list := range s.Guide.Words {
		for _, w := range list {
			fresh.labels[name+"/"+w.ID] = w
		}
	}
	return fresh
}

// make makes the index, unless it would be the last one.
func (m *memory) make(s *site.Site, l config.Language) {
	documents := m.documents(s.Guide)
	care, kinds := careOf(s.Guide, m.tag, documents), kindsOf(s, l)
	if sum := m.sumOf(documents, care, kinds); sum != m.made {
		m.made = sum
		m.build(s, documents, care, kinds)
	}
}

// careOf are the documents that somebody who is afraid should see, and few of them: the safety page, and what it says to see also.
func careOf(g *guide.Guide, tag string, documents []*document) []int {
	care := []int{}
	at := slices.IndexFunc(g.Entries, func(e *guide.Entry) bool { return e.Kind == guide.PageKind && e.ID == "safety" && e.Lang == tag })
	if at < 0 {
		return care
	}
	for _, e := range append([]*guide.Entry{g.Entries[at]}, g.Entries[at].SeeAlso...) {
		i := slices.IndexFunc(documents, func(d *document) bool { return e.Lang == tag && d.kind == e.Kind && d.id == e.ID })
		if i >= 0 {
			care = append(care, i)
		}
	}
	return care
}

// sumOf names all that the index of documents depends on, beside what the memory does.
func (m *memory) sumOf(documents []*document, care []int, kinds [][3]string) source.Sum {
	h := sha256.New()
	fmt.Fprint(h, care, kinds)
	for _, d := range documents {
		h.Write(d.sum[:])
	}
	return source.Sum(h.Sum(nil)[:16])
}

func (m *memory) build(s *site.Site, documents []*document, care []int, kinds [][3]string) {
	m.problems = nil
	m.nameWords()
	n := m.invert(documents)
	m.checkSynonyms(n)
	n.lend(m.lexicon.synonyms)
	n.useForms(m.lexicon.forms)
	data, left := n.write(m.lexicon, documents, care, kinds, false), ""
	switch {
	case !m.deep:
		left = "all running text"
	case compressed(data) > budget:
		left = "the words of running text that count least"
		data = n.write(m.lexicon, documents, care, kinds, true)
	}
	if left != "" {
		problem := report.New("search-index-large", report.Pos{File: "content/" + m.tag},
			"the search in %q leaves out %s; its index has %d KB before it is compressed", m.tag, left, len(data)>>10)
		m.problems = append(m.problems, problem.Hinted("a guide for fewer readers, or two of them, would be found through faster"))
	}
	prefix := strings.TrimPrefix(searchPage(s, m.tag), "/")
	sum := sha256.Sum256(data)
	name := prefix + "index-" + hex.EncodeToString(sum[:4]) + ".json"
	m.index = output.NewFile(name, data, "search")
}

// nameWords numbers the words that the language's files name, which no entry need have.
func (m *memory) nameWords() {
	for _, s := range m.lexicon.synonyms {
		m.vocabulary.number([]byte(s.word))
	}
	for _, lists := range [][][]string{m.lexicon.danger, m.lexicon.forms} {
		for _, list := range lists {
			for _, word := range list {
				m.vocabulary.number([]byte(word))
			}
		}
	}
}

// useForms lets readers use every form of a word that the guide uses in one.
func (n *inversion) useForms(forms [][]string) {
	for _, list := range forms {
		for _, word := range list {
			n.used[n.numbers[word]] = true
		}
	}
}

// checkSynonyms tells of words in the guide's own file that lead to nothing the guide says.
func (m *memory) checkSynonyms(n *inversion) {
	for _, s := range m.lexicon.synonyms {
		if !strings.HasPrefix(s.file.Path, "content/") {
			continue
		}
		for i, word := range s.to {
			if n.found(word) {
				continue
			}
			problem := report.New("synonym-unknown", s.places[i], "the guide nowhere says %q", word)
			if near := report.Nearest(word, n.spoken()); near != "" {
				problem = problem.Hinted(fmt.Sprintf("did you mean %q?", near))
			}
			m.problems = append(m.problems, problem)
		}
	}
}

// spoken are the words that documents hold.
func (n *inversion) spoken() (all []string) {
	for number, word := range n.words {
		if n.used[number] {
			all = append(all, word)
		}
	}
	slices.Sort(all)
	return all
}

// kindsOf says how each kind of entry is called, and how its addresses begin as seen from the search page.
func kindsOf(s *site.Site, l config.Language) (kinds [][3]string) {
	from := searchPage(s, l.Tag)
	for _, k := range guide.Kinds() {
		address := s.Address(&guide.Entry{Piece: &guide.Piece{Place: guide.Place{Kind: k.Kind, Lang: l.Tag, ID: "x"}}})
		kinds = append(kinds, [3]string{string(k.Kind), l.Words["kind-"+string(k.Kind)], strings.TrimSuffix(site.Relative(from, address), "x/")})
	}
	return kinds
}

// searchPage is the address of a language's search page.
func searchPage(s *site.Site, tag string) string {
	return s.Address(&guide.Entry{Piece: &guide.Piece{Place: guide.Place{Kind: guide.PageKind, Lang: tag, ID: "search"}}})
}

// compressed is the size in which data travels.
func compressed(data []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		panic("internal error: " + err.Error())
	}
	if err := w.Close(); err != nil {
		panic("internal error: " + err.Error())
	}
	return b.Len()
}
