// Command amends turns essays and phrase cards about repairing relationships into a website. See amends help.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/amends-guide/amends/internal/cli"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		cancel(cli.Signal{Signal: <-signals})
		signal.Stop(signals) // so that a second one ends the program at once
	}()
	os.Exit(cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
