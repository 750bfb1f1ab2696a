// Package cli is the command line. It reads arguments, says each command as a sentence made of the floors below, and tells
// what came of it.
//
// It is the only room that prints and the only one that knows the clock. Problems go to stderr as text, or to stdout in a
// format for programs; what was made goes to stdout; a mistake on the command line and a failure of the world go to stderr,
// in one line and a hint. Voice: lower case, no full stop, what to do. No error reaches the user as a stack trace.
package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"
)

// A session is one run of the program.
type session struct {
	args           []string
	stdout, stderr io.Writer
}

// Run runs one command and returns the exit code: 0 fine, 1 problems in the content, 2 a command line that cannot be meant or
// an output folder we refuse, 3 the world (disk, permission), and 128 plus its number after a signal (see [Signal]).
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	s := &session{args: args, stdout: stdout, stderr: stderr}
	defer s.rescue(&code)
	defer s.mindMemory()()
	root := s.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return s.exit(ctx, root.ExecuteContext(ctx))
}

func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "amends",
		Short: "amends makes a guide to repairing relationships from essays and phrase cards",
		Long: `amends makes a website, and pages to print, from essays and phrase cards about repairing relationships.

Start with: amends new my-guide`,
		Args:          cobra.ArbitraryArgs, // so that RunE may say what an unknown command was meant to be
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(s.misusedFlag)
	root.AddCommand(s.serveCommand(), s.buildCommand(), s.checkCommand(), s.newCommand(), s.printCommand(), s.explainCommand(), s.versionCommand())
	inOurVoice(root)
	return root
}

// inOurVoice names the two commands that cobra adds as we name ours.
func inOurVoice(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Short = "say how a command is used"
		case "completion":
			c.Short = "print a script that lets your shell complete commands"
		}
	}
}
