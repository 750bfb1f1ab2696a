package output

import (
	"crypto/sha256"
	"fmt"

	"github.com/klauspost/compress/s2"
)

// A Packer makes files that take about a fifth of their room in memory: pages of one site have most of their bytes in common.
// It may be used by several goroutines at once. A nil Packer packs nothing.
type Packer struct{ shared *s2.Dict }

// NewPacker returns a packer for files like the samples.
func NewPacker(samples ...[]byte) *Packer {
	const most = 8 << 10 // of each: the top of a page is what it shares
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
	packed := p.shared.Encode(nil, data)
	f.kept = append(make([]byte, 0, len(packed)), packed...) // it was given room for the worst
	return f
}

func (p *Packer) unpack(kept []byte, size int) []byte {
	data, err := p.shared.Decode(make([]byte, 0, size), kept)
	if err != nil {
		panic(fmt.Sprintf("internal error: a packed file does not unpack: %v", err))
	}
	return data
}
