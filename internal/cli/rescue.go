package cli

import (
	"fmt"
	"runtime/debug"
	"slices"
)

// rescue turns a mistake of ours into a line that can be reported. Whoever asks for more with --verbose sees where it was.
func (s *session) rescue(code *int) {
	mistake := recover()
	if mistake == nil {
		return
	}
	*code = exitWorld
	info, _ := debug.ReadBuildInfo()
	s.complain(fmt.Sprintf("this is a mistake in amends, not yours: %v", mistake), "please report it, with the file you changed last, and: "+version(info))
	if slices.Contains(s.args, "--verbose") || slices.Contains(s.args, "-v") {
		s.stderr.Write(debug.Stack())
	}
}
