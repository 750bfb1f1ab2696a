package serve

import (
	"fmt"
	"slices"

	"github.com/amends-guide/amends/internal/coverage"
)

// matrix shows all three sides: a table for each relationship, a row for each rupture, a column for each phase.
func (in *reporting) matrix(cells []coverage.Cell) reportSection {
	section := reportSection{ID: in.tag + "-matrix", Title: "Cards by relationship, phase and rupture"}
	gaps := 0
	for len(cells) > 0 {
		n := slices.IndexFunc(cells, func(c coverage.Cell) bool { return c.Relationship != cells[0].Relationship })
		if n < 0 {
			n = len(cells)
		}
		table, missing := oneRelationship(cells[:n])
		gaps += missing
		section.Tables = append(section.Tables, table)
		cells = cells[n:]
	}
	section.Gap, section.Summary = gaps > 0, emptyCells(gaps)
	return section
}

func emptyCells(n int) string {
	switch n {
	case 0:
		return "no gap"
	case 1:
		return "1 gap"
	}
	return fmt.Sprint(n, " gaps")
}

func oneRelationship(cells []coverage.Cell) (t reportTable, gaps int) {
	t.Head = []string{"Rupture"}
	row := map[string]int{}
	for _, c := range cells {
		if !slices.Contains(t.Head[1:], c.Phase) {
			t.Head = append(t.Head, c.Phase)
		}
		at, known := row[c.Rupture]
		if !known {
			at = len(t.Rows)
			row[c.Rupture] = at
			t.Rows = append(t.Rows, words(c.Rupture))
		}
		t.Rows[at] = append(t.Rows[at], lacking(c.Cards == 0, "gap", count(c.Cards)))
		gaps += 1 - min(1, c.Cards)
	}
	t.Caption = cells[0].Relationship + ": " + emptyCells(gaps)
	return t, gaps
}

// plan shows how far the quotas of the plan are met: those of doors and phases as a grid, the others as a list.
func (in *reporting) plan(quotas []coverage.Quota) reportSection {
	grid := reportTable{Caption: "Cards by door and phase: planned / present", Head: []string{"Door"}}
	list := reportTable{Caption: "What else is planned", Head: []string{"Quota", "planned", "present", "state"}}
	var doors []string
	missing := 0
	for _, q := range quotas {
		short := max(0, q.Planned-q.Present)
		missing += short
		if q.Door == "" || q.Phase == "" {
			list.Rows = append(list.Rows, append(words(q.Name, count(q.Planned), count(q.Present)), lacking(short > 0, fmt.Sprint(short, " missing"), "met")))
			continue
		}
		if !slices.Contains(doors, q.Door) {
			doors = append(doors, q.Door)
			grid.Rows = append(grid.Rows, words(q.Door))
		}
		if !slices.Contains(grid.Head[1:], q.Phase) {
			grid.Head = append(grid.Head, q.Phase)
		}
	}
	for i, door := range doors {
		for _, phase := range grid.Head[1:] {
			grid.Rows[i] = append(grid.Rows[i], planned(quotas, door, phase))
		}
	}
	section := reportSection{ID: in.tag + "-plan", Title: "The plan", Summary: "all there", Gap: missing > 0}
	if section.Gap {
		section.Summary = fmt.Sprint(missing, " missing")
	}
	for _, t := range []reportTable{grid, list} {
		if len(t.Rows) > 0 {
			section.Tables = append(section.Tables, t)
		}
	}
	return section
}

// planned is the cell of a door and phase; where the plan asks for nothing, it says so.
func planned(quotas []coverage.Quota, door, phase string) reportCell {
	for _, q := range quotas {
		if q.Door == door && q.Phase == phase {
			numbers := fmt.Sprintf("%d / %d", q.Planned, q.Present)
			return lacking(!q.Met(), fmt.Sprintf("%s, %d missing", numbers, q.Planned-q.Present), numbers)
		}
	}
	return reportCell{Text: "not planned"}
}

// ideas are those of the plan that too little carries.
func (in *reporting) ideas(ideas []coverage.Idea) reportSection {
	t := reportTable{Caption: "Ideas that too little carries", Head: []string{"Idea", "essays", "cards", "doors", "state"}}
	for _, i := range ideas {
		if !i.Covered {
			t.Rows = append(t.Rows, append(words(i.ID, count(i.Essays), count(i.Cards), count(i.Doors)), lacking(true, "gap", "")))
		}
	}
	section := in.listed("ideas", t)
	section.Title, section.Summary = "Ideas of the plan", fmt.Sprintf("%d of %d carried", len(ideas)-len(t.Rows), len(ideas))
	return section
}
