package site

import (
	"strings"

	"golang.org/x/text/language/display"

	"github.com/amends-guide/amends/internal/guide"
)

func pageEntry(p *guide.Page) *guide.Entry { return p.Entry }

// planStanding plans the pages that are in no list: about, safety, privacy, and the one for addresses that do not exist.
func (l *language) planStanding() {
	for _, p := range own(l, l.standing, pageEntry) {
		if p.ID != "home" {
			l.planStandingPage(p)
		}
	}
	if l.page("not-found") == nil {
		l.add(&Page{Path: l.prefix + "/404.html", Template: "page", Title: l.word("not-found")}, "page/not-found", func(p *Page) any {
			return &PageView{Frame: l.frame(p, ""), ID: "not-found", Doors: l.doors(l.paths)}
		})
	}
}

func (l *language) planStandingPage(p *guide.Page) {
	page := &Page{Template: "page", careful: p.Facts.Helplines}
	if l.softens(p) {
		page.Template = "soften"
		l.addEntry(p.Entry, page, func(page *Page) any { return l.softenView(page, p) })
		return
	}
	l.addEntry(p.Entry, page, func(page *Page) any { return l.pageView(page, p) })
}

func (l *language) pageView(page *Page, p *guide.Page) *PageView {
	v := &PageView{
		Frame:   l.frame(page, ""),
		Entry:   l.entry(p.Entry),
		ID:      p.ID,
		Summary: p.Entry.Facts.Summary,
		Body:    l.body(p.Entry).text(p.Text),
	}
	if p.Facts.NeutralTitle != "" {
		v.TabTitle = p.Facts.NeutralTitle
	}
	if p.Facts.Helplines {
		v.Helplines = l.helplines()
	}
	if p.ID == "not-found" {
		v.Doors = l.doors(l.paths)
	}
	return v
}

// helplines are whom to call, by country in the file's order.
func (l *language) helplines() []Country {
	var countries []Country
	at := map[string]int{}
	for _, h := range l.guide.Helplines {
		i, known := at[h.Country]
		if !known {
			i = len(countries)
			at[h.Country] = i
			countries = append(countries, Country{ID: strings.ToLower(h.Country), Name: l.country(h.Country)})
		}
		countries[i].Lines = append(countries[i].Lines, l.helpline(h))
	}
	return countries
}

func (l *language) helpline(h *guide.Helpline) Helpline {
	return Helpline{
		Name: h.Name, For: l.word("for-" + h.For),
		Tel: h.Tel, TelAddress: dial("tel:", h.Tel),
		SMS: h.SMS, SMSAddress: dial("sms:", h.SMS),
		Chat: h.Chat, Site: h.OfficialURL, Hours: h.Hours, Note: h.Note,
		Langs: h.Langs, Verified: h.VerifiedOn.String(),
	}
}

// dial makes an address a phone understands from a number as people write it.
func dial(scheme, number string) string {
	if number == "" {
		return ""
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' || r == '*' || r == '#' {
			return r
		}
		return -1
	}, number)
	return scheme + strings.ReplaceAll(digits, "#", "%23")
}

// country names a country in the language of the page.
func (l *language) country(code string) string {
	switch code {
	case "EU":
		return l.word("country-eu")
	case "XX":
		return l.word("country-elsewhere")
	}
	region, err := parseRegion(code)
	if err != nil {
		return code
	}
	if name := display.Regions(l.tag()).Name(region); name != "" {
		return name
	}
	return code
}
