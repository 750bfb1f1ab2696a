// Package amends holds the guide in this repository as one file system.
//
// It is read in two ways: templates, theme and vocabulary stand behind every site that brings none of its own, and
// content and config.toml are what `amends new` copies. The program needs no other files.
package amends

import "embed"

// BuiltIn is the repository's guide, by path from its root.
//
//go:embed config.toml content templates theme
var BuiltIn embed.FS
