package typeset

import (
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textbolditalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	arabicbold "eliasnaur.com/font/noto/sans/arabic/bold"
	arabic "eliasnaur.com/font/noto/sans/arabic/regular"
)

// Serif is the voice of running text: STIX Two Text for Latin, Greek and Cyrillic; Hebrew from Liberation Serif, bold
// Hebrew from Liberation Sans, Arabic from Noto Sans Arabic. Fonts are read on first use; the family must not be changed.
var Serif = sync.OnceValue(func() *Family {
	return &Family{
		Regular:      bundled(stix2textregular.TTF),
		Italic:       bundled(stix2textitalic.TTF),
		Bold:         bundled(stix2textbold.TTF),
		BoldItalic:   bundled(stix2textbolditalic.TTF),
		Fallback:     []*Face{bundled(liberationserifregular.TTF), noto()},
		FallbackBold: []*Face{sansBold(), notoBold()},
	}
})

// Sans is the voice of large print and of labels: Liberation Sans for Latin, Greek, Cyrillic and Hebrew, Noto Sans Arabic.
// It has no italic, which large print must not use (UKAAF G003): emphasis is bold.
var Sans = sync.OnceValue(func() *Family {
	return &Family{
		Regular:      bundled(liberationsansregular.TTF),
		Bold:         sansBold(),
		Italic:       sansBold(),
		Fallback:     []*Face{noto()},
		FallbackBold: []*Face{notoBold()},
	}
})

var (
	sansBold = sync.OnceValue(func() *Face { return bundled(liberationsansbold.TTF) })
	noto     = sync.OnceValue(func() *Face { return bundled(arabic.TTF) })
	notoBold = sync.OnceValue(func() *Face { return bundled(arabicbold.TTF) })
)

func bundled(data []byte) *Face {
	face, err := ParseFace(data, 0)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return face
}
