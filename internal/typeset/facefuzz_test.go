package typeset

import (
	"bytes"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2textregular"
	arabic "eliasnaur.com/font/noto/sans/arabic/regular"

	"github.com/amends-guide/amends/internal/pdf"
)

// FuzzFace sets words in fonts whose bytes have been tampered with: each four bytes of damage are a place and what stands there
// instead. A font is refused when it is read, or found out when it is cut; nothing else happens, and other faces stand in for it.
func FuzzFace(f *testing.F) {
	fonts := [][]byte{arabic.TTF, liberationserifregular.TTF, stix2textregular.TTF}
	for which := range fonts {
		f.Add(uint8(which), []byte{})
		for at := range 12 {
			f.Add(uint8(which), []byte{0, 0, byte(at), 0xff, 0, 0, byte(16*at + 20), 1, 0, 0, byte(16*at + 24), 0x7f})
		}
		for at := byte(1); at < 200; at += 7 {
			f.Add(uint8(which), []byte{at / 64, at * 3, at, 0xff})
			f.Add(uint8(which), []byte{at / 64, at, 1, 0, at / 64, at, 2, 0xff, at / 64, at, 3, 0x80})
		}
	}
	own := Serif().Regular
	f.Fuzz(func(t *testing.T, which uint8, damage []byte) {
		if len(damage) > 400 {
			return
		}
		data := bytes.Clone(fonts[int(which)%len(fonts)])
		for ; len(damage) >= 4; damage = damage[4:] {
			at := int(damage[0])<<16 | int(damage[1])<<8 | int(damage[2])
			data[at%len(data)] = damage[3]
		}
		face, err := ParseFace(data, 0)
		if err != nil {
			return
		}
		for _, family := range []*Family{{Regular: face, Fallback: []*Face{own}}, (&Family{Regular: own}).With([]*Face{face})} {
			style := Style{Family: family, Size: 12, Leading: 1.3}
			page := Page{Width: 200, Height: 200}
			text := Words("Come back fi AV e\u0301. שלום سلام لا مُحَمَّد (8:00)")
			doc := Document{Info: pdf.Info{Title: "x", Lang: "en"}, Parts: []Part{Flow{Page: page, Blocks: []Block{Paragraph{Style: &style, Text: text}}}}}
			if _, err := doc.Set(); err != nil && face.Fault(err) == nil {
				t.Fatal(err)
			}
		}
	})
}
