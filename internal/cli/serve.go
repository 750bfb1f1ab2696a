package cli

import (
	"context"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends/internal/build"
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
	flags.Lookup("host").DefValue = ""
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
	for i, host := range f.hosts {
		f.hosts[i] = strings.Trim(strings.ToLower(host), "[]")
	}
	watcher := watch.New(dir, "config.toml", "content", "templates", "theme")
	defer watcher.Close()
	site := siteFlags{dir: f.dir, drafts: true}
	p := &preview{session: s, options: site.options(), status: newStatus(s.stdout, s.stderr)}
	defer p.close()
	result, err := p.build(ctx)
	if err != nil {
		return err
	}
	door, err := serve.Listen(f.port, f.hosts)
	if err != nil {
		return err
	}
	defer door.Close()
	p.server = serve.New(serve.Options{Hosts: f.hosts, Dir: dir, Follow: f.follow})
	s.tellServing(f, dir, door, result)
	p.show(result, nil)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	gone := make(chan error, 1)
	go func() { gone <- p.server.Serve(ctx, door); cancel() }()
	p.keepShowing(ctx, watcher.Changes())
	return <-gone
}

// tellServing says what is shown and where.
func (s *session) tellServing(f *serveFlags, dir string, door *serve.Door, r *build.Result) {
	address := fmt.Sprintf("http://localhost:%d/", door.Port)
	if door.Taken != 0 {
		s.complain(fmt.Sprintf("port %d is taken, so it is port %d", door.Taken, door.Port), "")
	}
	fmt.Fprintf(s.stdout, "showing %s, made in %s\n\n", inventory(r.Guide), r.Took.Round(time.Millisecond))
	fmt.Fprintf(s.stdout, "  %s\n  %s.amends/wall  (the page you look at, in seven ways)\n\n", address, address)
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

func (s *session) tellHost(host string, port int) {
	address := "http://" + net.JoinHostPort(host, fmt.Sprint(port)) + "/"
	s.complain("everybody on your network can now read the guide, drafts too, at "+address, "")
}
