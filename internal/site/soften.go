package site

import "github.com/amends-guide/amends/internal/guide"

// softenID is the page that looks at a reader's own sentence, in a language that has phrase rules. Elsewhere it is a page like
// any other.
const softenID = "soften"

func (l *language) softens(p *guide.Page) bool {
	return p.ID == softenID && l.guide.Rules[l.Tag] != nil
}

func (l *language) softenView(page *Page, p *guide.Page) *SoftenView {
	v := &SoftenView{PageView: l.pageView(page, p)}
	v.Module, v.Script = v.Script, "" // it is a module
	return v
}
