package feed

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/site"
)

const base = "https://example.org/guide/"

func newSite(pages ...*site.Page) *site.Site {
	return &site.Site{Pages: pages, Base: "/guide/", Config: &config.Config{
		Title: "Less & more <1>", BaseURL: base, Language: "en",
		Languages: []config.Language{{Tag: "en"}, {Tag: "pt-BR"}},
	}}
}

// entry is an indexable page of an entry, changed on that day of 2026-11.
func entry(path, lang string, day int) *site.Page {
	return &site.Page{Path: path, Lang: lang, Title: "Title of " + path, Description: "About.", Indexable: true,
		Entry: &guide.Entry{}, Updated: facts.Date{Year: 2026, Month: 11, Day: day}}
}

// translated tells two pages of one another; the first is in the default language.
func translated(a, b *site.Page) {
	both := []site.Alternate{
		{Lang: a.Lang, Path: a.Path, Address: base + a.Path[1:], Default: true, Whole: true},
		{Lang: b.Lang, Path: b.Path, Address: base + b.Path[1:], Whole: true},
	}
	a.Alternates, b.Alternates = both, both
}

type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Lang string `xml:"hreflang,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"url"`
}

type atomFeed struct {
	XMLName xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string     `xml:"lang,attr"`
	Title   string     `xml:"title"`
	ID      string     `xml:"id"`
	Updated string     `xml:"updated"`
	Author  string     `xml:"author>name"`
	Links   []atomLink `xml:"link"`
	Entries []struct {
		Title   string   `xml:"title"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Summary string   `xml:"summary"`
		Link    atomLink `xml:"link"`
	} `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

func find(t *testing.T, files []output.File, path string) string {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return string(f.Data())
		}
	}
	t.Fatalf("no %s", path)
	return ""
}

func parse(t *testing.T, text string, into any) {
	t.Helper()
	if err := xml.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

func TestWithoutAddress(t *testing.T) {
	s := newSite(entry("/about/", "en", 1))
	s.Config.BaseURL = ""
	files := Files(s)
	if len(files) != 2 || files[0].Path != "robots.txt" || strings.Contains(string(files[0].Data()), "Sitemap") || files[1].Path != "_headers" {
		t.Errorf("made %v", files)
	}
}

// Every address a rule is for begins at the site's own folder, and a page can be in no frame.
func TestHeaders(t *testing.T) {
	got := find(t, Files(newSite()), "_headers")
	for _, want := range []string{"/guide/*\n", "  Content-Security-Policy: " + output.Policy + "; frame-ancestors 'none'\n", "\n/guide/assets/*\n  Cache-Control: public,"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestRobots(t *testing.T) {
	got := find(t, Files(newSite()), "robots.txt")
	if want := "User-agent: *\nAllow: /\nSitemap: " + base + "sitemap.xml\n"; got != want {
		t.Errorf("%q", got)
	}
}

func TestSitemap(t *testing.T) {
	one, eins := entry("/one/", "en", 3), entry("/pt-br/one/", "pt-BR", 4)
	translated(one, eins)
	hidden := entry("/404.html", "en", 1)
	hidden.Indexable = false
	list := &site.Page{Path: "/a&b/", Lang: "en", Indexable: true}
	list.Alternates = []site.Alternate{{Lang: "en", Address: base + "a&b/", Default: true, Whole: true}, {Lang: "pt-BR", Address: base + "pt-br/"}}
	var got urlset
	parse(t, find(t, Files(newSite(list, one, eins, hidden)), "sitemap.xml"), &got)
	var lines []string
	for _, u := range got.URLs {
		lines = append(lines, u.Loc+" "+u.LastMod)
		for _, link := range u.Links {
			lines = append(lines, "  "+link.Rel+" "+link.Lang+" "+link.Href)
		}
	}
	alternates := []string{"  alternate en " + base + "one/", "  alternate x-default " + base + "one/", "  alternate pt-BR " + base + "pt-br/one/"}
	want := []string{base + "a&b/ ", base + "one/ 2026-11-03"}
	want = append(want, alternates...)
	want = append(append(want, base+"pt-br/one/ 2026-11-04"), alternates...)
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}

func TestSitemapIndex(t *testing.T) {
	for _, c := range []struct {
		pages, limit int
		want         []string // files, the index first
	}{
		{0, 2, []string{"sitemap.xml"}},
		{2, 2, []string{"sitemap.xml"}},
		{3, 2, []string{"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"}},
		{50_000, sitemapLimit, []string{"sitemap.xml"}},
		{50_001, sitemapLimit, []string{"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"}},
	} {
		pages := make([]*site.Page, c.pages)
		for i := range pages {
			pages[i] = &site.Page{Path: fmt.Sprintf("/%05d/", i), Indexable: true}
		}
		files := sitemaps(base, pages, c.limit)
		var names []string
		listed := 0
		for _, f := range files {
			names = append(names, f.Path)
			listed += strings.Count(string(f.Data()), "<url>")
			if n := strings.Count(string(f.Data()), "<url>"); n > c.limit {
				t.Errorf("%s lists %d pages", f.Path, n)
			}
		}
		if diff := cmp.Diff(c.want, names); diff != "" || listed != c.pages {
			t.Errorf("%d pages, %d listed: %s", c.pages, listed, diff)
		}
		if len(files) > 1 {
			var index struct {
				XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
				Locs    []string `xml:"sitemap>loc"`
			}
			parse(t, string(files[0].Data()), &index)
			if diff := cmp.Diff([]string{base + "sitemap-1.xml", base + "sitemap-2.xml"}, index.Locs); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestAtom(t *testing.T) {
	evil := entry("/evil/", "en", 9)
	evil.Title, evil.Description = `"</title><script>&amp;`, "a\x00b <i>"
	own, redirect := entry("/cards/", "en", 30), entry("/old/", "en", 30)
	own.Entry, redirect.Indexable = nil, false
	files := Files(newSite(entry("/b/", "en", 5), entry("/a/", "en", 5), evil, entry("/pt-br/x/", "pt-BR", 20), own, redirect))
	var got atomFeed
	parse(t, find(t, files, "feed.xml"), &got)
	var ids []string
	for _, e := range got.Entries {
		ids = append(ids, e.ID+" "+e.Updated)
		if e.Link.Href != e.ID || e.Link.Rel != "alternate" {
			t.Errorf("%s links to %v", e.ID, e.Link)
		}
	}
	want := []string{base + "evil/ 2026-11-09T00:00:00Z", base + "a/ 2026-11-05T00:00:00Z", base + "b/ 2026-11-05T00:00:00Z"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Fatal(diff)
	}
	if e := got.Entries[0]; e.Title != evil.Title || e.Summary != "a\uFFFDb <i>" {
		t.Errorf("the title is %q, the summary %q", e.Title, e.Summary)
	}
	if got.Lang != "en" || got.Title != "Less & more <1>" || got.Author != got.Title || got.ID != base || got.Updated != "2026-11-09T00:00:00Z" {
		t.Errorf("the feed itself is %+v", got)
	}
	if diff := cmp.Diff([]atomLink{{"self", base + "feed.xml"}, {"alternate", base}}, got.Links); diff != "" {
		t.Error(diff)
	}
}

// A language's feed lies where its pages say: at its prefix, in lower case.
func TestAtomOfOtherLanguage(t *testing.T) {
	s := newSite(entry("/pt-br/x/", "pt-BR", 20), entry("/x/", "en", 21))
	s.Config.Publisher = "We"
	var got atomFeed
	parse(t, find(t, Files(s), "pt-br/feed.xml"), &got)
	if got.Lang != "pt-BR" || got.ID != base+"pt-br/" || got.Author != "We" || len(got.Entries) != 1 || got.Entries[0].ID != base+"pt-br/x/" {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]atomLink{{"self", base + "pt-br/feed.xml"}, {"alternate", base + "pt-br/"}}, got.Links); diff != "" {
		t.Error(diff)
	}
}

func TestAtomIsBounded(t *testing.T) {
	var pages []*site.Page
	for i := range 40 {
		pages = append(pages, entry(fmt.Sprintf("/%02d/", i), "en", 1+i%20))
	}
	var got atomFeed
	parse(t, find(t, Files(newSite(pages...)), "feed.xml"), &got)
	if len(got.Entries) != atomEntries || got.Entries[0].ID != base+"19/" || got.Entries[1].ID != base+"39/" {
		t.Errorf("%d entries, the first %+v", len(got.Entries), got.Entries[:2])
	}
}

func TestEmptyAtom(t *testing.T) {
	var got atomFeed
	parse(t, find(t, Files(newSite()), "feed.xml"), &got)
	if got.Updated != "1970-01-01T00:00:00Z" || len(got.Entries) != 0 {
		t.Errorf("%+v", got)
	}
}
