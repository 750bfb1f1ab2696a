package render

import (
	"crypto/sha256"
	"path"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// read parses the templates for every language, unless they and the words are those of the last build.
func (m *Memo) read(languages []config.Language, files *source.Files) {
	templates := files.Under("templates")
	sum := templatesSum(templates, languages)
	if m.voices != nil && m.templates == sum {
		return
	}
	*m = Memo{templates: sum, voices: map[string]*voice{}, pages: m.pages}
	for _, f := range templates {
		m.problems = append(m.problems, lint(f)...)
	}
	for _, l := range languages {
		v := newVoice(l, sum)
		m.voices[l.Tag] = v
		m.problems = append(m.problems, v.parse(templates)...)
	}
	m.problems = append(report.Sort(m.problems), unused(templates)...)
}

// Check tells what is wrong with the templates alone, when no page is made because something else is wrong.
func (m *Memo) Check(languages []config.Language, files *source.Files) []report.Problem {
	m.read(languages, files)
	return m.problems
}

func templatesSum(templates []source.File, languages []config.Language) source.Sum {
	h := sha256.New()
	for _, f := range templates {
		h.Write([]byte(f.Path))
		h.Write(f.Sum[:])
	}
	for _, l := range languages {
		sum := voiceSum(l, source.Sum{})
		h.Write(sum[:])
	}
	return source.Sum(h.Sum(nil)[:16])
}

// parse reads the templates into the voice and writes its words into them.
func (v *voice) parse(templates []source.File) (problems []report.Problem) {
	for _, f := range templates {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		t, err := v.set.New(nameOf(f.Path)).Parse(string(f.Data))
		if err != nil {
			problems = append(problems, problemOf(err))
			continue
		}
		problems = append(problems, v.speak(t.Tree)...)
	}
	return append(problems, v.missing(templates)...)
}

// nameOf is what a template is called by others: templates/partials/tile.html is "partials/tile".
func nameOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".html")
}

func fileOf(name string) string { return "templates/" + name + ".html" }

// missing demands every template that a page is made with.
func (v *voice) missing(templates []source.File) (problems []report.Problem) {
	for _, name := range append(site.Templates(), "partials/tile") {
		if !has(templates, fileOf(name)) {
			problems = append(problems, report.New("template-error", report.Pos{File: fileOf(name)}, "there is no such template"))
		}
	}
	return problems
}

func has(templates []source.File, file string) bool {
	for _, f := range templates {
		if f.Path == file {
			return true
		}
	}
	return false
}

// unused warns of template files that no page comes to.
func unused(templates []source.File) (problems []report.Problem) {
	pages := site.Templates()
	for _, f := range templates {
		name := nameOf(f.Path)
		if f.Layer == source.BuiltIn || used(f, templates) { // a site's own template may do without what ours call
			continue
		}
		problem := report.New("template-unknown-file", report.Pos{File: f.Path}, "no page is made with this template")
		if near := report.Nearest(name, pages); near != "" {
			problem = problem.Hinted("did you mean " + fileOf(near) + "?")
		}
		problems = append(problems, problem)
	}
	return problems
}

func used(f source.File, templates []source.File) bool {
	name := nameOf(f.Path)
	for _, page := range site.Templates() {
		if page == name {
			return true
		}
	}
	for _, other := range templates {
		if other.Path != f.Path && strings.Contains(string(other.Data), `"`+name+`"`) {
			return true
		}
	}
	return name == "partials/tile"
}
