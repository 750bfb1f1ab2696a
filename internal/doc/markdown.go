package doc

import (
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// markdown is the one parser that every file goes through, at the same time if need be: what it learns of a file it keeps
// in the [notes] of that file. Smaller numbers are asked first; goldmark's own run from 100 to 1000.
//
// Left out on purpose: attributes and linkify (an author should see what becomes a link), and goldmark's typographer,
// footnotes and table pass, which know no languages, no positions and no limits.
var markdown = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithBlockParsers(
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(embedParser{}, 110),
		util.Prioritized(tightHeading{}, 601),
		util.Prioritized(footnoteParser{extension.NewFootnoteBlockParser()}, 999),
	),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	parser.WithInlineParsers(
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(markParser{Embed, "![[", "]]"}, 105),
		util.Prioritized(markParser{Link, "[[", "]]"}, 110),
		util.Prioritized(markParser{Cite, "[@", "]"}, 120),
		util.Prioritized(markParser{FootnoteRef, "[^", "]"}, 130),
		util.Prioritized(slotParser{}, 140),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(limits{}, 10),
		util.Prioritized(callouts{}, 50),
		util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
	),
)
