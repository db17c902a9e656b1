package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// Sizes of the .xz file format 1.2.1, sections 2.1.1 and 3.1.1.
const (
	xzStreamHeaderBytes = 12
	xzBlockHeaderBytes  = 1024 // at most
	xzHeadBytes         = xzStreamHeaderBytes + xzBlockHeaderBytes
)

// maxDictionaryBytes is the dictionary of xz's highest preset, -9.
const maxDictionaryBytes = 64 << 20

// checkXZDictionary refuses an .xz file whose first block asks for a dictionary that nothing but a
// large memory could hold: the decoder allocates up to 4 GiB at once for it. Later blocks are not
// seen from here; xz itself gives all blocks of a file the same filters.
func checkXZDictionary(head []byte) error {
	size, found := xzDictionary(head)
	if found && size > maxDictionaryBytes {
		return fmt.Errorf("reading the archive's header: expected a dictionary of at most %d bytes (as xz -9 has), found %d",
			maxDictionaryBytes, size)
	}
	return nil
}

// xzDictionary returns the size in bytes of the dictionary that the first block asks for. Not found
// means that the header is malformed, which the decoder will say better.
func xzDictionary(head []byte) (size int64, found bool) {
	if len(head) < xzStreamHeaderBytes+2 {
		return 0, false
	}
	const (
		lzma2Filter         = 0x21 // section 5.3.1
		hasCompressedSize   = 0x40 // block flags, section 3.1.2
		hasUncompressedSize = 0x80
	)
	flags, rest := head[xzStreamHeaderBytes+1], head[xzStreamHeaderBytes+2:]
	for _, flag := range []byte{hasCompressedSize, hasUncompressedSize} {
		if flags&flag == 0 {
			continue
		}
		_, n := binary.Uvarint(rest) // the format's integers are encoded alike
		if n <= 0 {
			return 0, false
		}
		rest = rest[n:]
	}
	// One filter flags field: filter, size of its properties, properties.
	if len(rest) < 3 || rest[0] != lzma2Filter || rest[1] != 1 {
		return 0, false
	}
	size, err := lzma.DecodeDictCap(rest[2])
	return size, err == nil
}

// checkXZEnd checks that an .xz file ends as one: the decoder takes a file that was cut between two
// blocks, or before the index, for a complete one.
func checkXZEnd(file io.ReaderAt, size int64) error {
	head, footer := make([]byte, len(xzMagic)), make([]byte, len(xzFooterMagic))
	if _, err := file.ReadAt(head, 0); err != nil || !bytes.Equal(head, xzMagic) {
		return nil // too short to be one, or another format
	}
	if _, err := file.ReadAt(footer, size-int64(len(footer))); err != nil {
		return fmt.Errorf("reading the archive's end: %w", err)
	}
	if !bytes.Equal(footer, xzFooterMagic) {
		return fmt.Errorf("reading the archive's end: expected %q, found %q: %w", xzFooterMagic, footer, io.ErrUnexpectedEOF)
	}
	return nil
}
