package picture

import (
	"encoding/xml"
	"strconv"
	"strings"
)

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
