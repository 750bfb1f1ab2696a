package guide

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// A Helpline is somebody to call.
type Helpline struct {
	Country     string     `toml:"country" need:"yes" about:"ISO 3166 code of two letters, EU, or XX for anywhere else"`
	Name        string     `toml:"name" need:"yes" about:"its own name"`
	For         string     `toml:"for" need:"yes" in:"helpline-for" about:"what it is for"`
	Tel         string     `toml:"tel" about:"number to call, as dialled in the country"`
	SMS         string     `toml:"sms" about:"number to text"`
	Chat        string     `toml:"chat" about:"address of its chat"`
	Hours       string     `toml:"hours" about:"when somebody answers"`
	Langs       []string   `toml:"langs" about:"languages it speaks"`
	Note        string     `toml:"note" max:"160" about:"anything a caller must know"`
	OfficialURL string     `toml:"official_url" about:"its own site"`
	VerifiedOn  facts.Date `toml:"verified_on" need:"yes" about:"day the number was checked there"`
}

// HelplinesFacts are the keys of content/helplines.toml.
type HelplinesFacts struct {
	Helpline []Helpline `toml:"helpline" about:"somebody to call, in the order of the page"`
}

// Helplines is content/helplines.toml, read. It is frozen.
type Helplines struct {
	list  []Helpline
	table *facts.Table
	file  string
}

// A number that was right a while ago may ring at somebody else's: after these many days we warn, then refuse to print it.
const (
	OldAfter   = 120
	StaleAfter = 270
)

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

// ReadHelplines reads content/helplines.toml.
func ReadHelplines(f source.File, words facts.Words) (*Helplines, []report.Problem) {
	table, problems := facts.Parse(f.Path, string(f.Data), 1)
	var read HelplinesFacts
	problems = append(problems, table.Decode(&read, words, nil)...)
	for i := range read.Helpline {
		at, h := table.Tables("helpline")[i], &read.Helpline[i]
		if h.Tel+h.SMS+h.Chat+h.OfficialURL == "" && !at.Lost("tel", "sms", "chat", "official_url") {
			problem := report.New("missing-key", at.Pos(), "%q cannot be reached", h.Name)
			problems = append(problems, problem.Hinted("add tel, sms, chat or official_url"))
		}
		if h.Country != "" && !countryCode.MatchString(h.Country) {
			problem := report.New("wrong-type", at.Pos("country"), "%q is not a country code", h.Country)
			problems = append(problems, problem.Hinted(`write the two capitals of ISO 3166, such as "GB"; "EU", or "XX" for anywhere`))
		}
	}
	return &Helplines{read.Helpline, table, f.Path}, problems
}

// check tells which numbers have not been looked at for too long, and which languages have nobody to call.
func (h *Helplines) check(today facts.Date, languages []config.Language) (problems []report.Problem) {
	for i := range h.list {
		line := &h.list[i]
		days := int(today.Time().Sub(line.VerifiedOn.Time()) / (24 * time.Hour))
		if line.VerifiedOn.IsZero() || days <= OldAfter {
			continue
		}
		class := "helpline-old"
		if days > StaleAfter {
			class = "helpline-stale"
		}
		pos := h.table.Pos("helpline", index(i), "verified_on")
		problem := report.New(class, pos, "%s was last checked %d days ago", line.Name, days)
		problems = append(problems, problem.Hinted(strings.TrimSpace("check the number "+at(line.OfficialURL)+" and set verified_on")))
	}
	if h.table.Lost() {
		return problems
	}
	for _, lang := range languages {
		if !slices.ContainsFunc(h.list, func(line Helpline) bool { return slices.Contains(line.Langs, lang.Tag) }) {
			problem := report.New("helplines-missing", report.Pos{File: h.file}, "no helpline speaks %q", lang.Tag)
			problems = append(problems, problem.Hinted("add one, with langs = ["+quoted(lang.Tag)+"]"))
		}
	}
	return problems
}

func at(url string) string {
	if url == "" {
		return "at its own site"
	}
	return "at " + url
}
