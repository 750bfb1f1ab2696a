package build_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func init() {
	readings["two taps without scripts"] = func(r *reader) {
		r.scriptless()
		r.screen(360, 640, "dark")
		r.open("/")
		r.wantIn(`document.querySelector('a[href$="say/withdrawal/"]').textContent`, "I went quiet")
		r.follow(`a[href$="say/withdrawal/"]`)
		r.wantIn(`document.querySelector('a[href$="/partner/"]').textContent`, "Partner")
		r.follow(`a[href$="/partner/"]`)
		r.want(`(() => {
			const { top, bottom } = document.querySelector("[data-phrase]").getBoundingClientRect();
			return [location.pathname, scrollY, top > 0 && bottom < innerHeight, document.querySelector("[data-phrase]").textContent.length > 20];
		})()`, "/say/withdrawal/partner/,0,true,true")
	}
	readings["the list of all is the search without scripts"] = func(r *reader) {
		r.scriptless()
		r.open("/search/")
		r.follow(`.search-off a`)
		r.follow(`.index a[href$="/cards/own-snapped-child/"]`)
		r.wantIn(`document.querySelector("h1").textContent`, "I snapped at you")
	}
	readings["every page is whole without scripts"] = func(r *reader) {
		r.scriptless()
		for _, k := range kinds {
			if k.small || k.then != "" {
				continue
			}
			r.open(k.path)
			r.none(k.path, `(() => {
				const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility({ visibilityProperty: true }));
				const dead = seen(".js, button, select, dialog, form").map((e) => "does nothing: " + e.outerHTML.slice(0, 80));
				return [...dead, ...(seen("h1").length === 1 && seen("main a, main p").length > 1 ? [] : ["is not all there"])];
			})()`)
		}
	}
}

// follow taps on a link and waits for the page it leads to.
func (r *reader) follow(selector string) {
	r.Helper()
	to := r.text(fmt.Sprintf(`document.querySelector(%q).pathname`, selector))
	r.tap(selector)
	r.wait(fmt.Sprintf(`location.pathname === %q && document.readyState === "complete"`, to))
}

// The way out is a link, and leaves without scripts too.
func TestLeavingWithoutScripts(t *testing.T) {
	const away = "https://away.example/"
	result := buildOnce(t, options(edited(t, map[string]string{"config.toml": "title = \"A small guide\"\nexit_url = \"" + away + "\"\n"})))
	wantNoProblems(t, result)
	r := newReader(t, shown(t, result.Tree))
	r.known = away // where nobody answers
	r.scriptless()
	r.open("/safety/")
	r.tap("#exit")
	r.wait(`document.title === "" || location.href !== "` + r.address + `/safety/"`)
	r.wantIn(`document.documentElement.outerHTML`, "away.example")
}

// A script that fails takes none of the others with it, nor what works without any.
func TestOneScriptFails(t *testing.T) {
	const card, copied = "/cards/own-snapped-child/", `document.getElementById("toast").textContent.startsWith("Copied.")`
	copies := func(r *reader) { r.tap("[data-copy]"); r.wait(copied) }
	leaves := func(r *reader) {
		r.text(`(() => { ` + shift + shift + shift + ` })()`)
		r.wait(`location.pathname === "/robots.txt"`)
	}
	tree := ownGuide(t).Tree
	for _, test := range []struct {
		script, page string
		still        func(*reader)
	}{
		{"first.js", card, func(r *reader) { copies(r); leaves(r) }},
		{"card.js", card, func(r *reader) { copies(r); leaves(r) }},
		{"actions.js", card, func(r *reader) {
			r.text(`document.querySelector("[data-slot]").focus()`)
			r.press("your shoes")
			r.wantIn(`document.querySelector("[data-phrase]").textContent`, "your shoes")
			leaves(r)
		}},
		{"exit.js", card, func(r *reader) {
			copies(r)
			r.want(`document.getElementById("exit").getAttribute("href")`, "/robots.txt")
		}},
		{"cards.js", "/cards/", func(r *reader) {
			r.tap("[data-add]")
			r.wantIn(`document.querySelector("[data-tray]").textContent`, "1")
			r.follow(`[data-facet="for:child"]`)
			leaves(r)
		}},
		{"search.js", "/search/", func(r *reader) { r.follow(`#search-start a[href$="/a-z/"]`); leaves(r) }},
		{"handout.js", "/handout/", func(r *reader) { r.follow(`[data-ready=worksheet] a`); leaves(r) }},
		{"soften.js", card, func(r *reader) {
			r.text(`document.querySelector("[data-slot]").focus()`)
			r.press("it, but you started it")
			copies(r)
			leaves(r)
		}},
	} {
		t.Run(test.script, func(t *testing.T) {
			t.Parallel()
			whole := hosted(tree)
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, asked *http.Request) {
				if strings.HasSuffix(asked.URL.Path, "/"+test.script) {
					w.Header().Set("Content-Type", "text/javascript")
					fmt.Fprint(w, `throw new Error("broken on purpose")`)
					return
				}
				whole(w, asked)
			}))
			t.Cleanup(server.Close)
			r := newReader(t, server.URL)
			r.known = "broken on purpose"
			r.before(away + heard)
			r.open(test.page)
			test.still(r)
		})
	}
}
