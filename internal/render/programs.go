package render

import (
	"errors"
	"html/template"
	"reflect"
	"sync"

	"github.com/amends-guide/amends/internal/render/program"
)

// Programs are the templates of a voice, compiled for what they show.
type programs struct {
	mu   sync.RWMutex
	made map[showing]*program.Program // nil for what only html/template can run
}

// A showing is a template, and what kind of thing it shows.
type showing struct {
	template string
	of       reflect.Type
}

// execute writes to a sheet what a template makes of shown.
func (v *voice) execute(s sheet, name string, shown any) error {
	of := showing{name, reflect.TypeOf(shown)}
	p, known := v.programs.get(of)
	if !known {
		p = v.compile(s, of)
	}
	if p != nil {
		if page, ok := p.Append(s.AvailableBuffer(), shown, s.full); ok {
			s.Buffer.Write(page)
			return nil
		}
	}
	return v.set.ExecuteTemplate(s, name, shown)
}

func (p *programs) get(of showing) (made *program.Program, known bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	made, known = p.made[of]
	return made, known
}

// compile makes the program of a template that is shown for the first time, or nil. Whether a template is safe, and how, html/template
// finds out on executing it, if only with nothing to show, which soon fails.
func (v *voice) compile(s sheet, of showing) *program.Program {
	var unsafe *template.Error
	err := v.set.ExecuteTemplate(s, of.template, nil)
	s.Reset()
	v.programs.mu.Lock()
	defer v.programs.mu.Unlock()
	p, known := v.programs.made[of] // by the goroutine of another page, meanwhile
	if !known && !errors.As(err, &unsafe) {
		p, _ = program.Compile(v.set, of.template, of.of, v.functions)
	}
	v.programs.made[of] = p
	return p
}
