package pdf

import "strings"

// A placement is where a role can stand and what can stand in it; nil: anything.
type placement struct{ parents, children []Role }

// roles is all the roles we know, with the rules of ISO 32000-1, 14.8.4 that ISO 14289-1 makes binding.
var roles = map[Role]placement{
	RoleDocument: {}, RolePart: {}, RoleSect: {}, RoleDiv: {}, RoleBlockQuote: {}, RoleCaption: {}, RoleIndex: {},
	RoleH1: {}, RoleH2: {}, RoleH3: {}, RoleH4: {}, RoleH5: {}, RoleH6: {}, RoleP: {},
	RoleSpan: {}, RoleQuote: {}, RoleNote: {}, RoleReference: {}, RoleBibEntry: {}, RoleCode: {}, RoleLink: {}, RoleFigure: {}, RoleForm: {},

	RoleTOC:  {nil, []Role{RoleTOCI, RoleTOC, RoleCaption}},
	RoleTOCI: {[]Role{RoleTOC}, []Role{RoleLbl, RoleReference, RoleP, RoleTOC}},

	RoleL:     {nil, []Role{RoleLI, RoleL, RoleCaption}},
	RoleLI:    {[]Role{RoleL}, []Role{RoleLbl, RoleLBody}},
	RoleLbl:   {[]Role{RoleLI, RoleTOCI, RoleNote, RoleBibEntry, RoleForm, RoleCaption, RoleSpan, RoleP}, nil},
	RoleLBody: {[]Role{RoleLI}, nil},

	RoleTable: {nil, []Role{RoleTR, RoleTHead, RoleTBody, RoleCaption}},
	RoleTHead: {[]Role{RoleTable}, []Role{RoleTR}},
	RoleTBody: {[]Role{RoleTable}, []Role{RoleTR}},
	RoleTR:    {[]Role{RoleTable, RoleTHead, RoleTBody}, []Role{RoleTH, RoleTD}},
	RoleTH:    {[]Role{RoleTR}, nil},
	RoleTD:    {[]Role{RoleTR}, nil},
}

// checks is what else must hold of elements of a role.
var checks = map[Role]func(*verifier, *Element){
	RoleH1: checkHeading, RoleH2: checkHeading, RoleH3: checkHeading, RoleH4: checkHeading, RoleH5: checkHeading, RoleH6: checkHeading,
	RoleFigure: checkFigure,
	RoleLink:   checkActive,
	RoleForm:   checkActive,
	RoleTable:  checkTable,
	RoleTH:     checkHeaderCell,
}

// checkHeading: levels begin with 1, and none is left out on the way down (ISO 14289-1, 7.4.2).
func checkHeading(v *verifier, e *Element) {
	level := int(e.Role[1] - '0')
	if level > v.heading+1 {
		v.faultAt(e, "the heading before it is of level %d", v.heading)
	}
	v.heading = level
}

// checkFigure: ISO 14289-1, 7.3.
func checkFigure(v *verifier, e *Element) {
	if strings.TrimSpace(e.Alt) == "" && strings.TrimSpace(e.ActualText) == "" {
		v.faultAt(e, "nothing says in words what it shows")
	}
	if !e.BBox.real() {
		v.faultAt(e, "it has no area")
	}
}

// checkActive: a link or a form without its annotation does nothing.
func checkActive(v *verifier, e *Element) {
	for _, k := range e.kids {
		if k.annotation != nil {
			return
		}
	}
	v.faultAt(e, "no area of a page leads anywhere for it, or can be filled in")
}

// checkHeaderCell: ISO 14289-1, 7.5.
func checkHeaderCell(v *verifier, e *Element) {
	if e.Scope == "" {
		v.faultAt(e, "it does not say which cells it speaks for")
	}
}

// checkTable: all rows have the same number of columns, cells that span several counted in each.
func checkTable(v *verifier, e *Element) {
	columns := 0
	var hanging []int // by column, in how many rows to come a cell from above still stands
	for _, row := range rowsOf(e) {
		width := 0
		var next []int
		take := func() {
			for width < len(hanging) && hanging[width] > 0 {
				next = append(next, hanging[width]-1)
				width++
			}
		}
		for _, k := range row.kids {
			take()
			for k.element != nil && width < maxColumns && len(next) < width+max(1, k.element.ColSpan) {
				next = append(next, max(1, k.element.RowSpan)-1)
			}
			width = len(next)
		}
		take()
		hanging = next
		if columns == 0 {
			columns = width
		}
		if width != columns {
			v.faultAt(e, "its rows have %d columns, and then %d", columns, width)
			return
		}
	}
}

// maxColumns keeps a span that is a mistake from taking all memory.
const maxColumns = 10_000

func rowsOf(e *Element) (rows []*Element) {
	for _, k := range e.kids {
		switch {
		case k.element == nil:
		case k.element.Role == RoleTR:
			rows = append(rows, k.element)
		default:
			rows = append(rows, rowsOf(k.element)...)
		}
	}
	return rows
}
