package build_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends"
)

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	// A side of the screen is another side where one reads from right to left. Sizes of a page of paper, and of a window in a
	// condition, are what they are.
	physical = regexp.MustCompile(`(?:^|[\s;{])((?:(?:min|max)-)?(?:width|height)|(?:(?:margin|padding|border)-)?(?:left|right|top|bottom)|float|(?:text-align): (?:left|right))\s*:`)
	hexColor = regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b`)
	renamed  = regexp.MustCompile(`--[a-z0-9-]+: #[0-9a-fA-F]{3,8}\b`) // a part of a page may give a name of tokens.css another value
	query    = regexp.MustCompile(`@(?:media|container|page|supports)[^{]*`)
)

// The theme's style sheets have their colours in tokens.css alone, so that a guide can have its own, and know no left or right,
// so that one sheet serves every script. All of their rules are in layers and close what they open.
func TestStyleSheetsKeepTheirRules(t *testing.T) {
	sheets := 0
	err := fs.WalkDir(amends.BuiltIn, "theme/css", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		sheets++
		data, err := fs.ReadFile(amends.BuiltIn, file)
		if err != nil {
			return err
		}
		text := query.ReplaceAllString(cssComment.ReplaceAllString(string(data), ""), "")
		if found := physical.FindStringSubmatch(text); found != nil {
			t.Errorf("%s says %s; write the logical property", file, found[1])
		}
		if found := hexColor.FindString(renamed.ReplaceAllString(text, "")); found != "" && file != "theme/css/tokens.css" {
			t.Errorf("%s has a colour of its own, %s; give it a name in tokens.css", file, found)
		}
		if strings.Count(text, "{") != strings.Count(text, "}") {
			t.Errorf("%s opens and closes a different number of rules", file)
		}
		if !strings.Contains(text, "@layer") {
			t.Errorf("%s has rules outside of all layers, which a site could not change", file)
		}
		return nil
	})
	if err != nil || sheets < 20 {
		t.Errorf("read %d sheets: %v", sheets, err)
	}
}
