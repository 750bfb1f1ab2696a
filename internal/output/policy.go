package output

// Policy is what a browser may do for a page of ours: load its own site's files and nothing else, run no inline script, take
// no string for code, send no form anywhere. It stands in every page, for hosts that set no headers, and in _headers.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'"
