package facts

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/report"
)

type slot struct {
	Hint    string `toml:"hint" need:"yes" max:"10"`
	Example string `toml:"example"`
}

type common struct {
	Summary string   `toml:"summary" max:"20"`
	Updated Date     `toml:"updated" about:"day of the last change"`
	Status  string   `toml:"status" in:"status" default:"published"`
	SeeAlso []string `toml:"see_also"`
}

type card struct {
	Phrase    string          `toml:"phrase" need:"yes" max:"12" about:"the sentence as said aloud"`
	Move      string          `toml:"move" need:"yes" in:"move" about:"what the phrase does"`
	Moves     []string        `toml:"moves" in:"move" items:"1-3"`
	Intensity int             `toml:"intensity" range:"1-3"`
	Minutes   int             `toml:"minutes" range:"2|10|20|40"`
	Year      int             `toml:"year" range:"1800-2100"`
	Draft     bool            `toml:"draft"`
	Aka       []string        `toml:"aka" need:"yes" max:"5"`
	Age       string          `toml:"age" in:"age"`
	For       string          `toml:"for" in:"worksheet-for"`
	Slots     map[string]slot `toml:"slots"`
	Query     struct {
		Tones []string `toml:"tones" in:"tone"`
	} `toml:"query" about:"which cards"`
	Quotes []string          `toml:"quotes" items:"2-2"`
	Labels map[string]string `toml:"label" max:"4"`
	Lines  []slot            `toml:"line"`
	Other  string            // without a tag
	Made   []string          `toml:"-"`
	common `need:"summary"`
}

func words(vocabulary string) ([]string, string, map[string]string) {
	switch vocabulary {
	case "move":
		return []string{"notice", "own", "reconnect"}, "content/vocabulary.toml:12", map[string]string{"admit": "own", "spot": "notice"}
	case "age", "worksheet-for":
		return []string{"adult", "pair"}, "", nil
	case "status":
		return []string{"draft", "published"}, "", nil
	}
	return nil, "", nil
}

var others = map[string]string{"title": "an essay", "term": "a term"}

// whole has every needed key, in one line each, so that a test can put a mistake below it in line 5 of the file.
const whole = "phrase = 'x'\nmove = 'own'\naka = ['a']\nsummary = 's'\n"

// decode reads front matter that begins on line 2.
func decode(content string) (card, []report.Problem) {
	var c card
	front, problems := Parse("a.md", content, 2)
	return c, append(problems, front.Decode(&c, words, others)...)
}

// told is a problem in one line: line:column+length class: text | hint | notes.
func told(p report.Problem) string {
	line := fmt.Sprintf("%d:%d+%d %s: %s", p.Pos.Line, p.Pos.Col, p.Pos.Len, p.Class, p.Text)
	return strings.Join(append([]string{line, p.Hint}, p.Notes...), " | ")
}

func allTold(problems []report.Problem) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, told(p))
	}
	return strings.Join(lines, "\n")
}

func TestDecode(t *testing.T) {
	const content = `# a card
phrase = "I'm sorry" # said
"move" = 'own'
moves = [
  "own", # first
  "notice",
]
intensity = 2
draft = true
minutes = 10
year = 2015
aka = ["a", "ü"]
slots.what = { hint = "it", example = "x" }
query.tones = ["any word: the vocabulary is not known"]
quotes = ["”", "”"]
summary = """
short"""
updated = 2026-11-23
label.en = "y"
[[line]]
hint = "1"
[[line]]
hint = "2"
[slots."who else"]
hint = "3"
`
	front, problems := Parse("a.md", content, 1)
	got := card{Other: "kept", Made: []string{"kept"}}
	problems = append(problems, front.Decode(&got, words, others)...)
	if problems != nil {
		t.Fatal(allTold(problems))
	}
	want := card{
		Phrase: "I'm sorry", Move: "own", Moves: []string{"own", "notice"}, Intensity: 2, Minutes: 10, Year: 2015, Draft: true,
		Aka: []string{"a", "ü"}, Slots: map[string]slot{"what": {"it", "x"}, "who else": {Hint: "3"}}, Quotes: []string{"”", "”"},
		Labels: map[string]string{"en": "y"}, Lines: []slot{{Hint: "1"}, {Hint: "2"}}, Other: "kept", Made: []string{"kept"},
		common: common{Summary: "short", Updated: Date{2026, 11, 23}, Status: "published"},
	}
	want.Query.Tones = []string{"any word: the vocabulary is not known"}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(card{})); diff != "" {
		t.Error(diff)
	}
}

func TestMistakes(t *testing.T) {
	tests := []struct{ name, line, want string }{
		{"unknown key", `darft = true`, `6:1+5 unknown-key: nobody reads the key "darft" here | did you mean "draft"?`},
		{"unknown quoted key", `"sätze" = 1`, `6:1+7 unknown-key: nobody reads the key "sätze" here |  | keys: phrase, move, moves, intensity, minutes, year, draft, aka, age, for, slots, query, quotes, label, line, summary, updated, status, see_also`},
		{"unknown table", `[author]`, `6:2+6 unknown-key: nobody reads the key "author" here`},
		{"key of another kind", `title = "x"`, `6:1+5 key-elsewhere: "title" is a key of an essay | remove it, or move the file to the folder it belongs in`},
		{"near miss of a key of another kind", `terms = "x"`, `6:1+5 unknown-key`},
		{"key of a table within", `tones = ["x"]`, `6:1+5 key-elsewhere: "tones" belongs in the table "query" | move it there`},
		{"key slipped below a header", "[slots.what]\nhint = 'x'\nupdated = 2026-11-23", `8:1+7 key-elsewhere: "updated" has slipped into the table "what" | move it above line 6`},
		{"key slipped into braces", `query = { draft = true }`, `6:11+5 key-elsewhere: "draft" has slipped into the table "query" | move it out of the braces`},
		{"number for text", `age = 3`, `6:7+1 wrong-type: "age" must be text, not a whole number | write age = "3"`},
		{"list for text", `age = ["adult"]`, `6:7+9 wrong-type: "age" must be text, not a list | write age = "adult"`},
		{"long list for text", `age = ["adult", "pair"]`, `6:7+17 wrong-type: "age" takes one value, and here are 2 | keep one, such as age = "adult"`},
		{"values for text", `age = "adult", "pair"`, `6:7+15 wrong-type: "age" takes one value, and here are 2 | keep one, such as age = "adult"`},
		{"values for list", `moves = "own" , "notice" # two`, `6:9+16 toml-syntax: "moves" is a list, and a list stands in square brackets | write moves = ["own" , "notice"]`},
		{"values for an unknown key", `darft = 1, 2`, `6:1+5 unknown-key`},
		{"table for text", `age = { a = 1 }`, `6:7+9 wrong-type: "age" must be text, not a table | write age = "…"`},
		{"text for truth", `draft = "yes"`, `6:9+5 wrong-type: "draft" must be true or false, not text | write draft = true`},
		{"other text for truth", `draft = "perhaps"`, `6:9+9 wrong-type: "draft" must be true or false, not text | write draft = true or false`},
		{"number for truth", `draft = 0`, `6:9+1 wrong-type: "draft" must be true or false, not a whole number | write draft = false`},
		{"text for number", `intensity = "2"`, `6:13+3 wrong-type: "intensity" must be a whole number, not text | write intensity = 2`},
		{"words for number", `intensity = "two"`, `6:13+5 wrong-type: "intensity" must be a whole number, not text | write intensity = 1`},
		{"decimals for number", `intensity = 2.0`, `6:13+3 wrong-type: "intensity" must be a whole number, not a decimal number | write intensity = 2`},
		{"text for list", `moves = "own, notice"`, `6:9+13 wrong-type: "moves" must be a list of text, not text | write moves = ["own", "notice"]`},
		{"truth for list", `moves = true`, `6:9+4 wrong-type: "moves" must be a list of text, not true | write moves = ["true"]`},
		{"number in list", "moves = [\n \"own\",\n 3]", `8:2+1 wrong-type: an item of "moves" must be text, not a whole number | write "3"`},
		{"text for date", `updated = "2026-11-23"`, `6:11+12 wrong-type: "updated" must be a date, not text | write updated = 2026-11-23`},
		{"spoken date", `updated = "Nov 23rd, 2026"`, `6:11+16 wrong-type: "updated" must be a date, not text | write updated = 2026-11-23`},
		{"day or month", `updated = "3/4/2026"`, `6:11+10 bad-date: "3/4/2026" is not a date | write year-month-day`},
		{"words for date", `updated = "last week"`, `6:11+11 bad-date: "last week" is not a date | write year-month-day`},
		{"date with time", `updated = 2026-11-23T10:00:00Z`, `6:11+20 wrong-type: "updated" must be a date, not a date or time | write updated = 2026-11-23`},
		{"time for date", `updated = 10:00:00`, `6:11+8 wrong-type: "updated" must be a date, not a date or time | write updated = 2026-11-23`},
		{"text for table", `query = "x"`, `6:9+3 wrong-type: "query" must be a table, not text | write query = { … }`},
		{"list for tables", `slots = ["what"]`, `6:9+8 wrong-type: "slots" must be a table of tables, not a list | write slots = { … }`},
		{"text in tables", `slots.what = "x"`, `6:14+3 wrong-type: "what" must be a table, not text | write what = { hint = "…" }`},
		{"table for list of tables", "[line]\nhint = 'x'", `6:2+4 wrong-type: "line" must be a list of tables, not a table | write line = [{ … }]`},
		{"empty item", `see_also = ["a", ""]`, `6:18+2 empty-value: an item of "see_also" is empty | write "…"`},
		{"too long", `label.en = "äöüßé"`, `6:12+7 too-long: "en" has 5 characters; 4 is the most | leave out 1`},
		{"one number of few", `intensity = 4`, `6:13+1 out-of-range: "intensity" cannot be 4 | write 1, 2 or 3`},
		{"one number of many", `year = 1066`, `6:8+4 out-of-range: "year" cannot be 1066 | write 1800 to 2100`},
		{"no choice", `minutes = 15`, `6:11+2 out-of-range: "minutes" cannot be 15 | write 2, 10, 20 or 40`},
		{"too few", `moves = []`, `6:9+2 too-few-items: "moves" has 0 items; 1 is the least | add 1`},
		{"too many", `quotes = ["a", "b", "c"]`, `6:10+15 too-many-items: "quotes" has 3 items; 2 is the most | remove 1`},
		{"too few of a tuple", `quotes = ["a"]`, `6:10+5 too-few-items: "quotes" has 1 item; 2 is the least | add 1`},
		{"twice", "moves = ['own',\n  'own']", `7:3+5 duplicate-value: "own" stands in the list twice | remove one`},
		{"stranger", `status = "publisht"`, `6:10+10 unknown-status: "publisht" is not a status | did you mean "published"? | status: draft, published`},
		{"what people write", `moves = ["Admit", "own"]`, `6:10+7 unknown-move: "Admit" is not a move | did you mean "own"?`},
		{"and nearly so", `moves = ["spotz", "own"]`, `6:10+7 unknown-move: "spotz" is not a move | did you mean "notice"?`},
		{"stranger in a list", `moves = ["own", "recconnect"]`, `6:17+12 unknown-move: "recconnect" is not a move | did you mean "reconnect"? | move: notice, own, reconnect   (content/vocabulary.toml:12)`},
		{"stranger to a vowel", `age = "kid"`, `6:7+5 unknown-age: "kid" is not an age |  | age: adult, pair`},
		{"stranger to a purpose", `for = "pairs"`, `6:7+7 unknown-worksheet-for: "pairs" is not what a worksheet is for | did you mean "pair"?`},
		{"NUL", `age = "a\u0000"`, `6:7+9 nul-byte: "age" has a NUL character in it | remove \u0000`},
		{"missing in a table", `slots.what.example = "x"`, `6:7+4 missing-key: "hint" is missing | add hint = "…"`},
		{"missing below a header", "[[line]]\nexample = 'x'", `6:3+4 missing-key: "hint" is missing | add hint = "…"`},
		{"text of several lines", "age = \"\"\"one\ntwo\"\"\"", `6:7+6 unknown-age: "one\ntwo" is not an age`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := decode(whole + test.line)
			if len(problems) != 1 || !strings.HasPrefix(told(problems[0]), test.want) {
				t.Errorf("got\n%s\nwant one that begins\n%s", allTold(problems), test.want)
			}
		})
	}
}

func TestNeededKeys(t *testing.T) {
	_, problems := decode("phrase = ' '\naka = []\n")
	want := `2:10+3 empty-value: "phrase" is empty | write phrase = "…" | the sentence as said aloud
3:7+2 empty-value: "aka" is empty | write aka = ["…"]
1:1+3 missing-key: "move" is missing | add move = "notice" | what the phrase does | move: notice, own, reconnect   (content/vocabulary.toml:12)
1:1+3 missing-key: "summary" is missing | add summary = "…"`
	if diff := cmp.Diff(want, allTold(problems)); diff != "" {
		t.Error(diff)
	}
	front, _ := Parse("config.toml", "", 1)
	problems = front.Decode(&slot{}, nil, nil)
	if got := allTold(problems); got != `0:0+0 missing-key: "hint" is missing | add hint = "…"` {
		t.Errorf("in a whole file: %s", got)
	}
}

// A needed key in another spelling is one mistake, not two.
func TestMisspeltNeededKey(t *testing.T) {
	_, problems := decode("phrase = 'x'\nmovve = 'own'\naka = ['a']\nsummary = 's'\n")
	if got := allTold(problems); got != `3:1+5 unknown-key: nobody reads the key "movve" here | did you mean "move"?` {
		t.Error(got)
	}
	_, problems = decode("title = 'x'\nmove = 'own'\naka = ['a']\nsummary = 's'\n")
	if got := allTold(problems); got != `2:1+5 unknown-key: nobody reads the key "title" here | did you mean "phrase"? | the sentence as said aloud` {
		t.Error(got)
	}
}

func TestOptionalBlankIsNotGiven(t *testing.T) {
	c, problems := decode(whole + "age = ''\nstatus = ''\n")
	if problems != nil || c.Age != "" || c.Status != "published" {
		t.Errorf("age %q, status %q with\n%s", c.Age, c.Status, allTold(problems))
	}
}

func TestTableWithProblemsFindsNoMoreFault(t *testing.T) {
	deep := "phrase = " + strings.Repeat("[", maxDepth+1)
	c, problems := decode(deep)
	if len(problems) != 1 || c.Status != "published" {
		t.Errorf("status %q and\n%s\nwant the default and one problem", c.Status, allTold(problems))
	}
	front, _ := Parse("a.md", deep, 2)
	if front.Keys() != nil || front.Tables("phrase") != nil || front.Pos("phrase") != (report.Pos{}) || front.KeyPos("x") != (report.Pos{}) {
		t.Error("a text that cannot be read has keys, tables or places")
	}
}

func TestPos(t *testing.T) {
	front, problems := Parse("a.md", "title = 'x'\n\"ünïque\" = 1\nslots.'a.b' = { hint = \"é\", list = [1, [2, 3]] }\n[[line]]\n[[line]]\nhint = 5 # x\n[line.more]\n", 11)
	if problems != nil {
		t.Fatal(allTold(problems))
	}
	tests := []struct {
		path       string
		value, key string
	}{
		{"", "10:1+3", "10:1+3"},
		{"nothing", "10:1+3", "10:1+3"},
		{"title", "11:9+3", "11:1+5"},
		{"ünïque", "12:12+1", "12:1+8"},
		{"slots", "13:1+5", "13:1+5"},
		{"slots/a.b/hint", "13:24+3", "13:17+4"},
		{"slots/a.b/list/[1]/[0]", "13:41+1", "13:41+1"},
		{"slots/a.b/list/[7]", "13:29+4", "13:29+4"},
		{"slots/a.b/stranger", "13:7+5", "13:7+5"},
		{"line/[0]", "14:3+4", "14:3+4"},
		{"line/[1]/hint", "16:8+1", "16:1+4"},
		{"line/[1]/more", "17:7+4", "17:7+4"},
		{"line/[-1]", "14:3+4", "14:3+4"},
	}
	for _, test := range tests {
		var path []string
		if test.path != "" {
			path = strings.Split(test.path, "/")
		}
		value, key := front.Pos(path...), front.KeyPos(path...)
		got := fmt.Sprintf("%d:%d+%d %d:%d+%d", value.Line, value.Col, value.Len, key.Line, key.Col, key.Len)
		if want := test.value + " " + test.key; got != want {
			t.Errorf("%s: %s, want %s", test.path, got, want)
		}
	}
}

func TestTables(t *testing.T) {
	front, problems := Parse("v.toml", "[[move]]\nhint = 'a'\n[[move]]\nhint = 'b'\n[door]\nhint = 'c'\n[other]\n", 1)
	if problems != nil {
		t.Fatal(allTold(problems))
	}
	if diff := cmp.Diff([]string{"move", "door", "other"}, front.Keys()); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, key := range append(front.Keys(), "nothing") {
		for _, table := range front.Tables(key) {
			var s slot
			problems := table.Decode(&s, nil, nil)
			got = append(got, fmt.Sprint(key, table.Pos().Line, s.Hint, len(problems)))
		}
	}
	if diff := cmp.Diff([]string{"move1a0", "move3b0", "door5c0", "other71"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTablesThatAreNone(t *testing.T) {
	front, _ := Parse("v.toml", "move = 'x'\nlist = [1, { hint = 'a' }]", 1)
	var s slot
	problems := front.Tables("move")[0].Decode(&s, nil, nil)
	problems = append(problems, front.Tables("list")[0].Decode(&s, nil, nil)...)
	problems = append(problems, front.Tables("list")[1].Decode(&s, nil, nil)...)
	want := `1:8+3 wrong-type: this must be a table, not text | write { hint = "…" }
2:9+1 wrong-type: this must be a table, not a whole number | write { hint = "…" }`
	if diff := cmp.Diff(want, allTold(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestDate(t *testing.T) {
	day := DateOf(time.Date(2026, 2, 3, 23, 59, 0, 0, time.FixedZone("", 3600)))
	if day.String() != "2026-02-03" || day.IsZero() || !(Date{}).IsZero() || (Date{}).String() != "" {
		t.Errorf("day %v, zero %q", day, Date{})
	}
	if got := DateOf(day.Time()); got != day {
		t.Errorf("there and back: %v", got)
	}
	for _, later := range []Date{{2027, 1, 1}, {2026, 3, 1}, {2026, 2, 4}} {
		if day.Compare(later) >= 0 || later.Compare(day) <= 0 {
			t.Errorf("%v does not come after %v", later, day)
		}
	}
}

func TestDescribe(t *testing.T) {
	got := Describe(card{})
	byKey := map[string]Field{}
	for _, f := range got {
		byKey[f.Key] = f
	}
	for key, want := range map[string]Field{
		"phrase":    {Key: "phrase", Type: "text", Blank: `""`, Limit: "at most 12 characters", About: "the sentence as said aloud", Required: true},
		"move":      {Key: "move", Type: "text", Blank: `""`, Vocabulary: "move", About: "what the phrase does", Required: true},
		"moves":     {Key: "moves", Type: "a list of text", Blank: "[]", Vocabulary: "move", Limit: "1 to 3 items"},
		"quotes":    {Key: "quotes", Type: "a list of text", Blank: "[]", Limit: "2 items"},
		"intensity": {Key: "intensity", Type: "a whole number", Blank: "0", Limit: "1, 2 or 3"},
		"year":      {Key: "year", Type: "a whole number", Blank: "0", Limit: "1800 to 2100"},
		"status":    {Key: "status", Type: "text", Blank: `""`, Vocabulary: "status", Default: "published"},
		"summary":   {Key: "summary", Type: "text", Blank: `""`, Limit: "at most 20 characters", Required: true},
		"updated":   {Key: "updated", Type: "a date", Blank: `""`, About: "day of the last change"},
		"query":     {Key: "query", Type: "a table", Blank: "{}", About: "which cards", Fields: []Field{{Key: "tones", Type: "a list of text", Blank: "[]", Vocabulary: "tone"}}},
	} {
		if diff := cmp.Diff(want, byKey[key]); diff != "" {
			t.Error(key, diff)
		}
	}
	if len(got) != 19 || got[0].Key != "phrase" || got[18].Key != "see_also" {
		t.Errorf("%d fields from %q to %q, want 19 in the order of the struct", len(got), got[0].Key, got[len(got)-1].Key)
	}
}
