package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends/internal/build"
)

func (s *session) checkCommand() *cobra.Command {
	var f siteFlags
	var coverage bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "tell every problem of the guide, and write nothing",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return s.check(cmd.Context(), &f, coverage) },
	}
	f.register(cmd)
	cmd.Flags().BoolVar(&coverage, "report", false, "tell what the guide holds and lacks, too, as text or json")
	return cmd
}

func (s *session) check(ctx context.Context, f *siteFlags, coverage bool) error {
	b, err := published(f, false)
	if err != nil {
		return err
	}
	defer b.Close()
	r, err := b.Build(ctx)
	if err != nil {
		return err
	}
	if coverage {
		return s.tellCoverage(f, r)
	}
	if err := s.tell(f, r); err != nil || f.silent() {
		return err
	}
	fmt.Fprintf(s.stdout, "checked %s: nothing stands in the way\n", inventory(r.Guide))
	return s.tellLeftOut(r, f.verbose)
}

// published opens the guide of those flags, to be made as it is published.
func published(f *siteFlags, thrifty bool) (*build.Builder, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	options := f.options()
	options.Thrifty = thrifty
	options.Minify = true // what is published is small; what is previewed reads as it is written
	return build.New(options)
}
