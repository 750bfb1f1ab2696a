package guide

import "github.com/amends-guide/amends/internal/doc"

// EssayFacts are an essay's keys.
type EssayFacts struct {
	Title         string   `toml:"title" need:"yes" max:"60" about:"the essay's title"`
	Purpose       string   `toml:"purpose" need:"yes" max:"200" about:"one sentence: what the reader can do afterwards"`
	Relationships []string `toml:"relationships" need:"yes" in:"relationship" about:"whom it is about"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"what went wrong"`
	Moves         []string `toml:"moves" in:"move" about:"moves it explains"`
	Cards         []string `toml:"cards" items:"2-6" about:"cards shown beside it"`
	Worksheets    []string `toml:"worksheets" about:"worksheets that go with it"`
	Handout       bool     `toml:"handout" need:"yes" about:"whether it has a one-page print edition"`
	Order         int      `toml:"order" range:"1-999" about:"place in lists; those without it follow, by title"`

	Allow  map[string]string `toml:"allow" about:"phrase rules that its sentence for today breaks knowingly, each with the reason"`
	Common `need:"summary"`
}

// An Essay explains.
type Essay struct {
	*Entry
	Facts      *EssayFacts
	Minutes    int       // reading time, at least 1
	KeyPoints  doc.Nodes // the list, without its heading; empty when there is none
	Sentence   doc.Nodes // one sentence for today
	Cards      []*Card
	Worksheets []*Worksheet
}

func (in *reading) essay() {
	f := in.kept.essayFacts.Keep(EssayFacts{})
	in.decode(f)
	in.curl(&f.Title, &f.Summary, &f.Purpose)
	if f.Handout {
		in.body.need("key-points")
	}
	e := in.kept.essays.Keep(Essay{Facts: f, Minutes: minutes(in.doc.Words), KeyPoints: in.body.text("key-points"), Sentence: in.body.text("sentence-today")})
	in.finish(e, f.Title, &f.Common)
	in.piece.Text = in.body.outside()
	in.sortByTitle(f.Order, f.Title)
}

// wordsPerMinute is how fast people read on a screen when the matter is close to them.
const wordsPerMinute = 200

func minutes(words int) int { return max(1, (words+wordsPerMinute-1)/wordsPerMinute) }
