package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A badDrawing says what a drawing may not hold, and where.
type badDrawing struct {
	text      string
	line, col int
}

func (b badDrawing) Error() string { return b.text }

const svgNamespace = "http://www.w3.org/2000/svg"

// drawing are the elements that do nothing but draw. A list of what is allowed stays right when browsers learn new tricks.
var drawing = strings.Fields(`svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath mask pattern marker switch filter feBlend feColorMatrix feComposite feFlood
	feGaussianBlur feMerge feMergeNode feMorphology feOffset feTurbulence feDropShadow`)

// readSVG accepts a drawing that only draws. It is never cleaned: browsers read drawings in more ways than any cleaner.
func readSVG(data []byte) (Picture, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	p := Picture{Data: data}
	for depth, whole := 0, false; ; {
		token, err := d.RawToken()
		line, col := d.InputPos()
		bad := func(text string) (Picture, error) { return Picture{}, badDrawing{text, line, col} }
		switch t := token.(type) {
		case xml.Directive:
			return bad("a document type or entity stands in it")
		case xml.ProcInst:
			if t.Target != "xml" {
				return bad("an instruction stands in it")
			}
		case xml.StartElement:
			if fault := elementFault(t); fault != "" {
				return bad(fault)
			}
			if depth == 0 {
				if t.Name.Local != "svg" {
					return bad("it is not an SVG drawing")
				}
				p.Width, p.Height = drawnSize(t.Attr)
				whole = true
			}
			depth++
		case xml.EndElement:
			depth--
		}
		if err == io.EOF && depth == 0 && whole {
			return p, nil
		}
		if err != nil || depth < 0 {
			return bad("it is not well-formed")
		}
	}
}

func elementFault(t xml.StartElement) string {
	if t.Name.Space != "" || !slices.Contains(drawing, t.Name.Local) {
		return "the element " + t.Name.Local + " stands in it"
	}
	for _, a := range t.Attr {
		if fault := attributeFault(a); fault != "" {
			return fault
		}
	}
	return ""
}

func attributeFault(a xml.Attr) string {
	name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
	switch {
	case a.Name.Space == "" && name == "xmlns":
		if a.Value != svgNamespace {
			return "it is in another language than SVG"
		}
		return ""
	case a.Name.Space == "xmlns" || a.Name.Space == "xml":
		return ""
	case a.Name.Space != "" && a.Name.Space != "xlink":
		return "the attribute " + a.Name.Space + ":" + a.Name.Local + " stands in it"
	case strings.HasPrefix(name, "on"):
		return "the handler " + a.Name.Local + " stands in it"
	case name == "href" && !strings.HasPrefix(a.Value, "#"):
		return "a link leads out of it"
	case name == "style" || strings.ContainsAny(value, "\\"):
		return "a style attribute stands in it"
	}
	for rest := value; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return ""
		}
		if !strings.HasPrefix(strings.TrimLeft(after, ` '"`), "#") {
			return "it fetches something from elsewhere"
		}
		rest = after
	}
}

// drawnSize is the size a drawing gives itself, by its width and height or by its view box.
func drawnSize(attrs []xml.Attr) (width, height int) {
	for _, a := range attrs {
		switch a.Name.Local {
		case "width":
			width = pixels(a.Value)
		case "height":
			height = pixels(a.Value)
		}
	}
	if width > 0 && height > 0 {
		return width, height
	}
	for _, a := range attrs {
		if box := strings.Fields(strings.ReplaceAll(a.Value, ",", " ")); a.Name.Local == "viewBox" && len(box) == 4 {
			return pixels(box[2]), pixels(box[3])
		}
	}
	return 0, 0
}

func pixels(length string) int {
	n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(length), "px"), 64)
	if err != nil || n < 0 || n > 1e6 {
		return 0
	}
	return int(n + 0.5)
}
