package search

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/amends-guide/amends/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// texts are what folding and cutting into words must not disagree on.
var texts = []string{
	"", "I snapped at you. That was mine, not yours.", "Don’t — “don't”, ‘sorry’… DON'T", "naïve café Ångström ﬁne ½ x² №5", "Straße GROẞ Ærø œuvre Øl đ łódź ısı İstanbul",
	"ΣΊΣΥΦΟΣ ὀδυσσεύς", "أُخطأتُ في حقِّكِ، آسفة إلى الله ـــ مكتبة على", "שָׁלוֹם עֲלֵיכֶם", "我对你吼了 对不起", "ごめんなさい、コーヒーを", "が ガ ｶﾞ", "ฉันขอโทษ", "ខ្ញុំ សុំទោស", "미안해요 정말", "हिन्दी में माफ़ी",
	"ABC吵架def 吵", "a_b-c/d e.f@g", "١٢٣ ௧௨", "x\u0301y z\u200dw", "👩‍👧 hurt ❤️ me", "rock 'n' roll O’Brien's", "𝒞𝓊𝓇𝓁𝓎 𐐀𐐨", "tab\tnew\nline\u00a0nbsp\u3000wide",
}

// The script that readers run finds what its likeness in Go finds, so what is tested of one holds for the other.
func TestScriptAgrees(t *testing.T) {
	s, files := planned(t, repository)
	index := indexOf(t, s, files)
	ctx := browser.Tab(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/search.js":
			http.ServeFile(w, r, repository+"/theme/js/search.js")
		case "/index.json":
			w.Write(index)
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, "<!doctype html><title>Search</title>")
		}
	}))
	defer server.Close()
	browser.Go(ctx, t, server.URL)

	var queries []string
	for _, q := range quests(s, files, "en") {
		queries = append(queries, q.query)
	}
	queries = append(queries, texts...)
	queries = append(queries, "sn", "par", "husban", "defensivness", "appologised", "i hit my child", "he hits me", "I want to die", "molest", "he is scared of", "no contact", "no", "the of and", "zzzzzzzz", "s s s", "吼", "ح", "é")
	for _, done := range []bool{true, false} {
		got := browser.Value[[]found](ctx, t, fmt.Sprintf(`(async () => {
			const { open } = await import("/search.js"), find = open(await (await fetch("/index.json")).json());
			return %s.map((query) => { const { docs, few, assumed, danger } = find(query, %t); return { docs, few, assumed, danger }; });
		})()`, script(t, queries), done))
		f := openIndex(t, index)
		for i, query := range queries {
			if diff := cmp.Diff(f.find(query, done), got[i]); diff != "" {
				t.Errorf("%q, done %t (-Go +script)\n%s", query, done, diff)
			}
		}
	}

	few := browser.Value[int](ctx, t, `(async () => {
		const { open } = await import("/search.js"), index = await (await fetch("/index.json")).json();
		return open({ ...index, c: [] })("he hits me", true).few;
	})()`)
	if few != 20 {
		t.Errorf("where there is no safety page, the script shows %d", few)
	}
	got := browser.Value[[][]string](ctx, t, fmt.Sprintf(`import("/search.js").then(({ words }) => %s.map(words))`, script(t, texts)))
	for i, text := range texts {
		if diff := cmp.Diff(append([]string{}, folded(text)...), got[i]); diff != "" {
			t.Errorf("words of %q (-Go +script)\n%s", text, diff)
		}
	}
}

// script is a value as JavaScript writes it.
func script(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
