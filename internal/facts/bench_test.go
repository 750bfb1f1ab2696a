package facts

import (
	"testing"

	"github.com/BurntSushi/toml"
)

// frontMatter is a card's, of usual size.
const frontMatter = `phrase        = "I snapped."
move          = "own"
moves         = ["notice", "reconnect"]
intensity     = 1
minutes       = 10
year          = 2015
draft         = false
aka           = ["sharp", "curt"]
age           = "adult"
slots.what    = { hint = "about", example = "your homework" }
see_also      = ["child-not-ready", "child-maybe-later", "child-ok"]
summary       = "A first sentence."
updated       = 2026-11-23
status        = "draft"
label.en      = "x"
`

func BenchmarkLibrary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		values := map[string]any{}
		if _, err := toml.Decode(frontMatter, &values); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Parse("a.md", frontMatter, 2); problems != nil {
			b.Fatal(allTold(problems))
		}
	}
}

func BenchmarkParseAndDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := decode(frontMatter); problems != nil {
			b.Fatal(allTold(problems))
		}
	}
}
