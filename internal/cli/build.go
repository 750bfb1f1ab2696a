package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

func (s *session) buildCommand() *cobra.Command {
	var f siteFlags
	var out string
	var adopt bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "make the website in the folder public",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				out = filepath.Join(f.dir, "public")
			}
			return s.build(cmd.Context(), &f, out, adopt)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&out, "out", "", "`folder` to write to; without it, public in the guide's folder")
	cmd.Flags().BoolVar(&adopt, "adopt", false, "write into a folder that holds other files too; they stay as they are")
	cmd.MarkFlagDirname("out")
	return cmd
}

func (s *session) build(ctx context.Context, f *siteFlags, out string, adopt bool) error {
	b, err := published(f, true)
	if err != nil {
		return err
	}
	defer b.Close()
	p, err := b.Plan(ctx)
	if err != nil {
		return err
	}
	var stage *output.Stage
	if report.Errors(p.Problems) == 0 {
		if stage, err = output.Begin(ctx, out, f.around(adopt)); err != nil {
			return err
		}
		defer stage.Abort()
	}
	r, err := b.Finish(ctx, p, stage)
	if err != nil {
		return err
	}
	if err := s.tell(f, r); err != nil {
		if errors.Is(err, errProblems) {
			s.complain(out+" is as it was: nothing was written", "")
		}
		return err
	}
	written, err := stage.Commit(ctx, r.Tree)
	s.warn(written)
	if err != nil || f.silent() {
		return err
	}
	return s.tellBuilt(f, r, out, written)
}

// warn says what somebody should know of what was written.
func (s *session) warn(written output.Result) {
	for _, warning := range written.Warnings {
		s.complain(warning, "")
	}
}

// around says what the output must not be, hold or lie in.
func (f *siteFlags) around(adopt bool) output.Options {
	var inputs []string
	for _, name := range []string{"content", "templates", "theme"} {
		inputs = append(inputs, filepath.Join(f.dir, name))
	}
	return output.Options{Inputs: inputs, Around: []string{f.dir}, Adopt: adopt}
}

// tellBuilt says what was made, what was left out and why, what changed, and what to do next.
func (s *session) tellBuilt(f *siteFlags, r *build.Result, out string, written output.Result) error {
	fmt.Fprintf(s.stdout, "built %s\n", inventory(r.Guide))
	fmt.Fprintf(s.stdout, "%s, %s, %s in %s\n", counted(r.Pages, "page"), counted(r.Tree.Len(), "file"), size(r.Tree.Bytes()), r.Took.Round(time.Millisecond))
	if err := s.tellLeftOut(r, f.verbose); err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s: %s\n", out, changed(written.Changes))
	for _, path := range written.Kept {
		fmt.Fprintf(s.stdout, "kept %s: it is not as we wrote it, so it is yours now\n", filepath.Join(out, path))
	}
	if f.verbose {
		s.tellChanges(written.Changes)
	}
	_, err := fmt.Fprintf(s.stdout, "next: open %s\n", filepath.Join(out, "index.html"))
	return err
}

func (s *session) tellChanges(changes output.Changes) {
	for _, list := range []struct {
		sign  string
		paths []string
	}{{"+", changes.Added}, {"~", changes.Changed}, {"-", changes.Removed}} {
		for _, path := range list.paths {
			fmt.Fprintf(s.stdout, "  %s %s\n", list.sign, path)
		}
	}
}
