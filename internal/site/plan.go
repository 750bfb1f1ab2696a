package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/source"
)

// Plan decides every page of a guide. A nil memo plans from nothing; the memo of the last plan saves reading pictures that
// have not changed.
func Plan(g *guide.Guide, files *source.Files, memo *Memo) (*Site, []report.Problem) {
	if memo == nil {
		memo = new(Memo)
	}
	memo.turn()
	p := newPlanner(g, files, memo)
	p.site.plan = p
	p.planAssets()
	p.speak()
	for _, l := range p.langs {
		l.planPages()
	}
	p.pair()
	p.planRedirects()
	p.checkTargets()
	p.checkPictures()
	slices.SortFunc(p.site.Pages, func(a, b *Page) int { return cmp.Compare(a.Path, b.Path) })
	return p.site, p.problems
}

// A planner holds what is known while a site is planned.
type planner struct {
	guide    *guide.Guide
	files    *source.Files
	memo     *Memo
	site     *Site
	assets   assets
	langs    []*language
	byPath   map[string]*Page
	byName   map[string][]*Page // pages that are the same but for their language, in a guide of several; until they are paired
	cardOf   map[*guide.Entry]*guide.Card
	words    map[wordKey]*guide.Word
	pictures map[string]Picture // by path in the site's files
	shown    map[string]bool    // pictures already among the site's files, by path in the output
	problems []report.Problem
}

func newPlanner(g *guide.Guide, files *source.Files, memo *Memo) *planner {
	p := &planner{
		guide:    g,
		files:    files,
		memo:     memo,
		site:     &Site{Config: g.Config, Guide: g, Base: g.Config.Path()},
		byPath:   make(map[string]*Page, 2*len(g.Entries)),
		byName:   map[string][]*Page{},
		cardOf:   make(map[*guide.Entry]*guide.Card, len(g.Cards)),
		words:    map[wordKey]*guide.Word{},
		pictures: map[string]Picture{},
		shown:    map[string]bool{},
	}
	for _, vocabulary := range []string{"relationship", "rupture", "readiness", "channel", "tone", "role", "outcome"} {
		for _, w := range p.vocabulary(vocabulary) {
			p.words[wordKey{vocabulary, w.ID}] = w
		}
	}
	for _, c := range g.Cards {
		p.cardOf[c.Entry] = c
	}
	return p
}

func (p *planner) problem(class string, pos report.Pos, format string, args ...any) {
	p.problems = append(p.problems, report.New(class, pos, format, args...))
}

// absolute is the full address of a page, or "" where nobody has said where the guide will live.
func (p *planner) absolute(path string) string {
	if p.site.Config.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(p.site.Config.BaseURL, "/") + path
}

// A language is the part of the plan that speaks one language.
type language struct {
	*planner
	config.Language
	prefix  string // of its addresses: "" or "/de"
	chrome  *Chrome
	sum     source.Sum // names what all its pages share,
	listSum source.Sum // and this what all its lists share besides
	facets  []facet
	moments []moment
	shelves
	facetLink map[wordKey]Link

	headers    shared[Header, *Header]
	strangers  shared[string, *Foreign] // by language
	references shared[*guide.Source, *Reference]
}

// speak makes a language of each that the guide has, the default first.
func (p *planner) speak() {
	for i, c := range p.guide.Config.Languages {
		l := &language{
			planner:   p,
			Language:  c,
			facetLink: map[wordKey]Link{},
		}
		if i > 0 {
			l.prefix = "/" + strings.ToLower(c.Tag)
		}
		p.langs = append(p.langs, l)
	}
	for _, l := range p.langs {
		l.fill(p.guide)
		l.sortCards()
		l.findMoments()
		l.dress()
		l.sum = l.common()
		l.listSum = l.lengths()
	}
}

// spoken is the plan's part for a language of the guide.
func (p *planner) spoken(tag string) *language {
	for _, l := range p.langs {
		if l.Tag == tag {
			return l
		}
	}
	return p.langs[0]
}

// vocabulary is the words of one closed vocabulary of the guide.
func (p *planner) vocabulary(name string) []*guide.Word { return p.guide.Words[name] }

// term is one word of a vocabulary, or nil.
func (p *planner) term(vocabulary, id string) *guide.Word { return p.words[wordKey{vocabulary, id}] }

// word is a word of the interface. A key that is missing shows as itself: en.toml has them all, and a test says so.
func (l *language) word(key string) string {
	if text, ok := l.Words[key]; ok {
		return text
	}
	return key
}

// planPages plans every page of one language.
func (l *language) planPages() {
	l.planHome()
	l.planMoments()
	l.planEssays()
	l.planCards()
	l.planPaths()
	l.planWorksheets()
	l.planDecks()
	l.planTerms()
	l.planSources()
	l.planHandout()
	l.planIndex()
	l.planSearch()
	l.planOffline()
	l.planStanding()
}
