package cli

import (
	"strings"
	"testing"

	"rsc.io/qr"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/serve"
)

// Every name that the settings may give is an editor that the preview can open.
func TestEditorsAgree(t *testing.T) {
	for _, name := range config.Editors {
		if _, ok := serve.EditorNamed(name); !ok {
			t.Errorf("serve has no editor %q", name)
		}
	}
	if _, ok := serve.EditorNamed("sh"); ok {
		t.Error("a shell is an editor")
	}
}

// Drawn for a terminal, a QR code is still the code: read back from the signs, every point is where it was.
func TestBlocks(t *testing.T) {
	code, err := qr.Encode("http://192.0.2.7:4747/", qr.L)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(blocks(code), "\n")
	for y := range code.Size {
		for x := range code.Size {
			sign := []rune(strings.TrimPrefix(lines[(y+2)/2], "  "))[x+2]
			light := sign == '█' || sign == '▀' && y%2 == 0 || sign == '▄' && y%2 == 1
			if light == code.Black(x, y) {
				t.Fatalf("point %d, %d is wrong", x, y)
			}
		}
	}
}
