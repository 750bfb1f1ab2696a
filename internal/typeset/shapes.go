package typeset

import "strconv"

// Shapes is texts that are shaped already. Whoever tries texts in one size after the other, or sets the same words again and again,
// shares one: each text is shaped once. The zero Shapes is empty. It is for one goroutine at a time.
type Shapes struct {
	texts map[shapeKey]*shaped
	base  *Shapes // what others know, which is only read
	marks []byte  // scratch
}

// A shapeKey is all that the shape of a text depends on.
type shapeKey struct {
	family       *Family
	bold, italic bool
	tracking     float64
	lang         string
	plain        bool   // it is one span without marks
	text         string // of that span, or all spans with their marks
}

// shape is shapeText, once for each text.
func (m *Shapes) shape(text Text, style *Style, lang string) *paragraph {
	key := shapeKey{style.Family, style.Bold, style.Italic, style.Tracking, lang, text.plain(), ""}
	if key.plain {
		key.text = text[0].Text
	} else {
		m.marks = text.appendMarks(m.marks[:0])
		key.text = string(m.marks)
	}
	for known := m; known != nil; known = known.base {
		if s := known.texts[key]; s != nil {
			return &paragraph{s, style, text}
		}
	}
	p := shapeText(text, style, lang)
	if m.texts == nil {
		m.texts = map[shapeKey]*shaped{}
	}
	m.texts[key] = p.shaped
	return p
}

// plain says whether the text is words without marks.
func (t Text) plain() bool {
	return len(t) == 1 && !t[0].Bold && !t[0].Italic && !t[0].Raised && t[0].Lang == "" && t[0].Blank == 0
}

// appendMarks writes down all of the text that its shape depends on.
func (t Text) appendMarks(b []byte) []byte {
	for i := range t {
		s := &t[i]
		b = append(b, 0, bit(s.Bold)|bit(s.Italic)<<1|bit(s.Raised)<<2)
		b = append(append(append(b, s.Lang...), 0), s.Text...)
		if s.Blank > 0 {
			b = strconv.AppendFloat(append(b, 0), s.Blank, 'g', -1, 64)
		}
	}
	return b
}

func bit(set bool) byte { return pick[byte](set, 1, 0) }
