package site

import "testing"

// Where the way out stands is the publisher's choice; on pages for people who may be watched it stays in sight, unless it is
// off everywhere.
func TestExit(t *testing.T) {
	const away = "https://www.bbc.com/weather"
	for exit, want := range map[string][2]string{"all": {away, away}, "safety": {"", away}, "off": {"", ""}} {
		s, _ := planned(t, edits{"config.toml": "title = 'x'\nexit = '" + exit + "'\n"})
		home, safety := frameAt(t, s, "/"), frameAt(t, s, "/safety/")
		if got := [2]string{home.Header.Exit, safety.Header.Exit}; got != want || home.Careful || !safety.Careful {
			t.Errorf("exit = %q leads to %q", exit, got)
		}
	}
}

// A guide can say the same in every tab; a page that has a neutral title of its own keeps it.
func TestTabTitle(t *testing.T) {
	s, _ := planned(t, edits{"config.toml": "title = 'x'\ntab_title = 'Notes'\n"})
	for path, want := range map[string]string{"/": "Notes", "/cards/": "Notes", "/safety/": "Reading list"} {
		if got := frameAt(t, s, path).TabTitle; got != want {
			t.Errorf("%s says %q in the tab, want %q", path, got, want)
		}
	}
}

func frameAt(t *testing.T, s *Site, path string) Frame {
	t.Helper()
	for _, p := range s.Pages {
		if p.Path == path {
			switch v := p.View().(type) {
			case *HomeView:
				return v.Frame
			case *CardsView:
				return v.Frame
			case *PageView:
				return v.Frame
			}
		}
	}
	t.Fatalf("no page %s", path)
	return Frame{}
}
