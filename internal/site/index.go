package site

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// planIndex plans the complete list of everything, which is also where a search leads that finds nothing. Each of its pages
// leads to every letter. It is sorted when the first of them is made.
func (l *language) planIndex() {
	path, before := l.prefix+"/a-z/", 0
	all := l.newIndex()
	pagesOf(allLines, path, all.entries, func(at string, part []*guide.Entry, pager *Pager) {
		page := &Page{Path: at, Template: "index", Title: l.word("index"), Description: l.word("index-lead"), Indexable: true}
		from, to := before, before+len(part)
		before = to
		l.add(page, at[len(l.prefix):], func(p *Page) any {
			letters := all.sorted(l)
			return &IndexView{
				Frame: l.frame(p, ""), Lead: p.Description, Pager: pager,
				All: ways(letters, path, at), Letters: onPage(letters, from, to),
			}
		})
	})
}

// ways lead from a page of the list to where each letter begins.
func ways(letters []Letter, path, from string) []Link {
	links, before := make([]Link, len(letters)), 0
	for i, letter := range letters {
		to := pageAddress(path, before/lineSize+1)
		if to == from {
			to = ""
		}
		links[i] = Link{Text: letter.Text, Address: to + "#" + letter.ID}
		before += len(letter.Entries)
	}
	return links
}

// onPage are the letters of one page, which has the entries from one to another. A letter whose entries go on to the next page
// stands on both.
func onPage(letters []Letter, from, to int) (shown []Letter) {
	for _, letter := range letters {
		if first, last := max(from, 0), min(to, len(letter.Entries)); first < last {
			shown = append(shown, Letter{ID: letter.ID, Text: letter.Text, Entries: letter.Entries[first:last]})
		}
		from, to = from-len(letter.Entries), to-len(letter.Entries)
	}
	return shown
}

// An index is the complete list of a language: all that its lists show, sorted as its readers would and put under first letters.
type index struct {
	entries []*guide.Entry

	mu      sync.Mutex // held by whoever sorts
	fresh   bool       // it is sorted as the entries are now
	of      source.Sum // names what was sorted
	letters []Letter
	titles  map[string]title
}

// A title is where a text stands in the complete list of a language.
type title struct {
	key   string // the collator's
	first string // letter
}

// newIndex is the language's index, with what the last plan knew of it.
func (l *language) newIndex() *index {
	all := &index{}
	if known := l.memo.indexes[l.Tag]; known != nil {
		all.of, all.letters, all.titles = known.of, known.letters, known.titles
	}
	for _, e := range shelf(l.Tag, l.langs[0].Tag, l.guide.Entries, same) {
		if e.Kind != guide.PageKind || e.ID != "home" && e.ID != "not-found" {
			all.entries = append(all.entries, e)
		}
	}
	l.memo.indexes[l.Tag] = all
	return all
}

// sorted are the letters of the index, as its entries are now.
func (all *index) sorted(l *language) []Letter {
	all.mu.Lock()
	defer all.mu.Unlock()
	if !all.fresh {
		if now := lists(l, all.entries, same); all.of != now {
			all.of, all.letters = now, all.sort(l)
		}
		all.fresh = true
	}
	return all.letters
}

func (all *index) sort(l *language) []Letter {
	c := collate.New(l.tag())
	items := all.items(l, c)
	slices.SortStableFunc(items, func(a, b sortedItem) int { return strings.Compare(a.key, b.key) })
	var letters []Letter
	at := map[string]int{} // a quotation mark sorts before all letters, so those of one letter need not follow one another
	for _, item := range items {
		i, known := at[item.first]
		if !known {
			i = len(letters)
			at[item.first] = i
			letters = append(letters, Letter{ID: "letter-" + item.first, Text: item.first})
		}
		letters[i].Entries = append(letters[i].Entries, item.IndexItem)
	}
	slices.SortStableFunc(letters, func(a, b Letter) int { return c.CompareString(a.Text, b.Text) })
	return letters
}

// A sortedItem knows its place among all others.
type sortedItem struct {
	IndexItem
	title
}

func (all *index) items(l *language, c *collate.Collator) []sortedItem {
	loose := collate.New(l.tag(), collate.Loose)
	if all.titles == nil || len(all.titles) > 2*len(all.entries) { // most are of titles there are no more
		all.titles = make(map[string]title, len(all.entries))
	}
	var buffer collate.Buffer
	items := make([]sortedItem, len(all.entries))
	for i, e := range all.entries {
		t, known := all.titles[e.Title]
		if !known {
			buffer.Reset()
			t = title{string(c.KeyFromString(&buffer, e.Title)), firstLetter(e.Title, loose)}
			all.titles[e.Title] = t
		}
		items[i] = sortedItem{IndexItem{l.link(e), l.word("kind-" + string(e.Kind))}, t}
	}
	return items
}

// tag is the language as the Unicode tables know it.
func (l *language) tag() xlanguage.Tag {
	tag, _ := xlanguage.Parse(l.Tag)
	return tag
}

func parseRegion(code string) (xlanguage.Region, error) { return xlanguage.ParseRegion(code) }

// firstLetter is the letter a title stands under, in upper case: without its accent, unless readers of the language count it
// as a letter of its own; Arabic keeps all alefs under one. What has no letter before a digit stands under "0–9".
func firstLetter(title string, loose *collate.Collator) string {
	for _, r := range title {
		if unicode.IsLetter(r) {
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
			if base != r && !unicode.Is(unicode.Arabic, r) && loose.CompareString(string(base), string(r)) != 0 {
				base = r
			}
			return string(unicode.ToUpper(base))
		}
		if unicode.IsDigit(r) {
			break
		}
	}
	return "0–9"
}
