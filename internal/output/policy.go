package output

import "strings"

// Policy is what a browser may do for a page of ours: load its own site's files and nothing else, run no inline script, take
// no string for code, send no form anywhere. It stands in every page, for hosts that set no headers, and in _headers.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"

// PolicyOf is the policy of a guide. One that readers may keep on a device lets scripts name one address of a script, that of
// the worker which does so; its page asks for that under the name "offline".
func PolicyOf(offline bool) string {
	if offline {
		return strings.Replace(Policy, "trusted-types 'none'", "trusted-types offline", 1)
	}
	return Policy
}
