package guide

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/report"
)

// mostSlots is how many blanks one can fill in one's head while speaking.
const mostSlots = 2

func (in *reading) card() {
	f := in.kept.cardFacts.Keep(CardFacts{})
	in.decode(f)
	in.curl(&f.Phrase, &f.Summary)
	for name, slot := range f.Slots {
		in.curl(&slot.Hint, &slot.Example)
		f.Slots[name] = slot
	}
	c := in.kept.cards.Keep(CardText{Facts: f})
	c.Phrase = in.phrase(in.fill(written(f.Phrase), f.Slots, in.doc.Front.Pos("phrase")))
	c.Why, c.HowToSay, c.IfNot = in.body.intro(), in.body.text("how-to-say"), in.body.text("if-not-received")
	c.Reason = doc.PlainText(c.Why)
	c.UseWhen, c.LeaveWhen, c.ChildWords = in.body.items("use-when"), in.body.items("leave-when"), in.body.text("child-words")
	c.Variations, c.InsteadOf = in.variations(f.Slots), in.insteadOf()
	in.cardWords(c)
	in.checkSlots(c)
	in.checkCard(c)
	in.finish(c, c.Phrase.Plain, &f.Common)
	if c.Move != nil && c.Phase != nil {
		in.piece.first, in.piece.then = int32(c.Phase.rank), int32(c.Move.rank)
	}
	in.piece.key = in.place.ID
	f.Slots = nil // the phrases hold them
}

// cardWords finds the words of the vocabulary that a card's facts name.
func (in *reading) cardWords(c *CardText) {
	c.Move = in.words.orItself("move", c.Facts.Move)
	c.Phase = in.words.orItself("phase", c.Move.Group)
	c.Also = in.words.pick("move", c.Facts.Also)
}

// fill gives blanks their hints; a blank that the facts do not describe is a problem.
func (in *reading) fill(parts []PhrasePart, slots map[string]SlotFacts, pos report.Pos) []PhrasePart {
	for i := range parts {
		if parts[i].Slot == "" && strings.ContainsAny(parts[i].Text, "{}") {
			in.badSlots(parts[i].Text, pos)
		}
		if parts[i].Slot == "" {
			continue
		}
		slot, ok := slots[parts[i].Slot]
		if !ok && !in.doc.Front.Lost("slots") {
			problem := report.New("slot-without-hint", pos, "nothing says what belongs in {%s}", parts[i].Slot)
			in.tell(problem.Hinted("add slots." + parts[i].Slot + ` = { hint = "…", example = "…" }`))
		}
		parts[i].Hint, parts[i].Example = slot.Hint, slot.Example
	}
	return parts
}

var braces = regexp.MustCompile(`[{][^{}]*[}]?|[}]`)

func (in *reading) badSlots(text string, pos report.Pos) {
	for _, found := range braces.FindAllString(text, -1) {
		name := cmp.Or(asID(found), "what")
		in.tell(report.New("bad-slot", pos, "%q is no slot", found).Hinted("write a name in small letters between curly brackets, such as {" + name + "}"))
	}
}

func (in *reading) checkSlots(c *CardText) {
	if in.doc.Front.Lost("phrase", "slots") {
		return
	}
	used := c.Phrase.slots()
	if len(used) > mostSlots {
		problem := report.New("too-many-slots", in.doc.Front.Pos("phrase"), "the phrase has %s to fill in; %d is the most", counted(len(used), "slot"), mostSlots)
		in.tell(problem)
	}
	for _, variation := range c.Variations {
		used = append(used, variation.Phrase.slots()...)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Facts.Slots)) {
		if !slices.Contains(used, name) {
			problem := report.New("slot-unused", in.doc.Front.KeyPos("slots", name), "the phrase has no {%s}", name)
			in.tell(problem.Hinted(didYouMean("{"+name+"}", braced(used))))
		}
	}
}

func braced(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = "{" + name + "}"
	}
	return all
}

// checkCard applies the rules that one card alone can break.
func (in *reading) checkCard(c *CardText) {
	f := c.Facts
	if in.doc.Front.Lost("channels", "role", "readiness", "move", "intensity", "safety", "tone") {
		return
	}
	if slices.Contains(f.Channels, "say") {
		in.body.need("how-to-say")
	}
	if f.Role == "initiator" {
		in.body.need("instead-of")
	}
	if slices.Contains(f.Channels, "text") && !c.hasVariation("text") {
		in.fault("text-form-missing", "there is no text message to send", `add "- text: …" under "## `+in.lang.Sections["other-ways"]+`"`, "channels", index(slices.Index(f.Channels, "text")))
	}
	if slices.Contains(f.Readiness, "hot") && !slices.Contains([]string{"pause", "notice", "boundary"}, f.Move) {
		in.fault("hot-needs-pause", "while it is hot, only notice, pause and boundary cards help", "leave \"hot\" out", "readiness", index(slices.Index(f.Readiness, "hot")))
	}
	if f.Intensity == 3 {
		in.checkHarm(c)
	}
}

// checkHarm applies the rules for cards about harm.
func (in *reading) checkHarm(c *CardText) {
	if c.Facts.Safety == "none" {
		in.fault("harm-without-safety", "a card about harm shows the safety line", `add safety = "note" or "gate"`, "intensity")
	}
	if c.Facts.Tone == "light" {
		in.fault("light-harm", "a light tone does not go with harm", "choose plain, warm or formal", "tone")
	}
	if in.linksToSafety(c.LeaveWhen) {
		return
	}
	in.fault("harm-without-exit", "no line under "+quoted(in.lang.Sections["leave-when"])+" leads to the safety page", "link to [[safety]] in one of them", "intensity")
}

func (in *reading) linksToSafety(nodes doc.Nodes) bool {
	for n := range nodes.Walk() {
		if n.Kind() != doc.Link {
			continue
		}
		if to := in.doc.Refs[n.Number()].Target; to == "safety" || to == "pages/safety" {
			return true
		}
	}
	return false
}

func (c *CardText) hasVariation(kind string) bool {
	return slices.ContainsFunc(c.Variations, func(v Variation) bool { return v.Kind != nil && v.Kind.ID == kind })
}

// fault tells of a mistake at the value of a key.
func (in *reading) fault(class, text, hint string, key ...string) {
	in.tell(report.New(class, in.doc.Front.Pos(key...), "%s", text).Hinted(hint))
}
