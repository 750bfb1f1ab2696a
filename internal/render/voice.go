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
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// A voice is all templates in one language: the words of the interface are written into them once, not once a page.
type voice struct {
	config.Language
	set       *template.Template
	makesHTML map[string]bool // the functions of templates that return [template.HTML]
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
	v := &voice{Language: l, sum: voiceSum(l, templates)}
	v.Sections = map[string]string{}
	for id, heading := range l.Sections { // typed with a straight apostrophe, printed with a curled one
		v.Sections[id] = strings.ReplaceAll(heading, "'", l.Quotes[3])
	}
	functions := template.FuncMap{
		"word":    v.format,
		"section": v.section,
		"text":    v.flow,
		"line":    v.line,
		"phrase":  func(p guide.Phrase) template.HTML { return trusted(appendPhrase(nil, p)) },
		"shared":  v.shared,
		"call":    callable,
		"date":    v.date,

		"link":       func(l site.Link) template.HTML { return trusted(appendLink(nil, l)) },
		"links":      func(l []site.Link) template.HTML { return trusted(appendLinks(nil, l)) },
		"alternates": func(a []site.Alternate) template.HTML { return trusted(appendAlternates(nil, a)) },
	}
	v.set, v.makesHTML = template.New("").Option("missingkey=error").Funcs(functions), makersOfHTML(functions)
	return v
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

func (v *voice) flow(t *site.Text) template.HTML {
	return v.write(t, func(w *writer) { w.flow(t.Nodes) })
}

func (v *voice) line(t *site.Text) template.HTML {
	return v.write(t, func(w *writer) {
		w.tight(t.Nodes)
		w.flushNotes()
	})
}

func (v *voice) write(t *site.Text, with func(*writer)) template.HTML {
	if t == nil {
		return ""
	}
	w := writers.Get().(*writer)
	w.b, w.notes, w.text, w.voice = w.b[:0], w.notes[:0], t, v
	with(w)
	html := trusted(w.b)
	writers.Put(w)
	return html
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
	if err := v.set.ExecuteTemplate(sheet{Buffer: buffer, most: freeBytes}, name, shown); err != nil {
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
