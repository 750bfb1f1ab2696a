package render

import (
	"bytes"
	"strings"
)

// appendRelative copies a page and makes the addresses in it relative. Templates and texts write addresses from the site's
// root (href="/about/"); in a finished page they lead the right way from any folder on the web, and from a disk. base is the
// way from the page to the root: "../../". This is one pass over bytes because a raw double quote stands only in real
// attributes: html/template and our own writer both escape those in text.
func appendRelative(b, page []byte, base string) []byte {
	copied := 0
	for at := 0; ; at++ {
		i := bytes.IndexByte(page[at:], '/')
		if i < 0 {
			return append(b, page[copied:]...)
		}
		at += i
		tag, begins := bytes.CutSuffix(page[:at], []byte(`="`))
		if begins && isAddress(tag) && !bytes.HasPrefix(page[at+1:], []byte("/")) {
			b = append(append(b, page[copied:at]...), base...)
			copied = at + 1
		}
	}
}

// isAddress says whether a tag, cut before the = of an attribute, ends with the name of one that holds an address.
func isAddress(tag []byte) bool {
	for _, name := range []string{"href", "src", "action"} {
		if before, ok := bytes.CutSuffix(tag, []byte(name)); ok && len(before) > 0 {
			return strings.IndexByte(" \n\t", before[len(before)-1]) >= 0
		}
	}
	return false
}

// wayUp is the way from a page to the site's root. The page for addresses that do not exist is shown at any address, so
// only there is it the full path the site lives under.
func wayUp(path, root string) string {
	if strings.HasSuffix(path, "/404.html") {
		return root
	}
	if depth := strings.Count(path, "/") - 1; depth > 0 {
		return strings.Repeat("../", depth)
	}
	return "./"
}
