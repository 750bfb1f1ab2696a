package guide

import "github.com/amends-guide/amends/internal/doc"

// WorksheetFacts are a worksheet's keys.
type WorksheetFacts struct {
	Title         string   `toml:"title" need:"yes" max:"60" about:"the worksheet's title"`
	Goal          string   `toml:"goal" need:"yes" max:"160" about:"what one has at the end"`
	Minutes       int      `toml:"minutes" need:"yes" range:"2|10|20|40" about:"how long it takes"`
	For           string   `toml:"for" need:"yes" in:"worksheet-for" about:"who fills it in"`
	Pages         int      `toml:"pages" need:"yes" range:"1-2" about:"printed pages"`
	Relationships []string `toml:"relationships" in:"relationship" about:"whom it is about"`
	Ruptures      []string `toml:"ruptures" in:"rupture" about:"what went wrong"`
	Cards         []string `toml:"cards" about:"cards that help with it"`
	Order         int      `toml:"order" range:"1-999" about:"place in lists; those without it follow, by title"`
	Common        `need:"summary"`
}

// A Worksheet is filled in.
type Worksheet struct {
	*Entry
	Facts        *WorksheetFacts
	For          *Word
	Steps        []Step
	StopIf       doc.Nodes
	ForTherapist doc.Nodes
	Cards        []*Card
}

// A Step is one ## heading of a worksheet and what stands under it.
type Step struct {
	Title, ID string
	Text      doc.Nodes
}

func (in *reading) worksheet() {
	f := &WorksheetFacts{}
	in.decode(f)
	in.curl(&f.Title, &f.Summary, &f.Goal)
	w := &Worksheet{Facts: f, For: in.words.orItself("worksheet-for", f.For)}
	w.StopIf, w.ForTherapist = in.body.text("stop-if"), in.body.text("for-therapist")
	for _, section := range in.body.free {
		w.Steps = append(w.Steps, Step{section.Title, section.ID(), section.Nodes})
	}
	in.finish(w, f.Title, &f.Common)
	in.sortByTitle(f.Order, f.Title)
}
