package subset

import (
	"errors"
	"fmt"
)

// Operators of Type 2 charstrings (Adobe Technical Note 5177).
const (
	csHStem     = 1
	csVStem     = 3
	csCallSubr  = 10
	csReturn    = 11
	csEscape    = 12
	csEndChar   = 14
	csHStemHM   = 18
	csHintMask  = 19
	csCntrMask  = 20
	csVStemHM   = 23
	csShortInt  = 28
	csCallGSubr = 29
	csFixed     = 255
)

// Bounds of charstrings: those of the note, and one on work, as empty subroutines that call each other cost time but no room.
const (
	csDeepest = 10
	csLargest = 65535
	csStack   = 48
	csSteps   = 200_000
)

// flatten returns a glyph's charstring with the body of each subroutine in place of its call, so that it stands alone. What was
// once flattened is kept.
func (c *cff) flatten(g uint16) ([]byte, error) {
	if g == Blank {
		return c.blank()
	}
	if done := c.flat[g].Load(); done != nil {
		return *done, nil
	}
	dict, err := c.dict(g)
	if err != nil {
		return nil, err
	}
	f := flattener{globals: c.globals, locals: dict.subrs}
	if err := f.run(c.glyphs[g], 0); err != nil {
		return nil, fmt.Errorf("glyph %d %w", g, err)
	}
	if !f.ended {
		f.out = append(f.out, csEndChar)
	}
	c.flat[g].Store(&f.out)
	return f.out, nil
}

// blank is the charstring of a glyph without shape, whose width is 0 in the dictionary of glyph 0.
func (c *cff) blank() ([]byte, error) {
	dict, err := c.dict(0)
	width := -dict.nominal
	return []byte{csShortInt, byte(width >> 8), byte(width), csEndChar}, err
}

func (c *cff) dict(g uint16) (fontDict, error) {
	if i := c.dictOf(g); i < len(c.dicts) {
		return c.dicts[i], nil
	}
	return fontDict{}, fmt.Errorf("glyph %d: %w", g, errCFF)
}

// A flattener copies a charstring and the subroutines it calls. It follows the stack only as far as it must: where each number
// begins in what is written, because a call takes back the last of them; and how many there are, because masks have a bit for
// each hint.
type flattener struct {
	globals, locals [][]byte
	out             []byte
	stack           []int // where the numbers begin in out
	hints           int
	steps           int
	ended           bool
}

func (f *flattener) run(b []byte, depth int) error {
	if depth > csDeepest {
		return errors.New("calls subroutines within subroutines without end")
	}
	for len(b) > 0 && !f.ended {
		if f.steps++; f.steps > csSteps || len(f.out) > csLargest || len(f.stack) > csStack {
			return errors.New("is too large")
		}
		if size := numberSize(b[0]); size > 0 {
			if size > len(b) {
				return errors.New("is cut short")
			}
			f.stack = append(f.stack, len(f.out))
			f.out = append(f.out, b[:size]...)
			b = b[size:]
			continue
		}
		switch b[0] {
		case csReturn:
			return nil
		case csCallSubr, csCallGSubr:
			body, err := f.callee(b[0])
			if err == nil {
				err = f.run(body, depth+1)
			}
			if err != nil {
				return err
			}
			b = b[1:]
		default:
			size, hint, err := f.operator(b)
			if err != nil {
				return err
			}
			if hint {
				f.dropHints()
			} else {
				f.out = append(f.out, b[:size]...)
				f.stack = f.stack[:0]
			}
			b = b[size:]
		}
	}
	return nil
}

// numberSize is the size of the number that begins with c; 0: it is an operator.
func numberSize(c byte) int {
	switch {
	case c == csShortInt:
		return 3
	case c == csFixed:
		return 5
	case c >= 32 && c <= 246:
		return 1
	case c >= 247:
		return 2
	}
	return 0
}

// callee takes the number of a subroutine back and returns the subroutine.
func (f *flattener) callee(op byte) ([]byte, error) {
	subrs := f.locals
	if op == csCallGSubr {
		subrs = f.globals
	}
	if len(f.stack) == 0 {
		return nil, errors.New("calls no subroutine")
	}
	last := f.stack[len(f.stack)-1]
	if f.out[last] == csFixed {
		return nil, errors.New("calls a subroutine by a broken number")
	}
	n := integer(f.out[last:]) + bias(len(subrs))
	if n < 0 || n >= len(subrs) {
		return nil, errors.New("calls a subroutine that there is not")
	}
	f.out, f.stack = f.out[:last], f.stack[:len(f.stack)-1]
	return subrs[n], nil
}

// bias is what is added to the numbers of subroutines, so that the first ones have short numbers.
func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

// dropHints takes back the numbers of a hint, all but the glyph's width, which stands before those of its first operator.
func (f *flattener) dropHints() {
	if width := len(f.stack) % 2; len(f.stack) > width {
		f.out, f.stack = f.out[:f.stack[width]], f.stack[:width]
	}
}

// operator follows an operator other than calls, and says how many bytes it has and whether it is one of hinting.
func (f *flattener) operator(b []byte) (size int, hint bool, err error) {
	size = 1
	switch b[0] {
	case csHStem, csVStem, csHStemHM, csVStemHM:
		f.hints += len(f.stack) / 2
		hint = true
	case csHintMask, csCntrMask:
		f.hints += len(f.stack) / 2 // numbers before a mask are vertical hints
		size, hint = 1+(f.hints+7)/8, true
	case csEscape:
		const firstFlex, lastFlex = 34, 37
		if len(b) < 2 || b[1] < firstFlex || b[1] > lastFlex {
			return 0, false, errors.New("computes its numbers, which fonts of today do not")
		}
		size = 2
	case csEndChar:
		if len(f.stack) >= 4 {
			return 0, false, errors.New("is put together of two others in a way that OpenType gave up (seac)")
		}
		f.ended = true
	}
	if size > len(b) {
		return 0, false, errors.New("is cut short")
	}
	return size, hint, nil
}
