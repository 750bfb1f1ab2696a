package site

import "testing"

func TestTitleEndsOnce(t *testing.T) {
	for title, want := range map[string]string{
		"Nonviolent Communication":                ".",
		"Can we communicate as well as we think?": "",
		"Stop!": "",
	} {
		if got := stop(title); got != want {
			t.Errorf("%q goes on with %q, want %q", title, got, want)
		}
	}
}
