package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// zoom is how large pixels are drawn: so large that pdftoppm does not blur them into each other.
const zoom = 8

// pictured is a page that is nothing but the picture, as pdftoppm draws it.
func pictured(t *testing.T, m *Image) image.Image {
	t.Helper()
	d := New(Info{Title: "T", Lang: "en"})
	w, h := float64(zoom*m.Width), float64(zoom*m.Height)
	p := d.AddPage(w, h)
	p.Artifact(Layout)
	p.Picture(m, Rect{0, 0, w, h})
	out := filepath.Join(t.TempDir(), "page")
	b := mustBytes(t, d)
	keep(t, "picture.pdf", b)
	run(t, b, "pdftoppm", "-r", "72", "-singlefile", "-png", "FILE", out)
	file, err := os.Open(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	page, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// sameAs compares a page to a picture on white paper.
func sameAs(t *testing.T, want, got image.Image, tolerance int) {
	t.Helper()
	paper := image.NewNRGBA(image.Rect(0, 0, want.Bounds().Dx(), want.Bounds().Dy()))
	draw.Draw(paper, paper.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Rect, want, want.Bounds().Min, draw.Over)
	if size := got.Bounds().Size(); size != paper.Rect.Size().Mul(zoom) {
		t.Fatalf("the page is %v, the picture %v", size, paper.Rect.Size())
	}
	for y := range paper.Rect.Dy() {
		for x := range paper.Rect.Dx() {
			a, b := paper.NRGBAAt(x, y), color.NRGBAModel.Convert(got.At(zoom*x+zoom/2, zoom*y+zoom/2)).(color.NRGBA)
			if off(a.R, b.R) > tolerance || off(a.G, b.G) > tolerance || off(a.B, b.B) > tolerance {
				t.Fatalf("at %d, %d: %v, not %v", x, y, b, a)
			}
		}
	}
}

func off(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// converted is the sample picture in another kind of pixels.
func converted(to draw.Image) image.Image {
	draw.Draw(to, to.Bounds(), gradient(), image.Point{}, draw.Src)
	return to
}

func TestPictures(t *testing.T) {
	bounds := image.Rect(0, 0, 64, 48)
	colors := make(color.Palette, 200)
	for i := range colors {
		colors[i] = color.NRGBA{uint8(i), uint8(255 - i), uint8(7 * i), 255}
	}
	clear := append(color.Palette{color.NRGBA{}}, colors...)
	solid := image.NewNRGBA(bounds)
	draw.Draw(solid, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(solid, bounds, gradient(), image.Point{}, draw.Over)
	shade := image.NewNRGBA(bounds)
	for i := range 64 * 48 {
		copy(shade.Pix[4*i:], []byte{uint8(i), uint8(i), uint8(i), uint8(i / 16)})
	}
	for name, m := range map[string]image.Image{
		"colours and alpha":           gradient(),
		"colours":                     solid,
		"16 bits and alpha":           converted(image.NewNRGBA64(bounds)),
		"16 bits":                     deep(solid),
		"grey":                        converted(image.NewGray(bounds)),
		"grey of 16 bits":             converted(image.NewGray16(bounds)),
		"grey and alpha":              shade,
		"palette":                     converted(image.NewPaletted(bounds, colors)),
		"palette of 2":                converted(image.NewPaletted(bounds, colors[:2])),
		"palette with a clear colour": converted(image.NewPaletted(bounds, clear)),
		"a piece of a picture":        solid.SubImage(image.Rect(10, 10, 40, 30)),
		"a piece with alpha":          gradient().(*image.NRGBA).SubImage(image.Rect(10, 10, 40, 30)),
	} {
		t.Run(name, func(t *testing.T) {
			parsed, err := ParseImage(pngFileOf(t, m))
			if err != nil {
				t.Fatal(err)
			}
			sameAs(t, m, pictured(t, parsed), 2)
			direct, err := NewImage(m)
			if err != nil {
				t.Fatal(err)
			}
			sameAs(t, m, pictured(t, direct), 2)
		})
	}
}

func deep(m image.Image) image.Image {
	out := image.NewNRGBA64(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	return out
}

// Go does not write interlaced files, so this one was made by hand: 5 by 5 pixels of grey, each darker than the one before it.
func TestInterlacedPicture(t *testing.T) {
	want := image.NewGray(image.Rect(0, 0, 5, 5))
	for i := range want.Pix {
		want.Pix[i] = uint8(250 - 10*i)
	}
	var rows []byte
	for _, pass := range [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
		for y := pass[1]; y < 5; y += pass[3] {
			if pass[0] >= 5 {
				break
			}
			rows = append(rows, 0)
			for x := pass[0]; x < 5; x += pass[2] {
				rows = append(rows, want.GrayAt(x, y).Y)
			}
		}
	}
	file := slices.Concat(pngSignature, chunk("IHDR", []byte{0, 0, 0, 5, 0, 0, 0, 5, 8, 0, 0, 0, 1}), chunk("IDAT", deflate(tight, rows)), chunk("IEND", nil))
	m, err := ParseImage(file)
	if err != nil {
		t.Fatal(err)
	}
	sameAs(t, want, pictured(t, m), 0)
}

func chunk(kind string, body []byte) []byte {
	b := append(binary.BigEndian.AppendUint32(nil, uint32(len(body))), kind...)
	b = append(b, body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// A JPEG goes in as it is, and is turned as its camera says.
func TestJPEG(t *testing.T) {
	upright := image.NewGray(image.Rect(0, 0, 32, 16)) // dark at the top left, light at the bottom right
	for y := range 16 {
		for x := range 32 {
			upright.SetGray(x, y, color.Gray{uint8(2*x + 8*y)})
		}
	}
	for turn := range 9 {
		stored := image.NewGray(image.Rect(0, 0, 32, 16))
		if turn >= 5 {
			stored = image.NewGray(image.Rect(0, 0, 16, 32))
		}
		for y := range stored.Rect.Dy() {
			for x := range stored.Rect.Dx() {
				stored.SetGray(x, y, upright.GrayAt(shownAt(turn, x, y, stored.Rect.Dx(), stored.Rect.Dy())))
			}
		}
		data := jpegFileOf(t, stored)
		data = slices.Concat(data[:2], exif(turn), data[2:])
		m, err := ParseImage(data)
		if err != nil {
			t.Fatal(err)
		}
		if m.Width != 32 || m.Height != 16 {
			t.Errorf("turn %d: %d × %d", turn, m.Width, m.Height)
		}
		if !bytes.Equal(m.color.data, data) {
			t.Errorf("turn %d: not as it is", turn)
		}
		t.Run(fmt.Sprint("turn ", turn), func(t *testing.T) { sameAs(t, upright, pictured(t, m), 12) })
	}
}

// shownAt is where a stored pixel belongs (Exif 2.32, 4.6.4, orientation).
func shownAt(turn, x, y, w, h int) (int, int) {
	switch turn {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}

// exif is the segment in which a camera notes a turn; none for 0.
func exif(turn int) []byte {
	if turn == 0 {
		return nil
	}
	tiff := []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(turn), 0, 0, 0, 0, 0, 0}
	body := append([]byte("Exif\x00\x00"), tiff...)
	return append([]byte{0xff, 0xe1, 0, byte(len(body) + 2)}, body...)
}

func TestPicturesThatCannotBeUsed(t *testing.T) {
	jpg, pic := jpegFileOf(t, gradient()), pngFileOf(t, gradient())
	frame := bytes.Index(jpg, []byte{0xff, 0xc0})
	change := func(at int, v byte) []byte {
		b := bytes.Clone(jpg)
		b[frame+at] = v
		return b
	}
	huge := slices.Concat(pngSignature, chunk("IHDR", []byte{0, 0, 0x80, 0, 0, 0, 0x80, 0, 16, 6, 0, 0, 0}), chunk("IDAT", nil))
	for why, data := range map[string][]byte{
		"nothing": nil, "words": []byte("hello, hello"), "half a JPEG": jpg[:len(jpg)/2], "its head": jpg[:30], "half a PNG": pic[:len(pic)/2],
		"arithmetic": change(1, 0xc9), "lossless": change(1, 0xc3), "12 bits": change(4, 12), "no width": change(8, 0)[:], "2 inks": change(9, 2),
		"a bomb": huge, "another bomb": change(5, 0xff), "no end": jpg[:len(jpg)-2],
	} {
		if why == "no width" {
			data[frame+7] = 0
		}
		if why == "another bomb" {
			data[frame+7] = 0xff
		}
		if m, err := ParseImage(data); err == nil {
			t.Errorf("%s: %d × %d", why, m.Width, m.Height)
		}
	}
	if _, err := NewImage(image.NewGray(image.Rectangle{})); err == nil {
		t.Error("a picture of no pixels")
	}
	if _, err := NewImage(image.NewUniform(color.White)); err == nil {
		t.Error("a picture without end")
	}
}

func FuzzImage(f *testing.F) {
	small := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	f.Add(pngFileOf(f, small))
	f.Add(pngFileOf(f, image.NewPaletted(small.Rect, color.Palette{color.Black, color.White})))
	f.Add(slices.Concat([]byte{0xff, 0xd8}, exif(6), jpegFileOf(f, small)[2:]))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 24 && (data[16]|data[17]|data[20]|data[21]) != 0 {
			t.Skip("a picture of more than 65,535 pixels a side takes its time")
		}
		m, err := ParseImage(data)
		if err != nil {
			return
		}
		if m.Width <= 0 || m.Height <= 0 || m.Width*m.Height > mostPixels {
			t.Errorf("%d × %d", m.Width, m.Height)
		}
		d := New(Info{})
		d.AddPage(10, 10).Picture(m, Rect{0, 0, 10, 10})
		mustBytes(t, d)
	})
}
