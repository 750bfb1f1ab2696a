package build_test

// A kind of page, as a reader meets it.
type kind struct {
	name, path string
	small      bool   // it is of the small guide under testdata, which has more languages and may be kept
	then       string // what is done there, as a script
	until      string // true once there is all to see
}

const handoutOf = "/handout/#c=own-snapped-child.pause-air-group.reach-hand-partner&x=worksheets/"

// kinds are all kinds of pages, and the states of them that change what there is to see.
var kinds = []kind{
	{name: "home", path: "/"},
	{name: "with whom", path: "/say/withdrawal/"},
	{name: "what to say", path: "/say/withdrawal/partner/"},
	{name: "paths", path: "/when/"},
	{name: "path", path: "/when/went-silent/"},
	{name: "cards", path: "/cards/"},
	{name: "cards of one facet, chosen of", path: "/cards/age/teen/", then: `document.querySelector("#facets button:not(:disabled)").click()`, until: `location.search && !document.getElementById("clear").hidden`},
	{name: "card", path: "/cards/own-snapped-child/"},
	{name: "card, to be sent", path: "/cards/own-snapped-child/", then: `document.querySelector("[data-share]").click()`, until: `document.querySelector("#send").checkVisibility()`},
	{name: "card, bigger", path: "/cards/own-snapped-child/", then: `document.querySelector("[data-bigger]").click()`, until: `document.querySelector("#bigger").open`},
	{name: "essays", path: "/essays/"},
	{name: "essay", path: "/essays/owning-it-in-one-sentence/"},
	{name: "worksheet", path: "/worksheets/team-slip-reset/"},
	{name: "decks", path: "/decks/"},
	{name: "deck", path: "/decks/first-words/"},
	{name: "glossary", path: "/glossary/"},
	{name: "term", path: "/glossary/flooding/"},
	{name: "sources", path: "/sources/"},
	{name: "A–Z", path: "/a-z/"},
	{name: "safety", path: "/safety/"},
	{name: "page", path: "/about/"},
	{name: "handout, empty", path: "/handout/"},
	{name: "handout", path: handoutOf + "team-slip-reset", until: `document.querySelectorAll("#paper .item").length === 3 && document.querySelectorAll("#paper table").length === 2`},
	{name: "handout, to cut, large", path: handoutOf + "next-time-plan&cut=1&big=1&lines=1", until: `document.querySelector("#paper.large .cut") && document.querySelector("#paper .sheet")`},
	{name: "soften", path: "/soften/"},
	{name: "soften, with what may hurt", path: "/soften/", then: `document.getElementById("soften-said").value = "If you really loved me you would stay. I'm sorry, but you started it."; document.querySelector("#soften button").click()`, until: `document.querySelector("#soften-found li") && document.getElementById("soften-care").checkVisibility()`},
	{name: "search", path: "/search/"},
	{name: "search, with results", path: "/search/?q=my+partner+scares+me", until: `document.querySelector("#search-hits a") && document.getElementById("search-care").checkVisibility()`},
	{name: "what is not there", path: "/404.html"},
	{name: "offline", path: "/offline/", small: true, until: `document.querySelector("#offline button").checkVisibility()`},
	{name: "Arabic home", path: "/ar/", small: true},
	{name: "Arabic card", path: "/ar/cards/listen-more/", small: true},
	{name: "Arabic cards", path: "/ar/cards/", small: true},
}
