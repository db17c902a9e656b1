package guestmem

// PageBytes is the size of the pages that deltas consist of. It divides that of WebAssembly's pages.
const PageBytes = 4096

// Image is a memory's content that does not change. It is safe for concurrent use.
type Image struct {
	data    []byte
	backing backing
}

// NewImage makes an image. The data must not be changed any more; its length is a multiple of PageBytes.
func NewImage(data []byte) *Image { return &Image{data: data, backing: newBacking(data)} }

// Slices returns the same image without what the system offers: memories of it are slices, as everywhere but on Linux.
// Tests use it.
func (i *Image) Slices() *Image { return &Image{data: i.data} }

// Size is its length in bytes.
func (i *Image) Size() int { return len(i.data) }

// Close gives back what the image holds of the system. Memories that were made of it live on.
func (i *Image) Close() error { return i.backing.close() }

// zeros is a page of an image beyond its end.
var zeros [PageBytes]byte

// page returns a page, which is not to be written to.
func (i *Image) page(index int) []byte {
	if at := index * PageBytes; at < len(i.data) {
		return i.data[at : at+PageBytes]
	}
	return zeros[:]
}
