package pdf

import (
	"bytes"
	"compress/zlib"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

var keepIn = flag.String("keep", "", "a folder to keep the files in that tests make, to look at them")

// keep writes a file for people to look at, if they asked for it.
func keep(t testing.TB, name string, file []byte) {
	t.Helper()
	if *keepIn == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*keepIn, name), file, 0o644); err != nil {
		t.Fatal(err)
	}
}

// metadata reads the XMP packet of a file back.
func metadata(t testing.TB, file []byte) string {
	t.Helper()
	_, rest, _ := bytes.Cut(file, []byte("/Subtype/XML"))
	_, rest, _ = bytes.Cut(rest, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(rest))
	if err != nil {
		t.Fatalf("the metadata: %v", err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatalf("the metadata: %v", err)
	}
	return string(b)
}

// run runs a program of qpdf or poppler on a file and returns what it says. Where it is not installed the test is skipped, except
// under CI=true.
func run(t testing.TB, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed; apt-get install qpdf poppler-utils", name)
		}
		t.Skipf("%s is not installed (Debian: qpdf, poppler-utils)", name)
	}
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "FILE" {
			args[i] = path
		}
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = filepath.Dir(path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}
