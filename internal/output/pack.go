package output

import (
	"crypto/sha256"
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"
)

// A Packer makes files that take about a seventh of their room in memory: pages of one kind have most of their bytes in common. It may be used by several goroutines at once. A nil Packer packs nothing.
type Packer struct{ shared *s2.Dict }

// Samples are how many of its files a packer is best made of.
const Samples = 2

// NewPacker returns a packer for files like the samples.
func NewPacker(samples ...[]byte) *Packer {
	const most = s2.MaxDictSize / Samples // of each: the top of a page is what it shares
	var all []byte
	for _, sample := range samples {
		all = append(all, sample[:min(most, len(sample))]...)
	}
	if len(all) < s2.MinDictSize {
		return nil
	}
	return &Packer{s2.MakeDict(all, nil)}
}

// NewFile is like the function of that name. It keeps no hold of data.
func (p *Packer) NewFile(path string, data []byte, maker string) File {
	f := File{Path: path, Sum: sha256.Sum256(data), Size: len(data), Maker: maker, pack: p}
	if p == nil {
		f.kept = append(make([]byte, 0, len(data)), data...)
		return f
	}
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	*room = p.shared.Encode(*room, data) // into what has room for the worst
	f.kept = append(make([]byte, 0, len(*room)), *room...)
	return f
}

// rooms are reused for every file that is packed, unpacked or written.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

func (p *Packer) unpack(buffer, kept []byte, size int) []byte {
	if cap(buffer) < size {
		buffer = make([]byte, 0, size)
	}
	data, err := p.shared.Decode(buffer[:0], kept)
	if err != nil {
		panic(fmt.Sprintf("internal error: a packed file does not unpack: %v", err))
	}
	return data
}
