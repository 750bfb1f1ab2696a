package typeset

import "github.com/go-text/typesetting/segmenter"

// narrow is the paragraph, with chunks wider than the measure taken apart into clusters.
func (p *paragraph) narrow(measure float64) *paragraph {
	wide := false
	for i := range p.chunks {
		wide = wide || p.chunks[i].width > measure+slop
	}
	if !wide {
		return p
	}
	q := &paragraph{&shaped{lang: p.lang, runs: p.runs, missing: p.missing}, p.style, p.spans}
	for _, c := range p.chunks {
		if c.width > measure+slop {
			q.scatter(p, c, measure)
		} else {
			q.keep(p, c)
		}
	}
	return q
}

// keep adds a chunk of another paragraph as it is.
func (p *paragraph) keep(from *paragraph, c chunk) {
	shift := len(p.pieces) - c.first
	p.pieces = append(p.pieces, from.pieces[c.first:c.end]...)
	c.first, c.ink, c.end = c.first+shift, c.ink+shift, c.end+shift
	p.chunks = append(p.chunks, c)
}

// scatter adds a chunk of another paragraph as a chunk for each cluster.
func (p *paragraph) scatter(from *paragraph, c chunk, measure float64) {
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	for _, q := range from.pieces[c.first:c.ink] {
		r := &p.runs[q.run]
		if r.blank {
			blank := *q.word
			blank.width = min(blank.width, measure)
			q.word = &blank
			p.single(q)
			continue
		}
		seg.Init([]rune(q.text))
		for clusters := seg.GraphemeIterator(); clusters.Next(); {
			c := clusters.Grapheme()
			w := r.face.shape([]byte(string(c.Text)), r.level%2 == 1, r.script, r.lang)
			p.single(piece{w, q.run, false})
		}
	}
	p.pieces = append(p.pieces, from.pieces[c.ink:c.end]...)
	last := &p.chunks[len(p.chunks)-1]
	last.end, last.space, last.forced, last.cost = len(p.pieces), c.space, c.forced, c.cost
}

// single adds a piece as a chunk of its own.
func (p *paragraph) single(q piece) {
	n := len(p.pieces)
	p.pieces = append(p.pieces, q)
	p.chunks = append(p.chunks, chunk{first: n, ink: n + 1, end: n + 1, width: p.wide(&q), cost: costInside})
}
