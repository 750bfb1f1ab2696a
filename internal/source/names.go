package source

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/amends-guide/amends/internal/portable"
	"github.com/amends-guide/amends/internal/report"
)

const (
	longestPath = 200 // bytes; leaves room for the folder a site is put in, within the 260 of Windows
	longestName = 100 // bytes
	deepest     = 16  // names in a path
)

// choose returns those of a folder's sorted names that are worth a look, and a problem for each other that an author may mean.
func (r *Reader) choose(folder string, names []string) (chosen []string, problems []report.Problem) {
	folded := make(map[string]string, len(names))
	for _, name := range names {
		if isLitter(name) || isHidden(name) {
			if !isLitter(name) && inContent(folder) {
				problems = append(problems, hidden(join(folder, name)))
			}
			continue
		}
		if p, ok := nameProblem(folder, name); ok {
			problems = append(problems, p)
			continue
		}
		if twin, ok := r.twin(folder, name, folded); ok {
			problems = append(problems, clash(join(folder, name), twin))
			if twin == join(folder, name) { // a snapshot has each path once
				continue
			}
		}
		chosen = append(chosen, name)
	}
	return chosen, problems
}

// twin finds another file that some computers would take for this one: in the same folder, or built in.
func (r *Reader) twin(folder, name string, folded map[string]string) (path string, ok bool) {
	key := portable.Fold(name)
	if other, ok := folded[key]; ok {
		return join(folder, other), true
	}
	folded[key] = name
	if inContent(folder) {
		return "", false
	}
	path, ok = r.shipped[portable.Fold(folder)+"/"+key]
	return path, ok && path != join(folder, name)
}

func nameProblem(folder, name string) (p report.Problem, ok bool) {
	length := len(folder) + len("/") + len(name)
	deep := folder != "" && strings.Count(folder, "/")+2 > deepest
	fault := portable.Fault(name)
	if fault == "" && len(name) <= longestName && length <= longestPath && !deep {
		return p, false
	}
	pos := report.Pos{File: join(folder, name)}
	switch {
	case fault != "":
		p = report.New("bad-name", pos, "not every computer can hold a file named %q: %s", name, fault)
		return p.Hinted("rename it with letters, digits and hyphens"), true
	case len(name) > longestName:
		p = report.New("path-too-long", pos, "the name is %d bytes long, more than %d", len(name), longestName)
		return p.Hinted("shorten it"), true
	case length > longestPath:
		p = report.New("path-too-long", pos, "the path is %d bytes long, more than %d", length, longestPath)
		return p.Hinted("shorten the names in it"), true
	}
	return report.New("too-deep", pos, "this lies more than %d folders deep", deepest-1).Hinted("move it up"), true
}

func inContent(folder string) bool {
	return folder == "content" || strings.HasPrefix(folder, "content/")
}

// join makes a file's path; names are levelled to NFC, since macOS may list them otherwise than they were saved.
func join(folder, name string) string {
	if folder != "" {
		name = folder + "/" + name
	}
	return norm.NFC.String(name)
}
