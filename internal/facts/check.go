package facts

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

// text tells where a text breaks the limits of its field.
func (d *decoder) text(f *field, n *node, s string) {
	length := utf8.RuneCountInString(s)
	switch pos := d.place.pos; {
	case strings.ContainsRune(s, 0):
		d.add(report.New("nul-byte", pos(n.value), "%s has a NUL character in it", f).Hinted(`remove \u0000`))
	case f.max > 0 && length > f.max:
		d.add(report.New("too-long", pos(n.value), "%s has %d characters; %d is the most", f, length, f.max).
			Hinted("leave out " + strconv.Itoa(length-f.max)))
	case f.vocabulary != "":
		d.word(f, n, s)
	}
}

func (d *decoder) word(f *field, n *node, s string) {
	ids, where, also := d.vocabulary(f)
	if len(ids) == 0 || slices.Contains(ids, s) {
		return
	}
	hint := didYouMean(Meant(s, ids, also))
	if first, _, several := strings.Cut(s, ","); several && slices.Contains(ids, first) {
		hint = fmt.Sprintf("one word stands between quotation marks, such as %q", first)
	}
	d.add(report.New("unknown-"+f.vocabulary, d.place.pos(n.value), "%q is not %s", s, one(f.vocabulary)).
		Hinted(hint).Noted(vocabularyNote(f.vocabulary, ids, where)))
}

// Meant is the id of a vocabulary that a word most likely stands for, or "".
func Meant(word string, ids []string, also map[string]string) string {
	near := report.Nearest(word, slices.AppendSeq(slices.Clone(ids), maps.Keys(also)))
	return cmp.Or(also[near], near)
}

func (d *decoder) vocabulary(f *field) (ids []string, where string, also map[string]string) {
	if f.vocabulary == "" || d.words == nil {
		return nil, "", nil
	}
	return d.words(f.vocabulary)
}

func didYouMean(near string) string {
	if near == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", near)
}

// one is a vocabulary's name as one word of it is called: "a move", "an age", "what a worksheet is for".
func one(vocabulary string) string {
	noun, purpose := strings.CutSuffix(strings.ReplaceAll(vocabulary, "-", " "), " for")
	article := "a "
	switch {
	case strings.ContainsRune("aeiou", rune(noun[0])):
		article = "an "
	case strings.HasSuffix(noun, "rs"): // covers
		article = "one of the "
	}
	if purpose {
		return "what " + article + noun + " is for"
	}
	return article + noun
}

// mostWords bounds what a note lists of a long vocabulary.
const mostWords = 20

func vocabularyNote(vocabulary string, ids []string, where string) string {
	listed := strings.Join(ids[:min(len(ids), mostWords)], ", ")
	if len(ids) > mostWords {
		listed += ", …"
	}
	if where != "" {
		listed += "   (" + where + ")"
	}
	return vocabulary + ": " + listed
}

// amount tells lists that are too short or too long. A list that is needed is not empty.
func (d *decoder) amount(f *field, n *node, items int) {
	pos := d.place.pos(n.value)
	switch {
	case items == 0 && f.need:
		d.empty(f, n)
	case items < f.least:
		hint := "add " + strconv.Itoa(f.least-items)
		if !f.need {
			hint += ", or leave the key out"
		}
		d.add(report.New("too-few-items", pos, "%s has %s; %d is the least", f, counted(items), f.least).Hinted(hint))
	case f.most > 0 && items > f.most:
		d.add(report.New("too-many-items", pos, "%s has %s; %d is the most", f, counted(items), f.most).
			Hinted("remove " + strconv.Itoa(items-f.most)))
	}
}

func counted(items int) string {
	if items == 1 {
		return "1 item"
	}
	return strconv.Itoa(items) + " items"
}

func (d *decoder) repeated(n *node, list reflect.Value) {
	seen := make(map[string]bool, list.Len())
	for i := range list.Len() {
		s := list.Index(i).String()
		if seen[s] && s != "" {
			d.add(report.New("duplicate-value", d.place.pos(n.item(i).value), "%q stands in the list twice", s).Hinted("remove one"))
		}
		seen[s] = true
	}
}

func (d *decoder) inRange(f *field, n *node, i int64) {
	fits := true
	switch {
	case f.choices != nil:
		fits = slices.Contains(f.choices, int(i))
	case f.low != 0 || f.high != 0:
		fits = int64(f.low) <= i && i <= int64(f.high)
	}
	if !fits {
		d.add(report.New("out-of-range", d.place.pos(n.value), "%s cannot be %d", f, i).Hinted("write " + f.limit()))
	}
}

// limit is what a number may be, in words: "1, 2 or 3", "1800 to 2100"; "" without limits.
func (f *field) limit() string {
	choices := f.choices
	if choices == nil && f.high-f.low <= 4 {
		for i := f.low; i <= f.high && f.high > 0; i++ {
			choices = append(choices, i)
		}
	}
	switch {
	case len(choices) > 0:
		return either(choices)
	case f.high > 0:
		return fmt.Sprintf("%d to %d", f.low, f.high)
	}
	return ""
}

func either(choices []int) string {
	var text strings.Builder
	for i, choice := range choices {
		switch i {
		case 0:
		case len(choices) - 1:
			text.WriteString(" or ")
		default:
			text.WriteString(", ")
		}
		text.WriteString(strconv.Itoa(choice))
	}
	return text.String()
}
