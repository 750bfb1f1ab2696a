package site

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "make the parts of docs/templates.md that come from the program; then read the diff")

const templatesDoc = "../../docs/templates.md"

// docs/templates.md is written by hand, but for the parts between "made" and "end": what views hold, and what colours there are.
func TestTemplatesDoc(t *testing.T) {
	written, err := os.ReadFile(templatesDoc)
	if err != nil {
		t.Fatal(err)
	}
	made := written
	for name, text := range map[string]string{"views": readTypes(t).reference(), "colours": colorTable(t)} {
		part := regexp.MustCompile(`(?s)<!-- made: ` + name + ` -->\n.*?<!-- end -->`)
		if !part.Match(made) {
			t.Fatalf("docs/templates.md has no place for the part %q", name)
		}
		made = part.ReplaceAllLiteral(made, fmt.Appendf(nil, "<!-- made: %s -->\n%s<!-- end -->", name, text))
	}
	switch {
	case bytes.Equal(written, made):
	case *update:
		if err := os.WriteFile(templatesDoc, made, 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Error("docs/templates.md is out of date: run go test ./internal/site -run TemplatesDoc -update, and read the diff")
	}
}

func colorTable(t *testing.T) string {
	t.Helper()
	sheet, err := os.ReadFile("../../theme/css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	colors := Colors(sheet)
	var b strings.Builder
	b.WriteString("| colour | light | dark |\n| --- | --- | --- |\n")
	for _, name := range slices.Sorted(maps.Keys(colors)) {
		dark := colors[name].Dark
		if dark == colors[name].Light {
			dark = "the same"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", name, colors[name].Light, dark)
	}
	return b.String()
}

// types are the structs of this package as they are written, by name.
type types map[string]*ast.TypeSpec

func readTypes(t *testing.T) types {
	t.Helper()
	all := types{}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				spec := g.Specs[0].(*ast.TypeSpec)
				spec.Doc = g.Doc
				all[spec.Name.Name] = spec
			}
		}
	}
	return all
}

// reference lists every template with the fields of its view, and then every type that those fields lead to.
func (all types) reference() string {
	var b strings.Builder
	told := map[string]bool{}
	var next []string
	for _, name := range Templates() {
		view := strings.ToUpper(name[:1]) + name[1:] + "View"
		fmt.Fprintf(&b, "#### `%s.html`\n\n", name)
		next = append(next, all.describe(&b, view)...)
	}
	for len(next) > 0 {
		name := next[0]
		next = next[1:]
		if told[name] {
			continue
		}
		told[name] = true
		fmt.Fprintf(&b, "#### %s\n\n", name)
		next = append(next, all.describe(&b, name)...)
	}
	return b.String()
}

// describe writes one type, and says which others of ours it leads to.
func (all types) describe(b *strings.Builder, name string) (leads []string) {
	spec := all[name]
	b.WriteString(strings.ReplaceAll(strings.TrimSpace(spec.Doc.Text()), "\n", " ") + "\n\n")
	s, ok := spec.Type.(*ast.StructType)
	if !ok {
		return nil
	}
	b.WriteString("| field | type | |\n| --- | --- | --- |\n")
	for _, field := range s.Fields.List {
		kind := written(field.Type)
		base := strings.TrimLeft(kind, "[]*")
		if ast.IsExported(base) && all[base] != nil {
			leads = append(leads, base)
		}
		about := strings.ReplaceAll(strings.TrimSpace(field.Comment.Text()), "|", "\\|")
		if field.Names == nil && ast.IsExported(base) {
			about = "its fields too, as if they stood here"
			field.Names = []*ast.Ident{ast.NewIdent(base)}
		}
		for _, n := range field.Names {
			if n.IsExported() {
				fmt.Fprintf(b, "| `.%s` | `%s` | %s |\n", n.Name, kind, about)
			}
		}
	}
	b.WriteString("\n")
	return leads
}

func written(expression ast.Expr) string {
	var b strings.Builder
	if err := printer.Fprint(&b, token.NewFileSet(), expression); err != nil {
		panic(err)
	}
	return b.String()
}
