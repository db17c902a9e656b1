package sandbox

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// ReadSnapshot reads a snapshot to its end, which must be the reader's. It may take limit bytes; 0 means
// [DefaultSnapshotLimitBytes]. The error is an [ErrInvalidSnapshot], or the reader's.
//
// A snapshot is checked against its checksum, the artifact, and what a session can be; that says nothing about who made
// it. One that somebody else made may hold any program, as a session that ran somebody else's code may; limits hold for
// it all the same.
func (e *Engine) ReadSnapshot(r io.Reader, limit int64) (*Snapshot, error) {
	if limit <= 0 {
		limit = DefaultSnapshotLimitBytes
	}
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(r, header); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, invalidSnapshot("it is shorter than a header")
	} else if err != nil {
		return nil, fmt.Errorf("reading a snapshot: %w", err)
	}
	if err := e.checkHeader(header, limit); err != nil {
		return nil, err
	}
	body, err := readBody(r, header)
	if err != nil {
		return nil, err
	}
	var b snapshotBody
	if err := snapshotDecoding.Unmarshal(body, &b); err != nil {
		return nil, invalidSnapshot("decoding: %w", err)
	}
	return e.fromBody(b)
}

func (e *Engine) checkHeader(header []byte, limit int64) error {
	if string(header[:atVersion]) != snapshotMagic {
		return invalidSnapshot("it does not begin as one")
	}
	if v := binary.LittleEndian.Uint64(header[atVersion:]); v != snapshotVersion {
		return invalidSnapshot("it has version %d, expected %d", v, snapshotVersion)
	}
	if artifact := hex.EncodeToString(header[atArtifact:atBodyLength]); artifact != e.digest {
		return invalidSnapshot("it is of the artifact %.12s, expected %.12s, which this engine runs", artifact, e.digest)
	}
	if n := binary.LittleEndian.Uint64(header[atBodyLength:]); n > uint64(limit) {
		return invalidSnapshot("it holds %d bytes, the limit is %d", n, limit)
	}
	return nil
}

// readBody decompresses the body. It takes no more memory than what is there, whatever the header says.
func readBody(r io.Reader, header []byte) ([]byte, error) {
	length := int64(binary.LittleEndian.Uint64(header[atBodyLength:]))
	source := &exactReader{r: r}
	var body bytes.Buffer
	if _, err := body.ReadFrom(io.LimitReader(flate.NewReader(source), length+1)); err != nil {
		if source.err != nil {
			return nil, fmt.Errorf("reading a snapshot: %w", source.err)
		}
		return nil, invalidSnapshot("decompressing: %w", err)
	}
	if int64(body.Len()) != length || !bytes.Equal(checksum(header, body.Bytes()), header[atChecksum:]) {
		return nil, invalidSnapshot("its checksum is wrong: it was damaged")
	}
	if _, err := source.ReadByte(); err == nil {
		return nil, invalidSnapshot("something follows its end")
	} else if !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("reading a snapshot: %w", err)
	}
	return body.Bytes(), nil
}

// exactReader reads byte by byte from a buffer, so that decompression takes no byte beyond its end, and keeps the error of
// the reader behind it.
type exactReader struct {
	r      io.Reader
	buffer [4096]byte
	left   []byte
	err    error // other than io.EOF
}

func (e *exactReader) fill() error {
	for len(e.left) == 0 {
		n, err := e.r.Read(e.buffer[:])
		e.left = e.buffer[:n]
		if n == 0 && err != nil {
			if !errors.Is(err, io.EOF) {
				e.err = err
			}
			return err
		}
	}
	return nil
}

func (e *exactReader) ReadByte() (byte, error) {
	if err := e.fill(); err != nil {
		return 0, err
	}
	b := e.left[0]
	e.left = e.left[1:]
	return b, nil
}

func (e *exactReader) Read(p []byte) (int, error) {
	if err := e.fill(); err != nil {
		return 0, err
	}
	n := copy(p, e.left)
	e.left = e.left[n:]
	return n, nil
}

// fromBody makes a snapshot of what was decoded.
func (e *Engine) fromBody(b snapshotBody) (*Snapshot, error) {
	release, err := e.live.hold()
	if err != nil {
		return nil, fmt.Errorf("reading a snapshot: %w", err)
	}
	defer release()
	image, err := e.startImage(context.Background())
	if err != nil {
		return nil, err
	}
	if err := b.check(image.Size()); err != nil {
		return nil, err
	}
	sn := &Snapshot{artifact: e.digest, image: image, memoryLimit: b.MemoryLimit, functions: b.Functions}
	sn.state.memory = guestmem.FromPages(image, int(b.Size), b.Pages, b.Data)
	for i, v := range b.Globals {
		sn.state.globals[i] = uint64(v)
	}
	sn.state.objects = b.Objects
	sn.state.elapsed = time.Duration(b.Elapsed)
	if b.Start != nil {
		sn.state.start = time.Unix(0, *b.Start).UTC()
	}
	sn.state.random = *rand.NewChaCha8([32]byte{})
	if err := sn.state.random.UnmarshalBinary(b.Random); err != nil {
		return nil, invalidSnapshot("its random numbers: %w", err)
	}
	if sn.state.files, err = wasifs.FromState(b.Files); err != nil {
		return nil, invalidSnapshot("its files: %w", err)
	}
	return sn, nil
}
