package picture

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// A JPEG in several scans may hold tables between them, and notes.
func TestReadJPEGBetweenScans(t *testing.T) {
	plain := encoded(t, ".jpg")
	end := len(plain) - 2
	table := "\xff\xc4\x00\x06\xff\xd9\x00\x00" // the marker of the end, where it means nothing
	note := "\xff\xfe\x00\x05GPS"
	data := string(plain[:end]) + table + note + "\xff\xda\x00\x06\x01\x01\x00\x00ab\xff\x00\xff\xd0cd" + "\xff\xd9" + "a film"
	p, problem, ok := Read("a.jpg", []byte(data))
	want := strings.ReplaceAll(data[:len(data)-len("a film")], note, "")
	if !ok || string(p.Data) != want {
		t.Errorf("%v %q, want %q", problem, p.Data, want)
	}
	thumbnail := "\xff\xe0\x00\x16JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x02facesx"
	p, problem, ok = Read("a.jpg", []byte("\xff\xd8"+thumbnail+string(plain[2:])))
	if !ok || bytes.Contains(p.Data, []byte("faces")) || !bytes.Contains(p.Data, []byte("\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")) {
		t.Errorf("%v %q", problem, p.Data[:60])
	}
}

func TestReadPNGOnItsSide(t *testing.T) {
	plain := encoded(t, ".png")
	exif := appendChunk(nil, "eXIf", append(onlyTurned(8), secret...))
	p, problem, ok := Read("a.png", slices.Concat(plain[:33], exif, plain[33:]))
	if !ok || p.Width != 20 || p.Height != 40 || bytes.Contains(p.Data, []byte("GPS")) || !bytes.Contains(p.Data, onlyTurned(8)) {
		t.Errorf("%d × %d, %v", p.Width, p.Height, problem)
	}
	plain[40] ^= 1
	if _, _, ok := Read("a.png", plain); ok {
		t.Error("a damaged picture is taken for a whole one")
	}
}
