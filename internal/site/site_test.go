package site

import (
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"

	"github.com/amends-guide/amends/internal/guide/guidetest"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

type edits = guidetest.Edits

// planned is the edited small site.
func planned(t testing.TB, e edits) (*Site, []report.Problem) {
	t.Helper()
	g, files := guidetest.Read(t, guidetest.Small(t, e))
	return Plan(g, files, nil)
}

func pageAt(t testing.TB, s *Site, address string) *Page {
	t.Helper()
	for _, p := range s.Pages {
		if p.Path == address {
			return p
		}
	}
	t.Fatalf("no page %s", address)
	return nil
}

func standing(front string) string {
	return "+++\ntitle = \"T\"\nsummary = \"S.\"\nupdated = 2026-11-01\n" + front + "\n+++\nText.\n"
}

func TestSmallSite(t *testing.T) {
	s, problems := planned(t, nil)
	for _, p := range problems {
		t.Error(p.Pos, p.Text)
	}
	made := map[string]bool{}
	for i, p := range s.Pages {
		made[p.Template] = true
		if i > 0 && s.Pages[i-1].Path >= p.Path {
			t.Errorf("%s stands after %s", p.Path, s.Pages[i-1].Path)
		}
		if err := output.CheckPath(p.File); err != nil {
			t.Error(err)
		}
	}
	for _, name := range Templates() {
		if !made[name] {
			t.Errorf("no page is made with %s", name)
		}
	}
	if _, err := output.New(s.Files); err != nil {
		t.Error(err)
	}
}

// C23: C24: C25: C28: whatever an address can be wrong with, the class, the file, and for
// a clash both sides, are told.
func TestAddressFaults(t *testing.T) {
	const about, essay = "content/en/pages/about.md", "content/en/essays/coming-back.md"
	alias := func(address string) edits { return edits{about: standing(`aliases = ["` + address + `"]`)} }
	for name, c := range map[string]struct {
		edits edits
		class string
		text  string // of the problem, in part
	}{
		// C23: two pages on one address.
		"page and language":      {edits{"content/en/pages/de.md": standing("")}, "address-clash", "content/en/pages/de.md"},
		"alias and page":         {alias("/cards/own-snapped/"), "alias-clash", "content/en/cards/own-snapped.md"},
		"alias and list":         {alias("/a-z/"), "alias-clash", "the site's own page A–Z"},
		"alias and its own page": {alias("/about/"), "alias-clash", about},
		"two aliases":            {alias("/old/coming-back/"), "alias-clash", "old address of " + essay},
		"alias and file of page": {alias("/cards/index.html"), "alias-clash", "the site's own page Cards"},
		"alias and first page":   {alias("/index.html"), "alias-clash", "content/en/pages/home.md"},
		"alias in other case":    {alias("/CARDS/"), "alias-clash", "the site's own page Cards"},
		"alias inside a file":    {alias("/404.html/x/"), "alias-clash", "There is no such page"},
		"alias on a folder":      {edits{about: standing(`aliases = ["/x.html/y/", "/x.html"]`)}, "alias-clash", about},
		// C24: an address that is a file of the site's.
		"style sheet": {alias("/assets/x/style.html"), "bad-alias", "files of its own"},
		"media":       {alias("/Media/"), "bad-alias", "files of its own"},
		"feed":        {alias("/de/feed.xml/"), "bad-alias", "files of its own"},
		"robots":      {alias("/robots.txt/"), "bad-alias", "files of its own"},
		// C25: an address inside somebody else's folder.
		"git":      {alias("/.git/config.html"), "bad-alias", "not a path"},
		"htaccess": {alias("/.htaccess/"), "bad-alias", "not a path"},
		// C28: an address that climbs out.
		"dots":           {alias("/../x/"), "bad-alias", "not a path"},
		"dots inside":    {alias("/a/../../x/"), "bad-alias", "not a path"},
		"dots, encoded":  {alias("/%2e%2e/x/"), "bad-alias", "plain path"},
		"back slashes":   {alias(`/..\\..\\x/`), "bad-alias", "not a path"},
		"another host":   {alias("//example.org/"), "bad-alias", "not a path"},
		"device":         {alias("/con/"), "bad-alias", "not a path"},
		"no slash":       {alias("old/"), "bad-alias", "begin with a slash"},
		"no end":         {alias("/old"), "bad-alias", "end with a slash"},
		"query":          {alias("/old/?p=1/"), "bad-alias", "plain path"},
		"reserved":       {edits{"content/en/pages/cards.md": standing("")}, "reserved-id", "/cards/"},
		"reserved, list": {edits{"content/en/glossary/page.md": "+++\nterm = \"Page\"\nupdated = 2026-11-01\n+++\nText.\n\n## Example\nText.\n"}, "reserved-id", "/glossary/page/"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, problems := planned(t, c.edits)
			if len(problems) != 1 {
				t.Fatalf("%d problems: %v", len(problems), problems)
			}
			p := problems[0]
			if p.Class != c.class || !strings.Contains(p.Text, c.text) {
				t.Errorf("%s: %s", p.Class, p.Text)
			}
			if _, edited := c.edits[p.Pos.File]; !edited && p.Pos.File != essay && p.Pos.File != "content/de/pages/home.md" {
				t.Errorf("told of the file %q", p.Pos.File)
			}
		})
	}
}

func TestGoodAliases(t *testing.T) {
	s, problems := planned(t, edits{"content/en/pages/about.md": standing(`aliases = ["/2019/05/who.html", "/wer/", "/wer/wir/", "/.well-known/us/"]`)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for address, to := range map[string]string{"/2019/05/who.html": "../../about/", "/wer/": "../about/", "/wer/wir/": "../../about/"} {
		if got := pageAt(t, s, address).View().(*RedirectView).To; got != to {
			t.Errorf("%s leads to %s, want %s", address, got, to)
		}
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"/cards/own-snapped/", "/about/", "../../about/"},
		{"/about/", "/", "../"},
		{"/about/", "/about/#top", "../about/#top"},
		{"/", "/about/", "./about/"},
		{"/", "/", "./"},
		{"/old.html", "/about/", "./about/"},
		{"/de/404.html", "/de/", "../de/"},
	} {
		if got := Relative(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func TestFirstLetter(t *testing.T) {
	for _, c := range []struct{ lang, title, want string }{
		{"en", "about", "A"}, {"en", "Élan", "E"}, {"en", "“Sorry” is a start", "S"}, {"en", "…, I was wrong", "I"},
		{"en", "7 words", "0–9"}, {"en", "!", "0–9"}, {"en", "", "0–9"}, {"de", "ähnlich", "A"}, {"de", "Übel", "U"},
		{"sv", "ånger", "Å"}, {"sv", "école", "E"}, {"es", "ñandú", "Ñ"}, {"ar", "أمان", "ا"}, {"ru", "йод", "Й"}, {"el", "ώρα", "Ω"},
	} {
		if got := firstLetter(c.title, collate.New(xlanguage.MustParse(c.lang), collate.Loose)); got != c.want {
			t.Errorf("%s %q stands under %s, want %s", c.lang, c.title, got, c.want)
		}
	}
}

// A title that begins with a quotation mark sorts before all others, and stands under its letter all the same.
func TestEachLetterOnce(t *testing.T) {
	named := func(title string) string { return strings.Replace(standing(""), `"T"`, "'"+title+"'", 1) }
	s, _ := planned(t, edits{"content/en/pages/quoted.md": named(`"Sorry" is a start`), "content/en/pages/seven.md": named("7 words")})
	var ids []string
	for _, letter := range pageAt(t, s, "/a-z/").View().(*IndexView).Letters {
		ids = append(ids, letter.ID)
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) || ids[0] != "letter-0–9" {
		t.Error(ids)
	}
}

func TestPaging(t *testing.T) {
	type page struct {
		Address        string
		First, N       int
		Previous, Next string
	}
	for _, c := range []struct {
		n    int
		want []page
	}{
		{0, []page{{Address: "/x/"}}},
		{1, []page{{Address: "/x/", N: 1}}},
		{100, []page{{Address: "/x/", N: 100}}},
		{101, []page{{"/x/", 0, 100, "", "/x/page/2/"}, {"/x/page/2/", 100, 1, "/x/", ""}}},
		{250, []page{{"/x/", 0, 100, "", "/x/page/2/"}, {"/x/page/2/", 100, 100, "/x/", "/x/page/3/"}, {"/x/page/3/", 200, 50, "/x/page/2/", ""}}},
	} {
		all := make([]int, c.n)
		for i := range all {
			all[i] = i
		}
		var got []page
		pages("/x/", all, func(at string, part []int, pager *Pager) {
			p := page{Address: at, N: len(part)}
			if len(part) > 0 {
				p.First = part[0]
			}
			if pager != nil {
				p.Previous, p.Next = pager.Previous, pager.Next
				if pager.Page != len(got)+1 || pager.Pages != len(c.want) {
					t.Errorf("%d: page %d of %d", c.n, pager.Page, pager.Pages)
				}
			}
			got = append(got, p)
		})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%d entries: %s", c.n, diff)
		}
	}
}

// Two pages of tiles, and then lines.
func TestPagesOfCards(t *testing.T) {
	var got []int
	pagesOf(cardPages, "/cards/", make([]int, 1205), func(at string, part []int, pager *Pager) {
		if got = append(got, len(part)); pager.Page != len(got) || pager.Pages != 5 {
			t.Errorf("%s is page %d of %d", at, pager.Page, pager.Pages)
		}
	})
	if diff := cmp.Diff([]int{100, 100, 500, 500, 5}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDial(t *testing.T) {
	for _, c := range []struct{ scheme, number, want string }{
		{"tel:", "", ""}, {"tel:", "116 123", "tel:116123"}, {"tel:", "+44 (0)20 7946-0000", "tel:+4402079460000"},
		{"tel:", "*123#", "tel:*123%23"}, {"sms:", "Text 85258", "sms:85258"},
	} {
		if got := dial(c.scheme, c.number); got != c.want {
			t.Errorf("%s%s: %s, want %s", c.scheme, c.number, got, c.want)
		}
	}
}

// A letter whose entries go on to another page is told again there, and every page leads to where each letter begins.
func TestLongIndex(t *testing.T) {
	letters := []Letter{{ID: "letter-A", Text: "A"}, {ID: "letter-B", Text: "B"}, {ID: "letter-C", Text: "C"}}
	for i, n := range []int{150, 600, 300} {
		letters[i].Entries = make([]IndexItem, n)
	}
	type page struct {
		At    string
		Ways  []string
		Shown map[string]int
	}
	var got []page
	before := 0
	pagesOf(allLines, "/a-z/", make([]int, 150+600+300), func(at string, part []int, _ *Pager) {
		p := page{At: at, Shown: map[string]int{}}
		for _, way := range ways(letters, "/a-z/", at) {
			p.Ways = append(p.Ways, way.Address)
		}
		for _, letter := range onPage(letters, before, before+len(part)) {
			p.Shown[letter.ID] = len(letter.Entries)
		}
		before += len(part)
		got = append(got, p)
	})
	want := []page{
		{"/a-z/", []string{"#letter-A", "#letter-B", "/a-z/page/2/#letter-C"}, map[string]int{"letter-A": 150, "letter-B": 350}},
		{"/a-z/page/2/", []string{"/a-z/#letter-A", "/a-z/#letter-B", "#letter-C"}, map[string]int{"letter-B": 250, "letter-C": 250}},
		{"/a-z/page/3/", []string{"/a-z/#letter-A", "/a-z/#letter-B", "/a-z/page/2/#letter-C"}, map[string]int{"letter-C": 50}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// shown is the first picture of a standing page.
func shown(t *testing.T, s *Site, address string) Picture {
	t.Helper()
	for _, ref := range pageAt(t, s, address).View().(*PageView).Body.Refs {
		if ref.Picture.Address != "" {
			return ref.Picture
		}
	}
	t.Fatalf("%s shows no picture", address)
	return Picture{}
}

// Translations bring copies of a picture, and copies have names of their own: each is published once, and a plan with
// memory says the same as one without.
func TestPicturesTwice(t *testing.T) {
	jpeg, err := os.ReadFile("../build/testdata/site/content/en/essays/bowl.jpg")
	if err != nil {
		t.Fatal(err)
	}
	bowl := string(jpeg)
	g, files := guidetest.Read(t, guidetest.Small(t, edits{
		"content/en/pages/one.md": standing("") + "\n![A bowl](bowl.jpg)\n", "content/en/pages/bowl.jpg": bowl,
		"content/en/pages/two.md": standing("") + "\n![A bowl](other.jpg)\n", "content/en/pages/other.jpg": bowl,
	}))
	var memo Memo
	cold, problems := Plan(g, files, &memo)
	warm, _ := Plan(g, files, &memo)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if _, err := output.New(cold.Files); err != nil {
		t.Error(err)
	}
	for _, address := range []string{"/one/", "/two/"} {
		if a, b := shown(t, cold, address), shown(t, warm, address); a != b || a.Width == 0 {
			t.Errorf("%s shows %v, and then %v", address, a, b)
		}
	}
	published := func(s *Site) (names []string) {
		for _, f := range s.Files {
			names = append(names, f.Path)
		}
		return names
	}
	if diff := cmp.Diff(published(cold), published(warm)); diff != "" {
		t.Error(diff)
	}
}

func TestMediaName(t *testing.T) {
	for name, want := range map[string]string{
		"content/en/essays/bowl.jpg": "media/bowl-07000000.jpg",
		"Bowl 1#100%.JPG":            "media/bowl-1-100--07000000.jpg",
		"Schüssel_2.b.png":           "media/schüssel_2.b-07000000.png",
	} {
		if got := mediaName(source.File{Path: name, Sum: source.Sum{7}}); got != want {
			t.Errorf("%s is published as %s, want %s", name, got, want)
		}
	}
}

// A picture or style sheet keeps its name as long as its bytes, and no longer.
func TestAssetNames(t *testing.T) {
	style := func(e edits) output.File {
		s, _ := planned(t, e)
		for _, f := range s.Files {
			if path.Base(f.Path) == "style.css" {
				return f
			}
		}
		t.Fatal("no style sheet")
		return output.File{}
	}
	plain, edited := style(nil), style(edits{"theme/css/zz.css": "p{color:red}"})
	if plain.Path == edited.Path || !bytes.HasSuffix(edited.Data(), []byte("p{color:red}")) {
		t.Errorf("%s, and with another sheet %s", plain.Path, edited.Path)
	}
	if again := style(nil); again.Path != plain.Path {
		t.Errorf("%s, and then %s", plain.Path, again.Path)
	}
}
