package render

import (
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

// keep remembers the pages of a run; of a run of all pages only those.
func (m *Memo) keep(r *run) {
	if all := len(r.pages) == len(r.site.Pages); m.pages == nil || all && len(m.pages) > len(r.pages) {
		m.pages = make(map[string]remembered, len(r.site.Pages))
	}
	for i, f := range r.files {
		m.pages[r.pages[i].Path] = remembered{r.keys[i], f}
	}
}

// remembered takes the i-th page from the last build, if that made the same. Else there may be a view of it already: some pages are
// told apart by that. What goes to a stage nobody will ask for again.
func (r *run) remembered(i int) (view any, ok bool) {
	if r.Stage != nil {
		return nil, false
	}
	page := r.pages[i]
	sum, view := page.Sum()
	r.keys[i] = pageKey{r.memo.voices[page.Lang].sum, sum}
	known, ok := r.memo.pages[page.Path]
	if ok = ok && known.key == r.keys[i]; ok {
		r.files[i] = known.file
	}
	return view, ok
}

// file puts a finished page where it is to be kept.
func (r *run) file(page *site.Page, finished []byte) output.File {
	if r.Stage != nil {
		return r.Stage.NewFile(page.File, finished, maker(page))
	}
	return r.memo.packers[page.Template].NewFile(page.File, finished, maker(page))
}

// makeSamples makes a few pages with each template, so that all others can be packed by what they have in common with them.
func (r *run) makeSamples() {
	if r.Stage != nil || r.memo.packers != nil || len(r.pages) < len(r.site.Pages) {
		return
	}
	like := map[string][]int{} // the pages with each template
	for i, page := range r.site.Pages {
		like[page.Template] = append(like[page.Template], i)
	}
	packers := make(map[string]*output.Packer, len(like))
	for template, pages := range like {
		packers[template] = r.packer(pages)
	}
	r.memo.packers = packers
}

// packer makes samples of pages that are alike, spread over them, and a packer of the samples.
func (r *run) packer(pages []int) *output.Packer {
	var made []int
	var samples [][]byte
	for n := range min(output.Samples, len(pages)) {
		i := pages[(2*n+1)*len(pages)/(2*output.Samples)]
		if r.over.Load() {
			return nil
		}
		r.page(i)
		made, samples = append(made, i), append(samples, r.files[i].Data())
	}
	packer := output.NewPacker(samples...)
	for at, i := range made {
		r.files[i] = packer.NewFile(r.files[i].Path, samples[at], r.files[i].Maker)
	}
	return packer
}
