// Package browser opens pages in a real browser, for tests alone.
//
// In go addresses and JavaScript expressions, out come their values. Where there is no browser the test is skipped and says so,
// except where CI=true says that everything must run. No other package but tests imports this one.
package browser

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long a page may take before a test gives up on it, on a computer that is busy with other tests.
const patience = 2 * time.Minute

// Open starts a browser that the test's end stops. The context is a page of it.
func Open(t testing.TB, flags ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WindowSize(1280, 800))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(options, flags...)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
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

// Value is what an expression is in the page; a promise is waited for.
func Value[T any](ctx context.Context, t testing.TB, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
	return v
}

// Await waits until an expression is true in the page, whatever is loaded meanwhile.
func Await(ctx context.Context, t testing.TB, expression string) {
	t.Helper()
	for {
		yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		switch {
		case err == nil && yes:
			return
		case ctx.Err() != nil:
			t.Fatalf("never true: %s (%v)", expression, err)
		}
		time.Sleep(5 * time.Millisecond)
	}
}
