package render

import (
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

// execute writes to a sheet what a template makes of shown. The first time html/template does, which is when it finds out whether
// the template is safe, and how: only then is there something to compile.
func (v *voice) execute(s sheet, name string, shown any) error {
	of := showing{name, reflect.TypeOf(shown)}
	p, known := v.programs.get(of)
	if p != nil {
		if page, ok := p.Append(s.AvailableBuffer(), shown, s.full); ok {
			s.Buffer.Write(page)
			return nil
		}
	}
	if err := v.set.ExecuteTemplate(s, name, shown); err != nil {
		return err
	}
	if !known {
		v.compile(of)
	}
	return nil
}

func (p *programs) get(of showing) (made *program.Program, known bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	made, known = p.made[of]
	return made, known
}

func (v *voice) compile(of showing) {
	v.programs.mu.Lock()
	defer v.programs.mu.Unlock()
	if _, known := v.programs.made[of]; !known { // nor has another page's goroutine just done so
		made, err := program.Compile(v.set, of.template, of.of, v.functions)
		if err != nil {
			made = nil
		}
		v.programs.made[of] = made
	}
}
