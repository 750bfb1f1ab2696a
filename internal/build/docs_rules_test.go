package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/phrasing"
)

// In docs/authoring.md the fence "rule" is a phrase rule that can be added to ours, and "rule-says" what the program says when
// the first card's shorter way is "I'm sorry, but I'm late."

func TestAuthoringRule(t *testing.T) {
	file := "content/en/" + phrasing.Name
	ours, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	added := string(ours) + "\n" + marked(t, "authoring.md", "rule")[""]
	result := buildOnce(t, options(guideWith(t, map[string]string{file: added})))
	wantNoProblems(t, result)
	if result.Guide.Rules["en"].Named("last-time") == nil {
		t.Error("the rule is not there")
	}
}

func TestAuthoringRuleMessage(t *testing.T) {
	files, _ := examples(t)
	card := "content/en/cards/own-late-for-dinner.md"
	files[card] = strings.Replace(files[card], "- shorter: I'm late. My doing.", "- shorter: I'm sorry, but I'm late.", 1)
	message := said(t, buildOnce(t, options(guideWith(t, files))))
	if want := marked(t, "authoring.md", "rule-says")[""]; !strings.Contains(message, want) {
		t.Errorf("docs/authoring.md shows\n%s\nbut the program says\n%s", want, message)
	}
}

func TestAuthoringNamesOurRules(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join(root(t), "docs", "authoring.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ownGuide(t).Guide.Rules["en"].IDs() {
		if !strings.Contains(string(doc), "`"+id+"`") {
			t.Errorf("docs/authoring.md does not name the rule %s", id)
		}
	}
}
