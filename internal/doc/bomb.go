package doc

import "github.com/yuin/goldmark/ast"

// maxRepeated is how many times the size of its file all reference links together may repeat.
const maxRepeated = 8

// costOfReference counts what [words][label] repeats: one long definition and many short labels make a page of any size.
func (c *converter) costOfReference(ref *ast.ReferenceLink, destination, title []byte, at int) {
	if ref == nil {
		return
	}
	limit := maxRepeated * (len(c.src) + 1<<10)
	before := c.spent
	c.spent += len(destination) + len(title)
	if before <= limit && c.spent > limit {
		c.problem("markdown-too-costly", at, 1, "the addresses that links repeat are %d times as long as the file", maxRepeated).
			Hint = "write each address once"
	}
}
