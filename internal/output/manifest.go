package output

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// An entry is one file as we left it on the disk.
type entry struct {
	path    string
	sum     [32]byte
	size    int64
	changed int64 // its time of change, in nanoseconds since 1970
}

func entryOf(f File, changed time.Time) entry {
	return entry{path: f.Path, sum: f.Sum, size: int64(f.Size), changed: changed.UnixNano()}
}

// isLeft says whether a file is as we left it, by its size and time.
func (e *entry) isLeft(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && e.size == info.Size() && e.changed == info.ModTime().UnixNano()
}

// A manifest lists every file we wrote, sorted by path.
type manifest []entry

// The text form: a first line, a line for each file, and a last line with their number, so that a cut one shows.
//
//	amends manifest 1
//	<SHA-256 in hex> <size in bytes> <time of change in ns> <path>
//	end 1
const manifestHead = "amends manifest 1\n"

func (m manifest) text() []byte {
	text := make([]byte, 0, len(m)*160+64)
	text = append(text, manifestHead...)
	for _, e := range m {
		text = hex.AppendEncode(text, e.sum[:])
		text = append(text, ' ')
		text = strconv.AppendInt(text, e.size, 10)
		text = append(text, ' ')
		text = strconv.AppendInt(text, e.changed, 10)
		text = append(text, ' ')
		text = append(text, e.path...)
		text = append(text, '\n')
	}
	return fmt.Appendf(text, "end %d\n", len(m))
}

// parseManifest reads the text form. It takes all of it or nothing: a manifest that was cut, edited badly, or names a path
// that no tree can hold gives no leave to delete anything.
func parseManifest(text []byte) (manifest, error) {
	body, err := between(text, manifestHead)
	if err != nil {
		return nil, err
	}
	lines, count, err := splitEnd(body)
	if err != nil {
		return nil, err
	}
	m := make(manifest, 0, count)
	for line := range bytes.Lines(lines) {
		e, err := parseEntry(string(line[:len(line)-1]))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", len(m)+2, err)
		}
		if len(m) > 0 && m[len(m)-1].path >= e.path {
			return nil, fmt.Errorf("line %d: %q is out of order", len(m)+2, e.path)
		}
		m = append(m, e)
	}
	return m, nil
}

func parseEntry(line string) (e entry, err error) {
	sum, rest, _ := strings.Cut(line, " ")
	size, rest, _ := strings.Cut(rest, " ")
	changed, path, _ := strings.Cut(rest, " ")
	if err := CheckPath(path); err != nil {
		return e, err
	}
	e.path = path
	if e.sum, err = parseSum(sum); err != nil {
		return e, err
	}
	if e.size, err = strconv.ParseInt(size, 10, 64); err != nil {
		return e, err
	}
	e.changed, err = strconv.ParseInt(changed, 10, 64)
	return e, err
}

func parseSum(text string) (sum [32]byte, err error) {
	if len(text) != hex.EncodedLen(len(sum)) {
		return sum, fmt.Errorf("a sum of %d digits", len(text))
	}
	_, err = hex.Decode(sum[:], []byte(text))
	return sum, err
}

// between cuts off the first line.
func between(text []byte, head string) ([]byte, error) {
	body, ok := bytes.CutPrefix(text, []byte(head))
	if !ok {
		return nil, fmt.Errorf("it does not begin with %q", strings.TrimSpace(head))
	}
	return body, nil
}

// splitEnd cuts off the last line, "end N", and makes sure that N lines stand before it.
func splitEnd(body []byte) (lines []byte, count int, err error) {
	body, ok := bytes.CutSuffix(body, []byte("\n"))
	last := body[bytes.LastIndexByte(body, '\n')+1:]
	number, isEnd := bytes.CutPrefix(last, []byte("end "))
	if !ok || !isEnd {
		return nil, 0, errors.New("its end is missing")
	}
	lines = body[:len(body)-len(last)]
	count = bytes.Count(lines, []byte("\n"))
	if string(number) != strconv.Itoa(count) {
		return nil, 0, fmt.Errorf("it has %d lines and should have %s", count, number)
	}
	return lines, count, nil
}
