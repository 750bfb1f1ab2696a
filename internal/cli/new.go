package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/amends-guide/amends"
	"github.com/amends-guide/amends/internal/config"
	"github.com/amends-guide/amends/internal/guide"
	"github.com/amends-guide/amends/internal/source"
)

func (s *session) newCommand() *cobra.Command {
	var dir, lang string
	var empty bool
	cmd := &cobra.Command{
		Use:   "new <folder> | new <kind> <id>",
		Short: "start a guide in a new folder, or an entry of the guide you are in",
		Long: `amends new my-guide copies the guide that comes with amends, ready to build and to change.
amends new my-guide --empty starts with a few entries that show the form.
amends new card own-forgot-birthday starts an entry: ` + strings.Join(kindNames(), ", ") + `.

Nothing that exists is ever overwritten.`,
		Args:              newArguments,
		ValidArgsFunction: cobra.FixedCompletions(kindNames(), cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 {
				return s.newEntry(cmd.Context(), dir, lang, args[0], args[1])
			}
			return s.newGuide(args[0], empty)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", ".", "`folder` of the guide that the entry is for")
	cmd.Flags().StringVar(&lang, "lang", "", "`language` of the entry; without it, the guide's first")
	cmd.Flags().BoolVar(&empty, "empty", false, "start a guide with a few entries only")
	cmd.MarkFlagDirname("dir")
	return cmd
}

func newArguments(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misuse{"new needs the folder of a guide, or the kind and id of an entry", "amends new my-guide, or: amends new card own-forgot-birthday"}
	case len(args) == 1 && isKind(args[0]):
		return misuse{fmt.Sprintf("the %s needs an id, which becomes its file's name", args[0]), fmt.Sprintf("amends new %s own-forgot-birthday", args[0])}
	case len(args) == 2 && !isKind(args[0]):
		return misuse{fmt.Sprintf("%q is not a kind of entry", args[0]), suggestion(args[0], kindNames(), "kinds: "+strings.Join(kindNames(), ", "))}
	case len(args) > 2:
		return misuse{fmt.Sprintf("%q is one word too many", args[2]), "an id is one word: parts are joined by hyphens"}
	}
	return nil
}

func kindNames() (names []string) {
	for _, k := range guide.Kinds() {
		names = append(names, string(k.Kind))
	}
	return names
}

func isKind(name string) bool { return kindNamed(name).Kind != "" }

func kindNamed(name string) guide.KindInfo {
	for _, k := range guide.Kinds() {
		if string(k.Kind) == name {
			return k
		}
	}
	return guide.KindInfo{}
}

func (s *session) newEntry(ctx context.Context, dir, lang, kind, id string) error {
	if err := isFolder(dir); err != nil {
		return err
	}
	reader, err := source.Open(dir, amends.BuiltIn)
	if err != nil {
		return err
	}
	defer reader.Close()
	files, _, err := reader.Read(ctx)
	if err != nil {
		return err
	}
	c, _ := config.Load(files)
	l, err := languageNamed(c, lang)
	if err != nil {
		return err
	}
	place := guide.Place{Lang: l.Tag, Kind: guide.Kind(kind), ID: id}
	if _, problems := guide.Locate(place.File()); len(problems) > 0 {
		return misuse{problems[0].Text, problems[0].Hint}
	}
	vocabularyFile, _ := files.Get("content/vocabulary.toml")
	words, _ := guide.ReadVocabulary(vocabularyFile, c.Languages)
	if err := create(dir, place.File(), scaffold(kindNamed(kind), l, words.IDs, today())); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.stdout, "made %s\nnext: fill in its blanks; amends check names them\n", place.File())
	return err
}

func languageNamed(c *config.Config, tag string) (config.Language, error) {
	var tags []string
	for _, l := range c.Languages {
		if tag == "" || tag == l.Tag {
			return l, nil
		}
		tags = append(tags, l.Tag)
	}
	return config.Language{}, misuse{fmt.Sprintf("the guide has no language %q", tag),
		suggestion(tag, tags, "it has "+strings.Join(tags, ", ")+"; make the folder content/"+tag+" for another")}
}

// create writes a file that is not there yet, and never outside of dir.
func create(dir, name, text string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return misuse{name + " exists already and is as it was", "choose another id"}
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(text)
	return errors.Join(err, file.Close())
}
