// Package browser opens pages in a real browser, for tests alone.
//
// In go addresses and JavaScript expressions, out come their values. All tests of a package share one browser and have tabs of
// their own in it, which know nothing of each other. Where there is no browser the test is skipped and says so, except where
// CI=true says that everything must run. No other package but tests imports this one.
package browser

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a page may take to do what it was asked, on a computer that is busy with other tests: only a failure waits
// so long. No test keeps a tab for longer than all.
const (
	patience = time.Minute
	all      = 5 * time.Minute
)

// one is the browser of a package's tests, and what ends it.
var one struct {
	sync.Mutex
	ctx context.Context
	end func()
}

// Main runs a package's tests and ends the browser that they shared: it is what TestMain calls.
func Main(m *testing.M) (code int) {
	code = m.Run()
	if one.ctx != nil {
		one.end()
	}
	return code
}

// Tab opens a tab with cookies, storage and focus of its own, which the test's end closes.
func Tab(t testing.TB) context.Context {
	t.Helper()
	ctx, cancel := chromedp.NewContext(shared(t), chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, all)
	t.Cleanup(cancel)
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// shared starts the browser once.
func shared(t testing.TB) context.Context {
	t.Helper()
	one.Lock()
	defer one.Unlock()
	if one.ctx != nil {
		return one.ctx
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WindowSize(1280, 800),
		chromedp.Flag("host-resolver-rules", "MAP *.example 127.0.0.1")) // other sites are on this computer too
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		end()
		t.Fatal(err)
	}
	one.ctx, one.end = ctx, func() { cancel(); end() }
	return ctx
}

func program(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("chromium is missing")
	}
	t.Skip("chromium is not here: what a browser shows is not looked at")
	return ""
}

// Go opens an address and waits until it is loaded.
func Go(ctx context.Context, t testing.TB, address string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

// Run runs a script in the page.
func Run(ctx context.Context, t testing.TB, script string) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script)); err != nil {
		t.Fatalf("%.200s: %v", script, err)
	}
}

// Value is what an expression is in the page; a promise is waited for.
func Value[T any](ctx context.Context, t testing.TB, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
	return v
}

// Await waits until an expression, or what it promises, is true in the page, whatever is loaded meanwhile.
func Await(ctx context.Context, t testing.TB, expression string) {
	t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("(async () => !!(await ("+expression+")))()", chromedp.EvalAwaitPromise))
		if err == nil && yes {
			return
		}
		if time.Now().After(late) || ctx.Err() != nil {
			now, _ := chromedp.Run(ctx, chromedp.Evaluate[string]("location.href + ' ' + document.body.innerText.slice(0, 300)"))
			t.Fatalf("never true: %s\n%v\non %s", expression, err, now)
		}
	}
}
