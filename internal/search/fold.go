package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are the pairs that folding levels beyond Unicode's own: those that people write for one another where a keyboard
// has only one, and forms of one Arabic letter. theme/js/search.js has the same list.
var letters = strings.NewReplacer("'", "", "’", "", "ʼ", "", "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l",
	"ı", "i", "ς", "σ", "ى", "ي", "ة", "ه", "ـ", "")

// fold is how the index and a query spell text, so that accents, capitals and apostrophes do not keep a word from being
// found: compatibility forms are levelled, accents, Hebrew points and Arabic vowel signs fall away, letters are small.
func fold(text string) string {
	bare := strings.Map(func(r rune) rune {
		if isAccent(r) {
			return -1
		}
		return r
	}, norm.NFKD.String(text))
	return letters.Replace(strings.ToLower(norm.NFC.String(bare)))
}

// isAccent names the marks that fall away. Those of other scripts stay: in Devanagari or Thai they are the vowels.
func isAccent(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x591 && r <= 0x5c7 || r >= 0x610 && r <= 0x61a || r >= 0x64b && r <= 0x65f || r == 0x670
}

// words calls emit with every word of a text, folded; emit must not keep it. It works in room, and gives it back. A stretch of a
// script that has no spaces between words gives every two characters that stand side by side, as nothing in it says where a word ends.
func words(text string, room []byte, emit func(word []byte)) []byte {
	for text != "" {
		end, simple := stretch(text)
		if simple {
			word := room[:0]
			for i := 0; i < end; i++ {
				if c := text[i]; c < utf8.RuneSelf && c != '\'' { // else part of an apostrophe
					word = append(word, lower(c))
				}
			}
			if room = word; len(word) > 0 {
				emit(word)
			}
		} else {
			split(fold(text[:end]), emit)
		}
		text = text[end:]
		for text != "" {
			size := gap(text)
			if size == 0 {
				break
			}
			text = text[size:]
		}
	}
	return room
}

// stretch is how far text goes on without something that is surely between words, and whether folding it takes no more than
// small letters: most words of most guides are such, and need no memory.
func stretch(text string) (end int, simple bool) {
	simple = true
	for end < len(text) && gap(text[end:]) == 0 {
		if text[end] >= utf8.RuneSelf {
			if strings.HasPrefix(text[end:], "’") {
				end += len("’") - 1
			} else {
				simple = false
			}
		}
		end++
	}
	return end, simple
}

// gap is the length of what text begins with, if that is no part of a word however it is folded, else 0.
func gap(text string) int {
	if c := text[0]; c < utf8.RuneSelf {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '\'' {
			return 0
		}
		return 1
	}
	switch r, size := utf8.DecodeRuneInString(text); r {
	case '“', '”', '‘', '…', '–', '—', '«', '»', '\u00a0':
		return size
	}
	return 0
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// split calls emit with every word of a folded text.
func split(text string, emit func(word []byte)) {
	from, kind := 0, between
	for i, r := range text + "\n" {
		next := kindOf(r)
		if next == kind {
			continue
		}
		switch kind {
		case spaced:
			emit([]byte(text[from:i]))
		case unspaced:
			pairs(text[from:i], emit)
		}
		from, kind = i, next
	}
}

// pairs calls emit with every two neighbouring characters of a text, or with its only one.
func pairs(text string, emit func(word []byte)) {
	_, first := utf8.DecodeRuneInString(text)
	if first == len(text) {
		emit([]byte(text))
		return
	}
	for at := 0; at+first < len(text); {
		_, second := utf8.DecodeRuneInString(text[at+first:])
		emit([]byte(text[at : at+first+second]))
		at, first = at+first, second
	}
}

// What a character is to the words around it.
const (
	between = iota
	spaced
	unspaced
)

func kindOf(r rune) int {
	switch {
	case r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return unspaced
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r):
		return spaced
	}
	return between
}
