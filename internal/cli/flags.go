package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// siteFlags are the flags of every command that reads a whole site.
type siteFlags struct {
	dir, baseURL, format           string
	drafts, quiet, verbose, strict bool
}

func (f *siteFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.dir, "dir", ".", "`folder` of the guide, where config.toml lies")
	flags.StringVar(&f.baseURL, "base-url", "", "`address` where the guide will live, in place of base_url in config.toml")
	flags.StringVar(&f.format, "format", string(report.Text), "`format` of problems: "+formats())
	flags.BoolVar(&f.drafts, "drafts", false, "take in drafts and what is in review")
	flags.BoolVar(&f.strict, "strict", false, "take warnings for errors")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "tell problems only")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "tell every file that changed")
	cmd.MarkFlagDirname("dir")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
}

// check refuses values that a flag cannot have, and brings the others into the form the floors below want.
func (f *siteFlags) check() error {
	if f.quiet && f.verbose {
		return misuse{"--quiet and --verbose cannot both be meant", "leave one of them out"}
	}
	if !strings.Contains("|"+strings.Join(formatNames(), "|")+"|", "|"+f.format+"|") {
		return misuse{fmt.Sprintf("--format cannot be %q", f.format), suggestion(f.format, formatNames(), "choose one") + " (formats are " + formats() + ")"}
	}
	if f.baseURL == "" {
		return isFolder(f.dir)
	}
	whole, err := config.BaseURL(f.baseURL)
	if err != nil {
		return misuse{fmt.Sprintf("--base-url cannot be %q", f.baseURL), err.Error()}
	}
	f.baseURL = whole
	return isFolder(f.dir)
}

// isFolder refuses a --dir that leads nowhere.
func isFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return misuse{fmt.Sprintf("there is no folder %q", dir), "name the guide's folder with --dir"}
	case err == nil && !info.IsDir():
		return misuse{fmt.Sprintf("%q is a file, not a folder", dir), "name the guide's folder with --dir"}
	}
	return err
}

func formatNames() (names []string) {
	for _, format := range report.Formats {
		names = append(names, string(format))
	}
	return names
}

func formats() string {
	names := formatNames()
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func (f *siteFlags) options() build.Options {
	return build.Options{Dir: f.dir, BuiltIn: amends.BuiltIn, BaseURL: f.baseURL, Drafts: f.drafts, Today: today()}
}

// today is the day it is, or the one that SOURCE_DATE_EPOCH says, so that a build may be repeated in later years:
// helplines are as old as the day says. No byte of the output depends on it.
func today() facts.Date {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return facts.DateOf(time.Unix(seconds, 0).UTC())
	}
	return facts.DateOf(time.Now())
}
