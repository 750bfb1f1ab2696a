package site

import (
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/report"
)

// A theme's file keeps its name, and its address is written as addresses are; a name that can have none is a problem.
func TestNamesOfThemeFiles(t *testing.T) {
	s, problems := planned(t, edits{"theme/js/my script #1 ü.js": "'use strict';\n", "theme/fonts/My Font.woff2": "font", "theme/icons/a&b.svg": "<svg/>"})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var files []string
	for _, f := range s.Files {
		files = append(files, f.Path)
	}
	for _, want := range []string{"/js/my script #1 ü.js", "/fonts/My Font.woff2", "/icons/a&b.svg"} {
		if !strings.Contains(strings.Join(files, "\n"), want) {
			t.Errorf("no %s among %q", want, files)
		}
	}
	if all := strings.Join(pageAt(t, s, "/about/").View().(*PageView).Chrome.Scripts, " "); !strings.Contains(all, "/js/my%20script%20%231%20%C3%BC.js") {
		t.Errorf("scripts %q", all)
	}
	_, problems = planned(t, edits{"theme/icons/100%.svg": "<svg/>"})
	if len(problems) != 1 || problems[0].Class != "bad-name" || problems[0].Pos != (report.Pos{File: "theme/icons/100%.svg"}) || problems[0].Text != "this file can have no address: it holds a percent sign" {
		t.Error(problems)
	}
}
