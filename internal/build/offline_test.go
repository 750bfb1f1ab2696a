package build_test

import (
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/amends-guide/amends/internal/browser"
)

// A reader keeps the guide, reads it without a network, removes it; and where a later version does not allow it any more, it is
// removed by itself.
func TestOffline(t *testing.T) {
	ctx := browser.Tab(t)
	allowed := buildOnce(t, options("testdata/site"))
	wantNoProblems(t, allowed)
	forbidden := buildOnce(t, options(edited(t, map[string]string{"config.toml": "title = \"A small guide\"\n"})))
	wantNoProblems(t, forbidden)
	var down atomic.Bool
	var tree atomic.Value
	tree.Store(hosted(allowed.Tree))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if down.Load() {
			panic(http.ErrAbortHandler) // the connection ends without an answer
		}
		tree.Load().(http.HandlerFunc)(w, r)
	}))
	defer server.Close()
	r := &reader{T: t, ctx: ctx, address: server.URL}
	const keeps = `(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])()`

	r.open("/")
	r.open("/cards/listen-more/")
	r.want(keeps, "0,0")
	r.open("/offline/")
	r.wait(`document.querySelector("#offline button").checkVisibility()`)
	r.wantIn(`document.querySelector("#offline button").textContent`, " MB)")
	r.tap("#offline button")
	r.wait(`document.getElementById("offline-status").textContent === "The guide is kept on this device."`)
	r.want(`document.activeElement.textContent`, "Remove it")
	r.want(keeps, "1,1")

	down.Store(true)
	for path, want := range map[string]string{"/": "A small guide", "/cards/own-snapped/": "snapped", "/cards/?for=child": "Cards", "/no/such/page/": "Read without a connection"} {
		r.open(path)
		r.wantIn(`document.title + document.body.textContent`, want)
	}
	down.Store(false)

	r.open("/offline/")
	r.wait(`document.querySelectorAll("#offline button")[1].checkVisibility()`)
	r.tap("#offline button:last-of-type")
	r.wait(`document.getElementById("offline-status").textContent.startsWith("Removed.")`)
	r.want(keeps, "0,0")

	r.tap("#offline button")
	r.wait(`document.getElementById("offline-status").textContent === "The guide is kept on this device."`)
	r.want(keeps, "1,1")
	tree.Store(hosted(forbidden.Tree))
	r.text(`navigator.serviceWorker.getRegistration().then((r) => r.update())`)
	r.want(`(async () => {
		for (let i = 0; i < 200 && (await caches.keys()).length; i++) await new Promise((go) => setTimeout(go, 100));
		return caches.keys();
	})()`, "")
	r.open("/")
	r.want(keeps, "0,0")
}

func TestWorkerIsNamedByWhatItKeeps(t *testing.T) {
	first, _ := buildOnce(t, options("testdata/site")).Tree.Get("sw.js")
	again, _ := buildOnce(t, options("testdata/site")).Tree.Get("sw.js")
	if string(first.Data()) != string(again.Data()) {
		t.Error("the same site makes two workers")
	}
	changed, _ := buildOnce(t, options(edited(t, map[string]string{"content/en/pages/home.md": "+++\ntitle = \"Another\"\nsummary = \"Another first page.\"\nupdated = 2026-11-23\n+++\nOther words.\n"}))).Tree.Get("sw.js")
	if string(changed.Data()) == string(first.Data()) {
		t.Error("a page changed, and its worker did not")
	}
}

// edited is a copy of the small site with some files written anew.
func edited(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := copySite(t)
	write(t, dir, files)
	return dir
}
