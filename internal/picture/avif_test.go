package picture

import (
	"encoding/binary"
	"strings"
	"testing"
)

func box(kind string, body ...string) string {
	all := strings.Join(body, "")
	return string(binary.BigEndian.AppendUint32(nil, uint32(len(all)+8))) + kind + all
}

func TestReadAVIF(t *testing.T) {
	size := func(w, h byte) string {
		return box("ispe", "\x00\x00\x00\x00\x00\x00\x00", string(rune(w)), "\x00\x00\x00", string(rune(h)))
	}
	ftyp := box("ftyp", "avif\x00\x00\x00\x00mif1avif")
	sizes := func(more ...string) string {
		return box("iprp", box("ipco", size(8, 4), size(40, 20), strings.Join(more, "")))
	}
	tests := []struct {
		name, data    string
		width, height int
		problem       string
	}{
		{"plain", ftyp + box("meta", "\x00\x00\x00\x00", sizes()) + box("mdat", "x"), 40, 20, ""},
		{"on its side", ftyp + box("meta", "\x00\x00\x00\x00", sizes(box("irot", "\x01"))), 20, 40, ""},
		{"camera data", ftyp + box("meta", "\x00\x00\x00\x00", box("iinf", box("infe", "\x02\x00\x00\x00\x00\x02\x00\x00Exif\x00")), sizes()), 0, 0, "camera data"},
		{"notes", ftyp + box("meta", "\x00\x00\x00\x00", box("iinf", box("infe", "mime\x00application/rdf+xml\x00")), sizes()), 0, 0, "camera data"},
		{"a box of somebody's own", ftyp + box("meta", "\x00\x00\x00\x00", sizes()) + box("uuid", secret), 0, 0, "camera data"},
		{"cut", ftyp + box("meta", "\x00\x00\x00\x00", sizes()) + "\x00\x00\x01\x00mdat", 0, 0, "not a whole"},
		{"without a size", ftyp + box("meta", "\x00\x00\x00\x00"), 0, 0, "not a whole"},
		{"another kind", box("ftyp", "heic\x00\x00\x00\x00mif1heic") + box("meta", "\x00\x00\x00\x00", sizes()), 0, 0, "not a whole"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, problem, ok := Read("a.avif", []byte(test.data))
			if ok != (test.problem == "") || !strings.Contains(problem.Text, test.problem) || p.Width != test.width || p.Height != test.height {
				t.Errorf("%d × %d, %v", p.Width, p.Height, problem)
			}
		})
	}
}
