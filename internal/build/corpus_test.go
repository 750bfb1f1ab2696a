package build_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/amends-guide/amends"
)

// corpus makes a site of n entries that an author could have written: one in five an essay of about 900 words, the rest
// cards, with as many paths as it takes to reach every card in two steps, a deck, three answers and a source for every forty
// cards. Same n, same bytes.
func corpus(n int) map[string]string {
	c := &corpusWriter{r: rand.New(rand.NewPCG(1, uint64(n))), files: map[string]string{}}
	c.files["config.toml"] = "title = \"A corpus\"\nbase_url = \"https://example.org/guide/\"\nlimits = 4\n" // its sources alone take more at 100,000 entries
	for _, name := range []string{"content/vocabulary.toml", "content/helplines.toml"} {
		data, err := amends.BuiltIn.ReadFile(name)
		if err != nil {
			panic(err)
		}
		c.files[name] = string(data)
	}
	essays := n / 5
	paths := max(1, (n-essays)/50)
	c.onPaths = 18 * paths
	c.cards = n - essays - paths
	for i := range c.cards {
		c.card(i)
	}
	for group := range c.groups() {
		c.receivers(group)
		c.deck(group)
		c.files["content/sources.toml"] += fmt.Sprintf(corpusSource, group)
	}
	for i := range essays {
		c.essay(i)
	}
	for i := range paths {
		c.path(i, paths)
	}
	c.page("home", "Something cracked")
	c.page("safety", "Is this safe for you?")
	return c.files
}

type corpusWriter struct {
	r     *rand.Rand
	files map[string]string
	cards int
	// onPaths is how many cards paths show, eighteen each; two follow-ups of each reach the others.
	onPaths int
}

var corpusWords = strings.Fields(`the a and of to in we you I was said hurt mend come back listen quiet door table kitchen
	evening morning voice hand sorry late forgot promise child friend sister brother partner work meeting message phone row
	pause breath water walk bread light rain letter year week minute small slow plain kind clear heard missed wanted thought
	because when before after until again still already never-ending almost together alone first last other own next good`)

func (c *corpusWriter) words(n int) string {
	var b strings.Builder
	for i := range n {
		w := corpusWords[c.r.IntN(len(corpusWords))]
		if i == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	b.WriteByte('.')
	return b.String()
}

// prose is about n words in sentences of twelve, with the marks an author uses.
func (c *corpusWriter) prose(n int) string {
	var b strings.Builder
	for done := 0; done < n; done += 12 {
		switch c.r.IntN(9) {
		case 0:
			b.WriteString("*" + c.words(4) + "* ")
		case 1:
			b.WriteString("\"" + c.words(5) + "\" ")
		case 2:
			fmt.Fprintf(&b, "See [[%s]]. ", c.cardID(c.r.IntN(c.cards)))
		}
		b.WriteString(c.words(12) + " ")
	}
	return strings.TrimSpace(b.String())
}

func (c *corpusWriter) cardID(i int) string { return fmt.Sprintf("card-%05d", i) }

var (
	corpusRelationships = []string{"partner", "child", "friend", "peer", "sibling", "parent"}
	corpusRuptures      = []string{"sharp-word", "missed-cue", "withdrawal", "broken-promise", "misunderstanding"}
	corpusMoves         = []string{"own", "impact", "regret", "listen", "plan", "reconnect", "reach", "ask"}
)

func (c *corpusWriter) one(of []string) string { return of[c.r.IntN(len(of))] }

// groups is how many times forty cards there are; every group has cards that stand on a path.
func (c *corpusWriter) groups() int { return c.cards/40 + 1 }

func (c *corpusWriter) deck(group int) {
	var cards []string
	for i := group; i < c.cards; i += c.groups() {
		cards = append(cards, fmt.Sprintf("%q", c.cardID(i)))
	}
	for _, outcome := range []string{"taken", "not-yet", "refused"} {
		cards = append(cards, fmt.Sprintf("\"answer-%s-%d\"", outcome, group))
	}
	c.files[fmt.Sprintf("content/en/decks/deck-%03d.md", group)] = fmt.Sprintf(
		"+++\ntitle = \"Deck %d\"\nsummary = \"Forty cards\"\nupdated = 2026-01-02\ncards = [%s]\n+++\n%s\n", group, strings.Join(cards, ", "), c.words(12))
}

func (c *corpusWriter) receivers(group int) {
	for _, outcome := range []string{"taken", "not-yet", "refused"} {
		c.files[fmt.Sprintf("content/en/cards/answer-%s-%d.md", outcome, group)] = fmt.Sprintf(`+++
phrase = "I heard you. That is my answer, the %dth: %s."
move = "receive"
role = "receiver"
relationships = ["any"]
ruptures = ["sharp-word"]
readiness = ["calm"]
intensity = 1
tone = "plain"
channels = ["show"]
outcome = %q
updated = 2026-01-02
+++
%s
## Use it when
- %s
## Leave it when
- %s
## Other ways to say it
- shorter: %s
- softer: %s
## If it isn't received
%s
`, group, outcome, outcome, c.words(20), c.words(8), c.words(8), c.words(5), c.words(7), c.words(20))
	}
}

func (c *corpusWriter) card(i int) {
	var follow []string
	for k := 1; k <= 2; k++ { // forward only, so that no chain of follow-ups comes round again
		if next := i + k*c.onPaths; next < c.cards {
			follow = append(follow, fmt.Sprintf("%q", c.cardID(next)))
		}
	}
	relations := fmt.Sprintf("responses = [\"answer-taken-%[1]d\", \"answer-not-yet-%[1]d\", \"answer-refused-%[1]d\"]\nsources = [\"one-%[1]d\"]", i%c.groups())
	c.files["content/en/cards/"+c.cardID(i)+".md"] = fmt.Sprintf(`+++
phrase = "I was short with you about {what}. That was mine, number %d."
move = %q
relationships = ["any", %q]
ruptures = [%q]
readiness = ["cooling", "calm"]
intensity = %d
tone = "warm"
channels = ["say", "text"]
to_age = "adult"
slots.what = { hint = "what it was about", example = "the dishes" }
follow_ups = [%s]
%s
updated = 2026-0%d-1%d
+++
%s

## Use it when
- %s
- %s

## Leave it when
- %s
- %s

## How to say it
%s

## Other ways to say it
- shorter: %s
- softer: %s
- text: %s

## If it isn't received
%s %s

## Instead of
- %s {sorry-but}
`, i, c.one(corpusMoves), c.one(corpusRelationships), c.one(corpusRuptures), 1+c.r.IntN(2), strings.Join(follow, ", "), relations,
		1+c.r.IntN(9), c.r.IntN(10), c.words(18), c.words(8), c.words(9), c.words(7), c.words(8), c.words(14),
		c.words(6), c.words(8), c.words(9), c.words(12), c.words(14), c.words(8))
}

func (c *corpusWriter) essay(i int) {
	var b strings.Builder
	source := fmt.Sprintf("one-%d", c.r.IntN(c.groups()))
	fmt.Fprintf(&b, `+++
title = "Essay %d on %s"
summary = %q
purpose = %q
relationships = [%q]
ruptures = [%q]
cards = [%q, %q]
handout = true
sources = [%q]
updated = 2026-0%d-1%d
+++
`, i, c.one(corpusWords), c.words(14), c.words(10), c.one(corpusRelationships), c.one(corpusRuptures),
		c.cardID(c.r.IntN(c.cards/2)), c.cardID(c.cards/2+c.r.IntN(c.cards/2)), source, 1+c.r.IntN(9), c.r.IntN(10))
	for section := range 4 {
		if section > 0 {
			fmt.Fprintf(&b, "\n## %s %d\n", strings.TrimSuffix(c.words(4), "."), section)
		}
		for range 3 {
			b.WriteString("\n" + c.prose(66) + "\n")
		}
		fmt.Fprintf(&b, "\n- %s\n- %s\n- %s\n", c.words(8), c.words(8), c.words(8))
	}
	fmt.Fprintf(&b, "\nIt is known [@%s] and more.[^1]\n\n[^1]: %s\n\n## Key points\n- %s\n- %s\n- %s\n\n## One sentence for today\n%s\n",
		source, c.words(12), c.words(7), c.words(7), c.words(7), c.words(9))
	c.files[fmt.Sprintf("content/en/essays/essay-%05d.md", i)] = b.String()
}

func (c *corpusWriter) path(i, paths int) {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\nentry = \"I did thing %d\"\nsummary = %q\nsynonyms = [\"thing %d\"]\nrelationships = [\"any\"]\nruptures = [%q]\ntime = \"ten\"\nupdated = 2026-01-02\n+++\n%s\n",
		i, c.words(12), i, c.one(corpusRuptures), c.words(12))
	for step, move := range []string{"Pause", "Reach", "Own", "Listen", "Plan", "Reconnect"} {
		fmt.Fprintf(&b, "\n## %s\n%s\n\n", move, c.words(12))
		for k := range 3 {
			fmt.Fprintf(&b, "![[%s]]\n\n", c.cardID((i+paths*(step*3+k))%c.cards))
		}
	}
	fmt.Fprintf(&b, "\n## Stop if\n%s\n\n## Good enough looks like\n%s\n", c.words(10), c.words(10))
	c.files[fmt.Sprintf("content/en/paths/path-%05d.md", i)] = b.String()
}

func (c *corpusWriter) page(id, title string) {
	c.files["content/en/pages/"+id+".md"] = fmt.Sprintf("+++\ntitle = %q\nsummary = %q\nupdated = 2026-01-02\n+++\n%s\n", title, c.words(12), c.prose(60))
}

const corpusSource = `[one-%d]
authors = ["Ann One", "Ben Two"]
year = 2020
title = "On coming back"
container = "Journal of Return"
kind = "study"
claim = "Coming back matters."
population = "People"
design = "Survey"
confidence = "medium"
`

// write puts files under a folder of the test's own.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
