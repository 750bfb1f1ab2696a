package site

import (
	"encoding/hex"
	"path"
	"strings"
	"unicode"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/picture"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/slab"
	"github.com/amends-guide/amends/internal/source"
)

// A Memo keeps what of the last plan was slow to make: its pictures, its tiles, and its complete lists. The zero Memo is ready to
// use; two plans at once must not share one.
type Memo struct {
	last, next           map[pictureKey]cleaned
	lastTiles, nextTiles *shared[tileKey, *Tile]
	tiles                slab.Of[Tile]
	indexes              map[string]*index // by language
}

// A pictureKey is all that a published picture depends on.
type pictureKey struct {
	name string
	sum  source.Sum
}

// A cleaned picture is published without what a camera wrote into it.
type cleaned struct {
	file          output.File
	width, height int
	problems      []report.Problem
}

// turn begins another plan: what the last one did not use is forgotten.
func (m *Memo) turn() {
	m.last, m.next = m.next, map[pictureKey]cleaned{}
	m.lastTiles, m.nextTiles = m.nextTiles, new(shared[tileKey, *Tile])
	if m.lastTiles == nil {
		m.lastTiles, m.indexes = new(shared[tileKey, *Tile]), map[string]*index{}
	}
}

// publish takes a picture that an entry shows into the site, once.
func (p *planner) publish(file, shownAt string) {
	f, ok := p.files.Get(file)
	if _, known := p.pictures[file]; known || !ok {
		return
	}
	c := p.memo.clean(f)
	p.pictures[file] = Picture{}
	for _, problem := range c.problems {
		p.problems = append(p.problems, problem.Noted("shown at "+shownAt))
	}
	if len(c.problems) > 0 {
		return
	}
	p.pictures[file] = Picture{Address: "/" + c.file.Path, Width: c.width, Height: c.height}
	if !p.shown[c.file.Path] { // translations often bring a copy of the same picture
		p.shown[c.file.Path] = true
		p.site.Files = append(p.site.Files, c.file)
	}
}

func (m *Memo) clean(f source.File) cleaned {
	key := pictureKey{mediaName(f), f.Sum}
	c, known := m.last[key]
	if !known {
		clean, problem, ok := picture.Read(f.Path, f.Data)
		if ok {
			c = cleaned{width: clean.Width, height: clean.Height, file: output.NewFile(mediaName(f), clean.Data, f.Path)}
		} else {
			c = cleaned{problems: []report.Problem{problem}}
		}
	}
	m.next[key] = c
	return c
}

// checkPictures reads the pictures that no page shows as well: they are not published, but one that never could be is worth
// telling before somebody relies on it.
func (p *planner) checkPictures() {
	for _, f := range p.files.Under("content") {
		if _, shown := p.pictures[f.Path]; !shown && picture.Is(f.Path) {
			p.problems = append(p.problems, p.memo.clean(f).problems...)
		}
	}
}

// mediaName is where a picture is published: its own name and a part of its sum, so that a browser may keep it for ever. What
// means something in an address, such as # or %, becomes a hyphen.
func mediaName(f source.File) string {
	base, ext := path.Base(f.Path), path.Ext(f.Path)
	name := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return '-'
	}, strings.TrimSuffix(base, ext))
	return "media/" + name + "-" + hex.EncodeToString(f.Sum[:4]) + strings.ToLower(ext)
}
