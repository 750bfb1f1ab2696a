package feed

import (
	"github.com/amends-guide/amends/internal/output"
)

// headers are what a host should send with the files, in the form that Cloudflare Pages and Netlify read. Elsewhere they are
// a list to copy from. The pages hold the policy and the referrer rule themselves; what stands only here is what a page
// cannot say: who may frame it, and how long a file may be kept.
func headers(base string, offline bool) output.File {
	return output.NewFile("_headers", []byte(base+"*\n"+
		"  Content-Security-Policy: "+output.PolicyOf(offline)+"; frame-ancestors 'none'\n"+
		"  Referrer-Policy: no-referrer\n"+
		"  X-Content-Type-Options: nosniff\n"+
		"  Cross-Origin-Opener-Policy: same-origin\n"+
		"  Cross-Origin-Resource-Policy: same-origin\n"+
		"  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()\n"+
		base+"assets/*\n"+
		"  Cache-Control: public, max-age=31536000, immutable\n"), maker)
}
