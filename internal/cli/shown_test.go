package cli

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/browser"
)

// corpusSite is the site that the benchmarks of a build are measured on, with that many entries.
func corpusSite(b *testing.B, entries int) string {
	b.Helper()
	root := ""
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		root = "/dev/shm" // a disk's own noise would drown what is measured
	}
	dir, err := os.MkdirTemp(root, "corpus-")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	write := exec.Command("go", "test", "../build", "-count=1", "-run", "TestWriteCorpus", "-corpus", dir, "-entries", fmt.Sprint(entries))
	if said, err := write.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, said)
	}
	return dir
}

// BenchmarkShown saves a card whose page is open in a real browser, and measures until the page's own text has changed: its body,
// or the phrase that lists, neighbours and search show too.
func BenchmarkShown(b *testing.B) {
	for _, entries := range []int{1_000, 10_000} {
		b.Run(fmt.Sprintf("entries=%d", entries), func(b *testing.B) {
			dir := corpusSite(b, entries)
			ctx := browser.Tab(b)
			p := startPreview(b, dir)
			p.goTo(ctx, "/guide/cards/card-00042/")
			const file = "content/en/cards/card-00042.md"
			before := p.read(file)
			for kind, edit := range map[string]func(mark string) string{
				"body": func(mark string) string {
					return strings.Replace(before, "## Use it when\n- ", "## Use it when\n- "+mark+" ", 1)
				},
				"title": func(mark string) string {
					return strings.Replace(before, "phrase = \"I was", "phrase = \""+mark+": I was", 1)
				},
			} {
				b.Run("edit="+kind, func(b *testing.B) {
					var all, built []time.Duration
					for b.Loop() {
						mark := fmt.Sprintf("Edit %d", time.Now().UnixNano())
						browser.Run(ctx, b, watcher(mark))
						shown := make(chan float64, 1)
						go func() {
							at, err := chromedp.Run(ctx, chromedp.Evaluate[float64]("window.shown", chromedp.EvalAwaitPromise))
							if err != nil {
								b.Error(err)
							}
							shown <- at
						}()
						start := time.Now()
						p.write(file, edit(mark))
						at := <-shown
						all = append(all, time.UnixMicro(int64(at*1000)).Sub(start))
						b.StopTimer()
						time.Sleep(300 * time.Millisecond) // an author takes longer than that
						built = append(built, p.built())
						b.StartTimer()
					}
					slices.Sort(all)
					slices.Sort(built)
					b.ReportMetric(float64(built[len(built)/2].Milliseconds()), "of-it-building-ms")
					b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "median-ms")
					b.ReportMetric(float64(all[len(all)-1].Microseconds())/1000, "longest-ms")
				})
			}
		})
	}
}

var tookLine = regexp.MustCompile(`, in (\S+)\n$`)

// built is how long the last build took, as the preview says.
func (p *running) built() time.Duration {
	said := tookLine.FindStringSubmatch(p.out.String())
	if said == nil {
		p.Fatalf("it does not say how long a build took:\n%s", p.out.String())
	}
	took, err := time.ParseDuration(said[1])
	if err != nil {
		p.Fatal(err)
	}
	return took
}

// watcher is a script that notes when the page holds a text, in milliseconds since 1970.
func watcher(mark string) string {
	return fmt.Sprintf(`window.shown = new Promise((tell) => {
		const look = () => document.querySelector("main").textContent.includes(%q) && (observer.disconnect(), tell(performance.timeOrigin + performance.now()));
		const observer = new MutationObserver(look);
		observer.observe(document, { subtree: true, childList: true, characterData: true });
	}); undefined`, mark)
}
