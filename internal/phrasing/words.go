package phrasing

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A reader cuts text into words, as theme/js/soften.js does: a change here is a change there.
type reader struct {
	readsAs map[string][]string
}

// said is a text as shapes see it: its words in small letters, each followed by a space, with ". " where a sentence begins or
// ends and ", " where it pauses, and one space before all: " . i am sorry , but . ".
type said struct {
	text      string
	marks     []mark
	sentences int
}

// A mark ties a word to the stretch of the original it was read from.
type mark struct{ at, from, to int32 }

// read cuts a text into words.
func (r *reader) read(text string) said {
	c := cutter{reader: r, original: text}
	c.out.Grow(len(text) + len(text)/4 + 8)
	c.marks = make([]mark, 0, len(text)/5+2)
	c.out.WriteByte(' ')
	c.end(0)
	for at := 0; at < len(text); {
		if n := wordLength(text[at:]); n > 0 {
			c.word(at, at+n)
			at += n
			continue
		}
		b, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case b == '.' && strings.HasPrefix(text[at:], "..."):
			c.pause = true
			size = len("...")
		case b == '.' && betweenDigits(text, at):
		case strings.ContainsRune(enders, b):
			c.end(at)
		case strings.ContainsRune(pausers, b) || b == '-' && spaced(text, at):
			c.pause = true
		}
		at += size
	}
	c.end(len(text))
	return said{c.out.String(), c.marks, c.sentences}
}

// Signs that end a sentence, and signs at which one takes breath. They are the same in soften.js.
const (
	enders  = ".!?\n\u00a1\u00bf\u061f\u06d4\u3002\uff01\uff1f"
	pausers = ",;:()\u2013\u2014\u2026\u060c\u061b\u3001\uff0c\uff1a\uff1b"
)

// A cutter is a text on its way into words.
type cutter struct {
	*reader
	original  string
	out       strings.Builder
	marks     []mark
	pause     bool
	ended     bool
	sentences int
}

func (c *cutter) end(at int) {
	c.pause = false
	if c.ended {
		return
	}
	c.ended = true
	if c.out.Len() > 1 {
		c.sentences++
	}
	c.add(".", at, at)
}

func (c *cutter) word(from, to int) {
	if c.pause && !c.ended {
		c.add(",", from, from)
	}
	c.pause, c.ended = false, false
	word := plain(c.original[from:to])
	words, other := c.readsAs[word]
	if !other {
		c.add(word, from, to)
	}
	for _, w := range words {
		c.add(w, from, to)
	}
}

func (c *cutter) add(word string, from, to int) {
	c.marks = append(c.marks, mark{int32(c.out.Len()), int32(from), int32(to)})
	c.out.WriteString(word)
	c.out.WriteByte(' ')
}

// span is the stretch of the original that the words in s.text[from:to] were read from.
func (s *said) span(from, to int) (int, int) {
	first := sort.Search(len(s.marks), func(i int) bool { return int(s.marks[i].at) > from })
	last := sort.Search(len(s.marks), func(i int) bool { return int(s.marks[i].at) >= to }) - 1
	for first < last && s.marks[first].from == s.marks[first].to {
		first++
	}
	for last > first && s.marks[last].from == s.marks[last].to {
		last--
	}
	return int(s.marks[first].from), int(s.marks[last].to)
}

// wordLength is the length of the word that a text begins with: letters and digits, with apostrophes only inside.
func wordLength(text string) int {
	n := 0
	for n < len(text) {
		r, size := rune(text[n]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[n:])
		}
		if isWord(r) {
			n += size
			continue
		}
		if next, _ := utf8.DecodeRuneInString(text[n+size:]); n == 0 || !isApostrophe(r) || !isWord(next) {
			break
		}
		n += size
	}
	return n
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// plain is a word in small letters, composed, with a straight apostrophe.
func plain(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return norm.NFC.String(strings.ToLower(apostrophes.Replace(word)))
		}
	}
	return strings.ToLower(word)
}

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'")

func betweenDigits(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+1:])
	return unicode.IsNumber(before) && unicode.IsNumber(after)
}

// spaced tells a dash from a hyphen.
func spaced(text string, at int) bool {
	return at > 0 && text[at-1] == ' ' && (at+1 == len(text) || text[at+1] == ' ' || text[at+1] == '-')
}
