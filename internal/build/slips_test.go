package build_test

import (
	"context"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/build"
	"github.com/amends-guide/amends/internal/report"
)

var assignment = regexp.MustCompile(`(?m)^([\w.-]+ *= )(.*)$`)

// One value that cannot be read is one problem, wherever it stands: the file's others are still known, and nothing is told of
// what would follow from its being away.
func TestOneSlipIsOneProblem(t *testing.T) {
	dir := copySite(t)
	files := read(t, dir)
	files["theme/i18n/en.toml"] = read(t, "../../theme/i18n")["en.toml"]
	write(t, dir, files)
	b, err := build.New(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	before := len(planned(t, b).Problems)
	for name, data := range files {
		facts := data
		if path.Ext(name) == ".md" {
			facts = data[:strings.LastIndex(data, "+++")]
		} else if path.Ext(name) != ".toml" {
			continue
		}
		all := assignment.FindAllStringSubmatchIndex(facts, -1)
		for i := 0; i < len(all); i += 1 + len(all)/31 {
			if value := data[all[i][4]:all[i][5]]; value == "[" || strings.HasSuffix(value, `"""`) {
				continue
			}
			slip := data[:all[i][4]] + "I am sorry" + data[all[i][5]:]
			write(t, dir, map[string]string{name: slip})
			told := planned(t, b).Problems
			if len(told) > before+1 || report.Errors(told) != 1 {
				t.Errorf("%s: %s\n%s", name, data[all[i][0]:all[i][1]], lines(told))
			}
		}
		write(t, dir, map[string]string{name: data})
	}
}

func planned(t *testing.T, b *build.Builder) *build.Planned {
	t.Helper()
	p, err := b.Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func lines(problems []report.Problem) string {
	var all strings.Builder
	for _, p := range problems {
		all.WriteString("  " + p.Pos.String() + " " + string(p.Severity) + " " + p.Class + ": " + p.Text + "\n")
	}
	return all.String()
}
