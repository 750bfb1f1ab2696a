package print

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/amends-guide/amends/internal/doc"
	"github.com/amends-guide/amends/internal/guide/guidetest"
	"github.com/amends-guide/amends/internal/report"
	"github.com/amends-guide/amends/internal/site"
)

var update = flag.Bool("update", false, "write what the files of testdata should be; then read the diff")

type edits = guidetest.Edits

// small is the site of internal/build/testdata, edited and planned.
func small(t testing.TB, e edits) *site.Site {
	t.Helper()
	return planned(t, guidetest.Small(t, e))
}

// planned is the site of a folder.
func planned(t testing.TB, dir string) *site.Site {
	t.Helper()
	g, files := guidetest.Read(t, dir)
	s, _ := site.Plan(g, files, nil)
	return s
}

// original is a file of the small site.
func original(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("../build/testdata/site/" + name)
	check(t, err)
	return string(text)
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// piece is the piece of that path.
func piece(t testing.TB, p *Press, path string) Piece {
	t.Helper()
	var paths []string
	for _, piece := range p.Pieces() {
		if piece.Path == path {
			return piece
		}
		paths = append(paths, piece.Path)
	}
	t.Fatalf("no %s among %q", path, paths)
	return Piece{}
}

// made is the piece's file, which must have no problem.
func made(t testing.TB, p Piece) []byte {
	t.Helper()
	file, problems, err := p.Make()
	check(t, err)
	for _, problem := range problems {
		t.Errorf("%s: %s: %s", p.Path, problem.Pos, problem.Text)
	}
	return file.Data()
}

// tool is what a program says of a PDF file; the test is skipped where there is no such program.
func tool(t testing.TB, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is not here: what it would say of the file is not looked at", name)
	}
	at := filepath.Join(t.TempDir(), "a.pdf")
	check(t, os.WriteFile(at, file, 0o644))
	for i := range args {
		args[i] = strings.Replace(args[i], "FILE", at, 1)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestEveryPieceIsWhole(t *testing.T) {
	s := small(t, nil)
	for _, e := range []Edition{{}, {Letter: true, Large: true, Flat: true, NoSources: true, Practice: Practice{Name: "Oak Street", Phone: "555 0100"}}} {
		for _, p := range New(s, e).Pieces() {
			first, again := made(t, p), made(t, p)
			if !bytes.Equal(first, again) {
				t.Errorf("%s differs the second time", p.Path)
			}
			tool(t, first, "qpdf", "--check", "FILE")
			if !bytes.Contains([]byte(tool(t, first, "pdfinfo", "FILE")), []byte("Tagged:          yes")) {
				t.Errorf("%s is not tagged", p.Path)
			}
			fonts := strings.Split(strings.TrimSpace(tool(t, first, "pdffonts", "FILE")), "\n")
			if len(fonts) < 3 {
				t.Errorf("%s has no font", p.Path)
			}
			for _, font := range fonts[2:] { // below the heading; embedded, and of a kind that any program shows
				if !regexp.MustCompile(`(CID Type 0C|CID TrueType|TrueType) .* yes +(yes|no) +(yes|no) `).MatchString(font) {
					t.Errorf("%s: %s", p.Path, font)
				}
			}
		}
	}
}

// The structure of a handout is what a screen reader meets.
func TestHandoutReads(t *testing.T) {
	file := made(t, piece(t, New(small(t, nil), Edition{Practice: Practice{Name: "Oak Street"}}), "essays/coming-back.pdf"))
	golden(t, "handout.txt", tool(t, file, "pdfinfo", "-struct-text", "FILE"))
}

func TestWorksheetReads(t *testing.T) {
	file := made(t, piece(t, New(small(t, nil), Edition{}), "worksheets/five-lines.pdf"))
	golden(t, "worksheet.txt", tool(t, file, "pdfinfo", "-struct-text", "FILE"))
}

// objects are numbers within the file, which mean nothing to its reader.
var objects = regexp.MustCompile(`(?m)^ *Object \d+ \d+\n`)

func golden(t *testing.T, name, got string) {
	t.Helper()
	got = objects.ReplaceAllString(got, "")
	at := filepath.Join("testdata", name)
	if *update {
		check(t, os.MkdirAll("testdata", 0o755))
		check(t, os.WriteFile(at, []byte(got), 0o644))
	}
	want, err := os.ReadFile(at)
	check(t, err)
	if got != string(want) {
		t.Errorf("%s differs: go test ./internal/print -update, and read the diff\n%s", at, got)
	}
}

// What stands on paper is what was written, word for word, in every language.
func TestWordsArrive(t *testing.T) {
	p := New(small(t, nil), Edition{})
	for _, e := range p.site.Guide.Essays {
		got := strings.Join(strings.Fields(tool(t, made(t, p.Essay(e)), "pdftotext", "-raw", "FILE", "-")), " ")
		looked := 0
		for n := range e.Text.All() {
			if n.Kind() != doc.Paragraph || n.Kids().Only(func(k doc.Node) bool { return k.Kind() == doc.Text }).Len() != n.Kids().Len() {
				continue
			}
			looked++
			if want := doc.PlainText(n.Kids()); !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in %q", e.Doc.File, want, got)
			}
		}
		if looked == 0 {
			t.Errorf("%s: nothing was looked at", e.Doc.File)
		}
	}
}

// sumOfAll names all pieces of the small site.
func sumOfAll(t *testing.T) string {
	sum := sha256.New()
	for _, p := range New(small(t, nil), Edition{Cut: Cut{Stock: "a4-8up"}}).Pieces() {
		sum.Write(made(t, p))
	}
	return fmt.Sprintf("all pieces: %x", sum.Sum(nil))
}

// Another process makes the same bytes, at another time of day and with other processors.
func TestSameBytesInAnotherProcess(t *testing.T) {
	mine := sumOfAll(t)
	if os.Getenv("AMENDS_TEST_CHILD") != "" {
		fmt.Println(mine)
		return
	}
	child := exec.Command(os.Args[0], "-test.run=^TestSameBytesInAnotherProcess$")
	child.Env = append(os.Environ(), "AMENDS_TEST_CHILD=1", "GOMAXPROCS=1", "TZ=Pacific/Auckland", "LC_ALL=tr_TR.UTF-8")
	out, err := child.CombinedOutput()
	check(t, err)
	if !strings.Contains(string(out), mine) {
		t.Errorf("here %s, there\n%s", mine, out)
	}
}

func TestMissingLetter(t *testing.T) {
	const file = "content/en/essays/coming-back.md"
	text := original(t, file)
	spoiled := strings.TrimRight(text, "\n") + "\n\n## Key points\n\n- Come 来 back.\n"
	if strings.Contains(text, "## Key points") {
		spoiled = strings.Replace(text, "## Key points\n", "## Key points\n\n- Come 来 back.\n", 1)
	}
	p := New(small(t, edits{file: spoiled}), Edition{})
	_, problems, err := piece(t, p, "essays/coming-back.pdf").Make()
	check(t, err)
	if len(problems) != 1 || problems[0].Class != "print-no-glyph" || problems[0].Severity != report.Error {
		t.Fatalf("problems: %v", problems)
	}
	line := strings.Count(spoiled[:strings.Index(spoiled, "来")], "\n") + 1
	if pos := problems[0].Pos; pos.File != file || pos.Line != line || pos.Col != 8 {
		t.Errorf("it is told at %s, not at line %d", pos, line)
	}
}

func TestPictureForScreensOnly(t *testing.T) {
	const file = "content/en/essays/coming-back.md"
	text := original(t, file)
	s := small(t, edits{
		file:                         strings.Replace(text, "bowl.jpg", "bowl.svg", -1),
		"content/en/essays/bowl.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>`,
	})
	_, problems, err := piece(t, New(s, Edition{}), "essays/coming-back.pdf").Make()
	check(t, err)
	if len(problems) != 1 || problems[0].Class != "print-picture" || problems[0].Severity != report.Warning {
		t.Fatalf("problems: %v", problems)
	}
}

// A handout is sent by post of all kinds, and looked at on slow lines. What the essays of this repository's own guide need on average
// tells whether something has been added to every file.
func TestEssaysAreSmall(t *testing.T) {
	const most = 29_000 // at four pages
	s := planned(t, "../..")
	p := New(s, Edition{})
	sum, n := 0, 0
	for _, e := range s.Guide.Essays {
		if whole := p.Essay(e); whole.set().doc.Pages() == 4 {
			sum, n = sum+len(made(t, whole)), n+1
		}
	}
	if n == 0 || sum > n*most {
		t.Errorf("%d essays of four pages are of %d bytes on average, not of %d at most", n, sum/max(n, 1), most)
	}
}

// In large print the foot of each page is a line for what it is, one for where it is from, and one for when not to use it.
func TestLargeFoot(t *testing.T) {
	p := New(small(t, nil), Edition{Large: true})
	text := tool(t, made(t, piece(t, p, "essays/coming-back.pdf")), "pdftotext", "-layout", "FILE", "-")
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	for i, page := range pages {
		lines := strings.Split(strings.TrimSpace(page), "\n")
		foot := strings.Join(lines[max(len(lines)-3, 0):], "\n")
		want := fmt.Sprintf(`^Coming back +Page %d of %d\n *23 November 2026 · example\.org/guide\n *Not a substitute`, i+1, len(pages))
		if !regexp.MustCompile(want).MatchString(foot) {
			t.Errorf("page %d ends with\n%s", i+1, foot)
		}
	}
}
