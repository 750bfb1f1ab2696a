package guide

import (
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// PathFacts are a path's keys.
type PathFacts struct {
	Entry         string   `toml:"entry" need:"yes" max:"60" about:"what the reader would say happened, in the first person"`
	Synonyms      []string `toml:"synonyms" need:"yes" about:"other words readers use for it"`
	Relationships []string `toml:"relationships" need:"yes" in:"relationship" about:"with whom"`
	Ruptures      []string `toml:"ruptures" need:"yes" in:"rupture" about:"what went wrong"`
	Time          string   `toml:"time" need:"yes" in:"time" about:"how long its first step takes"`
	Worksheet     string   `toml:"worksheet" about:"id of the worksheet that goes with it"`
	Common        `need:"summary"`
}

// A Path leads from what happened through a few steps.
type Path struct {
	*Entry
	Facts      *PathFacts
	Time       *Word
	Steps      []PathStep
	StopIf     doc.Nodes
	GoodEnough doc.Nodes
	Worksheet  *Worksheet
}

// A PathStep is one step of a path: a move or a phase, a few words, one to three cards.
type PathStep struct {
	Word   *Word  // the move or phase its heading names
	Title  string // the heading's own words after the colon; may be empty
	ID     string
	Text   doc.Nodes // without the embedded cards and the wait
	Wait   doc.Nodes // the [!WAIT] callout's content; empty when there is none
	Cards  []*Card
	embeds []int32 // the cards' indexes in Doc.Refs
}

// mostStepCards is how many cards one can look at in one step.
const mostStepCards = 3

func (in *reading) path() {
	f := &PathFacts{}
	in.decode(f)
	in.curl(&f.Entry, &f.Summary)
	in.curlAll(f.Synonyms)
	p := &Path{Facts: f, Time: in.words.orItself("time", f.Time)}
	p.StopIf, p.GoodEnough = in.body.text("stop-if"), in.body.text("good-enough")
	for _, section := range in.body.free {
		p.Steps = append(p.Steps, in.pathStep(section))
	}
	in.finish(p, f.Entry, &f.Common)
	in.sortByTitle(0, f.Entry)
	if len(f.Ruptures) > 0 {
		if w := in.words.Word("rupture", f.Ruptures[0]); w != nil {
			in.piece.first = int32(w.rank)
		}
	}
}

// pathStep reads one step: "## Pause: before you say anything", a few words, cards, and perhaps how long to wait.
func (in *reading) pathStep(section *doc.Section) PathStep {
	label, title, _ := strings.Cut(section.Title, ":")
	step := PathStep{Word: in.steps[folded(label)], Title: strings.TrimSpace(title), ID: section.ID()}
	if step.Word == nil {
		in.strangeStep(section, label)
		step.Word = &Word{ID: folded(label)} // stands for itself, so that nobody above meets a missing word
	}
	step.Text = section.Nodes.Only(func(n doc.Node) bool {
		switch {
		case n.Kind() == doc.Embed:
			step.embeds = append(step.embeds, int32(n.Number()))
		case n.Kind() == doc.Callout && n.Text() == "wait" && step.Wait.Empty():
			step.Wait = n.Kids()
		default:
			return true
		}
		return false
	})
	in.checkStep(section, step)
	return step
}

func (in *reading) checkStep(section *doc.Section, step PathStep) {
	most := in.body.rules[in.body.index(FreeHeadings)].Words
	in.body.checkWords(most, step.Text, quoted(section.Title))
	switch n := len(step.embeds); {
	case n == 0:
		in.body.tell("bad-step", section, "this step shows no card", "add ![[id]] on a line of its own")
	case n > mostStepCards:
		in.body.tell("bad-step", section, "this step shows "+counted(n, "card")+"; "+counted(mostStepCards, "card")+" are the most", "keep those that come first to mind")
	}
}

func (in *reading) strangeStep(section *doc.Section, label string) {
	if in.words.open["move"] || in.words.open["phase"] {
		return
	}
	var labels []string
	for _, vocabulary := range []string{"move", "phase"} {
		for _, w := range in.words.Words(vocabulary) {
			labels = append(labels, w.Label(in.lang.Tag))
		}
	}
	problem := report.New("bad-step", in.doc.Pos(section.Offset, int32(len(straight(label)))), "a step begins with a move or a phase, and %q is neither", label)
	in.tell(problem.Hinted(didYouMean(label, labels)).Noted("moves and phases: " + strings.Join(labels, ", ")))
}
