package search

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An indexFile is what theme/js/search.js reads. Names are short as every reader loads them.
type indexFile struct {
	Words    string      `json:"w"` // sorted; each a capital for the characters shared with the one before, then the rest
	Groups   []int       `json:"g"` // the group of each word, less that of the word before
	Postings string      `json:"p"` // of each group, with commas between; see writePostings
	Ignore   string      `json:"s"` // words too common to count, with spaces between
	Danger   string      `json:"f"` // words of fear: groups with dots between, and commas between them
	Care     []int       `json:"c"` // documents that come first for words of fear: the safety page, and what it says to see also
	Kinds    [][3]string `json:"k"` // kind of entry, its label, how its addresses begin
	Docs     []any       `json:"d"` // for each document its kind, id, title and a line on it, in a row
}

// write makes the index of documents. A lean one leaves out the running text's postings that count least.
func (n *inversion) write(l *lexicon, documents []*document, care []int, kinds [][3]string, lean bool) []byte {
	f := indexFile{Care: care, Ignore: strings.Join(slices.Compact(slices.Sorted(slices.Values(l.ignore))), " "), Kinds: kinds, Docs: []any{}}
	all := make([]string, len(n.postings))
	for group := range all {
		all[group] = writePostings(n.postings[group], lean)
	}
	numbers := n.writeWords(&f, n.kept(l, all))
	postings := make([]string, len(numbers))
	for group, number := range numbers {
		postings[number] = all[group]
	}
	f.Postings = strings.Join(postings, ",")
	f.Danger = n.writeDanger(l, numbers)
	for _, d := range documents {
		kind := slices.IndexFunc(kinds, func(k [3]string) bool { return k[0] == string(d.kind) })
		f.Docs = append(f.Docs, kind, d.id, d.title, d.sub)
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(f); err != nil {
		panic("internal error: " + err.Error())
	}
	return bytes.Clone(bytes.TrimSuffix(b.Bytes(), []byte("\n"))) // it is kept: without the room the buffer has grown
}

// kept are the words of the index, sorted: those whose group has postings, as written, and those of fear.
func (n *inversion) kept(l *lexicon, postings []string) []string {
	afraid := map[string]bool{}
	for _, phrase := range l.danger {
		for _, word := range phrase {
			afraid[word] = true
		}
	}
	var all []string
	for number, word := range n.words {
		if n.used[number] && postings[n.group[number]] != "" || afraid[word] {
			all = append(all, word)
		}
	}
	slices.Sort(all)
	return all
}

// writeWords writes the words and their groups, and numbers the groups in the order of their first words.
func (n *inversion) writeWords(f *indexFile, all []string) map[uint32]int {
	numbers := map[uint32]int{}
	var b strings.Builder
	before, last := "", 0
	for _, word := range all {
		same := shared(before, word)
		b.WriteByte('A' + byte(len(utf16.Encode([]rune(word[:same])))))
		b.WriteString(word[same:])
		before = word
		group := n.group[n.numbers[word]]
		number, ok := numbers[group]
		if !ok {
			number = len(numbers)
			numbers[group] = number
		}
		f.Groups = append(f.Groups, number-last)
		last = number
	}
	f.Words = b.String()
	return numbers
}

// shared is the length of what two words begin with, cut at a character and at 25 of them, for which there are capitals.
func shared(a, b string) (length int) {
	for count := 0; length < len(a) && length < len(b); count++ {
		r, size := utf8.DecodeRuneInString(b[length:])
		if count+utf16.RuneLen(r) > 25 || !strings.HasPrefix(a[length:], b[length:length+size]) {
			break
		}
		count += utf16.RuneLen(r) - 1
		length += size
	}
	return length
}

// writePostings writes where a group stands: for each document how many lie between it and the one before, in digits to base
// 36 and nothing for none, and a capital for how much it counts.
func writePostings(list []posting, lean bool) string {
	var b []byte
	next := int32(0)
	for _, p := range list {
		if lean && p.level == 0 && p.head == 0 {
			continue
		}
		if p.doc > next {
			b = strconv.AppendInt(b, int64(p.doc-next), 36)
		}
		b = append(b, 'A'+byte(p.level))
		next = p.doc + 1
	}
	return string(b)
}

func (n *inversion) writeDanger(l *lexicon, numbers map[uint32]int) string {
	var all []string
	for _, phrase := range l.danger {
		groups := make([]string, len(phrase))
		for i, word := range phrase {
			groups[i] = strconv.Itoa(numbers[n.group[n.numbers[word]]])
		}
		all = append(all, strings.Join(groups, "."))
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ",")
}
