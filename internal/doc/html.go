package doc

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// instead says what to write in the place of some HTML.
var instead = map[string]string{
	"b": "write **words**", "strong": "write **words**", "i": "write *words*", "em": "write *words*",
	"br": `end the line with a \`, "a": "write [words](address)", "img": "write ![what it shows](file)",
	"hr": "write --- on a line of its own", "del": "write ~~words~~", "code": "write `words`",
	"blockquote": "begin the line with >", "p": "leave a line empty", "!--": "delete it: a comment would be lost",
}

func (c *converter) htmlBlock(n *ast.HTMLBlock) {
	if n.Lines().Len() > 0 {
		first := n.Lines().At(0)
		c.html(first.Start, first.Stop)
	}
}

func (c *converter) rawHTML(n *ast.RawHTML) {
	first := n.Segments.At(0)
	c.html(first.Start, first.Stop)
}

func (c *converter) html(start, stop int) {
	written := strings.TrimSpace(c.src[start:stop])
	start += strings.Index(c.src[start:stop], written)
	name := strings.ToLower(strings.TrimLeft(written, "</"))
	if end := strings.IndexAny(name, " \t/>"); end >= 0 {
		name = name[:end]
	}
	if strings.HasPrefix(written, "</") && c.told["raw-html"] > 0 {
		return // what it closes has been told
	}
	if strings.HasPrefix(name, "!--") {
		name = "!--"
	}
	hint := instead[name]
	if hint == "" {
		hint = "write it in Markdown, or leave it out"
	}
	c.problem("raw-html", start, len(written), "HTML cannot be used in the text").Hint = hint
}
