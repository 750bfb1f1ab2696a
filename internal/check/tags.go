package check

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
)

// A scanner goes through the start tags of one page, in place. The library's tokenizer, which a test holds it to, does the same
// but copies every byte of the page twice; all pages of a large guide are read on every build.
type scanner struct {
	data  []byte
	at    int         // where to go on
	start int         // offset of the tag found last
	name  []byte      // its name, in lower case
	attrs []attribute // its attributes, the first of each name being the one that counts
	small []byte      // names of the tag that had to be put in lower case
}

// An attribute has its name in lower case. Its value stands as it is written, with its quotation marks.
type attribute struct{ name, written []byte }

// value is what the attribute says.
func (a attribute) value() []byte {
	raw := a.written
	if len(raw) > 0 && (raw[0] == '"' || raw[0] == '\'') {
		raw = raw[1 : len(raw)-1]
	}
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	return unescaped(a.written)
}

// Classes of bytes that end a name or a value, or stand between them; and large letters.
const (
	space = 1 << iota
	slash
	equals
	end
	large
)

var classOf = func() [256]uint8 {
	of := [256]uint8{' ': space, '\n': space, '\r': space, '\t': space, '\f': space, '/': slash, '=': equals, '>': end}
	for c := 'A'; c <= 'Z'; c++ {
		of[c] = large
	}
	return of
}()

// next finds the next start tag.
func (s *scanner) next() bool {
	if isRaw(s.name) {
		s.skipRaw()
	}
	for {
		i := bytes.IndexByte(s.data[s.at:], '<')
		if i < 0 || s.at+i+1 >= len(s.data) {
			return false
		}
		s.start = s.at + i
		s.at = s.start + 1
		switch c := s.data[s.at]; {
		case isLetter(c):
			return s.tag()
		case c == '!' && bytes.HasPrefix(s.data[s.at:], []byte("!--")):
			s.skipComment()
		case c == '/' && s.at+1 < len(s.data) && isLetter(s.data[s.at+1]):
			s.at++
			if !s.tag() {
				return false
			}
			s.name = s.name[:0]
		case c == '/' || c == '!' || c == '?':
			s.skipTo(">")
		}
	}
}

// tag reads a name and its attributes; a tag that is cut off is none.
func (s *scanner) tag() bool {
	s.small, s.attrs = s.small[:0], s.attrs[:0]
	from := s.at
	s.name = s.lower(from, s.until(space|slash|end))
	for {
		s.skip(space | slash)
		if s.at >= len(s.data) {
			return false
		}
		if s.data[s.at] == '>' {
			s.at++
			return true
		}
		s.attribute()
	}
}

func (s *scanner) attribute() {
	from := s.at
	if s.data[s.at] == '=' { // a name may begin with one
		s.at++
	}
	a := attribute{name: s.lower(from, s.until(space|slash|equals|end))}
	s.skip(space)
	if s.at < len(s.data) && s.data[s.at] == '=' {
		s.at++
		s.skip(space)
		a.written = s.value()
	}
	for _, known := range s.attrs {
		if bytes.Equal(known.name, a.name) {
			return
		}
	}
	s.attrs = append(s.attrs, a)
}

// value goes behind a value, and gives it as it is written.
func (s *scanner) value() []byte {
	if s.at >= len(s.data) {
		return nil
	}
	from := s.at
	quote := s.data[s.at]
	if quote != '"' && quote != '\'' {
		s.until(space | end)
		return s.data[from:s.at]
	}
	length := bytes.IndexByte(s.data[s.at+1:], quote)
	if length < 0 {
		s.at = len(s.data)
		return nil
	}
	s.at += length + 2
	return s.data[from:s.at]
}

// unescaped leaves a value with character references, as it is written, to the library, which knows the rules for those that
// lack their semicolon.
func unescaped(written []byte) []byte {
	z := html.NewTokenizer(bytes.NewReader(slices.Concat([]byte("<a x="), written, []byte(" >"))))
	z.Next()
	z.TagName()
	_, value, _ := z.TagAttr()
	return value
}

// skipComment goes behind a comment, by the rules for those that are cut short as well.
func (s *scanner) skipComment() {
	s.at += len("!--")
	rest := s.data[s.at:]
	for _, abrupt := range []string{">", "->"} {
		if bytes.HasPrefix(rest, []byte(abrupt)) {
			s.at += len(abrupt)
			return
		}
	}
	for i := 0; ; i++ {
		dash := bytes.Index(rest[i:], []byte("--"))
		if dash < 0 {
			s.at = len(s.data)
			return
		}
		i += dash
		for _, end := range []string{"-->", "--!>"} {
			if bytes.HasPrefix(rest[i:], []byte(end)) {
				s.at += i + len(end)
				return
			}
		}
	}
}

// isRaw tells whether what follows a tag is text up to its end tag, whatever it looks like.
func isRaw(name []byte) bool {
	switch string(name) {
	case "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// skipRaw goes to the end tag of the element that began last.
func (s *scanner) skipRaw() {
	for {
		i := bytes.Index(s.data[s.at:], []byte("</"))
		if i < 0 {
			s.at = len(s.data)
			return
		}
		s.at += i + 2
		rest := s.data[s.at:]
		if len(rest) > len(s.name) && bytes.EqualFold(rest[:len(s.name)], s.name) && bytes.IndexByte([]byte(" \n\r\t\f/>"), rest[len(s.name)]) >= 0 {
			s.at -= 2
			return
		}
	}
}

func (s *scanner) skipTo(end string) {
	if i := bytes.Index(s.data[s.at:], []byte(end)); i >= 0 {
		s.at += i + len(end)
	} else {
		s.at = len(s.data)
	}
}

func (s *scanner) skip(these uint8) {
	for s.at < len(s.data) && classOf[s.data[s.at]]&these != 0 {
		s.at++
	}
}

// until goes to the next of these, and tells the classes of what it came by.
func (s *scanner) until(these uint8) (passed uint8) {
	for s.at < len(s.data) {
		class := classOf[s.data[s.at]]
		if class&these != 0 {
			break
		}
		passed |= class
		s.at++
	}
	return passed
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// lower is what lies between from and here, which has these classes, with its ASCII letters in lower case.
func (s *scanner) lower(from int, has uint8) []byte {
	text := s.data[from:s.at]
	if has&large == 0 {
		return text
	}
	known := len(s.small)
	for _, c := range text {
		if classOf[c] == large {
			c += 'a' - 'A'
		}
		s.small = append(s.small, c)
	}
	return s.small[known:]
}
