package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// most is the greatest number we write; ISO 32000-1, Annex C allows no more than 32,767 to be counted on.
const most = 32_767

// finite says whether a number can be written.
func finite(v float64) bool { return math.Abs(v) <= most } // false for NaN

// appendNumber writes a number, rounded to thousandths.
func appendNumber(b []byte, v float64) []byte { return appendThousandths(b, thousandths(v)) }

// appendPoint writes a place on a page, rounded to hundredths: 4 micrometres.
func appendPoint(b []byte, v float64) []byte { return appendThousandths(b, 10*hundredths(v)) }

func hundredths(v float64) int64 { return int64(math.Round(v * 100)) }

func thousandths(v float64) int64 { return int64(math.Round(v * 1000)) }

func appendThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	return b
}

func appendRef(b []byte, r ref) []byte { return append(strconv.AppendInt(b, int64(r), 10), " 0 R"...) }

// appendName writes a name; what is not a plain printing character becomes #xx (ISO 32000-1, 7.3.5).
func appendName(b []byte, name string) []byte {
	b = append(b, '/')
	for i := range len(name) {
		if c := name[i]; c > ' ' && c < 0x7f && !isDelimiter(c) && c != '#' {
			b = append(b, c)
		} else {
			b = append(b, '#', hex[c>>4], hex[c&15])
		}
	}
	return b
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

const hex = "0123456789ABCDEF"

// appendLiteral writes a string of any bytes. A bare CR would be read as LF, so it is escaped.
func appendLiteral(b []byte, s []byte) []byte {
	b = append(b, '(')
	for _, c := range s {
		b = appendLiteralByte(b, c)
	}
	return append(b, ')')
}

func appendLiteralByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// appendText writes a text string.
func appendText(b []byte, s string) []byte { return appendLiteral(b, textBytes(s)) }

// textBytes are the bytes of a text string: as it is where it is ASCII, else in UTF-16 with a byte order mark.
func textBytes(s string) []byte {
	if isASCII(s) {
		return []byte(s)
	}
	b := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return b
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' || s[i] > '~' {
			return false
		}
	}
	return true
}

// appendUTF16 writes hexadecimal digits. Bytes that are no UTF-8 become U+FFFD.
func appendUTF16(b []byte, s string) []byte {
	for _, r := range s {
		if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
			b = appendHex4(appendHex4(b, uint16(hi)), uint16(lo))
		} else {
			b = appendHex4(b, uint16(r))
		}
	}
	return b
}

func appendHex4(b []byte, v uint16) []byte {
	return append(b, hex[v>>12], hex[v>>8&15], hex[v>>4&15], hex[v&15])
}
