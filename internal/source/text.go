package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/amends-guide/amends/internal/report"
)

const saveAsUTF8 = "save the file as UTF-8 in your editor"

var (
	bom   = []byte("\ufeff")
	bomLE = []byte{0xff, 0xfe}
	bomBE = []byte{0xfe, 0xff}
)

// cleanText returns raw as valid UTF-8 with LF line ends and without a byte order mark. What was wrong is a problem, and is
// mended as well as may be, so that all else in the file can be reported in the same run.
func cleanText(path string, raw []byte) ([]byte, []report.Problem) {
	var problems []report.Problem
	if order := utf16Order(raw); order != nil {
		problems = append(problems, report.New("utf16", report.Pos{File: path}, "the file is saved as UTF-16").Hinted(saveAsUTF8))
		raw = fromUTF16(raw, order)
	}
	data := levelLineEnds(bytes.TrimPrefix(raw, bom))
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return data, problems
	}
	data, problem := replaceBadBytes(path, data)
	return data, append(problems, problem)
}

// utf16Order tells UTF-16 by its byte order mark or by a first character that is plain ASCII; nil means it is not UTF-16.
func utf16Order(raw []byte) binary.ByteOrder {
	switch {
	case len(raw) < 2 || len(raw)%2 != 0:
		return nil
	case bytes.HasPrefix(raw, bomLE), raw[0] != 0 && raw[0] < utf8.RuneSelf && raw[1] == 0:
		return binary.LittleEndian
	case bytes.HasPrefix(raw, bomBE), raw[0] == 0 && raw[1] != 0 && raw[1] < utf8.RuneSelf:
		return binary.BigEndian
	}
	return nil
}

func fromUTF16(raw []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// levelLineEnds turns CR LF and lone CR into LF, each one line end for one, so line numbers stay those of the file.
func levelLineEnds(data []byte) []byte {
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// replaceBadBytes puts U+FFFD for each NUL and each byte that is not UTF-8, so columns stay true; the first is the problem.
func replaceBadBytes(path string, data []byte) ([]byte, report.Problem) {
	mended := make([]byte, 0, len(data)+len(data)/8)
	var first report.Problem
	count := 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			if count++; count == 1 {
				first = badByte(place(path, data, i), data[i])
			}
			r = utf8.RuneError
		}
		mended = utf8.AppendRune(mended, r)
		i += size
	}
	if count > 1 {
		first = first.Noted(fmt.Sprintf("the first of %d such bytes in this file", count))
	}
	return mended, first
}

func badByte(pos report.Pos, b byte) report.Problem {
	if b == 0 {
		return report.New("nul-byte", pos, "a NUL character, which no text holds").Hinted("delete it, or " + saveAsUTF8)
	}
	return report.New("not-utf8", pos, "byte 0x%02x is not UTF-8 text", b).Hinted(saveAsUTF8)
}

// place is the position of a byte; a byte that is not UTF-8 counts as one character.
func place(path string, data []byte, at int) report.Pos {
	before := data[:at]
	lineStart := bytes.LastIndexByte(before, '\n') + 1
	return report.Pos{
		File: path,
		Line: bytes.Count(before, []byte("\n")) + 1,
		Col:  utf8.RuneCount(before[lineStart:]) + 1,
		Len:  1,
	}
}
