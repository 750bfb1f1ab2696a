package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// A badDrawing says what a drawing may not hold, and where.
type badDrawing struct {
	text      string
	line, col int
}

func (b badDrawing) Error() string { return b.text }

// deepest and mostElements bound what a browser has to build; no drawing by hand comes near.
const (
	deepest      = 64
	mostElements = 50_000
)

// A reading is how far a drawing is read.
type reading struct {
	open     []element
	elements int
	size     [2]int
	repeated map[string]bool // ids that a use element repeats
	repeats  map[string]bool // ids within which a use element stands
}

// An element is one that is not closed yet.
type element struct{ name, id string }

// readSVG accepts a drawing that only draws. It is never cleaned: browsers read drawings in more ways than any cleaner.
func readSVG(data []byte) (Picture, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	r := reading{repeated: map[string]bool{}, repeats: map[string]bool{}}
	for {
		token, err := d.RawToken()
		line, col := d.InputPos()
		if err == io.EOF && len(r.open) == 0 && r.elements > 0 {
			if !r.growsOnlyOnce() {
				return Picture{}, badDrawing{"it repeats what repeats, which grows without end", line, col}
			}
			return Picture{Data: data, Width: r.size[0], Height: r.size[1]}, nil
		}
		if err != nil {
			return Picture{}, badDrawing{notWellFormed, line, col}
		}
		if fault := r.token(token); fault != "" {
			return Picture{}, badDrawing{fault, line, col}
		}
	}
}

const notWellFormed = "it is not well-formed"

// token reads one token and says what is wrong with it.
func (r *reading) token(token xml.Token) (fault string) {
	switch t := token.(type) {
	case xml.Directive:
		return "a document type or entity stands in it"
	case xml.ProcInst:
		if t.Target != "xml" || r.elements > 0 {
			return "an instruction stands in it"
		}
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		last := len(r.open) - 1
		if last < 0 || t.Name.Space != "" || r.open[last].name != t.Name.Local {
			return notWellFormed
		}
		r.open = r.open[:last]
	case xml.CharData:
		if len(r.open) == 0 && len(bytes.TrimSpace(t)) > 0 {
			return notWellFormed
		}
	}
	return ""
}

func (r *reading) start(t xml.StartElement) (fault string) {
	if fault := elementFault(t); fault != "" {
		return fault
	}
	r.elements++
	switch {
	case len(r.open) == 0 && (r.elements > 1 || t.Name.Local != "svg"):
		return "it is not an SVG drawing"
	case len(r.open) == 0:
		r.size[0], r.size[1] = drawnSize(t.Attr)
	case len(r.open) >= deepest || r.elements > mostElements:
		return "it is too large a drawing"
	}
	self := element{name: t.Name.Local}
	for _, a := range t.Attr {
		switch {
		case a.Name.Local == "id":
			self.id = a.Value
		case a.Name.Local == "href" && self.name == "use":
			r.repeated[strings.TrimPrefix(a.Value, "#")] = true
			for _, around := range r.open {
				r.repeats[around.id] = true
			}
		}
	}
	r.open = append(r.open, self)
	return ""
}

// growsOnlyOnce says that nothing is repeated that repeats something itself: ten tens of tens are soon more than a phone holds.
func (r *reading) growsOnlyOnce() bool {
	for id := range r.repeated {
		if id != "" && r.repeats[id] {
			return false
		}
	}
	return true
}
