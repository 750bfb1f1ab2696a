package guide

// PageFacts are a page's keys.
type PageFacts struct {
	Title        string `toml:"title" need:"yes" max:"60" about:"the page's title"`
	Order        int    `toml:"order" range:"0-99" about:"place in the footer; 0 is not listed"`
	Helplines    bool   `toml:"helplines" about:"whether the helplines stand on it"`
	NeutralTitle string `toml:"neutral_title" max:"40" about:"what the browser's tab shows instead of the title"`
	Common       `need:"summary"`
}

// A Page is anything else: home, about, safety.
type Page struct {
	*Entry
	Facts *PageFacts
}

func (in *reading) page() {
	f := &PageFacts{}
	in.decode(f)
	in.curl(&f.Title, &f.Summary, &f.NeutralTitle)
	in.finish(&Page{Facts: f}, f.Title, &f.Common)
	in.sortByTitle(f.Order, f.Title)
}
