package site

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/facts"
	"github.com/amends-guide/amends/internal/report"
)

// A Color is a colour of the theme, as the style sheet ends up with it.
type Color struct {
	Light, Dark string     // "#5a2e23"
	Pos         report.Pos // where config.toml sets it; zero where the theme does
}

// Colors are the colours of a style sheet by name, without the two dashes. Only rules for the root outside of conditions
// count; a rule outside of all layers stands over those in layers, and a later one over an earlier one, as in a browser.
func Colors(sheet []byte) map[string]Color {
	layered, bare := map[string]Color{}, map[string]Color{}
	var around []string
	for text := string(comment.ReplaceAll(sheet, nil)); ; {
		i := strings.IndexAny(text, "{;}")
		if i < 0 {
			break
		}
		before := strings.TrimSpace(text[:i])
		switch text[i] {
		case '{':
			around = append(around, before)
		default:
			if len(around) > 0 && around[len(around)-1] == ":root" {
				declare(around, before, layered, bare)
			}
			if text[i] == '}' && len(around) > 0 {
				around = around[:len(around)-1]
			}
		}
		text = text[i+1:]
	}
	maps.Copy(layered, bare)
	return layered
}

var (
	comment     = regexp.MustCompile(`(?s)/\*.*?\*/`)
	declaration = regexp.MustCompile(`^--([a-z0-9-]+)\s*:\s*(?:light-dark\(\s*(#[0-9a-fA-F]{6})\s*,\s*(#[0-9a-fA-F]{6})\s*\)|(#[0-9a-fA-F]{6}))$`)
)

// declare takes in one declaration, where it sets a colour and always holds.
func declare(around []string, text string, layered, bare map[string]Color) {
	into := bare
	for _, prelude := range around[:len(around)-1] {
		switch {
		case strings.HasPrefix(prelude, "@layer"):
			into = layered
		case !strings.HasPrefix(prelude, "@supports"):
			return
		}
	}
	if m := declaration.FindStringSubmatch(text); m != nil {
		into[m[1]] = Color{Light: m[2] + m[4], Dark: m[3] + m[4]}
	}
}

// recolor is the end of the style sheet: the colours that config.toml sets.
func (p *planner) recolor(sheet []byte) []byte {
	c := p.site.Config
	p.site.Colors = Colors(sheet)
	names := slices.AppendSeq(slices.Collect(maps.Keys(c.Colors)), maps.Keys(c.ColorsDark))
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	file, _ := p.files.Get(config.File)
	front, _ := facts.Parse(config.File, string(file.Data), 1)
	var plain, both bytes.Buffer
	for _, name := range slices.Compact(names) {
		color, known := p.site.Colors[name]
		if !known {
			p.problems = append(p.problems, unknownColor(c, front, name, p.site.Colors))
			continue
		}
		color = mixed(c, front, name, color)
		p.site.Colors[name] = color
		fmt.Fprintf(&plain, "--%s:%s;", name, color.Light)
		fmt.Fprintf(&both, "--%s:light-dark(%s,%s);", name, color.Light, color.Dark)
	}
	return fmt.Appendf(nil, ":root{%s}@supports (color:light-dark(#000,#fff)){:root{%s}}\n", plain.Bytes(), both.Bytes())
}

// mixed is a colour as the config leaves it. What it leaves out of a pair stays the theme's; a colour that the theme has only
// one of, such as a glaze, is set for both.
func mixed(c *config.Config, front *facts.Table, name string, color Color) Color {
	single := color.Light == color.Dark
	if light, set := c.Colors[name]; set {
		color.Light, color.Pos = light, front.Pos("colors", name)
		if single {
			color.Dark = light
		}
	}
	if dark, set := c.ColorsDark[name]; set {
		color.Dark = dark
		if color.Pos.File == "" {
			color.Pos = front.Pos("colors_dark", name)
		}
	}
	return color
}

func unknownColor(c *config.Config, front *facts.Table, name string, known map[string]Color) report.Problem {
	table := "colors"
	if _, ok := c.Colors[name]; !ok {
		table = "colors_dark"
	}
	problem := report.New("unknown-color", front.KeyPos(table, name), "the theme has no colour %q", name)
	if near := report.Nearest(name, slices.Collect(maps.Keys(known))); near != "" {
		problem = problem.Hinted(fmt.Sprintf("did you mean %q?", near))
	}
	return problem.Noted("colours: " + strings.Join(slices.Sorted(maps.Keys(known)), ", "))
}
