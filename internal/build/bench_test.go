package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/output"
	"github.com/amends-guide/amends/internal/report"
)

// BenchmarkCold builds and writes a whole site into a new folder, checks and verification included: what BenchmarkFloor is
// the measure of.
func BenchmarkCold(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(sizeName(n), func(b *testing.B) {
			site := corpusSite(b, n)
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
			defer debug.SetGCPercent(debug.SetGCPercent(100))
			out := filepath.Join(benchFolder(b), "public")
			measure(b, func() error { return buildInto(site, out) }, out)
		})
	}
}

// BenchmarkCheck builds a whole site and writes nothing.
func BenchmarkCheck(b *testing.B) {
	for _, n := range sizes(b) {
		b.Run(sizeName(n), func(b *testing.B) {
			site := corpusSite(b, n)
			measure(b, func() error { _, err := coldBuild(site); return err })
		})
	}
}

// buildInto is what the command build does, its limit of memory included, which stays.
func buildInto(site, out string) error {
	o := options(site)
	o.Thrifty = true
	builder, err := build.New(o)
	if err != nil {
		return err
	}
	defer builder.Close()
	ctx := context.Background()
	planned, err := builder.Plan(ctx)
	if err != nil {
		return err
	}
	stage, err := output.Begin(ctx, out, output.Options{})
	if err != nil {
		return err
	}
	defer stage.Abort()
	result, err := builder.Finish(ctx, planned, stage)
	if err != nil {
		return err
	}
	_, err = stage.Commit(ctx, result.Tree)
	return err
}

func coldBuild(site string) (*build.Result, error) {
	builder, err := build.New(options(site))
	if err != nil {
		return nil, err
	}
	defer builder.Close()
	return whole(builder)
}

// whole builds, and takes a site with errors for a broken benchmark.
func whole(builder *build.Builder) (*build.Result, error) {
	result, err := builder.Build(context.Background())
	if err == nil && result.Tree == nil {
		var said strings.Builder
		if err := report.Write(&said, report.Text, result.Problems[:min(5, len(result.Problems))], report.Options{Lines: result.Lines}); err != nil {
			return nil, err
		}
		err = fmt.Errorf("the corpus has problems:\n%s", said.String())
	}
	return result, err
}

// BenchmarkWarm changes one entry and makes the tree again, as a preview does: its body, the title that lists and neighbours show
// too, or what it is related by.
func BenchmarkWarm(b *testing.B) {
	edits := map[string]func(text string, i int) string{
		"body": func(text string, i int) string {
			return strings.Replace(text, "## Use it when\n- ", fmt.Sprintf("## Use it when\n- Edit %d ", i), 1)
		},
		"title": func(text string, i int) string {
			return strings.Replace(text, "phrase = \"I was", fmt.Sprintf("phrase = \"%d: I was", i), 1)
		},
		"relation": func(text string, i int) string {
			return strings.Replace(text, "intensity = 1", fmt.Sprintf("intensity = %d", 1+i%2), 1)
		},
	}
	for _, n := range sizes(b) {
		for _, kind := range []string{"body", "title", "relation"} {
			b.Run(sizeName(n)+"/edit="+kind, func(b *testing.B) {
				site := corpusSite(b, n)
				card := filepath.Join(site, "content/en/cards/card-00042.md")
				before, err := os.ReadFile(card)
				if err != nil {
					b.Fatal(err)
				}
				defer os.WriteFile(card, before, 0o644)
				builder, err := build.New(options(site))
				if err != nil {
					b.Fatal(err)
				}
				defer builder.Close()
				for range 2 { // what has just been written is read again until some seconds have passed, as its stamp may lie
					if _, err := whole(builder); err != nil {
						b.Fatal(err)
					}
					time.Sleep(3 * time.Second)
				}
				i := 0
				measure(b, func() error {
					i++
					if err := os.WriteFile(card, []byte(edits[kind](string(before), i)), 0o644); err != nil {
						return err
					}
					_, err := whole(builder)
					return err
				})
			})
		}
	}
}
