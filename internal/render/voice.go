package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/render/program"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A voice is all templates in one language: the words of the interface are written into them once, not once a page.
type voice struct {
	config.Language
	set       *template.Template
	functions program.Functions
	programs  programs
	sum       source.Sum
	pieces    *pieces // of this run: what shared has made
}

// A piece is what a shared template shows. Shown is a pointer: views share what is the same.
type piece struct {
	template string
	shown    any
}

// Pieces are asked for a hundred thousand times in a large guide, and made ten thousand times.
type pieces struct {
	mu   sync.RWMutex
	made map[piece]template.HTML
}

func newPieces() *pieces { return &pieces{made: map[piece]template.HTML{}} }

func (p *pieces) get(key piece) (html template.HTML, ok bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	html, ok = p.made[key]
	return html, ok
}

func (p *pieces) put(key piece, html template.HTML) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.made[key] = html
}

func newVoice(l config.Language, templates source.Sum) *voice {
	v := &voice{Language: l, sum: voiceSum(l, templates), programs: programs{made: map[showing]*program.Program{}}}
	v.Sections = map[string]string{}
	for id, heading := range l.Sections { // typed with a straight apostrophe, printed with a curled one
		v.Sections[id] = strings.ReplaceAll(heading, "'", l.Quotes[3])
	}
	v.functions = program.Functions{
		"word":    v.format,
		"section": v.section,
		"text":    program.NewWriter(sure(v.flow)),
		"line":    program.NewWriter(sure(v.line)),
		"phrase":  program.NewWriter(sure(appendPhrase)),
		"shared":  v.shared,
		"call":    callable,
		"date":    program.NewWriter(v.date),

		"link":       program.NewWriter(sure(appendLink)),
		"links":      program.NewWriter(sure(appendLinks)),
		"alternates": program.NewWriter(sure(appendAlternates)),
	}
	v.set = template.New("").Option("missingkey=error").Funcs(v.functions.Library())
	return v
}

// sure is a writer that never fails.
func sure[T any](write func([]byte, T) []byte) func([]byte, T) ([]byte, error) {
	return func(b []byte, x T) ([]byte, error) { return write(b, x), nil }
}

// voiceSum names all that a voice adds to a view.
func voiceSum(l config.Language, templates source.Sum) source.Sum {
	h := sha256.New()
	fmt.Fprintf(h, "%x %q %q", templates, l.Tag, l.Quotes)
	for _, words := range []map[string]string{l.Words, l.Sections, l.Callouts} {
		for _, key := range sorted(words) {
			fmt.Fprintf(h, "%q %q", key, words[key])
		}
		h.Write([]byte{0})
	}
	return source.Sum(h.Sum(nil)[:16])
}

func sorted(words map[string]string) []string {
	keys := make([]string, 0, len(words))
	for key := range words {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (v *voice) word(key string) string {
	if text, ok := v.Words[key]; ok {
		return text
	}
	return key
}

// format is the word with {1}, {2}… replaced by values. Most templates' words are known to exist before they run (speak);
// the others fail here.
func (v *voice) format(key string, values ...any) (string, error) {
	text, ok := v.Words[key]
	if !ok {
		return "", fmt.Errorf("there is no word %q", key)
	}
	for i, value := range values {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), fmt.Sprint(value))
	}
	return text, nil
}

func (v *voice) section(key string) (string, error) {
	heading, ok := v.Sections[key]
	if !ok {
		return "", fmt.Errorf("there is no section %q", key)
	}
	return heading, nil
}

func (v *voice) flow(b []byte, t *site.Text) []byte {
	return v.write(b, t, func(w *writer) { w.flow(t.Nodes) })
}

func (v *voice) line(b []byte, t *site.Text) []byte {
	return v.write(b, t, func(w *writer) {
		w.tight(t.Nodes)
		w.flushNotes()
	})
}

func (v *voice) write(b []byte, t *site.Text, with func(*writer)) []byte {
	if t == nil {
		return b
	}
	w := writers.Get().(*writer)
	w.b, w.notes, w.text, w.voice = b, w.notes[:0], t, v
	with(w)
	b, w.b = w.b, nil
	writers.Put(w)
	return b
}

var writers = sync.Pool{New: func() any { return new(writer) }}

// shared runs a template once for everything that is shown in more than one place.
func (v *voice) shared(name string, shown any) (template.HTML, error) {
	key := piece{name, shown}
	if known, ok := v.pieces.get(key); ok {
		return known, nil
	}
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	if err := v.execute(sheet{Buffer: buffer, most: freeBytes}, name, shown); err != nil {
		return "", err
	}
	html := trusted(buffer.Bytes())
	v.pieces.put(key, html)
	return html, nil
}

// tile is a card's tile inside a text. A tile that does not work fails on its own list, where it can be told.
func (v *voice) tile(t *site.Tile) template.HTML {
	html, _ := v.shared("partials/tile", t)
	return html
}
