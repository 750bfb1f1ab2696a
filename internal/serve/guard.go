package serve

import (
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/output"
)

// policy is the published site's own, and what a meta element cannot say: pages may be framed, by the preview's wall and
// nobody else.
const policy = output.Policy + "; frame-ancestors 'self'"

// setHeaders sets what every answer says, refusals too. There is no header of CORS among them, ever: without one, browsers let
// no other site read an answer.
func setHeaders(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", policy)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "SAMEORIGIN")
}

// refusal says why a request is not answered; status 0 means it is.
//
// A page anywhere in the world can make its reader's browser ask this computer (DNS rebinding, forms, pictures, scripts). What
// it cannot do is choose the Host header of a name it does not own, nor leave out what the browser adds about who is asking.
func (s *Server) refusal(r *http.Request) (status int, why string) {
	if !s.knows(r.Host) {
		return http.StatusMisdirectedRequest, "this preview is not to be had under that name; see amends serve --help, at --host"
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return http.StatusMethodNotAllowed, "a preview can only be looked at"
	}
	if origins := r.Header.Values("Origin"); len(origins) > 1 || len(origins) == 1 && origins[0] != "http://"+r.Host {
		return http.StatusForbidden, "another site may not ask for this"
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "cross-site", "same-site":
		if r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document" {
			return http.StatusForbidden, "another site may link here, and nothing else"
		}
	}
	return 0, ""
}

// knows says whether a Host header names this computer's loopback or one of the names the author has given. Its port is not
// looked at: it may be another one on the far side of a tunnel, and nobody can misuse it.
func (s *Server) knows(host string) bool {
	name := nameOf(host)
	return name == "localhost" || name == "127.0.0.1" || name == "::1" || slices.Contains(s.options.Hosts, name)
}

// nameOf is a Host header without its port and brackets.
func nameOf(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
}

// isHere says whether a request comes from this very computer, under a name that means it.
func isHere(r *http.Request) bool {
	from, _, err := net.SplitHostPort(r.RemoteAddr)
	ip := net.ParseIP(from)
	name := nameOf(r.Host)
	return err == nil && ip != nil && ip.IsLoopback() && (name == "localhost" || name == "127.0.0.1" || name == "::1")
}

func refuse(w http.ResponseWriter, status int, why string) {
	if status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	http.Error(w, why, status)
}
