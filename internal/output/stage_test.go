package output

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestStage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	ctx := context.Background()
	old := tree(t, file("index.html", "old"), file("a/same.html", "same"), file("gone.html", "gone"))
	if _, err := writeStaged(ctx, dir, old, Options{}); err != nil {
		t.Fatal(err)
	}
	wantOnDisk(t, dir, site(old, nil))

	stage, err := Begin(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	same := stage.NewFile("a/same.html", []byte("same"), "test")
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(stageName))); err == nil {
		t.Error("a file that has not changed is staged")
	}
	home := stage.NewFile("index.html", []byte("new"), "test")
	if string(same.Data()) != "same" || string(home.Data()) != "new" || home.Size != 3 || home.Sum != file("", "new").Sum {
		t.Error("what is staged cannot be read")
	}
	if _, err := Begin(ctx, dir, Options{}); !errorIs[*Locked](err) {
		t.Errorf("two stages at once: %v", err)
	}
	stage.Abort()
	stage.Abort()
	wantOnDisk(t, dir, site(old, nil))

	result, err := writeStaged(ctx, dir, tree(t, file("index.html", "new"), file("a/same.html", "same")), Options{})
	if err != nil || len(result.Added) > 0 || len(result.Changed) != 1 || len(result.Removed) != 1 {
		t.Errorf("%+v %v", result, err)
	}
	wantOnDisk(t, dir, map[string]string{"a/same.html": "same", "index.html": "new"})
}

// A first site that is not finished leaves nothing behind.
func TestStageGivenUp(t *testing.T) {
	parent := t.TempDir()
	stage, err := Begin(context.Background(), filepath.Join(parent, "public"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	stage.NewFile("deep/down/index.html", []byte("x"), "test")
	stage.Abort()
	if names, _ := os.ReadDir(parent); len(names) > 0 {
		t.Errorf("left: %v", names)
	}
}

// What is needed no more is swept, and what somebody changes while the site is made is not lost.
func TestStageMeetsOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	ctx := context.Background()
	old := tree(t, file("a.html", "a"), file("b.html", "b"))
	mustWrite(t, dir, old, Options{})
	for _, test := range []struct {
		meanwhile func() error
		moved     bool
	}{
		{func() error { return os.Remove(filepath.Join(dir, "a.html")) }, true},
		{func() error { return os.WriteFile(filepath.Join(dir, "a.html"), []byte("mine"), 0o644) }, true},
		{func() error { return os.WriteFile(filepath.Join(dir, "b.html"), []byte("new b"), 0o644) }, false},
	} {
		stage, err := Begin(ctx, dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		now := []File{stage.NewFile("a.html", []byte("a"), "test"), stage.NewFile("b.html", []byte("new b"), "test")}
		if err := test.meanwhile(); err != nil {
			t.Fatal(err)
		}
		if _, err := stage.Commit(ctx, tree(t, now...)); errors.Is(err, errMoved) != test.moved {
			t.Errorf("moved %v: %v", test.moved, err)
		}
		if unfinished, err := Unfinished(dir); unfinished || err != nil {
			t.Error("the stage is left")
		}
		mustWrite(t, dir, old, Options{})
		wantOnDisk(t, dir, site(old, nil))
	}
}

func errorIs[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}
