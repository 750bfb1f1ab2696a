package pdf

// A field is something one can fill in; the annotations are where it stands.
type field struct {
	places []*annotation
}

// look is an appearance of a field.
type look struct{}

// typingFont is the font in which one types.
type typingFont struct{}
