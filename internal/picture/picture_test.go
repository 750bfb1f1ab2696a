package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
)

func sample() *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, 40, 20), color.Palette{color.Black, color.White})
	for i := range m.Pix {
		m.Pix[i] = uint8(i / 7 % 2)
	}
	return m
}

func encoded(t testing.TB, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch kind {
	case ".jpg":
		err = jpeg.Encode(&b, sample(), nil)
	case ".png":
		err = png.Encode(&b, sample())
	case ".gif":
		err = gif.Encode(&b, sample(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const secret = "GPS 47.37 N, Ann's phone"

// withSecret hides a note in a picture as cameras and programs do.
func withSecret(data []byte, kind string) []byte {
	switch kind {
	case ".jpg":
		comment := append([]byte{0xff, 0xfe, 0, byte(len(secret) + 2)}, secret...)
		exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00" + secret
		segment := append([]byte{0xff, 0xe1, 0, byte(len(exif) + 2)}, exif...)
		return append(append(append(append([]byte{}, data[:2]...), segment...), append(comment, data[2:]...)...), secret...)
	case ".png":
		chunk := binary.BigEndian.AppendUint32(nil, uint32(len(secret)))
		chunk = append(append(chunk, "tEXt"...), secret...)
		chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
		return append(append(append([]byte{}, data[:33]...), chunk...), data[33:]...)
	}
	block := append([]byte{0x21, 0xfe, byte(len(secret))}, secret...)
	at := 13 + 3<<(data[10]&7+1)
	return append(append(append([]byte{}, data[:at]...), append(block, 0)...), data[at:]...)
}

func TestReadTakesOutWhatCamerasWrite(t *testing.T) {
	for _, kind := range []string{".jpg", ".png", ".gif"} {
		plain := encoded(t, kind)
		p, problem, ok := Read("a"+kind, withSecret(plain, kind))
		if !ok {
			t.Fatalf("%s: %v", kind, problem)
		}
		if bytes.Contains(p.Data, []byte("GPS")) {
			t.Errorf("%s still holds the note", kind)
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(p.Data))
		if err != nil || config.Width != 40 || config.Height != 20 {
			t.Errorf("%s: decodes to %+v, %v", kind, config, err)
		}
		want := [2]int{40, 20}
		if kind == ".jpg" { // its Exif says that it lies on its side
			want = [2]int{20, 40}
			if orientation(p.Data[6+len(exifHead):]) != 6 {
				t.Error("the JPEG forgot how to hold it")
			}
		}
		if [2]int{p.Width, p.Height} != want {
			t.Errorf("%s: %d × %d, want %v", kind, p.Width, p.Height, want)
		}
		if again, _, ok := Read("a"+kind, plain); !ok || again.Width != 40 || again.Height != 20 {
			t.Errorf("%s without a note: %d × %d", kind, again.Width, again.Height)
		}
		if _, _, ok := Read("a"+kind, plain[:len(plain)/2]); ok && kind != ".jpg" {
			t.Errorf("%s: half a picture is taken for a whole one", kind)
		}
	}
}

func TestReadWebP(t *testing.T) {
	chunk := func(kind string, body string) string {
		size := string(binary.LittleEndian.AppendUint32(nil, uint32(len(body))))
		return kind + size + body + strings.Repeat("\x00", len(body)&1)
	}
	body := chunk("VP8X", "\x0c\x00\x00\x00\x27\x00\x00\x13\x00\x00") + chunk("VP8L", "\x2f\x27\xc0\x04\x00") + chunk("EXIF", string(onlyTurned(6))+secret) + chunk("note", secret)
	data := "RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)+4))) + "WEBP" + body
	p, problem, ok := Read("a.webp", []byte(data))
	if !ok || p.Width != 20 || p.Height != 40 {
		t.Fatalf("%d × %d, %v", p.Width, p.Height, problem)
	}
	if bytes.Contains(p.Data, []byte("GPS")) || p.Data[20]&0x0c != hasExif || int(binary.LittleEndian.Uint32(p.Data[4:])) != len(p.Data)-8 {
		t.Errorf("%q", p.Data)
	}
}

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

// D6: a drawing that could do more than draw is refused, never cleaned.
func TestReadSVG(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`<path d="M0 0"/><g fill="url(#a)"><use href="#b"/></g>`, ""},
		{`<text xml:lang="en">words &amp; more</text>`, ""},
		{`<script>1</script>`, "script"},
		{`<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`, "script"},
		{`<animate attributeName="href" to="javascript:1"/>`, "animate"},
		{`<set attributeName="onclick"/>`, "set"},
		{`<foreignObject/>`, "foreignObject"},
		{`<style>@import "//e"</style>`, "style"},
		{`<image href="https://e.example/x.png"/>`, "image"},
		{`<path onload="1"/>`, "onload"},
		{`<path style="fill:red;filter:url(#a)"/>`, ""},
		{`<path style="fill:url(//e)"/>`, "elsewhere"},
		{`<path style="fill:\75rl(//e)"/>`, "style"},
		{`<path style="fill:image-set('//e' 1x)"/>`, "style"},
		{`<g xml:base="//e"/>`, "xml:base"},
		{`<g></path>`, "well-formed"},
		{`</svg><svg xmlns="http://www.w3.org/2000/svg">`, "not an SVG"},
		{strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100), "too large"},
		{strings.Repeat("<g/>", 60_000), "too large"},
		{`<g id="a"><path/></g><g><use href="#a"/><use href="#a"/></g>`, ""},
		{`<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>`, "repeats"},
		{`<path fill="url(https://e.example/)"/>`, "elsewhere"},
		{`<path fill="url(#a) url( '//e')"/>`, "elsewhere"},
		{`<use xlink:href="//e.example/#a"/>`, "leads out"},
		{`<a href="javascript:1"/>`, "element a"},
		{`<path`, "well-formed"},
		{`<!DOCTYPE x [<!ENTITY a "b">]>`, "document type"},
		{`<?xml-stylesheet href="//e"?>`, "instruction"},
		{`&bomb;`, "well-formed"},
	} {
		data := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20.4">` + test.body + `</svg>`
		p, problem, ok := Read("a.svg", []byte(data))
		if test.want == "" {
			if !ok || p.Width != 30 || p.Height != 20 {
				t.Errorf("%s: %d × %d, %v", test.body, p.Width, p.Height, problem)
			}
			continue
		}
		if ok || problem.Class != "bad-svg" || !strings.Contains(problem.Text, test.want) || problem.Pos.Line < 1 {
			t.Errorf("%s: %v %+v", test.body, ok, problem)
		}
	}
}

func TestReadRefusesWhatIsNoPicture(t *testing.T) {
	for _, kind := range []string{".jpg", ".png", ".gif", ".webp", ".avif", ".svg"} {
		if _, problem, ok := Read("a"+kind, []byte("MZ this is a program, not a picture, whatever its name says")); ok || problem.Text == "" {
			t.Errorf("%s is taken for a picture", kind)
		}
	}
	huge := encoded(t, ".png")
	binary.BigEndian.PutUint32(huge[16:], 60_000)
	binary.BigEndian.PutUint32(huge[20:], 60_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	if _, problem, ok := Read("a.png", huge); ok || !strings.Contains(problem.Text, "60000 × 60000") {
		t.Errorf("%+v", problem)
	}
}

func FuzzRead(f *testing.F) {
	for _, kind := range []string{".jpg", ".png", ".gif"} {
		f.Add(kind, encoded(f, kind))
		f.Add(kind, withSecret(encoded(f, kind), kind))
	}
	f.Add(".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`))
	f.Add(".webp", []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x27\xc0\x04\x00"))
	f.Add(".avif", []byte(box("ftyp", "avif\x00\x00\x00\x00")+box("meta", "\x00\x00\x00\x00", box("iprp", box("irot", "\x01")))))
	f.Add(".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><use href="#a"/></g></svg>`))
	f.Fuzz(func(t *testing.T, kind string, data []byte) {
		before := bytes.Clone(data)
		p, _, ok := Read("a"+kind, data)
		if !bytes.Equal(before, data) {
			t.Error("the input was changed")
		}
		if !ok {
			return
		}
		again, _, ok := Read("a"+kind, p.Data)
		if !ok || !bytes.Equal(again.Data, p.Data) {
			t.Error("cleaning twice is not cleaning once")
		}
	})
}

// The picture of the small site carries a place, as phones write it.
func TestSmallSitesPictureHasAPlace(t *testing.T) {
	data, err := os.ReadFile("../build/testdata/site/content/en/essays/bowl.jpg")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("Exif")) {
		t.Fatal("there is no Exif to take out")
	}
	if p, _, ok := Read("bowl.jpg", data); !ok || bytes.Contains(p.Data, []byte("Exif")) {
		t.Error("the Exif is still there")
	}
}
