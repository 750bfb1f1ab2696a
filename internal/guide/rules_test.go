package guide

import (
	"slices"
	"strings"
	"testing"
)

// A slip is one mistake made in the good site, and the problem it is.
type slip struct {
	name           string
	file, old, new string // old stands once in file; without old, new is the whole of a new file
	want           string // "line:col severity[class]: text | hint", in file unless it begins with a path; or some, a line each
}

func (s slip) run(t *testing.T) {
	site := goodSite(t)
	if s.old == "" {
		site[s.file] = s.new
	} else {
		site.edit(t, s.file, s.old, s.new)
	}
	var want []string
	for _, line := range strings.Split(s.want, "\n") {
		if !strings.HasPrefix(line, "content/") {
			line = s.file + ":" + line
		}
		want = append(want, line)
	}
	_, problems := site.guide()
	var got []string
	for _, p := range problems {
		got = append(got, told(p))
	}
	if !slices.Equal(got, want) {
		t.Errorf("want\n\t%s\ngot\n\t%s", strings.Join(want, "\n\t"), strings.Join(got, "\n\t"))
	}
}

const (
	snapped = "content/en/cards/own-snapped.md"
	pause   = "content/en/cards/pause-hand.md"
	signal  = "content/en/cards/plan-signal.md"
	softer  = "content/en/cards/own-softer.md"
	yes     = "content/en/cards/answer-yes.md"
	coming  = "content/en/essays/coming-back.md"
	walk    = "content/en/paths/snapped.md"
	sheet   = "content/en/worksheets/five-lines.md"
	deck    = "content/en/decks/first-words.md"
	repair  = "content/en/glossary/repair.md"
	safety  = "content/en/pages/safety.md"
)

func TestRules(t *testing.T) {
	for family, slips := range map[string][]slip{
		"sections": sectionSlips, "cards": cardSlips, "others": otherSlips, "relations": relationSlips,
		"references": referenceSlips, "data": dataSlips, "translations": translationSlips,
	} {
		for _, s := range slips {
			t.Run(family+"/"+strings.ReplaceAll(s.name, " ", "-"), s.run)
		}
	}
}

var sectionSlips = []slip{
	{"unknown", repair, "## Example", "## Exampel",
		`8:4 error[unknown-section]: a term has no section "Exampel" | did you mean "## Example"?`},
	{"twice", repair, "## Not the same as", "## Example\nAgain.\n\n## Not the same as",
		`11:4 error[section-twice]: there is a section "Example" already | make one of the two`},
	{"order", repair, "## Example\nJo knocks and asks to try again.\n\n## Not the same as\n- [[rupture]]: the break itself", "## Not the same as\n- [[rupture]]: the break itself\n\n## Example\nJo knocks.",
		`11:4 warning[section-order]: "Example" usually stands before "Not the same as" | `},
	{"missing", repair, "## Example\nJo knocks and asks to try again.\n", "",
		`0:0 error[missing-section]: a term needs "Example" | add "## Example": one example from a day like any other`},
	{"intro missing", repair, "What people do to find each other again.\n", "",
		`0:0 error[missing-section]: a term needs the text before the first heading | add the definition, in short words`},
	{"empty", repair, "Jo knocks and asks to try again.\n", "",
		`8:4 error[missing-section]: "Example" is empty | write it below this heading`},
	{"free heading near a missing one", sheet, "## Stop if", "## Stop it",
		`19:4 error[unknown-section]: this looks like the section "Stop if" under another name | did you mean "## Stop if"?`},
	{"list expected", snapped, "- You have both stopped shouting\n- You can say it without a lesson", "You have both stopped.",
		`23:4 error[wrong-section-shape]: "Use it when" is a list and nothing else | begin each line with "- "`},
	{"line expected", softer, "I was too loud.\n", "- I was too loud.\n",
		`33:4 error[wrong-section-shape]: "In a child’s words" is one line and nothing else | keep one sentence`},
	{"too many words", repair, "What people do to find each other again.", strings.Repeat("word ", 41) + ".",
		`6:201 error[too-many-words]: the text before the first heading has 41 words; 40 is the most | too long from here on: leave out 1 word`},
	{"too many items", snapped, "- You can say it without a lesson", "- You can\n- You may\n- You will",
		`23:4 error[too-many-items]: 4 items; 3 is the most | keep the ones that matter most`},
	{"too few items", softer, "- formal: I raised my voice, and I should not have.\n", "",
		`23:4 error[too-few-items]: 1 item; 2 is the least | add 1`},
	{"essay without an outline", coming, "## What comes next", "### What comes next",
		`0:0 error[missing-section]: an essay has 1 heading of its own; 2 is the least | add "## …": the essay's outline`},
	{"handout without key points", coming, "## Key points\n- It happens to everyone\n- Coming back is a skill\n- Small words do\n", "",
		`0:0 error[missing-section]: an essay needs "Key points" where handout = true | add "## Key points": what the one-page print edition keeps`},
	{"sentence not last", coming, "## One sentence for today\n\"I'm back.\"\n", "## One sentence for today\n\"I'm back.\"\n\n## And more\nMore.\n",
		`35:4 warning[section-order]: "And more" usually stands before "One sentence for today" | `},
	{"too many steps", sheet, "## My sentence", "## Two\nA: ____\n\n## Three\nB: ____\n\n## Four\nC: ____\n\n## Five\nD: ____\n\n## Six\nE: ____\n\n## My sentence",
		`31:4 error[too-many-items]: 7 headings; 6 is the most | join two, or make two of this worksheet`},
}

var cardSlips = []slip{
	{"say without how", softer, "## How to say it\nFrom the floor.\n", "",
		`0:0 error[missing-section]: a card needs "How to say it" where channels has "say" | add "## How to say it": distance, height, pace, hands`},
	{"initiator without instead", pause, "## Instead of\n- Calm down. {calm-down}\n", "",
		`0:0 error[missing-section]: a card needs "Instead of" where role = "initiator" | add "## Instead of": sentences people reach for first, each with the {rule} it breaks`},
	{"variation without kind", softer, "- shorter: Too loud. My fault.", "- Too loud. My fault.",
		`24:3 error[wrong-section-shape]: each line is a kind, a colon and a sentence | such as "- shorter: That was my doing."`},
	{"unknown variation", softer, "- shorter: Too loud.", "- sorter: Too loud.",
		`24:3 error[unknown-variation]: "sorter" is not a kind of variation | did you mean "shorter"?`},
	{"instead without rule", softer, " {you-made-me}", "",
		`31:3 error[wrong-section-shape]: each line ends in the rule its sentence breaks | such as "- Sorry if I hurt you. {sorry-if}"`},
	{"slot without hint", softer, "My voice got big.", "My voice got {size}.",
		`2:10 error[slot-without-hint]: nothing says what belongs in {size} | add slots.size = { hint = "…", example = "…" }`},
	{"slot without hint in a variation", softer, "Too loud. My fault.", "Too {loud}. My fault.",
		`24:3 error[slot-without-hint]: nothing says what belongs in {loud} | add slots.loud = { hint = "…", example = "…" }`},
	{"slot unused", softer, "updated = 2026-11-02", "slots.tim = { hint = \"a time\", example = \"nine\" }\nupdated = 2026-11-02",
		`10:7 error[slot-unused]: the phrase has no {tim} | `},
	{"text form missing", snapped, "- text: I was sharp with you earlier. That was mine.", "- softer: I was sharp with you earlier.",
		`10:20 error[text-form-missing]: there is no text message to send | add "- text: …" under "## Other ways to say it"`},
	{"text too long", snapped, "I was sharp with you earlier.", strings.Repeat("I was sharp. ", 12),
		`35:3 error[too-long]: this text message has 171 characters; 160 is the most | `},
	{"harm without safety", signal, "safety = \"note\"\n", "",
		`7:13 error[harm-without-safety]: a card about harm shows the safety line | add safety = "note" or "gate"`},
	{"light harm", signal, `tone = "plain"`, `tone = "light"`,
		`8:8 error[light-harm]: a light tone does not go with harm | choose plain, warm or formal`},
	{"harm without exit", signal, "read [[safety]]", "stop",
		`7:13 error[harm-without-exit]: no line under "Leave it when" leads to the safety page | link to [[safety]] in one of them`},
	{"hot", softer, `readiness = ["calm"]`, `readiness = ["calm", "hot"]`,
		`6:22 warning[hot-needs-pause]: while it is hot, only notice, pause and boundary cards help | leave "hot" out`},
	{"key of another kind", softer, `tone = "warm"`, "tone = \"warm\"\ngoal = \"peace\"",
		`9:1 error[key-elsewhere]: "goal" is a key of a worksheet | remove it, or move the file to the folder it belongs in`},
	{"unknown word", softer, `move = "own"`, `move = "onw"`,
		`3:8 error[unknown-move]: "onw" is not a move | did you mean "own"?`},
}

var otherSlips = []slip{
	{"step of no name", walk, "## Own\n", "## Onw\n",
		`21:4 error[bad-step]: a step begins with a move or a phase, and "Onw" is neither | did you mean "Own"?`},
	{"step without card", walk, "![[plan-signal]]\n", "[[plan-signal]]\n",
		`28:4 error[bad-step]: this step shows no card | add ![[id]] on a line of its own`},
	{"step with too many cards", walk, "![[own-softer]]\n", "![[own-softer]]\n\n![[own-child]]\n\n![[answer-no]]\n",
		`21:4 error[bad-step]: this step shows 4 cards; 3 cards are the most | keep those that come first to mind`},
	{"step with too many words", walk, "Breathe out.", strings.Repeat("Breathe out. ", 13),
		`14:165 error[too-many-words]: "Pause: before you say anything" has 26 words; 25 is the most | too long from here on: leave out 1 word`},
	{"path too short", walk, "## Mend: tomorrow\n", "### Mend: tomorrow\n",
		`0:0 error[missing-section]: a path has 2 headings of its own; 3 is the least | add "## …": the steps: a move or a phase, a few words, one to three ![[cards]]`},
	{"difference without word", repair, "- [[rupture]]: the break itself", "- rupture: the break itself",
		`12:3 error[wrong-section-shape]: each line begins with the other word | such as "- [[forgiveness]]: the difference"`},
	{"summary missing", safety, "summary = \"Some things are not for repair.\"\n", "",
		`1:1 error[missing-key]: "summary" is missing | add summary = "…"`},
	{"deck of both", deck, "updated", "query = { moves = [\"own\"] }\nupdated",
		`5:1 error[deck-cards-and-query]: a deck lists its cards or asks for them, not both | remove cards or query`},
	{"deck of nothing", "content/en/decks/answers.md", "query = { roles = [\"receiver\"], max_intensity = 2 }\n", "",
		`1:1 error[deck-empty]: this deck names no cards | add cards = […] or query = { … }`},
	{"query that nothing fits", "content/en/decks/answers.md", `"receiver"`, `"witness"`,
		`4:1 error[deck-empty]: no card fits this query | leave out one of its keys`},
	{"folder", "content/en/card/x.md", "", "+++\n+++\n",
		`0:0 error[unknown-folder]: "card" is not a folder for entries | did you mean "cards"?`},
	{"depth", "content/en/cards/more/x.md", "", "+++\n+++\n",
		`0:0 error[unknown-folder]: entries lie in content/<language>/<folder>/ | `},
	{"file name", "content/en/pages/Über_uns.md", "", "+++\n+++\n",
		`0:0 error[bad-name]: "Über_uns" cannot be an id | name the file with a–z, 0–9 and hyphens, such as uber-uns.md`},
}
