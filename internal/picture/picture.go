// Package picture reads pictures by their headers and takes out what a camera or a program wrote beside the image: places,
// names, dates, thumbnails, comments.
//
// In come a file's name and bytes; out come its size and the bytes to publish, or a problem. The image itself is never decoded
// or re-encoded: parts that are not the image are left out, everything else is copied as it is. A picture that lies on its side
// keeps the one note that says so. Files that are not what their name says, or that we cannot clean, are refused.
package picture

import (
	"path"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// A Picture is ready to be published.
type Picture struct {
	Data          []byte // without metadata; shares the input's bytes where nothing had to go
	Width, Height int    // as shown, in pixels; 0 for a drawing that does not say
}

// most is how many pixels a picture may have: a browser on a small phone must still hold it.
const most = 50_000_000

// A format reads one kind of file. The error's words are shown to the author.
type format func(data []byte) (Picture, error)

var formats = map[string]format{
	".jpg": readJPEG, ".jpeg": readJPEG, ".png": readPNG, ".gif": readGIF, ".webp": readWebP, ".avif": readAVIF, ".svg": readSVG,
}

// Is says whether a file of that name is one of the kinds of picture we publish.
func Is(file string) bool { return formats[strings.ToLower(path.Ext(file))] != nil }

// Read reads the picture in a file of the site. When ok is false, the problem says why it cannot be published.
func Read(file string, data []byte) (p Picture, problem report.Problem, ok bool) {
	read := formats[strings.ToLower(path.Ext(file))]
	if read == nil {
		return p, report.New("bad-image", report.Pos{File: file}, "this is no kind of picture we publish").Hinted("save it as JPEG, PNG or WebP"), false
	}
	p, err := read(data)
	if s, isDrawing := err.(badDrawing); isDrawing {
		return p, report.New("bad-svg", report.Pos{File: file, Line: s.line, Col: s.col}, "%s", s.text).Hinted("save it as a plain SVG, or as PNG"), false
	}
	if err != nil {
		return p, report.New("bad-image", report.Pos{File: file}, "%v", err).Hinted("open it in a picture program and save it again"), false
	}
	if p.Width*p.Height > most {
		return p, report.New("bad-image", report.Pos{File: file}, "it is %d × %d pixels, more than %d million", p.Width, p.Height, most/1_000_000).Hinted("make it smaller; 2,000 pixels are plenty"), false
	}
	return p, problem, true
}
