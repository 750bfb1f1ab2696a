package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
)

type jsonReport struct {
	Version  int           `json:"version"`
	Errors   int           `json:"errors"`
	Warnings int           `json:"warnings"`
	Files    int           `json:"files"`
	Problems []jsonProblem `json:"problems"`
}

type jsonProblem struct {
	Class    string   `json:"class"`
	Severity Severity `json:"severity"`
	Text     string   `json:"text"`
	Hint     string   `json:"hint,omitempty"`
	Notes    []string `json:"notes,omitempty"`
	File     string   `json:"file,omitempty"`
	Line     int      `json:"line,omitempty"`
	Column   int      `json:"column,omitempty"`
	Length   int      `json:"length,omitempty"`
}

func writeJSON(w io.Writer, ps []Problem) error {
	report := jsonReport{Version: 1, Errors: Errors(ps), Warnings: Warnings(ps), Files: countFiles(ps), Problems: []jsonProblem{}}
	for _, p := range ps {
		report.Problems = append(report.Problems, jsonProblem{
			Class: p.Class, Severity: p.Severity, Text: p.Text, Hint: p.Hint, Notes: p.Notes,
			File: p.Pos.File, Line: p.Pos.Line, Column: p.Pos.Col, Length: p.Pos.Len,
		})
	}
	return encode(w, report)
}

// encode writes v as JSON in which every invisible character is escaped: encoding/json lets some of those through that a
// terminal obeys.
func encode(w io.Writer, v any) error {
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	var safe strings.Builder
	for _, r := range text.String() {
		if r == '\n' || unicode.IsGraphic(r) {
			safe.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&safe, `\u%04x`, unit)
		}
	}
	_, err := io.WriteString(w, safe.String())
	return err
}
