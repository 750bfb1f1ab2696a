package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

// planIndex plans the complete list of everything, which is also where a search leads that finds nothing. Each of its pages
// leads to every letter.
func (l *language) planIndex(letters []Letter) {
	path := l.prefix + "/a-z/"
	pagesOf(allLines, path, lined(letters), func(at string, part []lettered, pager *Pager) {
		page := &Page{Path: at, Template: "index", Title: l.word("index"), Description: l.word("index-lead"), Indexable: true}
		l.add(page, at[len(l.prefix):], func(p *Page) any {
			return &IndexView{
				Frame: l.frame(p, ""), Lead: p.Description, Pager: pager,
				All: ways(letters, path, at), Letters: onPage(letters, part),
			}
		})
	})
}

// A lettered item knows its letter.
type lettered struct {
	IndexItem
	letter int
}

func lined(letters []Letter) (all []lettered) {
	for i, letter := range letters {
		for _, item := range letter.Entries {
			all = append(all, lettered{item, i})
		}
	}
	return all
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

// onPage are the letters of one page. One whose entries go on to the next page stands on both.
func onPage(letters []Letter, part []lettered) (shown []Letter) {
	for i, item := range part {
		if i == 0 || item.letter != part[i-1].letter {
			shown = append(shown, Letter{ID: letters[item.letter].ID, Text: letters[item.letter].Text})
		}
		last := &shown[len(shown)-1]
		last.Entries = append(last.Entries, item.IndexItem)
	}
	return shown
}

// letters sorts all that the language's lists show as its readers would, and puts it under first letters.
func (l *language) letters() []Letter {
	entries := shelf(l.Tag, l.langs[0].Tag, l.guide.Entries, same)
	key := lists(l, entries, same)
	known := l.memo.lastIndex[l.Tag]
	if known.of != key {
		known = index{key, l.sortLetters(entries)}
	}
	l.memo.nextIndex[l.Tag] = known
	return known.letters
}

// An index is the complete list of a language as those entries made it.
type index struct {
	of      source.Sum
	letters []Letter
}

func (l *language) sortLetters(entries []*guide.Entry) []Letter {
	c := collate.New(l.tag())
	items := l.indexItems(c, entries)
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

// A title is where a text stands in the complete list of a language.
type title struct {
	key   string // the collator's
	first string // letter
}

type titleKey struct{ lang, text string }

func (l *language) indexItems(c *collate.Collator, entries []*guide.Entry) []sortedItem {
	loose := collate.New(l.tag(), collate.Loose)
	if l.memo.titles == nil || len(l.memo.titles) > 2*len(l.guide.Entries) { // most are of titles there are no more
		l.memo.titles = make(map[titleKey]title, len(entries))
	}
	var buffer collate.Buffer
	var items []sortedItem
	for _, e := range entries {
		if e.Kind == guide.PageKind && (e.ID == "home" || e.ID == "not-found") {
			continue
		}
		key := titleKey{l.Tag, e.Title}
		t, known := l.memo.titles[key]
		if !known {
			buffer.Reset()
			t = title{string(c.KeyFromString(&buffer, e.Title)), firstLetter(e.Title, loose)}
			l.memo.titles[key] = t
		}
		items = append(items, sortedItem{IndexItem{l.link(e), l.word("kind-" + string(e.Kind))}, t})
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
