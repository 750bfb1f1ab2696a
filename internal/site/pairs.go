package site

// pair tells every page of its translations. A guide in one language has none to tell of.
func (p *planner) pair() {
	if len(p.langs) < 2 {
		return
	}
	for _, versions := range p.byName {
		for _, page := range versions {
			page.ways = p.alternates(page, versions)
			for _, a := range page.ways {
				if a.Whole {
					page.Alternates = append(page.Alternates, a)
				}
			}
		}
	}
	p.byName = nil
}

// alternates are the ways from a page to each language: to its translation or, where there is none, to the first page.
func (p *planner) alternates(page *Page, versions []*Page) []Alternate {
	all := make([]Alternate, len(p.langs))
	for i, l := range p.langs {
		a := Alternate{Lang: l.Tag, Dir: l.Dir, Name: l.Name, Path: l.prefix + "/", Default: i == 0, Current: l.Tag == page.Lang}
		for _, version := range versions {
			if version.Lang == l.Tag {
				a.Path, a.Whole = version.Path, true
			}
		}
		a.Address = a.Path
		if full := p.absolute(a.Path); full != "" {
			a.Address = full
		}
		all[i] = a
	}
	return all
}

// Link leads to the page in its language, and says so.
func (a Alternate) Link() Link {
	return Link{Text: a.Name, Address: a.Path, Foreign: &Foreign{Lang: a.Lang, Dir: a.Dir}}
}
