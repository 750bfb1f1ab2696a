package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// errProblems says that the content has problems, which have been told.
var errProblems = errors.New("the content has problems")

// A misuse is a command line that cannot be meant.
type misuse struct{ text, hint string }

func (m misuse) Error() string { return m.text }

// A Signal is the cause of a context that a signal ended.
type Signal struct{ os.Signal }

func (s Signal) Error() string { return s.String() }

const (
	exitProblems = 1
	exitUsage    = 2
	exitWorld    = 3
)

// exit tells an error and turns it into the exit code.
func (s *session) exit(ctx context.Context, err error) int {
	var m misuse
	var refusal *output.Refusal
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errProblems):
		return exitProblems
	case ctx.Err() != nil:
		s.complain("stopped", "")
		return signalled(context.Cause(ctx))
	case errors.As(err, &m):
		s.complain(m.text, m.hint)
		return exitUsage
	case errors.As(err, &refusal):
		s.complain(refusal.Error(), strings.Replace(refusal.Hint, "adopt it", "adopt it with --adopt", 1)) // output knows no flags
		return exitUsage
	case errors.Is(err, source.ErrNoSite):
		s.complain(source.ErrNoSite.Error(), "name its folder with --dir, or start a guide: amends new my-guide")
		return exitUsage
	}
	s.complain(err.Error(), "")
	return exitWorld
}

func (s *session) complain(text, hint string) {
	fmt.Fprintln(s.stderr, "amends: "+text)
	if hint != "" {
		fmt.Fprintln(s.stderr, "hint: "+hint)
	}
}

// signalled is the exit code a shell gives a program that a signal ended.
func signalled(cause error) int {
	var s Signal
	if errors.As(cause, &s) {
		if number, ok := s.Signal.(syscall.Signal); ok {
			return 128 + int(number)
		}
	}
	return 128 + int(syscall.SIGINT)
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return misuse{fmt.Sprintf("there is no command %q", name), suggestion(name, names, "amends help lists them")}
}

// misusedFlag tells a flag that is unknown or has no good value. A command that is unknown comes first: its flags are
// unknown only because it is.
func (s *session) misusedFlag(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() && len(s.args) > 0 && !strings.HasPrefix(s.args[0], "-") {
		return unknownCommand(cmd, s.args[0])
	}
	var stranger *pflag.NotExistError
	if !errors.As(err, &stranger) {
		return misuse{err.Error(), cmd.CommandPath() + " --help says more"}
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	name := "--" + stranger.GetSpecifiedName()
	return misuse{fmt.Sprintf("%s has no flag %s", cmd.CommandPath(), name), suggestion(name, names, cmd.CommandPath()+" --help lists them")}
}

// suggestion is a did-you-mean, or where to look instead.
func suggestion(name string, names []string, instead string) string {
	if near := report.Nearest(name, names); near != "" {
		return "did you mean " + near + "?"
	}
	return instead
}

// noArguments refuses words after a command that takes none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse{fmt.Sprintf("%s takes no argument, but got %q", cmd.CommandPath(), args[0]), cmd.CommandPath() + " --help says more"}
	}
	return nil
}
