package print

import (
	"cmp"
	"fmt"
	"strconv"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/pdf"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
	"github.com/amends-guide/amends/internal/typeset"
)

// A Font is one of the guide's own, for letters that those of the program lack.
type Font struct {
	*typeset.Face
	path string
	pos  report.Pos // where it is named
}

// A reader reads what the settings of paper name.
type reader struct {
	config.Print
	files    *source.Files
	problems []report.Problem
}

// Configured is the edition that config.toml asks for. Fonts that the memo knows are not read again.
func Configured(c *config.Config, files *source.Files, memo *Memo) (Edition, []report.Problem) {
	r := &reader{Print: c.Print, files: files}
	e := Edition{
		Letter: r.Paper == "letter", Practice: Practice{Name: r.Practice, Phone: r.Phone, Logo: r.logo()},
		Cut: r.cut(), Fonts: r.fonts(memo),
	}
	return e, r.problems
}

// tell tells of a setting that cannot be used.
func (r *reader) tell(key, hint, format string, args ...any) {
	pos, ok := r.Pos[key]
	if !ok {
		pos = report.Pos{File: config.File}
	}
	r.problems = append(r.problems, report.New("print-setting", pos, format, args...).Hinted(hint))
}

func (r *reader) cut() Cut {
	cut := Cut{Stock: r.Sheet, Flip: Flip(r.Flip)}
	stock, near, ok := StockNamed(r.Sheet)
	switch {
	case r.Sheet != "" && !ok:
		cut.Stock = ""
		r.tell("sheet", cmp.Or(quoted("did you mean %q?", near), "the sheets are in docs/printing.md"), "there is no sheet %q", r.Sheet)
	case stock.Perforated && cut.Flip == Fold:
		r.tell("sheet", `write flip = "long"`, "the sheet %q parts into single cards, so nothing on it can be folded", r.Sheet)
	}
	if err := cut.Offset(r.BackOffset); err != nil {
		r.tell("back_offset", `write it like "0.5 -1"`, "back_offset cannot be %q: %v", r.BackOffset, err)
	}
	return cut
}

func (r *reader) logo() *pdf.Image {
	if r.Logo == "" {
		return nil
	}
	file, ok := r.file("logo", "picture", r.Logo)
	if !ok {
		return nil
	}
	image, err := pdf.ParseImage(file.Data)
	if err != nil {
		r.tell("logo", "save it as JPEG or PNG", "the logo %q cannot be used: %v", r.Logo, err)
	}
	return image
}

// fonts reads the guide's own fonts, and has the memo remember them and no others.
func (r *reader) fonts(memo *Memo) (fonts []Font) {
	known := memo.faces
	memo.faces = map[source.Sum]*typeset.Face{}
	for i, path := range r.Fonts {
		key := "fonts[" + strconv.Itoa(i) + "]"
		file, ok := r.file(key, "font", path)
		if !ok {
			continue
		}
		face := known[file.Sum]
		if face == nil {
			var err error
			if face, err = typeset.ParseFace(file.Data, 0); err != nil {
				r.problems = append(r.problems, Font{nil, path, r.Pos[key]}.problem(err))
				continue
			}
		}
		memo.faces[file.Sum] = face
		fonts = append(fonts, Font{face, path, r.Pos[key]})
	}
	return fonts
}

// problem tells why the font cannot be used.
func (f Font) problem(err error) report.Problem {
	return report.New("print-setting", f.pos, "the font %q cannot be used: %v", f.path, err).
		Hinted("name a TTF or OTF file that may be embedded in documents")
}

// file is a file that a setting names.
func (r *reader) file(key, what, path string) (source.File, bool) {
	file, ok := r.files.Get(path)
	if !ok {
		r.tell(key, "put it into theme/print/, and write its path from the guide's folder", "there is no %s %q", what, path)
	}
	return file, ok
}

func quoted(format, word string) string {
	if word == "" {
		return ""
	}
	return fmt.Sprintf(format, word)
}

// Offset reads how far backs are moved: millimetres to the right and down, "0.5 -1". The empty text moves nothing.
func (c *Cut) Offset(text string) error {
	if text == "" {
		return nil
	}
	if n, err := fmt.Sscanf(text, "%g %g", &c.DX, &c.DY); n != 2 || err != nil {
		return fmt.Errorf("it is not two numbers")
	}
	if most := 10.0; !(max(c.DX, -c.DX, c.DY, -c.DY) <= most) {
		return fmt.Errorf("no printer is more than %g mm out", most)
	}
	return nil
}
