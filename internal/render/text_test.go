package render

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
	"github.com/amends-guide/amends/internal/source"
)

// testVoice speaks words that are their keys, and has a tile as short as one can be.
func testVoice(t testing.TB) *voice {
	t.Helper()
	v := newVoice(config.Language{
		Tag: "en", Quotes: [4]string{"“", "”", "‘", "’"},
		Words:    map[string]string{"note": "Note", "back-to-text": "Back", "table": "Table", "task-open": "to do", "task-done": "done"},
		Callouts: map[string]string{"care": "Take care"},
	}, source.Sum{})
	v.pieces = newPieces()
	if _, err := v.set.New("partials/tile").Parse(`<i>{{.Text}}</i>`); err != nil {
		t.Fatal(err)
	}
	return v
}

// textOf reads Markdown and resolves its references by hand: entries are quoted when their id begins with "own".
func textOf(t testing.TB, markdown string, fields bool) *site.Text {
	t.Helper()
	d, problems := doc.Parse(source.File{Path: "x.md", Data: []byte("+++\n+++\n" + markdown)}, doc.Style{Fields: fields})
	for _, p := range problems {
		if p.Severity == report.Error {
			t.Fatalf("%s: %s", p.Pos, p.Text)
		}
	}
	body := &site.Body{Lang: "en", Footnotes: d.Footnotes, Fields: d.Fields, FirstPic: -1}
	for i, ref := range d.Refs {
		var to site.Ref
		switch ref.Kind {
		case doc.ToEntry:
			to = site.Ref{Quoted: strings.HasPrefix(ref.Target, "own"), Link: site.Link{Text: "Its title", Address: "/" + ref.Target + "/"}}
			if ref.Target == "heil" {
				to.Foreign = &site.Foreign{Lang: "de", Dir: "ltr", Label: "in German"}
			}
		case doc.ToCard:
			to.Tile = &site.Tile{Link: site.Link{Text: ref.Target}}
		case doc.ToSource:
			to = site.Ref{Cite: "Ann & Ben, 2016", Link: site.Link{Address: "#source-" + ref.Target}}
		case doc.ToPicture:
			to.Picture = site.Picture{Address: "/media/" + ref.Target, Width: 4, Height: 3}
			if body.FirstPic < 0 {
				body.FirstPic = i
			}
		case doc.ToAnchor:
			to.Address = "#" + ref.Fragment
		default:
			to = site.Ref{Outside: ref.Kind == doc.ToAddress, Link: site.Link{Address: ref.Target}}
		}
		body.Refs = append(body.Refs, to)
	}
	return &site.Text{Nodes: d.Nodes, Body: body}
}

func TestFlow(t *testing.T) {
	v := testVoice(t)
	for name, c := range map[string]struct{ markdown, want string }{
		"paragraph":       {"One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>\n"},
		"emphasis":        {"*a* **b** ~~c~~ `d<e`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d&lt;e</code></p>\n"},
		"escaped":         {`1 < 2 & "3"`, "<p>1 &lt; 2 &amp; “3”</p>\n"},
		"break":           {"a\\\nb", "<p>a<br>\nb</p>\n"},
		"heading":         {"## What *is* it", "<h2 id=\"what-is-it\">What <em>is</em> it</h2>\n"},
		"bullets":         {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		"loose bullets":   {"- a\n\n  b", "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>\n"},
		"numbers":         {"1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"},
		"numbers from 3":  {"3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n"},
		"list in a list":  {"- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
		"quote":           {"> a", "<blockquote><p>a</p>\n</blockquote>\n"},
		"callout":         {"> [!CARE]\n> a", "<div class=\"callout\" data-kind=\"care\" role=\"note\"><p class=\"label\">Take care</p>\n<p>a</p>\n</div>\n"},
		"code":            {"```\n<b> & \"c\"\n```", "<pre tabindex=\"0\"><code>&lt;b&gt; &amp; &#34;c&#34;</code></pre>\n"},
		"rule":            {"a\n\n---", "<p>a</p>\n<hr>\n"},
		"definitions":     {"Bond\n: what lies between", "<dl><dt>Bond</dt><dd>what lies between</dd></dl>\n"},
		"table":           {"| a | b | c |\n| --- | :-: | --: |\n| 1 | 2 | *3* |", `<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>` + "\n" + `<thead><tr><th scope="col">a</th><th scope="col" class="centre">b</th><th scope="col" class="end">c</th></tr></thead>` + "\n<tbody>\n" + `<tr><td>1</td><td class="centre">2</td><td class="end"><em>3</em></td></tr>` + "\n</tbody>\n</table></div>\n"},
		"address":         {"[a](https://e.org/?b&c)", `<p><a href="https://e.org/?b&amp;c" rel="noopener noreferrer external">a</a></p>` + "\n"},
		"mail":            {"[a](mailto:a@e.org)", `<p><a href="mailto:a@e.org">a</a></p>` + "\n"},
		"anchor":          {"## A\n\n[a](#a)", "<h2 id=\"a\">A</h2>\n<p><a href=\"#a\">a</a></p>\n"},
		"entry":           {"[[repair]] [[repair|mend *it*]]", `<p><a href="/repair/">Its title</a> <a href="/repair/">mend *it*</a></p>` + "\n"},
		"entry, a card":   {"[[own-it]]", `<p><a href="/own-it/"><q>Its title</q></a></p>` + "\n"},
		"entry, foreign":  {"[[heil]]", `<p><a href="/heil/" hreflang="de" lang="de" dir="ltr">Its title</a> <span class="lang">in German</span></p>` + "\n"},
		"foreign, worded": {"[[heil|whole]]", `<p><a href="/heil/" hreflang="de">whole</a> <span class="lang">in German</span></p>` + "\n"},
		"cards":           {"![[one]]\n\n![[two]]\n\nEnd.", "<ul class=\"tiles\" role=\"list\"><li><i>one</i></li>\n<li><i>two</i></li>\n</ul>\n<p>End.</p>\n"},
		"citation":        {"It is [@ann-2016].", `<p>It is <span class="cite">(<a href="#source-ann-2016">Ann &amp; Ben, 2016</a>)</span>.</p>` + "\n"},
		"pictures": {"![A bowl](a.jpg)\n\nThen ![b](b.jpg).", `<figure><img src="/media/a.jpg" alt="A bowl" width="4" height="3" decoding="async"></figure>` + "\n" +
			`<p>Then <img src="/media/b.jpg" alt="b" width="4" height="3" loading="lazy" decoding="async">.</p>` + "\n"},
		"footnotes": {"a[^x] b[^y] c[^x]\n\nEnd.\n\n[^x]: One.\n[^y]: Two[^x].", `<p>a<a class="ref" id="r1" href="#n1" role="doc-noteref"><span class="vh">Note </span>1</a>` +
			` b<a class="ref" id="r2" href="#n2" role="doc-noteref"><span class="vh">Note </span>2</a>` +
			` c<a class="ref" id="r1-2" href="#n1" role="doc-noteref"><span class="vh">Note </span>1</a></p>` + "\n" +
			`<aside class="note" id="n1" role="doc-footnote"><b>1</b> One. <a class="back" href="#r1" role="doc-backlink" aria-label="Back 1">↩</a></aside>` + "\n" +
			`<aside class="note" id="n2" role="doc-footnote"><b>2</b> Two<a class="ref" id="r1-3" href="#n1" role="doc-noteref"><span class="vh">Note </span>1</a>.` +
			` <a class="back" href="#r2" role="doc-backlink" aria-label="Back 2">↩</a></aside>` + "\n<p>End.</p>\n"},
		"tasks": {"- [x] a\n- [ ] b", "<ul>\n" + `<li class="task"><span role="img" aria-label="done">☑</span> a</li>` + "\n" +
			`<li class="task"><span role="img" aria-label="to do">☐</span> b</li>` + "\n</ul>\n"},
		"field: line": {"What I did: ____\n*As a camera.*", `<div class="field"><label for="f-what-i-did">What I did</label><p class="help" id="f-what-i-did-help">As a camera.</p>` +
			`<input type="text" id="f-what-i-did" aria-describedby="f-what-i-did-help" autocomplete="off"></div>` + "\n"},
		"field: lines":  {"And:\n____\n____", `<div class="field"><label for="f-and">And</label><textarea rows="2" id="f-and" autocomplete="off"></textarea></div>` + "\n"},
		"field: box":    {"```box 6\nB\n```", `<div class="field"><label for="f-b">B</label><textarea rows="6" id="f-b" autocomplete="off"></textarea></div>` + "\n"},
		"field: checks": {"- [ ] a\n- [ ] b", `<fieldset class="field options"><label><input type="checkbox"><span>a</span></label><label><input type="checkbox"><span>b</span></label></fieldset>` + "\n"},
		"field: choice": {"When?\n\n- ( ) now\n- ( ) later", `<fieldset class="field options"><legend>When?</legend>` +
			`<label><input type="radio" name="f-when"><span>now</span></label><label><input type="radio" name="f-when"><span>later</span></label></fieldset>` + "\n"},
		"field: scale": {"How hot? 0 … 2 (calm … flooded)", `<fieldset class="field scale"><legend>How hot?</legend><div class="points">` +
			`<label><input type="radio" name="f-how-hot"><span>0 <small>calm</small></span></label>` +
			`<label><input type="radio" name="f-how-hot"><span>1</span></label>` +
			`<label><input type="radio" name="f-how-hot"><span>2 <small>flooded</small></span></label></div></fieldset>` + "\n"},
		"field: grid": {"| who | when |\n| --- | --- |\n| Ann | |\n| | |", `<div class="field"><div class="scroll" role="group" tabindex="0" aria-label="Table"><table>` + "\n" +
			`<thead><tr><th scope="col">who</th><th scope="col">when</th></tr></thead>` + "\n<tbody>\n" +
			`<tr><td>Ann</td><td><textarea rows="2" autocomplete="off" aria-label="when, Ann"></textarea></td></tr>` + "\n" +
			`<tr><td><textarea rows="2" autocomplete="off" aria-label="who, 2"></textarea></td><td><textarea rows="2" autocomplete="off" aria-label="when, 2"></textarea></td></tr>` + "\n</tbody>\n</table></div>\n</div>\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := string(v.flow(nil, textOf(t, c.markdown, strings.HasPrefix(name, "field: ")))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	v := testVoice(t)
	for markdown, want := range map[string]string{
		"One *two*.":  "One <em>two</em>.",
		"One.\n\n- a": "One.<ul>\n<li>a</li>\n</ul>\n",
		"a[^x]\n\n[^x]: b": `a<a class="ref" id="r1" href="#n1" role="doc-noteref"><span class="vh">Note </span>1</a>` +
			`<aside class="note" id="n1" role="doc-footnote"><b>1</b> b <a class="back" href="#r1" role="doc-backlink" aria-label="Back 1">↩</a></aside>` + "\n",
	} {
		if got := string(v.line(nil, textOf(t, markdown, false))); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", markdown, got, want)
		}
	}
	if got := v.line(nil, nil); len(got) > 0 {
		t.Errorf("no text is %q", got)
	}
}

func TestPhrase(t *testing.T) {
	p := guide.Phrase{Blanks: []guide.PhrasePart{{Text: "I <b> at "}, {Slot: "who", Hint: `a "name" <i>`, Example: `"me"`}, {Text: "."}}}
	if got, want := string(appendPhrase(nil, p)), `I &lt;b&gt; at <span class="slot" data-slot="who" data-example="&#34;me&#34;">a &#34;name&#34; &lt;i&gt;</span>.`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// D4: quotes and tags in any string of a tree, a field or a reference stay text. Every kind of node is made by hand with the
// same evil in all its strings; parsed as a browser would, the page has no element or attribute that this room does not write.
func TestNothingBecomesMarkup(t *testing.T) {
	const evil = `"'><evil onclick=x href=javascript:x></p></textarea></a>&lt;evil>` + "\x00"
	v := testVoice(t)
	for kind := doc.Paragraph; kind <= doc.Break; kind++ {
		if kind == doc.Table || kind == doc.Row || kind == doc.Cell {
			continue // below
		}
		for _, field := range []doc.FieldKind{doc.Line, doc.Lines, doc.Box, doc.Check, doc.Choice, doc.Scale} {
			n := doc.Sketch{Kind: kind, Level: 2, Text: evil}
			if kind != doc.Link && kind < doc.Text {
				n.Kids = []doc.Sketch{{Kind: doc.Text, Text: evil}}
			}
			harmless(t, v, n, field, evil)
			if kind != doc.FieldNode {
				break
			}
		}
	}
	cell := doc.Sketch{Kind: doc.Cell, Kids: []doc.Sketch{{Kind: doc.Text, Text: evil}}}
	rows := []doc.Sketch{{Kind: doc.Row, Kids: []doc.Sketch{cell, cell}}, {Kind: doc.Row, Kids: []doc.Sketch{cell, {Kind: doc.Cell}}}}
	harmless(t, v, doc.Sketch{Kind: doc.FieldNode, Kids: []doc.Sketch{{Kind: doc.Table, Kids: rows}}}, doc.Grid, evil)
}

func harmless(t *testing.T, v *voice, n doc.Sketch, field doc.FieldKind, evil string) {
	t.Helper()
	body := &site.Body{
		Refs: []site.Ref{{
			Link: site.Link{Text: evil, Address: "/" + evil, Foreign: &site.Foreign{Lang: evil, Dir: evil, Label: evil}},
			Tile: &site.Tile{Link: site.Link{Text: evil}}, Cite: evil, Picture: site.Picture{Address: "/media/" + evil},
		}},
		Fields:    []doc.Field{{Kind: field, ID: evil, Label: evil, Help: evil, Options: []string{evil}, Max: 1, LowEnd: evil, HighEnd: evil}},
		Footnotes: []doc.Footnote{{Nodes: doc.Draw(doc.Sketch{Kind: doc.Paragraph, Kids: []doc.Sketch{{Kind: doc.Text, Text: evil}}})}},
	}
	out := string(v.flow(nil, &site.Text{Nodes: doc.Draw(n), Body: body}))
	known := " aria-describedby aria-label alt autocomplete class data-kind decoding dir for height href hreflang id lang loading name role rows scope src start tabindex type width "
	for z := html.NewTokenizer(strings.NewReader(out)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Data == "evil" && token.Type != html.TextToken {
			t.Errorf("node %d makes %s", n.Kind, out)
		}
		for _, a := range token.Attr {
			if !strings.Contains(known, " "+a.Key+" ") {
				t.Errorf("node %d has the attribute %q: %s", n.Kind, a.Key, out)
			}
		}
	}
}

func TestEmbedWithoutCard(t *testing.T) {
	text := &site.Text{Nodes: doc.Draw(doc.Sketch{Kind: doc.Embed}), Body: &site.Body{Refs: []site.Ref{{}}}}
	if got := string(testVoice(t).flow(nil, text)); strings.Contains(got, "<li>") {
		t.Error(got)
	}
}
