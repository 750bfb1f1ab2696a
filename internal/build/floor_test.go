package build_test

import (
	"bytes"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// floor is the least any generator on these libraries must do, and the measure of ours: read every file, decode its front
// matter, convert its Markdown with the extensions we use, execute one small template, write every file. No features, no
// checks, no second look; both cores.
func floor(site, out string) error {
	markdown := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote,
			extension.DefinitionList, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
	)
	var files []string
	if err := filepath.WalkDir(filepath.Join(site, "content"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") {
			files = append(files, path)
		}
		return err
	}); err != nil {
		return err
	}
	work := make(chan []string)
	failed := make(chan error, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for chunk := range work {
				for _, path := range chunk {
					if err := floorFile(markdown, path, out); err != nil {
						select {
						case failed <- err:
						default:
						}
					}
				}
			}
		})
	}
	for len(files) > 0 {
		n := min(16, len(files))
		work <- files[:n]
		files = files[n:]
	}
	close(work)
	wg.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}

var floorShell = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Title}}</title><link rel="stylesheet" href="/site.css"></head>
<body><header><nav><a href="/">Home</a> <a href="/cards/">Cards</a> <a href="/essays/">Essays</a></nav></header>
<main><h1>{{.Title}}</h1>{{.Body}}</main><footer>{{.Updated}}</footer></body></html>
`))

func floorFile(markdown goldmark.Markdown, path, out string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	_, rest, _ := bytes.Cut(data, []byte("+++\n"))
	front, body, _ := bytes.Cut(rest, []byte("+++\n"))
	facts := map[string]any{}
	if _, err := toml.Decode(string(front), &facts); err != nil {
		return err
	}
	var html, page bytes.Buffer
	if err := markdown.Convert(body, &html); err != nil {
		return err
	}
	title := facts["title"]
	if title == nil {
		title = facts["phrase"]
	}
	if err := floorShell.Execute(&page, map[string]any{"Title": title, "Body": template.HTML(html.String()), "Updated": facts["updated"]}); err != nil {
		return err
	}
	dir := filepath.Join(out, filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".md"))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "index.html"), page.Bytes(), 0o644)
}

func BenchmarkFloor(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(sizeName(n), func(b *testing.B) {
			site := corpusSite(b, n)
			out := filepath.Join(benchFolder(b), "out")
			measure(b, func() error { return floor(site, out) }, out)
		})
	}
}
