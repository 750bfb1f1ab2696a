package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// A Door is where a preview can be reached: one port, on every address it is to be had at.
type Door struct {
	Port  int
	Taken int // the port that was asked for, if somebody else has it; else 0
	all   []net.Listener
}

const portsTried = 50

// Listen opens a door at that port, or at the next one that is free; 0 is any. Without hosts it is open to this computer only.
// Hosts that are addresses are opened as well; for hosts that are names, every address is. The error is the world's.
func Listen(port int, hosts []string) (*Door, error) {
	if err := ours(hosts); err != nil {
		return nil, err
	}
	var first error
	for i := range portsTried {
		d := &Door{Port: port + i}
		if port == 0 {
			d.Port = 0
		}
		err := d.open(hosts)
		if err == nil {
			if i > 0 && port != 0 {
				d.Taken = port
			}
			return d, nil
		}
		if first == nil {
			first = err
		}
		if errors.Is(err, fs.ErrPermission) || d.Port >= 65535 {
			break
		}
	}
	return nil, fmt.Errorf("open port %d: %w", port, first)
}

// ours refuses addresses that this computer does not have.
func ours(hosts []string) error {
	for _, host := range hosts {
		if net.ParseIP(host) == nil {
			continue
		}
		l, err := net.Listen("tcp", net.JoinHostPort(host, "0"))
		if err != nil {
			return fmt.Errorf("%s is not an address of this computer: %w", host, err)
		}
		l.Close()
	}
	return nil
}

// open opens all addresses, or none.
func (d *Door) open(hosts []string) error {
	for _, address := range addresses(hosts) {
		l, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(d.Port)))
		if err != nil && address == "::1" && !hasIPv6() {
			continue
		}
		if err != nil {
			d.Close()
			return err
		}
		d.all = append(d.all, l)
		d.Port = l.Addr().(*net.TCPAddr).Port
	}
	return nil
}

func addresses(hosts []string) []string {
	list := []string{"127.0.0.1", "::1"}
	for _, host := range hosts {
		if net.ParseIP(host) == nil {
			return []string{""}
		}
		list = append(list, host)
	}
	return list
}

func hasIPv6() bool {
	l, err := net.Listen("tcp", "[::1]:0")
	if err == nil {
		l.Close()
	}
	return err == nil
}

// Close closes the door.
func (d *Door) Close() {
	for _, l := range d.all {
		l.Close()
	}
}

// farewell is how long answers that have begun may still take.
const farewell = time.Second

// Serve answers at the door until the context ends, and is then gone within two seconds, streams and all. A Server serves
// once. The error is the world's.
func (s *Server) Serve(ctx context.Context, d *Door) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		WriteTimeout:      writeLimit,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // strangers' mistakes; ours are answered
	}
	faults := make(chan error, len(d.all))
	var doors sync.WaitGroup
	for _, l := range d.all {
		doors.Go(func() { faults <- server.Serve(l) })
	}
	var err error
	select {
	case <-ctx.Done():
	case err = <-faults:
	}
	close(s.closed)
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if server.Shutdown(last) != nil {
		server.Close()
	}
	doors.Wait()
	return err
}
