package output

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// A step is one rename of a Write's last part: a staged file to its place, or a stale file out of the way.
type step struct {
	number int
	path   string
	isDrop bool
	sum    [32]byte // of what is dropped
	item   *item    // nil when the step was read from a journal
}

func (s step) staged() string { return stagedName(s.number) }
func (s step) backup() string { return stageName + "/old/" + strconv.Itoa(s.number) }

// isStaged says whether the file was staged when it was made.
func (s step) isStaged() bool {
	return !s.isDrop && s.item.want.spot != nil && s.item.want.spot.number > 0
}

func stagedName(number int) string { return stageName + "/new/" + strconv.Itoa(number) }

const (
	journalName = stageName + "/journal"
	journalHead = "amends journal 1\n"
)

// journalText is what a later process needs to finish the steps:
//
//	amends journal 1
//	put <number> <path>
//	drop <number> <SHA-256 in hex> <path>
//	end 2
func journalText(steps []step) []byte {
	text := []byte(journalHead)
	for _, s := range steps {
		if s.isDrop {
			text = fmt.Appendf(text, "drop %d %x %s\n", s.number, s.sum, s.path)
		} else {
			text = fmt.Appendf(text, "put %d %s\n", s.number, s.path)
		}
	}
	return fmt.Appendf(text, "end %d\n", len(steps))
}

// parseJournal takes a whole journal or nothing: one that was cut off was never acted upon.
func parseJournal(text []byte) (steps []step, err error) {
	body, err := between(text, journalHead)
	if err != nil {
		return nil, err
	}
	lines, _, err := splitEnd(body)
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(lines) {
		s, err := parseStep(string(line[:len(line)-1]))
		if err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

func parseStep(line string) (s step, err error) {
	kind, rest, _ := strings.Cut(line, " ")
	number, rest, _ := strings.Cut(rest, " ")
	if s.number, err = strconv.Atoi(number); err != nil {
		return s, err
	}
	switch kind {
	case "put":
		s.path = rest
	case "drop":
		s.isDrop = true
		var sum string
		sum, s.path, _ = strings.Cut(rest, " ")
		if s.sum, err = parseSum(sum); err != nil {
			return s, err
		}
	default:
		return s, fmt.Errorf("%q is no step", kind)
	}
	return s, CheckPath(s.path)
}
