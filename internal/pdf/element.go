package pdf

// A Role is what an element is, in the standard words of ISO 32000-1, 14.8.4.
type Role string

// Roles that group others.
const (
	RoleDocument   Role = "Document"
	RolePart       Role = "Part"
	RoleSect       Role = "Sect"
	RoleDiv        Role = "Div"
	RoleBlockQuote Role = "BlockQuote"
	RoleCaption    Role = "Caption"
	RoleTOC        Role = "TOC"
	RoleTOCI       Role = "TOCI"
	RoleIndex      Role = "Index"
)

// Roles of blocks: headings, paragraphs, lists and tables.
const (
	RoleH1    Role = "H1"
	RoleH2    Role = "H2"
	RoleH3    Role = "H3"
	RoleH4    Role = "H4"
	RoleH5    Role = "H5"
	RoleH6    Role = "H6"
	RoleP     Role = "P"
	RoleL     Role = "L"
	RoleLI    Role = "LI"
	RoleLbl   Role = "Lbl"
	RoleLBody Role = "LBody"
	RoleTable Role = "Table"
	RoleTHead Role = "THead"
	RoleTBody Role = "TBody"
	RoleTR    Role = "TR"
	RoleTH    Role = "TH"
	RoleTD    Role = "TD"
)

// Roles within a line, and of what is no text.
const (
	RoleSpan      Role = "Span"
	RoleQuote     Role = "Quote"
	RoleNote      Role = "Note"
	RoleReference Role = "Reference"
	RoleBibEntry  Role = "BibEntry"
	RoleCode      Role = "Code"
	RoleLink      Role = "Link"
	RoleFigure    Role = "Figure"
	RoleForm      Role = "Form"
)

// An Element is a part of the document as it is read: its children, and what was drawn under its tag, in the order of the calls
// that added them. The fields can be set until the file is written.
type Element struct {
	Role       Role
	Title      string // for those who look at the structure
	Lang       string // BCP 47, where it is not the parent's
	Alt        string // what a figure shows, in words
	ActualText string // the text that is drawn in some other way

	BBox      Rect      // a figure's area, on the page it stands on
	Scope     Scope     // of a TH
	ColSpan   int       // of TH and TD; 0 is 1
	RowSpan   int       // of TH and TD; 0 is 1
	Numbering Numbering // of an L

	parent *Element
	kids   []kid
}

// A kid is a child element, marked content of a page, or an annotation.
type kid struct {
	element    *Element
	page       *Page
	id         int
	annotation *annotation
}

// Scope is which cells a header cell speaks for.
type Scope string

// Scopes of header cells.
const (
	ScopeRow    Scope = "Row"
	ScopeColumn Scope = "Column"
	ScopeBoth   Scope = "Both"
)

// Numbering is how the items of a list are labelled; the zero Numbering says nothing of it.
type Numbering string

// Ways of labelling items.
const (
	Unlabelled Numbering = "None"
	Disc       Numbering = "Disc"
	Circled    Numbering = "Circle"
	Squared    Numbering = "Square"
	Decimal    Numbering = "Decimal"
	UpperRoman Numbering = "UpperRoman"
	LowerRoman Numbering = "LowerRoman"
	UpperAlpha Numbering = "UpperAlpha"
	LowerAlpha Numbering = "LowerAlpha"
)

// Add adds a child after those there are.
func (e *Element) Add(role Role) *Element {
	child := &Element{Role: role, parent: e}
	e.kids = append(e.kids, kid{element: child})
	return child
}
