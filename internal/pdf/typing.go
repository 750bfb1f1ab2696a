package pdf

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A viewer that lets one type can only use a simple font: one whose codes are single bytes. Typing fonts hold the characters of
// Windows-1252, whatever is shown of them, found by their Unicode numbers (ISO 32000-1, 9.6.6.4).
const firstCode, lastCode = 32, 255

// typing is a font cut for typing, once and for all documents.
type typing struct {
	once   sync.Once
	cut    cut
	err    error
	widths []float64 // from firstCode
}

// typingCut returns the font cut for typing.
func (f *Font) typingCut() (*typing, error) {
	t := &f.typing
	t.once.Do(func() {
		glyphs, runes := []uint16{0}, []rune{0}
		for code := firstCode; code <= lastCode; code++ {
			r := charmap.Windows1252.DecodeByte(byte(code))
			g := f.Glyph(r)
			if g != 0 && r != utf8.RuneError {
				glyphs, runes = append(glyphs, g), append(runes, r)
			}
			t.widths = append(t.widths, f.width(g))
		}
		var data []byte
		if data, t.err = f.font.SubsetMapped(glyphs, runes); t.err == nil {
			t.cut = cut{deflate(tight, data), len(data)}
		}
	})
	return t, t.err
}

// writeTyping writes a font for fields.
func (w *writer) writeTyping(r ref, f *Font) error {
	t, err := f.typingCut()
	if err != nil {
		return err
	}
	program := w.reserve()
	w.deflated(program, newDict().int("Length1", t.cut.size), t.cut.data)
	name := "TYPING+" + f.Name()
	descriptor := w.add(descriptor(f.font, name, flagNonsymbolic).ref("FontFile2", program).end())
	d := newDict().name("Type", "Font").name("Subtype", "TrueType").name("BaseFont", name).name("Encoding", "WinAnsiEncoding")
	d = d.int("FirstChar", firstCode).int("LastChar", lastCode).numbers("Widths", t.widths...)
	w.put(r, d.ref("FontDescriptor", descriptor).end())
	return nil
}
