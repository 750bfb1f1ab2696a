package serve

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// BenchmarkLoad asks for pages as fast as so many clients can, each on a connection of its own, all on this computer.
func BenchmarkLoad(b *testing.B) {
	for _, clients := range []int{1, 50, 1000} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			s, address, stop := serving(b)
			defer stop()
			s.Show(Site{Tree: tree(b, map[string]string{"index.html": page(strings.Repeat("<p>Sit or kneel. Slow. Hands open.</p>\n", 250))}), Root: "/"}, nil)
			transport := &http.Transport{MaxIdleConnsPerHost: clients, DialContext: (&net.Dialer{}).DialContext}
			defer transport.CloseIdleConnections()
			asks := make(chan int)
			took := make([][]time.Duration, clients)
			var mu sync.Mutex
			faults := 0
			var group sync.WaitGroup
			for i := range clients {
				group.Go(func() {
					for range asks {
						start := time.Now()
						if err := askOnce(transport, address); err != nil {
							mu.Lock()
							faults++
							mu.Unlock()
						}
						took[i] = append(took[i], time.Since(start))
					}
				})
			}
			b.ResetTimer()
			for i := range b.N {
				asks <- i
			}
			close(asks)
			group.Wait()
			b.StopTimer()
			all := slices.Sorted(slices.Values(slices.Concat(took...)))
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "answers/s")
			b.ReportMetric(float64(all[len(all)*99/100])/1e6, "p99-ms")
			b.ReportMetric(float64(faults), "faults")
		})
	}
}

func askOnce(transport *http.Transport, address string) error {
	r, err := http.NewRequestWithContext(context.Background(), "GET", "http://"+address+"/", nil)
	if err != nil {
		return err
	}
	answer, err := transport.RoundTrip(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err == nil && !bytes.HasSuffix(bytes.TrimSpace(body), []byte("</html>")) {
		err = fmt.Errorf("%d, cut at %d bytes", answer.StatusCode, len(body))
	}
	return err
}

// BenchmarkStreams tells five hundred listeners of a change; the time is until the last of them has heard it.
func BenchmarkStreams(b *testing.B) {
	s, address, stop := serving(b)
	defer stop()
	var all []listener
	for range 500 {
		l := listening(b, s, address)
		defer l.conn.Close()
		all = append(all, l)
	}
	trees := []Site{{Tree: tree(b, map[string]string{"index.html": page("1")}), Root: "/"}, {Tree: tree(b, map[string]string{"index.html": page("2")}), Root: "/"}}
	i := 0
	for b.Loop() {
		i++
		s.Show(trees[i%2], nil)
		want := s.numbers(s.state.Load())
		for _, l := range all {
			for l.next(b) != want {
			}
		}
	}
}
