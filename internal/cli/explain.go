package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends/internal/report"
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
		if errors.Is(err, report.ErrNoClass) {
			return misuse{err.Error(), "amends explain lists them all"}
		}
		if err != nil {
			return err
		}
	}
	return nil
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
