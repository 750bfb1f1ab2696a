package report

import (
	"io"
	"net/url"
	"slices"
)

// The part of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) that says all we know.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string     `json:"id"`
		Short sarifText  `json:"shortDescription"`
		Full  sarifText  `json:"fullDescription"`
		Help  sarifText  `json:"help"`
		Usual sarifUsual `json:"defaultConfiguration"`
	}
	sarifUsual struct {
		Level Severity `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     Severity        `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"` // the column after the last one meant
	}
)

func writeSARIF(w io.Writer, ps []Problem) error {
	names := classesOf(ps)
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "amends", Rules: rules(names)}
	for _, p := range ps {
		run.Results = append(run.Results, sarifResult{
			RuleID: p.Class, RuleIndex: slices.Index(names, p.Class), Level: p.Severity,
			Message: sarifText{message(p)}, Locations: locations(p.Pos),
		})
	}
	return encode(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func classesOf(ps []Problem) []string {
	var names []string
	for _, p := range ps {
		names = append(names, p.Class)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func rules(names []string) []sarifRule {
	list := make([]sarifRule, 0, len(names))
	for _, name := range names {
		class, _ := ClassNamed(name)
		list = append(list, sarifRule{
			ID: name, Short: sarifText{class.Title}, Full: sarifText{class.Why}, Help: sarifText{class.Cure},
			Usual: sarifUsual{class.Severity},
		})
	}
	return list
}

func locations(pos Pos) []sarifLocation {
	if pos.File == "" {
		return nil
	}
	place := sarifPlace{Artifact: sarifArtifact{URI: (&url.URL{Path: pos.File}).String()}}
	if pos.Line > 0 {
		place.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Col}
		if pos.Col > 0 {
			place.Region.EndColumn = pos.Col + max(1, pos.Len)
		}
	}
	return []sarifLocation{{place}}
}
