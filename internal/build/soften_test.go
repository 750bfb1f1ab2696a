package build_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/browser"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/phrasing"
)

// shown is a tree on an address of its own.
func shown(t *testing.T, tree *output.Tree) string {
	t.Helper()
	server := httptest.NewServer(hosted(tree))
	t.Cleanup(server.Close)
	return server.URL
}

// hosted answers as a plain host of files would.
func hosted(tree *output.Tree) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/")
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		f, ok := tree.Get(path)
		if !ok {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, path, time.Time{}, strings.NewReader(string(f.Data())))
	}
}

// What a reader's browser finds in a sentence is what the build finds, rule by rule and word by word.
func TestBrowserFindsAlike(t *testing.T) {
	ctx := browser.Tab(t)
	result := ownGuide(t)
	address := shown(t, result.Tree)
	texts := precision(t)
	rules := result.Guide.Rules["en"]
	for _, rule := range rules.All() {
		texts = append(append(texts, rule.Catches...), rule.Passes...)
	}
	texts = append(texts, "I’M SORRY… but", "sorry - but", "sorry-but", "at 7.30. Calm down", "SORRY\nBut", "“Sorry”, though", "...sorry", "sorry .... but", "", "İ'm sorry if", "ΣΑΣ sorry, but")
	alike(t, ctx, address, rules, append(texts, spliced(texts)...))
}

// spliced are texts made of two halves of others, with all sorts of signs between them.
func spliced(texts []string) (all []string) {
	signs := []string{" ", ", ", ". ", "! ", " – ", "… ", "...", "\n", "-", " - ", " -- ", "’", " (", "¿", "؟ ", "。", ";", " 7.5 ", "\u00a0", "“"}
	seed := uint32(1)
	pick := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	for range 1000 {
		a, b := []rune(texts[pick(len(texts))]), []rune(texts[pick(len(texts))])
		all = append(all, string(a[:pick(len(a)+1)])+signs[pick(len(signs))]+string(b[pick(len(b)+1):]))
	}
	return all
}

func alike(t *testing.T, ctx context.Context, address string, rules *phrasing.Rules, texts []string) {
	t.Helper()
	var want []string
	for _, text := range texts {
		var found []string
		for _, f := range rules.Find(text, phrasing.Context{Moves: []string{"own"}, To: "child"}) {
			found = append(found, f.Rule.ID+"="+text[f.From:f.To])
		}
		want = append(want, strings.Join(found, "|"))
	}
	browser.Go(ctx, t, address+"/soften/")
	script := fmt.Sprintf(`(async () => {
		const { load } = await import(document.querySelector("script[type=module]").src);
		const find = await load("en");
		return %s.map((text) => find(text, { moves: ["own"], to: "child" }).map(({ id, from, to }) => id + "=" + text.slice(from, to)).join("|"));
	})()`, javaScript(t, texts))
	got := browser.Value[[]string](ctx, t, script)
	for i, text := range texts {
		if got[i] != want[i] {
			t.Errorf("%q: the browser finds %q, the build %q", text, got[i], want[i])
		}
	}
}

// precision is the sentences that the rules are measured with.
func precision(t *testing.T) (texts []string) {
	t.Helper()
	data, err := os.ReadFile("../phrasing/testdata/precision.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if _, text, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && line[0] != '#' {
			texts = append(texts, text)
		}
	}
	if len(texts) < 200 {
		t.Fatalf("%d sentences", len(texts))
	}
	return texts
}

func javaScript(t *testing.T, texts []string) string {
	t.Helper()
	data, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Somebody types a sorry and is told what may hurt in it; with a threat comes the way to safety. Nothing is sent but for the
// rules to be fetched.
func TestSoftenPage(t *testing.T) {
	ctx := browser.Tab(t)
	result := ownGuide(t)
	address := shown(t, result.Tree)
	browser.Go(ctx, t, address+"/soften/")
	for _, test := range []struct {
		said  string
		child bool
		want  []string
		care  bool
	}{
		{"I'm sorry, but you started it.", false, []string{"sorry, but", "Stop after the sorry", "you started it", "Shapes that may hurt: 2"}, false},
		{"If you really loved me you would stay.", false, []string{"If you really loved me"}, true},
		{"Say sorry to your sister.", true, []string{"What would help her now?"}, false},
		{"Say sorry to your sister.", false, []string{"None of the shapes"}, false},
		{"I snapped at you.", false, []string{"None of the shapes"}, false},
	} {
		script := fmt.Sprintf(`(async () => {
			const $ = (id) => document.getElementById("soften-" + id);
			$("said").value = %s[0];
			$("child").checked = %t;
			$("status").textContent = "";
			document.querySelector("#soften button").click();
			for (let i = 0; i < 500 && !$("status").textContent; i++) await new Promise((done) => setTimeout(done, 10));
			return $("status").textContent + $("found").textContent + ($("care").hidden ? "" : " CARE") + location.search;
		})()`, javaScript(t, []string{test.said}), test.child)
		got := browser.Value[string](ctx, t, script)
		for _, want := range test.want {
			if !strings.Contains(got, want) {
				t.Errorf("%q: no %q in %q", test.said, want, got)
			}
		}
		if strings.HasSuffix(got, " CARE") != test.care || strings.Contains(got, "?said") {
			t.Errorf("%q: %q", test.said, got)
		}
	}
}
