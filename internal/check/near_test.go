package check

import "testing"

// FuzzNear holds the short way of resolving an address to the long one.
func FuzzNear(f *testing.F) {
	for _, dest := range []string{"", ".", "..", "../", "../b/", "../../b", "b/../c", "./b", "b//c", "/guide/b/", "index.html", "../index.html", "a?x", "a#b", "%62/", " b", "b.html"} {
		f.Add("a/x/index.html", dest)
	}
	c := NewCrawler()
	f.Fuzz(func(t *testing.T, from, dest string) {
		got, ok := c.near(from, []byte(dest))
		if want := c.resolve(from, dest, "/guide/"); ok && got != want {
			t.Errorf("%q on %q: %v, not %v", dest, from, got, want)
		}
	})
}
