package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/phrasing"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

func (s *session) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [problem]",
		Short: "say what a problem means and what to do about it; without a name, list them all",
		Args:  cobra.ArbitraryArgs,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return classNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listClasses(s.stdout)
			}
			return s.explain(args)
		},
	}
}

func (s *session) explain(names []string) error {
	for i, name := range names {
		if i > 0 {
			fmt.Fprintln(s.stdout)
		}
		err := report.Explain(s.stdout, name)
		if errors.Is(err, report.ErrNoClass) && explainRule(s.stdout, name) {
			continue
		}
		if errors.Is(err, report.ErrNoClass) {
			return misuse{err.Error(), "amends explain lists them all"}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// explainRule says what a phrase rule of the guide that comes with amends looks for, if there is one of that name.
func explainRule(w io.Writer, name string) (known bool) {
	const file = "content/en/" + phrasing.Name
	data, err := amends.BuiltIn.ReadFile(file)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	rules, _ := phrasing.Read(source.File{Path: file, Data: data}, nil)
	rule := rules.Named(name)
	if rule == nil {
		return false
	}
	fmt.Fprintf(w, "%s: a phrase rule\n\n%s\nbetter: %s\n", rule.ID, rule.Why, rule.Better)
	for _, part := range []struct {
		lead    string
		samples []string
	}{{"It catches:", rule.Catches}, {"It lets pass:", rule.Passes}} {
		fmt.Fprintf(w, "\n%s\n\n    %s\n", part.lead, strings.Join(part.samples, "\n    "))
	}
	fmt.Fprintf(w, "\nThe rule is in %s, and yours to change there.\n", file)
	return true
}

func classNames() (names []string) {
	for _, class := range report.Classes() {
		names = append(names, class.Name)
	}
	return names
}

func listClasses(w io.Writer) error {
	width := 0
	for _, name := range classNames() {
		width = max(width, utf8.RuneCountInString(name))
	}
	var list strings.Builder
	for _, class := range report.Classes() {
		fmt.Fprintf(&list, "%-*s  %s\n", width, class.Name, class.Title)
	}
	_, err := io.WriteString(w, list.String())
	return err
}
