package build_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/amends-guide/amends/internal/browser"
)

// A reader has a tab of the browser open on the guide of this repository.
type reader struct {
	*testing.T
	ctx     context.Context
	address string
	mu      sync.Mutex
	said    []string // what pages wrote on the console, which nobody should ever see
	strayed []string // addresses elsewhere that pages asked for
	known   string   // what either may hold
}

// readings are what readers do, each in a tab of its own.
var readings = map[string]func(*reader){}

func TestReaders(t *testing.T) {
	address := shown(t, ownGuide(t).Tree)
	for name, read := range readings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			read(newReader(t, address))
		})
	}
}

// newReader has a tab that asks for nothing but what is at the address, and in which no page ever says a word on the console. The
// reader asked for less motion: what fades takes no taps.
func newReader(t *testing.T, address string) *reader {
	t.Helper()
	r := &reader{T: t, ctx: browser.Tab(t), address: address}
	if err := chromedp.Listen(r.ctx, r.listen); err != nil {
		t.Fatal(err)
	}
	r.wishes("prefers-reduced-motion", "reduce")
	t.Cleanup(func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		if len(r.said) > 0 {
			t.Errorf("the console says %q", r.said)
		}
		if len(r.strayed) > 0 {
			t.Errorf("asks elsewhere for %q", r.strayed)
		}
	})
	return r
}

func (r *reader) listen(event any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	note := func(list *[]string, text string) {
		if r.known == "" || !strings.Contains(text, r.known) {
			*list = append(*list, text)
		}
	}
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		note(&r.said, fmt.Sprintf("%v %+v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		note(&r.said, fmt.Sprint(e.Type))
	case *log.EventEntryAdded:
		if !strings.HasSuffix(e.Entry.URL, "/favicon.ico") { // icons are asked for by what is no page
			note(&r.said, e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if to := e.Request.URL; !strings.HasPrefix(to, r.address+"/") && !strings.HasPrefix(to, "data:") {
			note(&r.strayed, to)
		}
	}
}

// before runs a script in every page before the page's own.
func (r *reader) before(script string) {
	r.Helper()
	r.call(chromedp.Call(r.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}

// call wants a command to the browser to have been done.
func (r *reader) call(_ any, err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// wishes are what the reader asked the device for, by names and values of media features.
func (r *reader) wishes(pairs ...string) {
	r.Helper()
	var all []*emulation.MediaFeature
	for pair := range slices.Chunk(pairs, 2) {
		all = append(all, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	r.call(chromedp.Call(r.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: all}))
}

func (r *reader) open(path string) {
	r.Helper()
	browser.Go(r.ctx, r.T, r.address+path)
}

// press presses keys, by the characters of them: \t for Tab, \r for Enter, " " for the space bar.
func (r *reader) press(keys string) {
	r.Helper()
	if err := chromedp.Do(r.ctx, chromedp.KeyEvent(keys)); err != nil {
		r.Fatal(err)
	}
}

// tap clicks on the element that a selector finds, where a finger or a mouse would, once nothing lies over it: while one page turns
// into the next the browser shows pictures of both, and a click on those is lost.
func (r *reader) tap(selector string) {
	r.Helper()
	middle := fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const b = e.getClientRects()[0], x = b.x + b.width / 2, y = b.y + b.height / 2, top = document.elementFromPoint(x, y);
		return top && top !== document.documentElement && (e.contains(top) || top.contains(e)) ? x + "," + y : "";
	})()`, selector)
	r.wait(middle + ` !== ""`)
	var x, y float64
	if _, err := fmt.Sscanf(r.text(middle), "%g,%g", &x, &y); err != nil {
		r.Fatalf("%s: %v", selector, err)
	}
	if err := chromedp.Do(r.ctx, chromedp.MouseClickXY(x, y)); err != nil {
		r.Fatal(err)
	}
}

// text is what an expression is in the page, as text.
func (r *reader) text(expression string) string {
	r.Helper()
	return browser.Value[string](r.ctx, r.T, "(async () => String(await ("+expression+")))()")
}

// wait waits until an expression is true.
func (r *reader) wait(expression string) {
	r.Helper()
	browser.Await(r.ctx, r.T, expression)
}

// want compares what an expression is in the page.
func (r *reader) want(expression, want string) {
	r.Helper()
	if got := r.text(expression); got != want {
		r.Errorf("%s: %q, want %q", expression, got, want)
	}
}

// wantIn looks for a text in what an expression is.
func (r *reader) wantIn(expression, want string) {
	r.Helper()
	if got := r.text(expression); !strings.Contains(got, want) {
		r.Errorf("%s: no %q in %q", expression, want, got)
	}
}

// scriptless turns scripts off; what a test asks of the page is still answered.
func (r *reader) scriptless() {
	r.Helper()
	r.call(chromedp.Call(r.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
}
