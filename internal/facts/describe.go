package facts

import (
	"fmt"
	"reflect"
)

// A Field describes one key for the reference and the scaffolds.
type Field struct {
	Key, Type, Vocabulary, Limit, Default, About string
	Blank                                        string // a value of the type, in TOML, that waits to be filled in
	Required                                     bool
	Fields                                       []Field // of a table or a list of tables
}

// blanks are values that Decode tells as empty or out of range where their key is needed. Yes or no has none.
var blanks = [...]string{
	textKind: `""`, truthKind: "true", numberKind: "0", dateKind: `""`, tableKind: "{}",
	textsKind: "[]", tablesKind: "[]", namedKind: "{}", labelsKind: "{}",
}

// Describe lists the keys that Decode would read into the struct v, in the order of its fields.
func Describe(v any) []Field {
	return planOf(reflect.TypeOf(v)).describe()
}

func (p *plan) describe() []Field {
	fields := make([]Field, 0, len(p.fields))
	for i := range p.fields {
		f := &p.fields[i]
		described := Field{
			Key: f.key, Type: names[f.kind], Vocabulary: f.vocabulary, Limit: f.limits(),
			Default: f.fallback, About: f.about, Blank: blanks[f.kind], Required: f.need,
		}
		if f.inner != nil {
			described.Fields = f.inner.describe()
		}
		fields = append(fields, described)
	}
	return fields
}

// limits is all that bounds the field, in words.
func (f *field) limits() string {
	switch {
	case f.max > 0:
		return fmt.Sprintf("at most %d characters", f.max)
	case f.most > 0 && f.least == f.most:
		return counted(f.most)
	case f.most > 0 && f.least > 0:
		return fmt.Sprintf("%d to %s", f.least, counted(f.most))
	case f.most > 0:
		return "at most " + counted(f.most)
	}
	return f.limit()
}
