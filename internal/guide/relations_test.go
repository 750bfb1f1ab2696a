package guide

import (
	"strings"
	"testing"
)

// Where a file was given another name, every link to the old one is told the new one: it is the one that nothing leads to.
func TestRenamedFileIsFound(t *testing.T) {
	site := goodSite(t)
	site["content/en/cards/words-that-are-softer.md"] = site[softer]
	delete(site, softer)
	_, problems := site.guide()
	for _, p := range problems {
		if p.Class == "unknown-id" && p.Hint != `did you mean "words-that-are-softer"?` || p.Class != "unknown-id" && strings.Contains(p.Hint, "mean") {
			t.Error(told(p))
		}
	}
	if len(problems) < 3 {
		t.Errorf("only %d problems", len(problems))
	}
}

// Who asks for an entry by the name it had is told the one it has, however little the two are alike.
func TestOldNameIsKnown(t *testing.T) {
	site := goodSite(t)
	site.edit(t, softer, "updated", "aliases = [\"/cards/first-try/\"]\nupdated")
	site.edit(t, snapped, `softer = "own-softer"`, `softer = "first-try"`)
	_, problems := site.guide()
	want := snapped + `:14:10 error[unknown-id]: there is no card "first-try" | it is called "own-softer" now`
	if len(problems) != 1 || told(problems[0]) != want {
		t.Errorf("got %v, want %s", problems, want)
	}
}

var relationSlips = []slip{
	{"unknown id", snapped, `softer = "own-softer"`, `softer = "own-sofer"`,
		`14:10 error[unknown-id]: there is no card "own-sofer" | did you mean "own-softer"?`},
	{"unknown id in a list", snapped, `"answer-later"`, `"answer-latter"`,
		`13:28 error[unknown-id]: there is no card "answer-latter" | did you mean "answer-later"?`},
	{"unknown worksheet", walk, `worksheet = "five-lines"`, `worksheet = "six-lines"`,
		`8:13 error[unknown-id]: there is no worksheet "six-lines" | did you mean "five-lines"?`},
	{"wrong kind", snapped, `follow_ups = ["plan-signal"]`, `follow_ups = ["plan-signal", "five-lines"]`,
		`12:30 error[wrong-kind]: "five-lines" is a worksheet, not a card | `},
	{"see also nothing", snapped, `see_also = ["repair"]`, `see_also = ["repairs"]`,
		`18:13 error[unknown-id]: there is no entry "repairs" | did you mean "repair"?`},
	{"ambiguous", "content/en/pages/rupture.md", "", "+++\ntitle = \"Rupture\"\nsummary = \"Two of a name.\"\nupdated = 2026-11-01\n+++\nHm.\n",
		repair + `:12:5 error[ambiguous-id]: "rupture" may mean 2 entries | write [[glossary/rupture]] or [[pages/rupture]]`},
	{"draft", snapped, `see_also = ["repair"]`, `see_also = ["later"]`,
		`18:13 error[unknown-id]: "later" is a draft | publish it, or build with --drafts`},
	{"circle of follow-ups", signal, "updated", "follow_ups = [\"pause-hand\"]\nupdated",
		`11:15 error[follow-up-cycle]: these follow-ups go round in a circle: pause-hand → own-snapped → plan-signal → pause-hand | take one of them out`},
	{"circle of one", signal, "updated", "follow_ups = [\"plan-signal\"]\nupdated",
		`11:15 error[follow-up-cycle]: these follow-ups go round in a circle: plan-signal → plan-signal | take one of them out`},
	{"circle of softer cards", softer, "updated", "softer = \"own-snapped\"\nupdated",
		`10:10 error[softer-cycle]: each of these cards is softer than the next: own-snapped → own-softer → own-snapped | take one of them out`},
	{"other relationship", signal, `relationships = ["any"]`, `relationships = ["friend"]`,
		`content/de/cards/own-snapped.md:10:15 error[follow-up-other-relationship]: "plan-signal" is for friend, this card for child | choose a follow-up that shares a relationship` + "\n" +
			snapped + `:12:15 error[follow-up-other-relationship]: "plan-signal" is for friend, this card for child and partner | choose a follow-up that shares a relationship`},
	{"response of the wrong side", snapped, `"answer-no"]`, `"answer-no", "own-softer"]`,
		`13:57 error[response-not-receiver]: "own-softer" is said by the initiator, not by the one who was hurt | choose cards with role = "receiver"`},
	{"responses without a no", snapped, `, "answer-no"]`, `]`,
		`content/en/cards/answer-no.md:0:0 warning[card-out-of-reach]: no path leads to "answer-no" within 2 steps | show it on a path, or make it a follow-up or response of a card that is` + "\n" +
			`13:13 error[responses-incomplete]: the responses hold no card with the outcome refused | add a receiver card for each: a set of answers holds a yes (taken), a not yet and a no (refused)`},
	{"child version for adults", snapped, `child_version = "own-child"`, `child_version = "own-softer"`,
		`content/en/cards/own-child.md:0:0 warning[card-out-of-reach]: no path leads to "own-child" within 2 steps | show it on a path, or make it a follow-up or response of a card that is` + "\n" +
			`15:17 error[child-version-audience]: "own-softer" is for an adult to say | choose a card with audience = "child" or "little"`},
	{"card in no deck", deck, `"own-softer", `, "",
		softer + `:0:0 warning[card-in-no-deck]: no deck holds "own-softer" | add it to the cards of one`},
	{"card out of reach", snapped, "child_version = \"own-child\"\n", "",
		`content/en/cards/own-child.md:0:0 warning[card-out-of-reach]: no path leads to "own-child" within 2 steps | show it on a path, or make it a follow-up or response of a card that is`},
}

var referenceSlips = []slip{
	{"entry", coming, "[[repair]]", "[[repare]]",
		`17:25 error[unknown-id]: there is no entry "repare" | did you mean "repair"?`},
	{"file of other words", coming, "../pages/safety.md#call", "../cards/own-your-softer.md",
		`17:56 error[broken-link]: there is no entry "../cards/own-your-softer.md" | write [[own-softer]]`},
	{"address without its scheme", coming, "../pages/safety.md#call", "www.example.org",
		`17:56 error[broken-link]: there is no entry "www.example.org" | write https://www.example.org`},
	{"folder", coming, "[[repair]]", "[[glosary/repair]]",
		`17:25 error[unknown-id]: "glosary" is not a folder for entries | did you mean "glossary"?`},
	{"kind", coming, "[[repair]]", "[[cards/repair]]",
		`17:25 error[wrong-kind]: "repair" is a term, not a card | `},
	{"draft", coming, "[[repair]]", "[[later]]",
		`17:25 error[unknown-id]: "later" is a draft | publish it, or build with --drafts`},
	{"embed of a term", coming, "![[own-softer]]", "![[repair]]",
		`23:4 error[embed-not-card]: only cards can be embedded, and "repair" is a term | link to it: [[repair]]`},
	{"embed of nothing", coming, "![[own-softer]]", "![[own-sofer]]",
		`23:4 error[unknown-id]: there is no card "own-sofer" | did you mean "own-softer"?`},
	{"source", snapped, "[@abel-2010]", "[@able-2010]",
		`21:44 error[unknown-source]: no source is called "able-2010" | did you mean "abel-2010"?`},
	{"file", coming, "../pages/safety.md#call", "../pages/savety.md#call",
		`17:56 error[broken-link]: there is no entry "../pages/savety.md" | write [[safety]]`},
	{"draft file", coming, "../pages/safety.md#call", "../pages/later.md",
		`17:56 error[broken-link]: "../pages/later.md" is a draft | publish it, or build with --drafts`},
	{"relative address", coming, "../pages/safety.md#call", "../cards/",
		`17:56 error[broken-link]: there is no entry "../cards/" | link to entries as [[id]], to lists from the root: /cards/`},
	{"anchor", coming, "../pages/safety.md#call", "../pages/safety.md#cal",
		`17:56 error[broken-anchor]: "Is this safe for you?" has no heading with the id "cal" | did you mean "call"?`},
	{"own anchor", coming, "../pages/safety.md#call", "#what-hapened",
		`17:56 error[broken-anchor]: "Coming back" has no heading with the id "what-hapened" | did you mean "what-happened"?`},
	{"picture", coming, "(bowl.jpg)", "(bawl.jpg)",
		`19:28 error[broken-image]: there is no picture "bawl.jpg" beside this file | did you mean "bowl.jpg"?`},
}

var dataSlips = []slip{
	{"source never cited", snapped, `sources = ["zed-2001"]`, "",
		`content/sources.toml:1:2 warning[source-never-cited]: nothing cites "zed-2001" | cite it, or remove it`},
	{"unknown source", snapped, `sources = ["zed-2001"]`, `sources = ["zed-2001", "zed-2002"]`,
		`16:24 error[unknown-source]: no source is called "zed-2002" | did you mean "zed-2001"?`},
	{"long claim", "content/sources.toml", "Being heard", "A claim that goes on and on and says again what it has said, and then once more, so that nobody can hold it in one breath, and being heard",
		`18:9 error[too-many-words]: the claim has 34 words; 30 is the most | leave out 4 words`},
	{"old helpline", "content/helplines.toml", "langs = [\"en\"]\nverified_on = 2026-11-01", "langs = [\"en\"]\nverified_on = 2026-07-01",
		`7:15 warning[helpline-old]: Emergency services was last checked 145 days ago | check the number at its own site and set verified_on`},
	{"stale helpline", "content/helplines.toml", "langs = [\"en\"]\nverified_on = 2026-11-01", "langs = [\"en\"]\nverified_on = 2026-01-01",
		`7:15 error[helpline-stale]: Emergency services was last checked 326 days ago | check the number at its own site and set verified_on`},
	{"helpline out of reach", "content/helplines.toml", "tel = \"999\"\n", "",
		`1:3 error[missing-key]: "Emergency services" cannot be reached | add tel, sms, chat or official_url`},
	{"country", "content/helplines.toml", `"GB"`, `"England"`,
		`2:11 error[wrong-type]: "England" is not a country code | write the two capitals of ISO 3166, such as "GB"; "EU", or "XX" for anywhere`},
	{"language without helpline", "content/helplines.toml", `["de", "ar"]`, `["de"]`,
		`0:0 warning[helplines-missing]: no helpline speaks "ar" | add one, with langs = ["ar"]`},
	{"phase", "content/vocabulary.toml", "id = \"plan\"\nphase = \"mend\"", "id = \"plan\"\nphase = \"mned\"",
		`100:9 error[unknown-phase]: "mned" is not a phase | did you mean "mend"?`},
	{"door", "content/vocabulary.toml", "id = \"friend\"\ndoor = \"friend\"", "id = \"friend\"\ndoor = \"freind\"",
		`135:8 error[unknown-door]: "freind" is not a door | did you mean "friend"?`},
	{"word twice", "content/vocabulary.toml", "id = \"no-answer\"", "id = \"taken\"",
		`315:6 error[duplicate-value]: the outcome "taken" is there already | `},
	{"what people write", "content/vocabulary.toml", "id = \"taken\"", "id = \"taken\"\nalso = [\"yes\", \"refused\"]",
		`298:16 error[duplicate-value]: the outcome "refused" is there already | `},
	{"gap", "content/vocabulary.toml", "label.de = \"Warm\"\n", "",
		`182:3 warning[vocabulary-gap]: tone has no words in "de" for warm | add label.de to each`},
}

var translationSlips = []slip{
	{"original renamed", "content/de/pages/safty.md", "", "+++\ntitle = \"Sicher?\"\nsummary = \"Hm.\"\nupdated = 2026-11-01\n+++\nHm.\n",
		`0:0 warning[translation-without-original]: there is no content/en/pages/safty.md | did you mean "safety"?`},
	{"original a draft", "content/de/pages/later.md", "", "+++\ntitle = \"Später\"\nsummary = \"Hm.\"\nupdated = 2026-11-01\n+++\nHm.\n",
		`0:0 warning[translation-without-original]: content/en/pages/later.md is a draft | `},
	{"id in neither language", "content/de/cards/own-snapped.md", `softer = "own-softer"`, `softer = "own-sofer"`,
		`11:10 error[unknown-id]: there is no card "own-sofer" | did you mean "own-softer"?`},
}
