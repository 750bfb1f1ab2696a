package print

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/amends-guide/amends/internal/doc"
)

// fileName is the name of what somebody put together: its title, or else the ids of all that is in it, so that two of them never
// have one name by chance. Where these are too many, the first stand for all, with a sum of them.
func fileName(title string, ids []string) string {
	const most = 100 // bytes: with its folder's name and half again for what a sync program adds, it is a name on any computer
	if title != "" {
		return shortened(doc.Slug(title), most)
	}
	all := strings.Join(ids, "+")
	if len(all) <= most {
		return all
	}
	sum := sha256.Sum256([]byte(all))
	for n := len(ids) - 1; n > 1; n-- {
		if some := fmt.Sprintf("%s+%d-more-%x", strings.Join(ids[:n], "+"), len(ids)-n, sum[:4]); len(some) <= most {
			return some
		}
	}
	return fmt.Sprintf("%s+%d-more-%x", shortened(ids[0], most/2), len(ids)-1, sum[:4])
}

// shortened is a name cut between words, or else between letters.
func shortened(name string, most int) string {
	if len(name) <= most {
		return name
	}
	short := strings.ToValidUTF8(name[:most], "")
	if gap := strings.LastIndexByte(short, '-'); gap > 0 {
		return short[:gap]
	}
	return short
}
