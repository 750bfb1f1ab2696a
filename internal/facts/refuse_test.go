package facts

import (
	"runtime"
	"strings"
	"testing"
)

func TestTooDeep(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"brackets", "a = " + strings.Repeat("[", 17), "2:21+1 toml-too-deep: more than 16 brackets within each other | write it flatter"},
		{"braces", "a = 1\nb = " + strings.Repeat("{a=", 17), "3:53+1 toml-too-deep: more than 16"},
		{"key", "b = 1\na.b.c.d.e.f.g.h.i = 1", "3:16+1 toml-too-deep: a key of more than 8 parts"},
		{"spaced key", "a . b . c . d . e . f . g . h . i = 1", "2:31+1 toml-too-deep"},
		{"quoted key", `"a.b"."c"."d"."e"."f"."g"."h"."i"."j" = 1`, "2:34+1 toml-too-deep"},
		{"header", "[a.b.c.d.e.f.g.h.i]", "2:17+1 toml-too-deep"},
		{"after a string", `a = "\"" ` + strings.Repeat("[", 17), "2:26+1 toml-too-deep"},
		{"after a string that is not closed", "a = \"\n" + strings.Repeat("[", 17), "3:17+1 toml-too-deep"},
		{"after a backslash at the end of a line", "a = \"\\\n" + strings.Repeat("[", 17), "3:17+1 toml-too-deep"},
		{"after long text", "a = '''\n]'''''" + strings.Repeat("[", 17), "3:23+1 toml-too-deep"},
		{"after a comment", "# \"\n" + strings.Repeat("[", 17), "3:17+1 toml-too-deep"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := Parse("a.md", test.content, 2)
			if len(problems) != 1 || !strings.HasPrefix(told(problems[0]), test.want) {
				t.Errorf("got\n%s\nwant\n%s", allTold(problems), test.want)
			}
		})
	}
}

func TestDeepEnough(t *testing.T) {
	brackets, dots := strings.Repeat("[", 99), strings.Repeat(".", 99)
	for _, content := range []string{
		"a = " + strings.Repeat("[", 16) + strings.Repeat("]", 16),
		"a.b.c.d.e.f.g.h = [1.5, 2.5, 1.5, 2.5, 1.5, 2.5, 1.5, 2.5, 1.5, 2.5]",
		"a = '" + brackets + dots + "'",
		`a = "\\\"` + brackets + dots + `"`,
		"a = '''\n" + brackets + dots + "'' '''",
		"a = \"\"\"\\\"\"\" \"\n" + brackets + dots + `\"""""`,
		"# " + brackets + dots,
		strings.Repeat("[[a]]\n", 99),
		strings.Repeat("[[a]]\nb = [[]]\n", 99),
	} {
		if _, problems := Parse("a.md", content, 2); problems != nil {
			t.Errorf("%.40q: %s", content, allTold(problems))
		}
	}
}

// TestBombs holds the three texts that cost the library seconds and gigabytes, or the whole program (BurntSushi/toml#497).
func TestBombs(t *testing.T) {
	for name, content := range map[string]string{
		"brackets": strings.Repeat("[", 3_000_000),
		"list":     "a = " + strings.Repeat("[", 3_000_000),
		"braces":   strings.Repeat("{a=", 100_000),
		"tables":   "a = " + strings.Repeat("{a=", 100_000),
		"dots":     strings.Repeat("a.", 30_000) + "a = 1",
	} {
		for _, firstLine := range []int{1, 2} {
			allocated := cost(func() {
				_, problems := Parse("a.md", content, firstLine)
				if len(problems) != 1 || problems[0].Class != "toml-too-deep" {
					t.Errorf("%s: %s", name, allTold(problems))
				}
			})
			if allocated > 50<<20 {
				t.Errorf("%s: %d MB, want at most 50", name, allocated>>20)
			}
		}
	}
}

// TestWorstThatIsTaken holds what the limits let through to a bearable cost.
func TestWorstThatIsTaken(t *testing.T) {
	nested := strings.Repeat("{a.b.c.d.e.f.g.h=", 15) + "1" + strings.Repeat("}", 15)
	for name, line := range map[string]string{
		"tables in tables": nested + ",",
		"lists in lists":   strings.Repeat("[", 15) + strings.Repeat("]", 15) + ",",
		"many items":       "1,",
	} {
		content := "a = [" + strings.Repeat(line, (16<<10)/len(line)) + "]"
		allocated := cost(func() {
			if _, problems := Parse("a.md", content, 2); problems != nil {
				t.Errorf("%s: %s", name, allTold(problems))
			}
		})
		if allocated > 100<<20 {
			t.Errorf("%s: %d MB, want at most 100", name, allocated>>20)
		}
	}
}

// cost is how many bytes some work takes of the memory. It grows with the time, which no test may go by.
func cost(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
