package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestColors(t *testing.T) {
	got := Colors([]byte(`
/* :root { --ink: #123456; } */
@layer reset, tokens;
@layer tokens { :root { color-scheme: light dark; --ink: #111111; --own: #222222; --gap: .85rem; --sheen: #ffffff17 }
  @supports (color: light-dark(#000, #fff)) { :root { --ink: light-dark(#111111, #eeeeee); } }
  @media print { :root { --ink: #000000; } }
  .tile { --own: #999999; } }
:root { --own: #333333 }
@layer tokens { :root { --own: #444444; } }
`))
	want := map[string]Color{"ink": {Light: "#111111", Dark: "#eeeeee"}, "own": {Light: "#333333", Dark: "#333333"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRecolor(t *testing.T) {
	s, problems := planned(t, edits{"config.toml": "title = 'x'\n[colors]\nown = '#3d2a4d'\nlink = '#123456'\n[colors_dark]\ninc = '#ffffff'\nink = '#ffffff'\n"})
	if len(problems) != 1 || problems[0].Class != "unknown-color" || problems[0].Pos.Line != 6 || !strings.Contains(problems[0].Hint, `"ink"`) {
		t.Errorf("problems %v", problems)
	}
	sheet := ""
	for _, f := range s.Files {
		if strings.HasSuffix(f.Path, "style.css") {
			sheet = string(f.Data())
		}
	}
	if want := ":root{--ink:#221f1a;--link:#123456;--own:#3d2a4d;}@supports (color:light-dark(#000,#fff)){:root{" +
		"--ink:light-dark(#221f1a,#ffffff);--link:light-dark(#123456,#a9d3eb);--own:light-dark(#3d2a4d,#3d2a4d);}}\n"; !strings.HasSuffix(sheet, want) {
		t.Errorf("the sheet ends with %s", sheet[max(0, len(sheet)-300):])
	}
	if got := Colors([]byte(sheet)); got["link"] != (Color{Light: "#123456", Dark: "#a9d3eb"}) || s.Colors["link"].Pos.Line != 4 {
		t.Errorf("a browser sees %v, and the site %v", got["link"], s.Colors["link"])
	}
}
