package sandbox

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
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
	Objects     uint64       `cbor:"objects,omitempty"`
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
		Objects:     sn.state.objects,
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
	case b.Objects > 1<<53-1:
		return invalidSnapshot("its host gave it %d objects", b.Objects)
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
