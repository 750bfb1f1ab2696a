package output

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestPacked(t *testing.T) {
	page := func(n int) []byte { return []byte(strings.Repeat(fmt.Sprintf("<p>page %d</p>\n", n), 300)) }
	p := NewPacker(page(1), page(2))
	for _, data := range [][]byte{nil, []byte("x"), page(1), page(3), bytes.Repeat([]byte{0, 255, 7}, 50_000)} {
		plain, packed := NewFile("a.html", data, "test"), p.NewFile("a.html", data, "test")
		if !bytes.Equal(packed.Data(), data) || packed.Sum != plain.Sum || packed.Size != len(data) {
			t.Errorf("%d bytes come back as %d", len(data), len(packed.Data()))
		}
		unpacked := NewPacker().NewFile("a.html", data, "test")
		if !bytes.Equal(unpacked.Data(), data) {
			t.Error("a packer without samples changes a file")
		}
	}
	if like := p.NewFile("a.html", page(3), "test"); len(like.kept)*5 > like.Size {
		t.Errorf("%d bytes take %d", like.Size, len(like.kept))
	}
}
