package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/coverage"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

const referenceFile = "../../docs/reference.md"

var updateReference = flag.Bool("update", false, "make the parts of docs/reference.md that come from the program; then read the diff")

// docs/reference.md is written by hand, but for the parts between "made" and "end".
var madePart = regexp.MustCompile(`(?s)<!-- made: ([a-z.]+) -->\n.*?<!-- end -->`)

// The reference says what the program does.
func TestReference(t *testing.T) {
	written, err := os.ReadFile(referenceFile)
	if err != nil {
		t.Fatal(err)
	}
	parts := referenceParts(t)
	made := madePart.ReplaceAllFunc(written, func(part []byte) []byte {
		name := string(madePart.FindSubmatch(part)[1])
		text, ok := parts[name]
		if !ok {
			t.Errorf("docs/reference.md asks for a part %q, which nobody makes", name)
		}
		delete(parts, name)
		return fmt.Appendf(nil, "<!-- made: %s -->\n%s\n<!-- end -->", name, strings.TrimSpace(text))
	})
	for name := range parts {
		t.Errorf("docs/reference.md has no place for the part %q: write <!-- made: %s --> and <!-- end -->", name, name)
	}
	switch {
	case bytes.Equal(written, made):
	case *updateReference:
		if err := os.WriteFile(referenceFile, made, 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("docs/reference.md is out of date: run go test ./internal/cli -run Reference -update, and read the diff")
	}
}

func referenceParts(t *testing.T) map[string]string {
	t.Helper()
	in := english(t)
	parts := map[string]string{
		"common":          keyTable(facts.Describe(guide.Common{})),
		"vocabularies":    in.vocabularies(),
		"vocabulary.toml": vocabularyKeys(),
		"config.toml":     keyTable(facts.Describe(config.Config{})),
		"sections":        in.headings(),
		"sources.toml":    keyTable(facts.Describe(guide.Source{})),
		"helplines.toml":  keyTable(facts.Describe(guide.Helpline{})),
		"quota":           keyTable(facts.Describe(coverage.QuotaFacts{})),
		"ideas":           keyTable(facts.Describe(coverage.IdeasFacts{})),
		"phrasing.toml":   keyTable(facts.Describe(phrasing.RuleFacts{})),
		"commands":        commandReference((&session{}).root()),
	}
	for _, kind := range guide.Kinds() {
		parts[string(kind.Kind)] = in.kind(kind)
	}
	var problems strings.Builder
	if err := report.Reference(&problems); err != nil {
		t.Fatal(err)
	}
	parts["problems"] = problems.String()
	return parts
}

// built is what the program itself brings: its words in English, and its vocabulary.
type built struct {
	sections map[string]string
	words    *guide.Vocabulary
}

func english(t *testing.T) built {
	t.Helper()
	var interfaceWords struct{ Sections map[string]string }
	if _, err := toml.DecodeFS(amends.BuiltIn, "theme/i18n/en.toml", &interfaceWords); err != nil {
		t.Fatal(err)
	}
	const name = "content/vocabulary.toml"
	data, err := amends.BuiltIn.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	words, problems := guide.ReadVocabulary(source.File{Path: name, Data: data}, []config.Language{{Tag: "en"}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return built{interfaceWords.Sections, words}
}

// kind is one kind of entry: its own keys, and the parts of its text.
func (in built) kind(kind guide.KindInfo) string {
	shared := map[string]facts.Field{}
	for _, f := range facts.Describe(guide.Common{}) {
		shared[f.Key] = f
	}
	var own []facts.Field
	for _, f := range facts.Describe(kind.Facts) {
		if common, ok := shared[f.Key]; !ok || common.Required != f.Required {
			own = append(own, f)
		}
	}
	folder := kind.Kind.Folder()
	return fmt.Sprintf("`content/<language>/%s/<id>.md`, from `amends new %s <id>`\n\n%s\n%s",
		folder, kind.Kind, keyTable(own), in.sectionTable(guide.Sections(kind.Kind)))
}

func (in built) sectionTable(sections []guide.Section) string {
	rows := [][]string{{"part", "needed", "holds", "what it is"}}
	for _, s := range sections {
		rows = append(rows, []string{in.part(s.ID), strings.ReplaceAll(s.Need, "always", "yes"), holds(s), cell(s.About)})
	}
	return table(rows)
}

func (in built) part(id string) string {
	switch id {
	case guide.Intro:
		return "the text before the first heading"
	case guide.FreeHeadings:
		return "`##` headings of your own"
	}
	return "`## " + in.sections[id] + "`"
}

func holds(s guide.Section) string {
	parts := []string{map[guide.Shape]string{guide.Prose: "text", guide.Items: "a list", guide.OneLine: "one line"}[s.Shape]}
	switch {
	case s.Least > 0 && s.Most > 0:
		parts = append(parts, fmt.Sprintf("%d to %d", s.Least, s.Most))
	case s.Least > 0:
		parts = append(parts, fmt.Sprintf("%d or more", s.Least))
	}
	if s.Words > 0 {
		parts = append(parts, fmt.Sprintf("at most %d words", s.Words))
	}
	return strings.Join(parts, ", ")
}

// headings are the sections that a language gives names to.
func (in built) headings() string {
	rows := [][]string{{"section", "in English", "of"}}
	seen := map[string]bool{guide.Intro: true, guide.FreeHeadings: true}
	for _, kind := range guide.Kinds() {
		for _, s := range guide.Sections(kind.Kind) {
			if !seen[s.ID] {
				rows = append(rows, []string{"`" + s.ID + "`", in.sections[s.ID], in.kindsWith(s.ID)})
			}
			seen[s.ID] = true
		}
	}
	return table(rows)
}

func (in built) kindsWith(id string) string {
	var names []string
	for _, kind := range guide.Kinds() {
		for _, s := range guide.Sections(kind.Kind) {
			if s.ID == id {
				names = append(names, string(kind.Kind))
			}
		}
	}
	return strings.Join(names, ", ")
}

func keyTable(fields []facts.Field) string {
	return table(append([][]string{{"key", "value", "needed", "what it is"}}, keyRows("", fields)...))
}

// keyRows are the keys of a table and of the tables within it.
func keyRows(prefix string, fields []facts.Field) (rows [][]string) {
	for _, f := range fields {
		rows = append(rows, []string{"`" + prefix + f.Key + "`", value(f), needed(f), cell(f.About)})
		inner := prefix + f.Key + "."
		if f.Type == "a table of tables" {
			inner += "<name>."
		}
		rows = append(rows, keyRows(inner, f.Fields)...)
	}
	return rows
}

func value(f facts.Field) string {
	text := f.Type
	if f.Vocabulary != "" {
		text += " from [" + f.Vocabulary + "](#vocabularies)"
	}
	if f.Limit != "" {
		text += ", " + f.Limit
	}
	return text
}

func needed(f facts.Field) string {
	switch {
	case f.Required:
		return "yes"
	case f.Default != "":
		return "else `" + f.Default + "`"
	}
	return ""
}

// mostListed bounds what is listed of a vocabulary; only that of the editorial plan is longer.
const mostListed = 30

func (in built) vocabularies() string {
	rows := [][]string{{"vocabulary", "ids", "from"}}
	for _, name := range vocabularyNames() {
		ids, where, _ := in.words.IDs(name)
		from := "fixed"
		if where != "" {
			from = path.Base(strings.Split(where, ":")[0])
		}
		if name == "audience" {
			from = "the ages, and professional"
		}
		list := "`" + strings.Join(ids, "` `") + "`"
		if len(ids) > mostListed {
			list = "`" + ids[0] + "` … `" + ids[len(ids)-1] + "`"
		}
		rows = append(rows, []string{name, list, from})
	}
	return table(rows)
}

// vocabularyNames are those of the file, and those that only keys name.
func vocabularyNames() (names []string) {
	seen := map[string]bool{}
	add := func(name string) {
		if name != "" && !seen[name] {
			names = append(names, name)
		}
		seen[name] = true
	}
	for _, f := range facts.Describe(guide.VocabularyFacts{}) {
		add(strings.ReplaceAll(f.Key, "_", "-"))
	}
	var walk func(fields []facts.Field)
	walk = func(fields []facts.Field) {
		for _, f := range fields {
			add(f.Vocabulary)
			walk(f.Fields)
		}
	}
	for _, kind := range guide.Kinds() {
		walk(facts.Describe(kind.Facts))
	}
	walk(facts.Describe(guide.Source{}))
	walk(facts.Describe(guide.Helpline{}))
	walk(facts.Describe(phrasing.RuleFacts{}))
	return names
}

// vocabularyKeys are the keys of a word, and those that only some vocabularies have.
func vocabularyKeys() string {
	fields := facts.Describe(guide.WordFacts{})
	rows := append([][]string{{"key", "value", "needed", "what it is"}}, keyRows("", fields)...)
	for _, vocabulary := range facts.Describe(guide.VocabularyFacts{}) {
		for _, f := range vocabulary.Fields[len(fields):] {
			row := keyRows("", []facts.Field{f})[0]
			row[0] += ", of a " + vocabulary.Key
			rows = append(rows, row)
		}
	}
	return table(rows)
}

func commandReference(root *cobra.Command) string {
	var b strings.Builder
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" || cmd.Name() == "completion" { // cobra's own, in its own words
			continue
		}
		text := cmd.Long
		if text == "" {
			text = strings.ToUpper(cmd.Short[:1]) + cmd.Short[1:] + "."
		}
		fmt.Fprintf(&b, "### amends %s\n\n```\namends %s\n```\n\n%s\n\n", cmd.Name(), cmd.Use, cell(text))
		rows := [][]string{{"flag", "what it does"}}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { rows = append(rows, flagRow(f)) })
		if len(rows) > 1 {
			b.WriteString(table(rows) + "\n")
		}
	}
	return b.String()
}

func flagRow(f *pflag.Flag) []string {
	unit, usage := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if unit != "" {
		name += " " + unit
	}
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
		usage += "; without it, `" + f.DefValue + "`"
	}
	return []string{"`" + name + "`", cell(usage)}
}

// table is a Markdown table; its first row is the head.
func table(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return b.String()
}

// cell is plain text as Markdown shows it unchanged, in a table or out of one.
var cell = strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", `\<`, "[", `\[`, "*", `\*`).Replace
