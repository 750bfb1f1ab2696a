package cli

import (
	"fmt"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
)

// scaffold is a new entry: every key and section its kind needs, each a blank that check names, and remarks that teach. It is
// made from what the guide's own reader goes by, so the two cannot drift apart.
func scaffold(kind guide.KindInfo, l config.Language, words facts.Words, today facts.Date) string {
	var b strings.Builder
	b.WriteString("+++\n")
	writeKeys(&b, facts.Describe(kind.Facts), words, today)
	writeOutline(&b, guide.Sections(kind.Kind), l)
	b.WriteString("+++\n")
	for _, section := range guide.Sections(kind.Kind) {
		if heading := l.Sections[section.ID]; heading != "" && section.Need != "" {
			fmt.Fprintf(&b, "\n## %s\n", heading)
		}
	}
	return b.String()
}

func writeKeys(b *strings.Builder, fields []facts.Field, words facts.Words, today facts.Date) {
	var needed []facts.Field
	width := 0
	for _, field := range fields {
		if field.Required {
			needed = append(needed, field)
			width = max(width, len(field.Key))
		}
	}
	for _, field := range needed {
		value := field.Blank
		if field.Key == "updated" {
			value = today.String()
		}
		fmt.Fprintf(b, "%-*s = %s # %s\n", width, field.Key, value, remark(field, words))
	}
}

// remark says what belongs in a field: its purpose, its limit, the words it may be.
func remark(field facts.Field, words facts.Words) string {
	text := field.About
	if field.Limit != "" {
		text += " (" + field.Limit + ")"
	}
	if field.Vocabulary == "" {
		return text
	}
	ids, _, _ := words(field.Vocabulary)
	return text + ": " + strings.Join(ids, ", ")
}

// writeOutline says, in remarks, what belongs into the text below. The text itself has no remarks.
func writeOutline(b *strings.Builder, sections []guide.Section, l config.Language) {
	b.WriteString("# Below the next +++:\n")
	for _, section := range sections {
		name := "## " + l.Sections[section.ID]
		switch section.ID {
		case guide.Intro:
			name = "first"
		case guide.FreeHeadings:
			name = "## headings of your own"
		}
		fmt.Fprintf(b, "#   %s: %s%s\n", name, section.About, extent(section))
	}
}

// extent is how much a section holds, and when it is needed, in brackets.
func extent(section guide.Section) string {
	var parts []string
	switch {
	case section.Least > 0 && section.Most > 0:
		parts = append(parts, fmt.Sprintf("%d to %d", section.Least, section.Most))
	case section.Least > 0:
		parts = append(parts, fmt.Sprintf("at least %d", section.Least))
	}
	if section.Words > 0 {
		parts = append(parts, fmt.Sprintf("at most %d words", section.Words))
	}
	switch section.Need {
	case "always":
	case "":
		parts = append(parts, "may be left out")
	default:
		parts = append(parts, "needed "+section.Need)
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
