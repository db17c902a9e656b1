package sandbox

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"github.com/fxamacker/cbor/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// The format of stored snapshots; SNAPSHOT.md beside this file describes it.
const (
	snapshotMagic   = "mpwasm\x00s"
	snapshotVersion = 1

	headerBytes  = 88
	atVersion    = 8
	atArtifact   = 16
	atBodyLength = 48
	atChecksum   = 56
)

// DefaultSnapshotLimitBytes bounds what reading a snapshot takes if nothing else is asked for.
const DefaultSnapshotLimitBytes = 256 << 20

// snapshotBody is the body, CBOR in its deterministic form.
type snapshotBody struct {
	MemoryLimit int64        `cbor:"memory_limit"`
	Functions   []string     `cbor:"functions"`
	Globals     []uint32     `cbor:"globals"`
	Size        int64        `cbor:"size"`
	Pages       []uint32     `cbor:"pages"`
	Data        []byte       `cbor:"data"`
	Elapsed     int64        `cbor:"elapsed_ns"`
	Start       *int64       `cbor:"start_ns"`
	Random      []byte       `cbor:"random"`
	Files       wasifs.State `cbor:"files"`
}

var snapshotEncoding, snapshotDecoding = func() (cbor.EncMode, cbor.DecMode) {
	deterministic := cbor.CoreDetEncOptions()
	deterministic.NilContainers = cbor.NilContainerAsEmpty
	enc, err := deterministic.EncMode()
	dec, decErr := cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
		IndefLength:       cbor.IndefLengthForbidden,
		TagsMd:            cbor.TagsForbidden,
		MaxNestedLevels:   8,
		MaxArrayElements:  1 << 20,
		MaxMapPairs:       1 << 20,
	}.DecMode()
	if err := errors.Join(err, decErr); err != nil {
		panic(err) // the options are constant
	}
	return enc, dec
}()

// WriteTo writes the snapshot for [Engine.ReadSnapshot], or another host with the same artifact.
func (sn *Snapshot) WriteTo(w io.Writer) (int64, error) {
	body, err := sn.body()
	if err != nil {
		return 0, fmt.Errorf("writing a snapshot: %w", err)
	}
	var out bytes.Buffer
	header := make([]byte, headerBytes)
	copy(header, snapshotMagic)
	binary.LittleEndian.PutUint32(header[atVersion:], snapshotVersion)
	if _, err := hex.Decode(header[atArtifact:], []byte(sn.artifact)); err != nil {
		return 0, fmt.Errorf("writing a snapshot: %w", err)
	}
	binary.LittleEndian.PutUint64(header[atBodyLength:], uint64(len(body)))
	copy(header[atChecksum:], checksum(header, body))
	out.Write(header)
	deflate, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		return 0, fmt.Errorf("writing a snapshot: %w", err)
	}
	if _, err := deflate.Write(body); err != nil {
		return 0, fmt.Errorf("writing a snapshot: %w", err)
	}
	if err := deflate.Close(); err != nil {
		return 0, fmt.Errorf("writing a snapshot: %w", err)
	}
	return out.WriteTo(w)
}

// checksum is of the header up to where it stands, and of the body.
func checksum(header, body []byte) []byte {
	sum := sha256.New()
	sum.Write(header[:atChecksum])
	sum.Write(body)
	return sum.Sum(nil)
}

// body encodes what the snapshot holds.
func (sn *Snapshot) body() ([]byte, error) {
	b := snapshotBody{
		MemoryLimit: sn.memoryLimit,
		Functions:   append([]string{}, sn.functions...),
		Size:        int64(sn.state.memory.Size),
		Pages:       []uint32{},
		Data:        []byte{},
		Elapsed:     int64(sn.state.elapsed),
		Files:       sn.state.files.State(),
	}
	for _, v := range sn.state.globals {
		b.Globals = append(b.Globals, uint32(v))
	}
	sn.state.memory.Pages(sn.image, func(index uint32, page []byte) {
		b.Pages, b.Data = append(b.Pages, index), append(b.Data, page...)
	})
	if !sn.state.start.IsZero() {
		start := sn.state.start.UnixNano()
		b.Start = &start
	}
	var err error
	if b.Random, err = sn.state.random.MarshalBinary(); err != nil {
		return nil, err
	}
	return snapshotEncoding.Marshal(b)
}

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

// check looks at what is no matter of other packages.
func (b *snapshotBody) check(smallest int) error {
	switch {
	case b.MemoryLimit < MinMemoryLimitBytes || b.MemoryLimit > MaxMemoryLimitBytes:
		return invalidSnapshot("its memory limit is %d bytes", b.MemoryLimit)
	case b.Size%wasmPage != 0 || b.Size < int64(smallest) || b.Size > b.MemoryLimit+memoryOverhead:
		return invalidSnapshot("its memory has %d bytes", b.Size)
	case len(b.Globals) != len(guestGlobals):
		return invalidSnapshot("it has %d globals, expected %d", len(b.Globals), len(guestGlobals))
	case len(b.Data) != len(b.Pages)*guestmem.PageBytes:
		return invalidSnapshot("it has %d bytes for %d pages", len(b.Data), len(b.Pages))
	case b.Elapsed < 0:
		return invalidSnapshot("its clock went back")
	case b.Start != nil && checkStart(time.Unix(0, *b.Start)) != nil:
		return invalidSnapshot("its clock: %w", checkStart(time.Unix(0, *b.Start)))
	}
	for i, page := range b.Pages {
		if int64(page) >= b.Size/guestmem.PageBytes || i > 0 && page <= b.Pages[i-1] {
			return invalidSnapshot("page %d is beyond the memory, or out of order", page)
		}
	}
	return nil
}
