package print

import (
	"fmt"
	"strings"
	"testing"

	japanese "eliasnaur.com/font/noto/sans/jp/regular"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide/guidetest"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

func TestConfigured(t *testing.T) {
	for _, c := range []config.Print{
		{Sheet: "a4-8op"}, {Sheet: "5371", Flip: "fold"}, {BackOffset: "a little"}, {BackOffset: "99 0"}, {Logo: "theme/none.png"}, {Fonts: []string{"theme/none.ttf"}},
	} {
		_, problems := Configured(&config.Config{Print: c}, nil, new(Memo))
		if len(problems) != 1 || problems[0].Class != "print-setting" || problems[0].Hint == "" {
			t.Errorf("%+v: %v", c, problems)
		}
	}
	e, problems := Configured(&config.Config{Print: config.Print{Sheet: "5371", Flip: "short", BackOffset: "0.5 -1", Paper: "letter", Practice: "P"}}, nil, new(Memo))
	if len(problems) > 0 || !e.Letter || e.Cut != (Cut{Stock: "5371", Flip: Short, DX: 0.5, DY: -1}) || e.Practice.Name != "P" {
		t.Errorf("%+v %v", e, problems)
	}
}

// withFonts is the small site with fonts in it, named in this order, and an essay of these words.
func withFonts(t *testing.T, words string, fonts ...string) (*site.Site, *source.Files) {
	t.Helper()
	const essay = "content/en/essays/coming-back.md"
	e := edits{essay: strings.Replace(original(t, essay), "We all get it wrong.", words, 1)}
	var names []string
	for i, font := range fonts {
		name := fmt.Sprintf("theme/print/%d.ttf", i)
		names = append(names, fmt.Sprintf("\t%q,\n", name))
		e[name] = font
	}
	e["config.toml"] = "title = \"x\"\n\n[print]\nfonts = [\n" + strings.Join(names, "") + "]\n"
	g, files := guidetest.Read(t, guidetest.Small(t, e))
	s, problems := site.Plan(g, files, nil)
	for _, p := range problems {
		if strings.HasPrefix(p.Pos.File, "theme/print") {
			t.Errorf("%s: %s", p.Pos, p.Text)
		}
	}
	return s, files
}

// A font of the guide's own lends the letters that the program's fonts lack, in regular and in large print.
func TestOwnFonts(t *testing.T) {
	s, files := withFonts(t, "わたしが悪かった。", string(japanese.TTF))
	memo := new(Memo)
	e, problems := Configured(s.Config, files, memo)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, e.Large = range []bool{false, true} {
		file := made(t, piece(t, New(s, e), "essays/coming-back.pdf"))
		if got := tool(t, file, "pdftotext", "FILE", "-"); !strings.Contains(got, "わたしが悪かった。") {
			t.Errorf("large %v: the words are not in %q", e.Large, got)
		}
		if got := tool(t, file, "pdffonts", "FILE"); !strings.Contains(got, "NotoSansJP") {
			t.Errorf("large %v: %s", e.Large, got)
		}
	}
	again, _ := Configured(s.Config, files, memo)
	if again.Fonts[0].Face != e.Fonts[0].Face {
		t.Error("a font is read a second time")
	}
}

// What is wrong with a font is told at the line that names it, whether it shows when the font is read or when it is cut.
func TestFontsThatCannotBeUsed(t *testing.T) {
	spoiled := []byte(string(japanese.TTF))
	for i := range spoiled[len(spoiled)/4 : len(spoiled)*3/4] { // all outlines, and nothing that is looked at before
		spoiled[len(spoiled)/4+i] = 0xff
	}
	s, files := withFonts(t, "わたしが悪かった。", string(japanese.TTF), "<html>not found</html>", string(spoiled))
	e, problems := Configured(s.Config, files, new(Memo))
	if len(problems) != 1 || problems[0].Class != "print-setting" || problems[0].Pos != (report.Pos{File: "config.toml", Line: 6, Col: 2, Len: 19}) ||
		problems[0].Text != `the font "theme/print/1.ttf" cannot be used: it is no TrueType or OpenType font` {
		t.Errorf("%+v", problems)
	}
	e.Fonts = e.Fonts[1:]
	_, problems, err := piece(t, New(s, e), "essays/coming-back.pdf").Make()
	check(t, err)
	if len(problems) != 1 || problems[0].Class != "print-setting" || problems[0].Pos.Line != 7 {
		t.Errorf("%+v", problems)
	}
}
