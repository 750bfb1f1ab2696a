package guide

import "github.com/amends-guide/amends/internal/doc"

// A SlotFacts says what a reader fills into a {slot} of a phrase.
type SlotFacts struct {
	Hint    string `toml:"hint" need:"yes" max:"40" about:"what belongs here, shown in the blank"`
	Example string `toml:"example" need:"yes" max:"40" about:"words that make the phrase whole"`
}

// CardFacts are a card's keys.
type CardFacts struct {
	Phrase        string               `toml:"phrase" need:"yes" max:"120" about:"the sentence as said aloud; at most two {slots}"`
	Move          string               `toml:"move" need:"yes" in:"move" about:"what the phrase does"`
	Also          []string             `toml:"also" in:"move" items:"0-2" about:"moves it makes besides"`
	Role          string               `toml:"role" in:"role" default:"initiator" about:"who speaks: the one who mends, the one who was hurt, or a witness"`
	Relationships []string             `toml:"relationships" need:"yes" in:"relationship" about:"to whom"`
	Ruptures      []string             `toml:"ruptures" need:"yes" in:"rupture" about:"after what; the first is the main one"`
	Readiness     []string             `toml:"readiness" need:"yes" in:"readiness" about:"how heated or late it may be"`
	Intensity     int                  `toml:"intensity" need:"yes" range:"1-3" about:"1 slip, 2 hurt, 3 harm"`
	Tone          string               `toml:"tone" need:"yes" in:"tone" about:"its register"`
	Channels      []string             `toml:"channels" need:"yes" in:"channel" about:"said, texted, written or shown"`
	ToAge         string               `toml:"to_age" in:"age" default:"adult" about:"who hears it"`
	Slots         map[string]SlotFacts `toml:"slots" about:"one table for each {slot} of the phrase"` // nil once its phrases hold them
	Outcome       string               `toml:"outcome" in:"outcome" about:"receiver cards that answer: taken, not-yet or refused"`
	Softer        string               `toml:"softer" about:"id of a gentler card for the same moment; firmer is derived"`
	FollowUps     []string             `toml:"follow_ups" about:"cards that come after"`
	Responses     []string             `toml:"responses" about:"receiver cards it may meet: at least one of each outcome"`
	ChildVersion  string               `toml:"child_version" about:"id of the card in a child's words"`
	Allow         map[string]string    `toml:"allow" about:"phrase rules that this card breaks knowingly, each with the reason"`
	Common
}

// A Card is one phrase and all that helps to say it.
type Card struct {
	*Entry
	*CardText
	FollowUps  []*Card
	Follows    []*Card // derived
	Responses  []*Card
	RespondsTo []*Card // derived
	Softer     *Card
	Firmer     []*Card  // derived
	ChildCard  *Card    // child_version by id
	Decks      []*Deck  // derived
	Paths      []*Path  // derived: paths that embed it
	Essays     []*Essay // derived: essays that pull it out
}

// CardText is what a card's file says. All guides share it.
type CardText struct {
	Facts      *CardFacts
	Phrase     Phrase
	Why        doc.Nodes // the same as Text
	Reason     string    // Why as plain text
	UseWhen    doc.Nodes // items
	LeaveWhen  doc.Nodes // items
	HowToSay   doc.Nodes
	Variations []Variation
	IfNot      doc.Nodes
	InsteadOf  []InsteadOf
	ChildWords doc.Nodes // a line in a child's words; empty when there is none
	Move       *Word
	Phase      *Word
	Also       []*Word
}

// phase is the id of the card's phase, or "".
func (c *Card) phase() string {
	if c.Phase == nil {
		return ""
	}
	return c.Phase.ID
}
