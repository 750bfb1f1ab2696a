package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A finder is theme/js/search.js in Go, so that what an index finds can be tested where there is no browser. That the two
// agree is tested in one (TestScriptAgrees).
type finder struct {
	words    []string
	groups   []int
	at       map[string]int
	ignored  map[string]bool
	postings []string
	danger   [][]int
	care     []int
	docs     []any
}

type found struct {
	Docs    []int    `json:"docs"`
	Few     int      `json:"few"`
	Assumed []string `json:"assumed"`
	Danger  bool     `json:"danger"`
}

// ids are the documents found, as "card/own-snapped".
func (f *finder) ids(r found) (ids []string) {
	for _, d := range r.Docs {
		ids = append(ids, f.docs[4*d+1].(string))
	}
	return ids
}

func openIndex(t testing.TB, data []byte) *finder {
	t.Helper()
	var read indexFile
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	f := &finder{at: map[string]int{}, ignored: map[string]bool{}, postings: strings.Split(read.Postings, ","), care: read.Care, docs: read.Docs}
	for _, word := range strings.Split(read.Ignore, " ") {
		f.ignored[word] = true
	}
	for _, phrase := range strings.FieldsFunc(read.Danger, func(r rune) bool { return r == ',' }) {
		var groups []int
		for _, group := range strings.Split(phrase, ".") {
			n, err := strconv.Atoi(group)
			if err != nil {
				t.Fatal(err)
			}
			groups = append(groups, n)
		}
		f.danger = append(f.danger, groups)
	}
	f.readWords(read.Words)
	group := 0
	for _, gap := range read.Groups {
		group += gap
		f.groups = append(f.groups, group)
	}
	return f
}

func (f *finder) readWords(text string) {
	var word []uint16
	add := func() {
		f.at[string(utf16.Decode(word))] = len(f.words)
		f.words = append(f.words, string(utf16.Decode(word)))
	}
	for i, r := range text {
		if 'A' <= r && r <= 'Z' {
			if i > 0 {
				add()
			}
			word = slices.Clone(word[:r-'A'])
			continue
		}
		word = utf16.AppendRune(word, r)
	}
	if text != "" {
		add()
	}
}

type meaning struct {
	means   map[int]float64
	sure    map[int]bool
	assumed string
}

func (f *finder) match(typed string, unfinished, minor bool) meaning {
	m := meaning{means: map[int]float64{}, sure: map[int]bool{}}
	length := len(utf16.Encode([]rune(typed)))
	take := func(strength float64, fits func(word string) bool) bool {
		any := false
		for i, word := range f.words {
			if !fits(word) {
				continue
			}
			if strength < 0.8 && m.assumed == "" {
				m.assumed = word
			}
			any = true
			m.means[f.groups[i]] = max(m.means[f.groups[i]], strength)
		}
		return any
	}
	if i, ok := f.at[typed]; ok {
		m.means[f.groups[i]] = 1
		m.sure[f.groups[i]] = true
	}
	if !minor && (unfinished && length > 1 || length == 1 && typed > "z") {
		take(0.8, func(word string) bool { return strings.HasPrefix(word, typed) })
	}
	if len(m.means) > 0 || minor || length < 4 {
		return m
	}
	ending := func(word string) bool {
		a, b, same := utf16.Encode([]rune(typed)), utf16.Encode([]rune(word)), 0
		for same < len(a) && same < len(b) && a[same] == b[same] {
			same++
		}
		return same >= max(4, len(a)-3) && len(b)-same < 5
	}
	doubled := take(0.7, func(word string) bool { return single(word) == single(typed) })
	if !(take(0.6, f.nearest(typed, 1)) || doubled) && !take(0.5, ending) && length > 7 {
		take(0.4, f.nearest(typed, 2))
	}
	for group := range m.means {
		m.sure[group] = true
	}
	return m
}

func (f *finder) nearest(typed string, most int) func(word string) bool {
	for n := 1; n <= most; n++ {
		if slices.ContainsFunc(f.words, func(word string) bool { return slips(typed, word) == n }) {
			return func(word string) bool { return slips(typed, word) == n }
		}
	}
	return func(string) bool { return false }
}

// single spells doubled letters once.
func single(word string) string {
	var once []rune
	doubled := false
	for i, letter := range []rune(word) {
		doubled = i > 0 && !doubled && letter == once[len(once)-1]
		if !doubled {
			once = append(once, letter)
		}
	}
	return string(once)
}

// slips is the distance of optimal string alignment.
func slips(from, to string) int {
	a, b := utf16.Encode([]rune(from)), utf16.Encode([]rune(to))
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range b {
		rows[0][j+1] = j + 1
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			other := 1
			if a[i-1] == b[j-1] {
				other = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+other)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

func (f *finder) find(query string, done bool) found {
	typed := folded(query)
	some := slices.ContainsFunc(typed, func(word string) bool { return !f.ignored[word] })
	score, count, sure := map[int]float64{}, map[int]int{}, make([]map[int]bool, 0, len(typed))
	r := found{Docs: []int{}, Assumed: []string{}}
	for i, word := range typed {
		minor := some && f.ignored[word]
		m := f.match(word, !done && i == len(typed)-1, minor)
		sure = append(sure, m.sure)
		if slices.Index(typed, word) < i {
			continue
		}
		if m.assumed != "" {
			r.Assumed = append(r.Assumed, m.assumed)
		}
		for doc, s := range f.best(m.means) {
			score[doc] += s
			if !minor {
				count[doc]++
			}
		}
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	for least := most - most/3; ; least-- {
		r.Docs = r.Docs[:0]
		for doc, n := range count {
			if n >= least {
				r.Docs = append(r.Docs, doc)
			}
		}
		if len(r.Docs) >= 3 || least <= 1 {
			break
		}
	}
	slices.SortFunc(r.Docs, func(a, b int) int {
		return cmp.Or(cmp.Compare(score[b]*float64(count[b]), score[a]*float64(count[a])), a-b)
	})
	r.Few = 20
	if r.Danger = slices.ContainsFunc(f.danger, func(phrase []int) bool { return says(sure, phrase) }); r.Danger {
		others := slices.DeleteFunc(r.Docs, func(doc int) bool { return slices.Contains(f.care, doc) })
		r.Docs = slices.Concat(f.care, others)
		switch care := len(f.care); {
		case care > 0 && most > 3:
			r.Few = care + 2
		case care > 0:
			r.Few = care
		}
	}
	return r
}

// best is how much each document counts for groups of words, the weightiest of them.
func (f *finder) best(means map[int]float64) map[int]float64 {
	best := map[int]float64{}
	for group, strength := range means {
		for _, p := range decode(f.postings[group]) {
			best[p[0]] = max(best[p[0]], strength*[]float64{1, 4, 7, 12}[p[1]])
		}
	}
	return best
}

// decode reads the postings of one group: documents and levels.
func decode(text string) (all [][2]int) {
	doc, gap := -1, 0
	for _, c := range []byte(text) {
		switch {
		case c >= 'A' && c <= 'Z':
			doc, gap = doc+1+gap, 0
			all = append(all, [2]int{doc, int(c - 'A')})
		case c >= 'a':
			gap = gap*36 + int(c-'a') + 10
		default:
			gap = gap*36 + int(c-'0')
		}
	}
	return all
}

// says finds the groups of a phrase in a row.
func says(sure []map[int]bool, phrase []int) bool {
	for i := 0; i+len(phrase) <= len(sure); i++ {
		said := 0
		for said < len(phrase) && sure[i+said][phrase[said]] {
			said++
		}
		if said == len(phrase) {
			return true
		}
	}
	return false
}
