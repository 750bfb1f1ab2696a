package cli

import (
	"cmp"
	"context"
	"fmt"
	"net"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"rsc.io/qr"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/serve"
	"github.com/amends-guide/amends/internal/watch"
)

// usualPort is where the preview is unless somebody else is there already.
const usualPort = 4747

type serveFlags struct {
	dir, editor  string
	port         int
	open, follow bool
	hosts        []string
}

func (s *session) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "show the guide in your browser, and every change as you save it",
		Long: `serve shows the guide in your browser, and every change as you save it: text, pictures, templates, styles, settings.
Mistakes are shown over the page, with the line and what to do, until they are mended. Drafts are shown, and marked.
Nothing is written, and only this computer can look, unless --host lets others.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.serve(cmd.Context(), &f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.dir, "dir", ".", "`folder` of the guide, where config.toml lies")
	flags.IntVar(&f.port, "port", usualPort, "`number` of the port; if it is taken, the next one that is free")
	flags.BoolVar(&f.open, "open", false, "open the browser")
	flags.BoolVar(&f.follow, "follow", false, "go to the page of the file you save")
	flags.StringVar(&f.editor, "editor", "", "`editor` that problems open: a name, or a command with {file}, {line} and {column}")
	flags.StringSliceVar(&f.hosts, "host", nil, "let others look: the `names` or addresses this computer has on your network")
	cmd.MarkFlagDirname("dir")
	return cmd
}

// serve builds, shows, and does so again whenever something may have changed, until the context ends.
func (s *session) serve(ctx context.Context, f *serveFlags) error {
	if err := isFolder(f.dir); err != nil {
		return err
	}
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		return err
	}
	if err := f.checkHosts(); err != nil {
		return err
	}
	watcher := watch.New(dir, "config.toml", "content", "templates", "theme")
	defer watcher.Close()
	site := siteFlags{dir: f.dir, drafts: true}
	options := site.options()
	options.Tickets = true
	door, err := serve.Listen(f.port, f.hosts)
	if err != nil {
		return err
	}
	defer door.Close()
	p := s.newPreview(f, dir, options)
	defer p.close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	gone := make(chan error, 1)
	go func() { gone <- p.server.Serve(ctx, door); cancel() }()
	err = p.begin(ctx, dir, door)
	if err == nil {
		p.keepShowing(ctx, watcher.Changes())
	}
	cancel()
	return cmp.Or(<-gone, err)
}

// frugal is how much garbage, in percent of what is kept, may gather while everything is made for the first time: what is kept then
// lies closer together. At 10,000 entries that is a tenth of all memory at rest, for a tenth of the first build's time.
const frugal = 50

// begin shows the guide for the first time. Where it is to be seen is told as soon as it is known to be one: whoever opens it then
// waits for the page and not for the whole guide.
func (p *preview) begin(ctx context.Context, dir string, door *serve.Door) error {
	p.guide.Lock()
	defer p.guide.Unlock()
	defer debug.SetGCPercent(debug.SetGCPercent(frugal))
	planned, err := p.plan(ctx)
	if err != nil {
		return err
	}
	p.tellServing(p.flags, dir, door, planned.Guide)
	if err := p.finish(ctx, planned); err != nil {
		return err
	}
	p.show(planned, nil)
	return nil
}

// checkHosts refuses what is no name and no address, and levels the others.
func (f *serveFlags) checkHosts() error {
	for i, host := range f.hosts {
		name := strings.Trim(strings.ToLower(host), "[]")
		if net.ParseIP(name) == nil && (name == "" || strings.ContainsAny(name, ":/*? ")) {
			return misuse{fmt.Sprintf("--host cannot be %q", host), "give the name or the address of this computer, such as 192.168.1.20 or kitchen.local"}
		}
		f.hosts[i] = name
	}
	return nil
}

// editorFor is the editor that was asked for: on the command line, in the settings, or by being there.
func (f *serveFlags) editorFor(c *config.Config) *serve.Editor {
	for _, name := range []string{f.editor, c.Editor} {
		if e, ok := serve.EditorNamed(name); ok {
			return e
		}
	}
	if words := strings.Fields(f.editor); len(words) > 0 {
		return serve.EditorCommand(words)
	}
	return serve.EditorHere()
}

// tellServing says what is shown and where.
func (s *session) tellServing(f *serveFlags, dir string, door *serve.Door, g *guide.Guide) {
	address := fmt.Sprintf("http://localhost:%d/", door.Port)
	if door.Taken != 0 {
		s.complain(fmt.Sprintf("port %d is taken, so it is port %d", door.Taken, door.Port), "")
	}
	fmt.Fprintf(s.stdout, "showing %s\n\n", inventory(g))
	fmt.Fprintf(s.stdout, "  %s\n  %s.amends/wall    (the page you look at, in seven ways)\n", address, address)
	fmt.Fprintf(s.stdout, "  %s.amends/report  (what the guide holds and lacks)\n\n", address)
	fmt.Fprintf(s.stdout, "watching config.toml, content, templates and theme in %s\n", dir)
	fmt.Fprintln(s.stdout, "nothing is written; Ctrl-C ends it")
	for _, host := range f.hosts {
		s.tellHost(host, door.Port)
	}
	if f.open {
		if err := openBrowser(address); err != nil {
			s.complain("no browser could be opened: "+err.Error(), "open "+address+" yourself")
		}
	}
}

// tellHost warns that others can look, and shows a phone where.
func (s *session) tellHost(host string, port int) {
	address := "http://" + net.JoinHostPort(host, strconv.Itoa(port)) + "/"
	s.complain("everybody on your network can now read the guide, drafts too, at "+address, "on a network you do not trust, leave --host out")
	code, err := qr.Encode(address, qr.L)
	if err != nil {
		return
	}
	fmt.Fprintf(s.stdout, "\n%s\n", blocks(code))
}

// blocks draws a QR code for a terminal, two rows to a line, light on dark as most terminals are; the quiet zone around it is
// part of the code.
func blocks(code *qr.Code) string {
	const quiet = 2
	var text strings.Builder
	for y := -quiet; y < code.Size+quiet; y += 2 {
		text.WriteString("  ")
		for x := -quiet; x < code.Size+quiet; x++ {
			upper, lower := !code.Black(x, y), !code.Black(x, y+1) && y+1 < code.Size+quiet
			text.WriteString(map[[2]bool]string{{true, true}: "█", {true, false}: "▀", {false, true}: "▄", {false, false}: " "}[[2]bool{upper, lower}])
		}
		text.WriteString("\n")
	}
	return text.String()
}
