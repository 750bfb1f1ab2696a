// Package offline writes what lets a reader keep a whole guide on a device, if the guide allows it and the reader asks for it.
//
// In come a planned site and its finished files; out comes sw.js, the script that browsers run beside the site (a service
// worker), and offline.json, which says how much would be kept. Where the guide does not allow it, sw.js is one that removes
// itself and all that was kept: a device that has kept the guide asks for that file again, and so forgets it. Nothing here
// registers a worker; only the page /offline/ does, when its button is pressed.
package offline

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

// Worker is where the script lies that browsers run beside the site, and in no page.
const Worker = "sw.js"

const maker = "offline"

//go:embed keep.js
var keep string

//go:embed forget.js
var forget []byte

// Files makes the worker of a site that consists of the files given; what an earlier call has made is none of them.
func Files(s *site.Site, files []output.File) []output.File {
	if !s.Config.Offline {
		return []output.File{output.NewFile(Worker, forget, maker)}
	}
	kept := slices.DeleteFunc(slices.Clone(files), func(f output.File) bool { return f.Maker == maker || !readable(f.Path) })
	slices.SortFunc(kept, func(a, b output.File) int { return strings.Compare(a.Path, b.Path) })
	sum, bytes := sha256.New(), 0
	addresses := make([]string, len(kept))
	for i, f := range kept {
		sum.Write([]byte(f.Path))
		sum.Write(f.Sum[:])
		bytes += f.Size
		addresses[i] = "./" + strings.TrimSuffix(f.Path, "index.html")
	}
	head := "const version = " + asJSON(hex.EncodeToString(sum.Sum(nil)[:8])) + ", files = " + asJSON(addresses) + ";\n"
	return []output.File{
		output.NewFile(Worker, []byte(head+keep), maker),
		output.NewFile("offline.json", []byte(asJSON(map[string]int{"bytes": bytes, "files": len(kept)})), maker),
	}
}

// readable says whether a reader ever sees the file or a page needs it. Sheets to print are left out: they would double what is
// kept, and every page can be printed as it is.
func readable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2":
		return true
	}
	return false
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return string(data)
}
