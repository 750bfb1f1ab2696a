package picture

import (
	"strings"
	"testing"
)

// D6: a drawing that could do more than draw is refused, never cleaned.
func TestReadSVG(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`<path d="M0 0"/><g fill="url(#a)"><use href="#b"/></g>`, ""},
		{`<text xml:lang="en">words &amp; more</text>`, ""},
		{`<script>1</script>`, "script"},
		{`<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`, "script"},
		{`<animate attributeName="href" to="javascript:1"/>`, "animate"},
		{`<set attributeName="onclick"/>`, "set"},
		{`<foreignObject/>`, "foreignObject"},
		{`<style>@import "//e"</style>`, "style"},
		{`<image href="https://e.example/x.png"/>`, "image"},
		{`<path onload="1"/>`, "onload"},
		{`<path style="fill:red;filter:url(#a)"/>`, ""},
		{`<path style="fill:url(//e)"/>`, "elsewhere"},
		{`<path style="fill:\75rl(//e)"/>`, "style"},
		{`<path style="fill:image-set('//e' 1x)"/>`, "style"},
		{`<g xml:base="//e"/>`, "xml:base"},
		{`<g></path>`, "well-formed"},
		{`</svg><svg xmlns="http://www.w3.org/2000/svg">`, "not an SVG"},
		{strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100), "too large"},
		{strings.Repeat("<g/>", 60_000), "too large"},
		{`<g id="a"><path/></g><g><use href="#a"/><use href="#a"/></g>`, ""},
		{`<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>`, "repeats"},
		{`<path fill="url(https://e.example/)"/>`, "elsewhere"},
		{`<path fill="url(#a) url( '//e')"/>`, "elsewhere"},
		{`<use xlink:href="//e.example/#a"/>`, "leads out"},
		{`<a href="javascript:1"/>`, "element a"},
		{`<path`, "well-formed"},
		{`<!DOCTYPE x [<!ENTITY a "b">]>`, "document type"},
		{`<?xml-stylesheet href="//e"?>`, "instruction"},
		{`&bomb;`, "well-formed"},
	} {
		data := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20.4">` + test.body + `</svg>`
		p, problem, ok := Read("a.svg", []byte(data))
		if test.want == "" {
			if !ok || p.Width != 30 || p.Height != 20 {
				t.Errorf("%s: %d × %d, %v", test.body, p.Width, p.Height, problem)
			}
			continue
		}
		if ok || problem.Class != "bad-svg" || !strings.Contains(problem.Text, test.want) || problem.Pos.Line < 1 {
			t.Errorf("%s: %v %+v", test.body, ok, problem)
		}
	}
}
