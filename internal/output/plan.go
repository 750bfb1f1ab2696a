package output

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// A plan is what must happen on the disk, in order.
type plan struct {
	steps   []step
	items   []item // sorted by path; those with a file to come are the ones that steps refer to
	renewed bool   // the record must be written even if no file is
	result  Result
}

func (p *plan) nothing() bool { return len(p.steps) == 0 && !p.renewed }

func newPlan(items []item) *plan {
	p := &plan{items: items}
	puts, drops := map[string]bool{}, []*item{}
	for i := range items {
		it := &items[i]
		switch it.verdict {
		case isMissing:
			p.result.Added = append(p.result.Added, it.path())
		case isOutdated:
			p.result.Changed = append(p.result.Changed, it.path())
		case isStale:
			p.result.Removed = append(p.result.Removed, it.path())
			drops = append(drops, it)
		case isTaken:
			p.result.Kept = append(p.result.Kept, it.path())
		}
		p.renewed = p.renewed || it.verdict == isTouched || it.verdict == isTaken || it.verdict == isGone
		if it.verdict == isMissing || it.verdict == isOutdated {
			p.steps = append(p.steps, step{item: it, path: it.path()})
			puts[it.path()] = true
		}
	}
	slices.SortStableFunc(p.steps, inOrder)
	p.addDrops(drops, puts)
	return p
}

// addDrops puts the removals after all else, but first those that make room: a file where a folder is to be, or files in a
// folder whose place a file takes.
func (p *plan) addDrops(drops []*item, puts map[string]bool) {
	folders := map[string]bool{}
	for put := range puts {
		for at := path.Dir(put); at != "." && !folders[at]; at = path.Dir(at) {
			folders[at] = true
		}
	}
	var early, late []step
	for _, it := range drops {
		s := step{item: it, path: it.path(), isDrop: true, sum: it.had.sum}
		isEarly := folders[it.path()]
		for at := path.Dir(it.path()); at != "."; at = path.Dir(at) {
			isEarly = isEarly || puts[at]
		}
		if isEarly {
			early = append(early, s)
		} else {
			late = append(late, s)
		}
	}
	p.steps = slices.Concat(early, p.steps, late)
}

// inOrder lets a reader meet no link to what is not there yet: assets come first, then pages, the deepest before those that
// list them, then feeds, sitemap and search data.
func inOrder(a, b step) int {
	return cmp.Or(cmp.Compare(rank(a.path), rank(b.path)), cmp.Compare(strings.Count(b.path, "/"), strings.Count(a.path, "/")))
}

func rank(name string) int {
	switch path.Ext(name) {
	case ".html":
		return 1
	case ".xml", ".json", ".txt", ".webmanifest":
		return 2
	}
	return 0
}
