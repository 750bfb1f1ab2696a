package doc

import (
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"github.com/amends-guide/amends/internal/source"
)

// goldmarks does what the parser does, and writes HTML besides, with goldmark's own extensions.
var goldmarks = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList,
	extension.Footnote, extension.DefinitionList, extension.Typographer))

func BenchmarkParse(b *testing.B) {
	for _, size := range []struct{ name, path string }{{"essay", "../../content/en/essays/coming-back-is-the-skill.md"}, {"card", "../../content/en/cards/amend-set-right.md"}} {
		data, err := os.ReadFile(size.path)
		if err != nil {
			b.Fatal(err)
		}
		file := source.File{Path: size.path, Data: data}
		b.Run(size.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(file, Style{})
			}
			b.ReportMetric(retained(file), "B-kept/op")
		})
		_, body, _ := strings.Cut(string(data[len(fence):]), "\n"+fence+"\n")
		b.Run(size.name+"/body alone", func(b *testing.B) {
			bare := source.File{Path: size.path, Data: []byte(front + body)}
			b.ReportAllocs()
			for b.Loop() {
				Parse(bare, Style{})
			}
		})
		b.Run(size.name+"/goldmark", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := goldmarks.Convert([]byte(body), io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// retained is how much memory a Doc keeps.
func retained(file source.File) float64 {
	const n = 200
	docs := make([]*Doc, n)
	before := heap()
	for i := range docs {
		docs[i], _ = Parse(file, Style{})
	}
	after := heap()
	runtime.KeepAlive(docs)
	return (float64(after) - float64(before)) / n
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
