package picture

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// drawing are the elements that do nothing but draw. A list of what is allowed stays right when browsers learn new tricks.
var drawing = strings.Fields(`svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath mask pattern marker switch filter feBlend feColorMatrix feComposite feFlood
	feGaussianBlur feMerge feMergeNode feMorphology feOffset feTurbulence feDropShadow`)

// fetches are the words of a style that load something, beside url(), which has a rule of its own.
var fetches = regexp.MustCompile(`@|/\*|(?:image|src|image-set|expression)\s*\(`)

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
	case a.Name.Space == "xmlns" || a.Name.Space == "xml" && (name == "lang" || name == "space"):
		return ""
	case a.Name.Space != "" && a.Name.Space != "xlink":
		return "the attribute " + a.Name.Space + ":" + a.Name.Local + " stands in it"
	case strings.HasPrefix(name, "on"):
		return "the handler " + a.Name.Local + " stands in it"
	case name == "href" && !strings.HasPrefix(a.Value, "#"):
		return "a link leads out of it"
	case strings.ContainsAny(value, "\\") || name == "style" && fetches.MatchString(value):
		return "a style stands in it that may do more than colour"
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
