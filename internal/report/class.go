package report

import (
	"embed"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// A Class is one named kind of mistake, read from classes/<name>.toml.
type Class struct {
	Name     string   `toml:"-"` // such as "unknown-move"; the file's name
	Severity Severity // what a problem of this class does to a build
	Title    string   // the mistake in a few words: lower case, no full stop
	Why      string   // two or three sentences: what it means and why we care
	Cure     string   // what to do
	Example
}

//go:embed classes/*.toml
var classFiles embed.FS

var catalogue = sync.OnceValue(func() map[string]Class {
	files, err := classFiles.ReadDir("classes")
	if err != nil {
		panic("internal error: " + err.Error())
	}
	classes := make(map[string]Class, len(files))
	for _, file := range files {
		class := readClass(path.Join("classes", file.Name()))
		classes[class.Name] = class
	}
	return classes
})

func readClass(file string) Class {
	class := Class{Name: strings.TrimSuffix(path.Base(file), ".toml")}
	meta, err := toml.DecodeFS(classFiles, file, &class)
	if err != nil {
		panic("internal error: " + file + ": " + err.Error())
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		panic("internal error: " + file + ": unknown key " + extra[0].String())
	}
	return class
}

// Classes returns every class of problem, sorted by name.
func Classes() []Class {
	return slices.SortedFunc(maps.Values(catalogue()), func(a, b Class) int { return strings.Compare(a.Name, b.Name) })
}

// ClassNamed returns the class of that name; ok is false when there is none.
func ClassNamed(name string) (class Class, ok bool) {
	class, ok = catalogue()[name]
	return class, ok
}
