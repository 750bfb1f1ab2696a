package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// assets are the addresses of the theme's files.
type assets struct {
	style   string
	first   string            // the script that runs before a page is drawn
	scripts []string          // those of every page
	on      map[string]string // those of one kind of page, by the template that makes it
	icon    string
}

// themeFolders are the folders of a theme whose files are published as they are. Style sheets become one file instead, and
// i18n and search hold words.
var themeFolders = []string{"js", "icons", "fonts"}

// planAssets names the theme's files. One sum of all of them stands in the folder's name, so that a browser may keep them for
// ever, and a file may name its neighbours: so does soften.js with the phrase rules, phrasing/<language>.json.
func (p *planner) planAssets() {
	theme := p.files.Under("theme")
	sum := sha256.New()
	sheet := styleSheet(theme, marginNotes(p.guide))
	files := map[string][]byte{"style.css": append(sheet, p.recolor(sheet)...)}
	for _, f := range theme {
		folder, name, _ := strings.Cut(strings.TrimPrefix(f.Path, "theme/"), "/")
		switch {
		case folder == "css" || folder == "i18n" || folder == "search":
			p.checkThemeFile(f, folder)
		case name != "" && slices.Contains(themeFolders, folder):
			if err := output.CheckPath("assets/12345678/" + folder + "/" + name); err != nil {
				p.problems = append(p.problems, report.New("bad-name", report.Pos{File: f.Path}, "this file can have no address: %v", errors.Unwrap(err)).
					Hinted("rename it with letters, digits and hyphens"))
				continue
			}
			files[folder+"/"+name] = f.Data
		case !slices.Contains(p.guide.Config.Print.Files(), f.Path):
			p.unused(f.Path)
		}
	}
	for _, l := range p.guide.Config.Languages {
		if rules := p.guide.Rules[l.Tag]; rules != nil {
			files["phrasing/"+l.Tag+".json"] = rules.Script(func(text string) string { return guide.Curled(text, l) })
		}
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		sum.Write([]byte(name))
		sum.Write([]byte{0})
		sum.Write(files[name])
	}
	p.nameAssets("assets/"+hex.EncodeToString(sum.Sum(nil)[:4])+"/", names, files)
}

func (p *planner) nameAssets(folder string, names []string, files map[string][]byte) {
	p.assets.on = map[string]string{}
	for _, name := range names {
		p.site.Files = append(p.site.Files, output.NewFile(folder+name, files[name], "theme"))
		if path.Ext(name) == ".js" {
			p.nameScript(strings.TrimSuffix(path.Base(name), ".js"), (&url.URL{Path: "/" + folder + name}).EscapedPath())
		}
	}
	p.assets.style = "/" + folder + "style.css"
	p.assets.icon = "/" + folder + "icons/favicon.svg"
}

// nameScript decides by a script's name where it runs: one named like a template on that kind of page, first.js before a page
// is drawn, any other on every page.
func (p *planner) nameScript(name, address string) {
	switch {
	case name == "first":
		p.assets.first = address
	case slices.Contains(Templates(), name):
		p.assets.on[name] = address
	default:
		p.assets.scripts = append(p.assets.scripts, address)
	}
}

// styleSheet joins a theme's style sheets into one: layers.css, which fixes their order, then ours, then the others by name.
func styleSheet(theme []source.File, ours []byte) []byte {
	var first, rest bytes.Buffer
	for _, f := range theme {
		switch {
		case f.Path == "theme/css/layers.css":
			first.Write(f.Data)
		case strings.HasPrefix(f.Path, "theme/css/") && path.Ext(f.Path) == ".css":
			rest.Write(f.Data)
		}
	}
	return slices.Concat(first.Bytes(), ours, rest.Bytes())
}

func (p *planner) checkThemeFile(f source.File, folder string) {
	ext := path.Ext(f.Path)
	if folder == "css" && ext != ".css" || folder != "css" && ext != ".toml" {
		p.unused(f.Path)
	}
}

func (p *planner) unused(file string) {
	p.problem("template-unknown-file", report.Pos{File: file}, "nothing uses this file")
}
