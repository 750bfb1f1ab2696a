package facts

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/amends-guide/amends/internal/report"
)

// stranger tells a key that no field reads: one that belongs elsewhere, or one that is misspelt or made up. Of the latter it
// gives the key that was most likely meant, or "".
func (d *decoder) stranger(p *plan, n *node, key string) (meant string) {
	pos := d.place.pos(n.kid(key).key)
	near := cmp.Or(p.known[strings.ToLower(key)], report.Nearest(key, p.names))
	if first := &p.fields[0]; d.others[key] != "" && first.need && n.keys()[0] == key && n.kid(first.key) == nil {
		d.add(report.New("unknown-key", pos, "nobody reads the key %q here", key).Hinted(didYouMean(first.key)).Noted(first.about))
		return first.key
	}
	if text, hint := d.elsewhere(p, key); text != "" && !oneLetterApart(near, key) && p.known[key] == "" {
		d.add(report.New("key-elsewhere", pos, "%s", text).Hinted(hint))
		return ""
	}
	problem := report.New("unknown-key", pos, "nobody reads the key %q here", key).Hinted(didYouMean(near))
	if near == "" {
		problem = problem.Noted("keys: " + strings.Join(p.names, ", "))
	}
	d.add(problem)
	return near
}

// oneLetterApart says whether one word is the other's plural or has lost its last letter: nearer than any other kind's key.
func oneLetterApart(near, key string) bool {
	return near != "" && (near == key+near[len(near)-1:] || key == near+key[len(key)-1:])
}

// elsewhere looks for the key in the tables around, in those within, and in other kinds of entry.
func (d *decoder) elsewhere(p *plan, key string) (text, hint string) {
	if d.aboveKnows(key) {
		return d.slipped(key)
	}
	for i := range p.fields {
		if f := &p.fields[i]; f.inner != nil && f.inner.byKey[key] != nil {
			return fmt.Sprintf("%q belongs in the table %q", key, f.key), "move it there"
		}
	}
	if whose := d.others[key]; whose != "" {
		return fmt.Sprintf("%q is a key of %s", key, whose), "remove it, or move the file to the folder it belongs in"
	}
	return "", ""
}

// slipped tells a key that stands below a header, or between braces, but belongs to the table around it.
func (d *decoder) slipped(key string) (text, hint string) {
	here := d.around[len(d.around)-1].node
	text = fmt.Sprintf("%q has slipped into the table %q", key, d.place.written(here.key))
	if here.key == here.value {
		return text, fmt.Sprintf("move it above line %d", d.place.pos(here.key).Line)
	}
	return text, "move it out of the braces"
}

func (d *decoder) aboveKnows(key string) bool {
	for _, outer := range d.around[:len(d.around)-1] {
		if outer.plan.byKey[key] != nil {
			return true
		}
	}
	return false
}
