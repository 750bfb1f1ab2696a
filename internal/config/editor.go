package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// Editors are the names that the setting editor may have. It is a closed list because the settings come from whoever wrote the
// guide, and a program is run on the computer of whoever looks at it.
var Editors = []string{
	"vscode", "vscodium", "cursor", "zed", "idea", "textmate", "sublime", "emacs", "kate", "gnome", "notepad-plus",
}

func (c *Config) checkEditor(front *facts.Table) []report.Problem {
	if c.Editor == "" || slices.Contains(Editors, c.Editor) {
		return nil
	}
	p := report.New("unknown-editor", front.Pos("editor"), "%q is not an editor that the preview knows", c.Editor)
	if near := report.Nearest(c.Editor, Editors); near != "" {
		p = p.Hinted(fmt.Sprintf("did you mean %q?", near))
	}
	p = p.Noted("editors: " + strings.Join(Editors, ", "))
	return []report.Problem{p.Noted(`any other is named on the command line: amends serve --editor "nedit -line {line} {file}"`)}
}
