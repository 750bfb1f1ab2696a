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
