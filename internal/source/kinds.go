package source

import (
	"path"
	"strings"
)

const (
	kib = 1 << 10
	mib = 1 << 20
)

// A kind says how files of one extension are read.
type kind struct {
	name    string // as it is told to authors
	text    bool   // must be UTF-8
	content bool   // may lie under content/
	limit   int64  // bytes
}

var other = kind{name: "file", limit: 5 * mib}

var kinds = map[string]kind{
	".md":   {"Markdown file", true, true, 1 * mib},
	".toml": {"TOML file", true, true, 256 * kib},
	".png":  {"picture", false, true, 20 * mib},
	".jpg":  {"picture", false, true, 20 * mib},
	".jpeg": {"picture", false, true, 20 * mib},
	".webp": {"picture", false, true, 20 * mib},
	".avif": {"picture", false, true, 20 * mib},
	".gif":  {"picture", false, true, 20 * mib},
	".svg":  {"SVG picture", true, true, 5 * mib},
	".pdf":  {"PDF file", false, true, 5 * mib},
	".mp3":  {"sound file", false, true, 5 * mib},
	".ttf":  {"font", false, false, 30 * mib},
	".otf":  {"font", false, false, 30 * mib},
	".ttc":  {"font", false, false, 30 * mib},
	".html": {"HTML file", true, false, 5 * mib},
	".css":  {"style sheet", true, false, 5 * mib},
	".js":   {"script", true, false, 5 * mib},
	".json": {"JSON file", true, false, 5 * mib},
	".xml":  {"XML file", true, false, 5 * mib},
	".txt":  {"text file", true, false, 5 * mib},
}

// licenceName is the one file without an extension that content holds: the terms under which its words may be copied.
const licenceName = "LICENSE"

func kindOf(name string) kind {
	if k, ok := kinds[path.Ext(name)]; ok {
		return k
	}
	if path.Base(name) == licenceName {
		return kind{"licence", true, true, 1 * mib}
	}
	return other
}

func isText(name string) bool { return kindOf(name).text }

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isLitter knows what editors and desktops leave beside a file, often for a moment only; an author never means it.
func isLitter(name string) bool {
	switch name {
	case "4913", ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep":
		return true
	}
	if len(name) > 1 && name[0] == '#' && name[len(name)-1] == '#' {
		return true
	}
	for _, prefix := range []string{".#", "._", ".~", ".goutputstream-", "~$"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	for _, suffix := range []string{"~", ".swp", ".swo", ".swx", ".kate-swp", "___jb_tmp___", "___jb_old___"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}
