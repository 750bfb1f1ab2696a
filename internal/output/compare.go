package output

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"syscall"

	"github.com/amends-guide/amends/internal/parallel"
)

// A verdict says what is to happen to one path.
type verdict int

const (
	isSame     verdict = iota // as we left it
	isTouched                 // the right bytes, but not as we left them: the record is to be renewed
	isMissing                 // to be added
	isOutdated                // to be replaced
	isStale                   // ours, unchanged, and in the tree no more: to be removed
	isTaken                   // ours and stale, but changed by somebody: to be kept
	isGone                    // ours and stale, and gone already
	isForeign                 // somebody else's, in the way of the tree
	isFolder                  // a folder stands where the tree wants a file
)

// An item is one path that the tree wants, or that we wrote earlier, or both.
type item struct {
	want    *File
	had     *entry
	verdict verdict
	now     entry // what the record is to say of it, once its time of change is known
}

func (it *item) path() string {
	if it.want != nil {
		return it.want.Path
	}
	return it.had.path
}

// compare plans how to get from what is on the disk to the tree. Reading the disk is the dear part: an unchanged file costs
// one look at its size and time; only where these are not what we left are its bytes read. In a whole record a path that is
// not listed is foreign; a damaged one cannot say, so there the tree's paths count as ours.
func compare(ctx context.Context, d disk, record manifest, tree *Tree, whole bool) (*plan, error) {
	items := pair(record, tree)
	err := parallel.Try(ctx, len(items), func(i int) (err error) {
		items[i].verdict, err = items[i].judge(d, whole)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := checkFolders(d, items); err != nil {
		return nil, err
	}
	if err := inTheWay(items); err != nil {
		return nil, err
	}
	return newPlan(items), nil
}

// pair lines up the record and the tree, both sorted by path.
func pair(record manifest, tree *Tree) []item {
	files := tree.Files()
	items := make([]item, 0, max(len(record), len(files)))
	for len(record) > 0 || len(files) > 0 {
		order := 0
		switch {
		case len(files) == 0:
			order = -1
		case len(record) == 0:
			order = +1
		default:
			order = strings.Compare(record[0].path, files[0].Path)
		}
		var it item
		if order <= 0 {
			it.had, record = &record[0], record[1:]
		}
		if order >= 0 {
			it.want, files = &files[0], files[1:]
		}
		items = append(items, it)
	}
	return items
}

func (it *item) judge(d disk, whole bool) (verdict, error) {
	info, err := d.Lstat(it.path())
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		if it.want == nil {
			return isGone, nil
		}
		return isMissing, nil
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return it.judgeSpecial(info), nil
	}
	switch found := info.ModTime().UnixNano(); {
	case it.want == nil:
		return pick(d, it.path(), it.had.sum, isStale, isTaken)
	case it.had != nil && it.had.sum != it.want.Sum:
		return isOutdated, nil
	case it.had != nil && it.had.isLeft(info):
		it.now = *it.had
		return isSame, nil
	default:
		it.now = entry{it.want.Path, it.want.Sum, info.Size(), found}
		if it.had != nil || !whole {
			return pick(d, it.path(), it.want.Sum, isTouched, isOutdated)
		}
		return pick(d, it.path(), it.want.Sum, isTouched, isForeign)
	}
}

// judgeSpecial is for what is no plain file.
func (it *item) judgeSpecial(info fs.FileInfo) verdict {
	switch {
	case it.want == nil:
		return isTaken
	case info.IsDir():
		return isFolder
	}
	return isForeign
}

// pick returns the one verdict if the file's bytes have that sum, else the other; a file behind a link is the other.
func pick(d disk, name string, sum [32]byte, yes, no verdict) (verdict, error) {
	data, err := d.ReadFile(name)
	if err != nil {
		if plain, errPlain := plainFolders(d, path.Dir(name), map[string]bool{".": true}); !plain && errPlain == nil {
			return no, nil
		}
		return 0, err
	}
	if sha256.Sum256(data) == sum {
		return yes, nil
	}
	return no, nil
}

func inTheWay(items []item) error {
	var foreign []string
	for i := range items {
		if it := &items[i]; it.verdict == isForeign {
			foreign = append(foreign, it.path())
		}
	}
	if len(foreign) == 0 {
		return nil
	}
	reason := fmt.Sprintf("%q is not ours, and the site has a page of that name", foreign[0])
	if more := len(foreign) - 1; more > 0 {
		reason += fmt.Sprintf(" (and %d more)", more)
	}
	return &Refusal{Reason: reason, Hint: "move it away, or rename the page"}
}
