package serve

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

// patience is how long something that has to happen may take on a computer that has much else to do; only a failure waits so long.
const patience = time.Minute

// serving runs a preview at a real door until the returned function is called, which tells how long the farewell took.
func serving(t testing.TB) (s *Server, address string, stop func() time.Duration) {
	t.Helper()
	door, err := Listen(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	s = showing(t, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan error, 1)
	go func() { gone <- s.Serve(ctx, door) }()
	stop = func() time.Duration {
		start := time.Now()
		cancel()
		if err := <-gone; err != nil {
			t.Error(err)
		}
		return time.Since(start)
	}
	return s, fmt.Sprintf("127.0.0.1:%d", door.Port), stop
}

// A listener is one open stream of events.
type listener struct {
	conn   net.Conn
	events *bufio.Scanner
}

func listening(t testing.TB, s *Server, address string) listener {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(conn, "GET /.amends/events?token=%s HTTP/1.1\r\nHost: localhost\r\n\r\n", s.token)
	l := listener{conn, bufio.NewScanner(conn)}
	l.next(t)
	return l
}

// next waits for an event and returns its numbers.
func (l listener) next(t testing.TB) string {
	t.Helper()
	l.conn.SetReadDeadline(time.Now().Add(patience))
	for l.events.Scan() {
		if numbers, ok := strings.CutPrefix(l.events.Text(), "data: "); ok {
			return numbers
		}
	}
	t.Fatal("the stream has ended:", l.events.Err())
	return ""
}

// settles waits until no more goroutines run than that.
func settles(t testing.TB, base int) {
	t.Helper()
	for late := time.Now().Add(patience); runtime.NumGoroutine() > base; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(late) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), base, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

func get(t testing.TB, address, path string) int {
	t.Helper()
	r, err := http.Get("http://" + address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	io.Copy(io.Discard, r.Body)
	return r.StatusCode
}

// E8: five hundred streams hear of a change, and leave nothing behind.
func TestE8ManyStreams(t *testing.T) {
	base := runtime.NumGoroutine()
	s, address, stop := serving(t)
	var all []listener
	for range 500 {
		all = append(all, listening(t, s, address))
	}
	for i := range 3 {
		s.Show(Site{Tree: tree(t, map[string]string{"index.html": page(fmt.Sprint(i))}), Root: "/"}, nil)
		want := s.numbers(s.state.Load())
		for _, l := range all {
			for l.next(t) != want {
			}
		}
	}
	if got := s.streams.Load(); got != 500 {
		t.Errorf("%d streams are counted", got)
	}
	for _, l := range all {
		l.conn.Close()
	}
	for late := time.Now().Add(patience); s.streams.Load() > 0 && time.Now().Before(late); time.Sleep(time.Millisecond) {
	}
	if got := s.streams.Load(); got != 0 {
		t.Errorf("%d streams are left", got)
	}
	stop()
	settles(t, base)
}

func TestStreamsAreBounded(t *testing.T) {
	s := showing(t, Options{})
	s.streams.Store(mostStreams)
	if w := ask(s, "GET", "/.amends/events?token="+s.token); w.Code != 503 || s.streams.Load() != mostStreams {
		t.Errorf("%d, %d streams", w.Code, s.streams.Load())
	}
}

// E11: with streams open, the end comes at once (farewell is a second; the limit here leaves room for a busy computer), and
// nothing is left running.
func TestE11EndsWithStreamsOpen(t *testing.T) {
	base := runtime.NumGoroutine()
	s, address, stop := serving(t)
	for range 50 {
		l := listening(t, s, address)
		defer l.conn.Close()
	}
	half, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer half.Close()
	fmt.Fprint(half, "GET / HTTP/1.1\r\nHost: loc")
	if took := stop(); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
	settles(t, base)
}

// E6: whoever opens connections and says nothing keeps nobody out.
func TestE6HalfOpen(t *testing.T) {
	_, address, stop := serving(t)
	defer stop()
	var all []net.Conn
	for i := range 1000 {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(i, err)
		}
		defer conn.Close()
		fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: ")
		all = append(all, conn)
	}
	start := time.Now()
	if got := get(t, address, "/"); got != 200 {
		t.Error("others get", got)
	}
	if testing.Short() {
		return
	}
	for _, conn := range all {
		conn.SetReadDeadline(start.Add(patience))
		if _, err := io.Copy(io.Discard, conn); os.IsTimeout(err) {
			t.Fatal("a half-open connection is held")
		}
	}
	t.Logf("all were cut within %v", time.Since(start).Round(time.Second/10))
}

// E10: a port that is taken is told, and the next free one is opened.
func TestE10PortTaken(t *testing.T) {
	first, err := Listen(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if first.Taken != 0 {
		t.Error("any port is taken:", first.Taken)
	}
	second, err := Listen(first.Port, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if second.Taken != first.Port || second.Port <= first.Port {
		t.Errorf("asked for %d, got %d, told %d", first.Port, second.Port, second.Taken)
	}
	if _, err := Listen(first.Port, []string{"192.0.2.1"}); err == nil || !strings.Contains(err.Error(), "192.0.2.1 is not") {
		t.Error("an address that is not ours:", err)
	}
}

// Without hosts, nothing outside of this computer can connect.
func TestLoopbackOnly(t *testing.T) {
	door, err := Listen(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer door.Close()
	for _, l := range door.all {
		if ip := l.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
			t.Errorf("it is open at %v", ip)
		}
	}
}
