package check

import (
	"bytes"
	"hash/maphash"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

func maphashOf(c *Crawler, b []byte) uint64 { return maphash.Bytes(c.seed, b) }

// external tells whether an address leaves the site: it has a scheme or a host of its own.
func external(dest string) bool {
	dest = strings.TrimSpace(dest)
	if strings.HasPrefix(dest, "//") || strings.HasPrefix(dest, `\\`) {
		return true
	}
	colon := strings.IndexByte(dest, ':')
	return colon > 0 && !strings.ContainsAny(dest[:colon], "/?#")
}

// resolve turns an address written on the page at an output path into a link.
func (c *Crawler) resolve(from, dest, base string) link {
	to, fragment, _ := target(from, dest, base)
	l := link{address: c.hash(to)}
	if fragment != "" && !strings.Contains(fragment, "=") { // or else it is for a script, and no id
		l.fragment = c.hash(fragment)
	}
	return l
}

// near is resolve for the addresses that we write ourselves, which are most: it takes up no memory.
func (c *Crawler) near(from string, dest []byte) (l link, ok bool) {
	for _, c := range dest {
		if other[c] {
			return link{}, false
		}
	}
	if len(dest) == 0 || bytes.HasSuffix(dest, []byte("index.html")) {
		return link{}, false
	}
	folder, rest, ok := climb(from, dest)
	var h maphash.Hash
	h.SetSeed(c.seed)
	h.WriteString(folder)
	h.Write(rest)
	return link{address: h.Sum64()}, ok
}

// other are the bytes that make an address more than a path.
var other = [256]bool{':': true, '#': true, '?': true, '%': true, '\\': true}

// target is the address, from the site's root and without a leading slash, and the fragment that dest leads to. An address
// that climbs out of the site or cannot be read leads to no file; ok is false.
func target(from, dest, base string) (to, fragment string, ok bool) {
	dest, fragment, _ = strings.Cut(dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	inside, absolute := strings.CutPrefix(dest, base) // both escaped
	if absolute = absolute && strings.HasPrefix(dest, "/"); absolute {
		dest = inside
	}
	if strings.Contains(dest, "%") {
		plain, err := url.PathUnescape(dest)
		if err != nil {
			return dest, fragment, false
		}
		dest = plain
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if absolute {
		return address(dest), fragment, true
	}
	if dest == "" {
		return address(from), fragment, true
	}
	if folder, rest, ok := climb(from, []byte(dest)); ok {
		return address(folder + string(rest)), fragment, true
	}
	joined := path.Join(path.Dir(from), dest)
	if joined == ".." || strings.HasPrefix(joined, "../") || strings.HasPrefix(joined, "/") {
		return dest, fragment, false
	}
	if joined == "." {
		return "", fragment, true
	}
	if strings.HasSuffix(dest, "/") || strings.HasSuffix(dest, "/.") || strings.HasSuffix(dest, "..") || dest == "." {
		joined += "/"
	}
	return address(joined), fragment, true
}

// climb resolves the addresses that we write ourselves, which go up first and then only down, without taking them apart: they lead
// from a folder down the rest.
func climb(from string, dest []byte) (folder string, rest []byte, ok bool) {
	folder, rest = from[:strings.LastIndexByte(from, '/')+1], dest
	for {
		below, up := bytes.CutPrefix(rest, []byte("../"))
		if !up {
			break
		}
		if folder == "" {
			return "", nil, false
		}
		folder, rest = folder[:strings.LastIndexByte(folder[:len(folder)-1], '/')+1], below
	}
	last := byte('/')
	for _, c := range rest {
		if last == '/' && (c == '/' || c == '.') {
			return "", nil, false
		}
		last = c
	}
	return folder, rest, true
}

// brokenLinks goes through a page again, slowly, to say which of its links lead nowhere and where they stand.
func (c *Crawler) brokenLinks(f output.File, base string, places map[uint64]*reading) []report.Problem {
	var problems []report.Problem
	z := html.NewTokenizer(bytes.NewReader(f.Data()))
	for offset := 0; z.Next() != html.ErrorToken; {
		start := offset
		offset += len(z.Raw())
		for _, a := range z.Token().Attr {
			if a.Key != "href" && a.Key != "src" && a.Key != "action" && a.Key != "content" && a.Key != "srcset" {
				continue
			}
			for _, dest := range destinations(a) {
				if p, broken := c.broken(f, start, dest, base, places); broken {
					problems = append(problems, p)
				}
			}
		}
	}
	return problems
}

// destinations are the inner addresses an attribute names.
func destinations(a html.Attribute) []string {
	dest := a.Val
	switch a.Key {
	case "content":
		_, to, refresh := strings.Cut(dest, "url=")
		if !refresh {
			return nil
		}
		dest = to
	case "srcset":
		var all []string
		for candidate := range strings.SplitSeq(dest, ",") {
			all = append(all, strings.Fields(candidate + " .")[0])
		}
		return all
	}
	if external(dest) {
		return nil
	}
	return []string{dest}
}

func (c *Crawler) broken(f output.File, offset int, dest, base string, places map[uint64]*reading) (report.Problem, bool) {
	to, fragment, _ := target(f.Path, dest, base)
	there, ok := places[c.hash(to)]
	if !ok {
		return at(f, offset, "page-broken-link", "%q leads to /%s, which is not in the site", dest, to), true
	}
	if fragment == "" || there.hasID(c.hash(fragment)) {
		return report.Problem{}, false
	}
	return at(f, offset, "page-broken-fragment", "%q: /%s has nothing with the id %q", dest, to, fragment), true
}
