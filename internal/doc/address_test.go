package doc

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadAddress(t *testing.T) {
	tests := []struct {
		written, target, fragment string
		kind                      RefKind
	}{
		{"https://a.example", "https://a.example", "", ToAddress},
		{"HTTPS://a.example/x#y", "HTTPS://a.example/x", "y", ToAddress},
		{"https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2", "", ToAddress},
		{"https://[::1]:8080/", "https://[::1]:8080/", "", ToAddress},
		{"https://a.example/100%25/a:b", "https://a.example/100%25/a:b", "", ToAddress},
		{"mailto:a@b.example?subject=Hi%20there", "mailto:a@b.example?subject=Hi%20there", "", ToAddress},
		{"tel:+44-20-7123-4567", "tel:+44-20-7123-4567", "", ToAddress},
		{"sms:741741?body=HOME", "sms:741741?body=HOME", "", ToAddress},
		{"#a", "", "a", ToAnchor},
		{"../essays/a/", "../essays/a/", "", ToPath},
		{"/cards/a/#b", "/cards/a/", "b", ToPath},
		{"a.pdf", "a.pdf", "", ToPath},
		{"my file.pdf", "my file.pdf", "", ToPath},
		{"a/b:c", "a/b:c", "", ToPath},
		{"a?b:c", "a?b:c", "", ToPath},
		{"ÄÖ.pdf", "ÄÖ.pdf", "", ToPath},
		{"100%25.pdf", "100%25.pdf", "", ToPath},
	}
	for _, test := range tests {
		ref, faults := readAddress(test.written)
		if want := (Ref{Kind: test.kind, Target: test.target, Fragment: test.fragment}); ref != want || len(faults) > 0 {
			t.Errorf("%q is %+v %v, want %+v", test.written, ref, faults, want)
		}
	}
	if ref, faults := readAddress("http://a.example"); ref.Kind != ToAddress || len(faults) != 1 || faults[0].class != "http-link" {
		t.Errorf("http is %+v %v, want an address and a warning", ref, faults)
	}
}

// disguises are ways to write an address that some browser has run as a program, fetched from a stranger, or shown as
// another than it is.
var disguises = []string{
	"javascript:alert(1)", "JavaScript:alert(1)", "jAvAsCrIpT:alert(1)", "javascript://a.example/%0aalert(1)", "javascript&colon;alert(1)",
	"javascript&#58;alert(1)", "javascript&#x3a;alert(1)", "javascript&#0000058;alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
	"java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "java&#9;script:alert(1)", "java&#10;script:alert(1)", "java&#13;script:alert(1)",
	"java\tscript:alert(1)", "java\nscript:alert(1)", "java\rscript:alert(1)", "java\x00script:alert(1)", "\x01javascript:alert(1)",
	"&#1;javascript:alert(1)", "&#14;javascript:alert(1)", "&#32;javascript:alert(1)", " javascript:alert(1)", "javascript :alert(1)",
	"java&#0;script:alert(1)", "java\u200bscript:alert(1)", "java\u00adscript:alert(1)", "\ufeffjavascript:alert(1)", "\u202ejavascript:alert(1)",
	"\u00a0javascript:alert(1)", "\u3000javascript:alert(1)", "\u2028javascript:alert(1)", "java\u2060script:alert(1)", "java\ufe0fscript:alert(1)",
	"javascript%3Aalert(1)", "javascript%3aalert(1)", "%6aavascript:alert(1)", "%6A%61vascript%3Aalert(1)", "javascript%253Aalert(1)%",
	"javascript：alert(1)", "javascript﹕alert(1)", "javascript︓alert(1)", "javascript∶alert(1)", "javascript꞉alert(1)", "javascriptː:alert(1)",
	"ｊａｖａｓｃｒｉｐｔ:alert(1)", "jаvascript:alert(1)", "javaſcript:alert(1)", "javascript\\:alert(1)", "javascript\\x3aalert(1)",
	"data:text/html,<script>alert(1)</script>", "DATA:text/html;base64,x", "data&colon;text/html,x", "vbscript:msgbox(1)", "livescript:x", "mocha:x",
	"view-source:https://a.example", "feed:https://a.example", "feed:javascript:alert(1)", "blob:https://a.example/x", "filesystem:https://a.example/x",
	"intent://a#Intent;scheme=x;end", "file:///etc/passwd", "ftp://a.example", "about:blank", "jar:https://a!/b", "ws://a.example", "tg://resolve", "urn:a:b",
	"//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "/&#92;evil.example",
	"&sol;&sol;evil.example", "&#47;/evil.example", "/&Tab;/evil.example", "/\t/evil.example", "%2f%2fevil.example", "%5c%5cevil.example", "／／evil.example",
	"https:evil.example", "https:/evil.example", "https:///evil.example", "https:\\\\evil.example", "https://", "https://good.example@evil.example",
	"https://good.example:pw@evil.example", "https://evil.example\\@good.example", "https://evil%2eexample/", "https://a.example:port/", "https://a\u3164b.example",
	"https%3a//evil.example", "ht\ttps://evil.example", "http:evil.example", "mailto:", "mailto:x", "tel:", "tel:javascript", "sms:", "sms://", ":x", "x%zz", "a\\b",
	"", "\ufffd",
}

func TestDisguisesAreSeenThrough(t *testing.T) {
	for _, written := range disguises {
		ref, faults := readAddress(written)
		if ref.Kind != 0 || len(faults) == 0 {
			t.Errorf("%q is taken for %+v", written, ref)
		}
	}
}

// TestDisguisesInMarkdown puts them where Markdown has addresses: what is left must be harmless, whatever it is.
func TestDisguisesInMarkdown(t *testing.T) {
	for _, form := range []string{"[a](%s)", "[a](<%s>)", "[a][r]\n\n[r]: %s", "[a][r]\n\n[r]: <%s>", "<%s>", "![a](%s)", "[[%s]]", "![[%s]]\n", "[@%s]"} {
		for _, written := range disguises {
			d, _ := parse(fmt.Sprintf(form, written) + "\n")
			for _, ref := range d.Refs {
				if ref.Kind == ToAddress && !hasScheme(ref.Target) || ref.Kind == ToPath && mayEscape(ref.Target) || ref.Kind == ToPicture && mayEscape(ref.Target) {
					t.Errorf(form+" becomes %+v", written, ref)
				}
			}
		}
	}
}

func hasScheme(target string) bool {
	target = strings.ToLower(target)
	return strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "http://") || strings.HasPrefix(target, "mailto:") ||
		strings.HasPrefix(target, "tel:") || strings.HasPrefix(target, "sms:")
}

func mayEscape(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ":") && !strings.Contains(first, "?") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\t\n\r\x00")
}
