package sandbox

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"encoding/hex"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// frame makes a snapshot of the engine's artifact with a right checksum, whatever the body.
func frame(t testing.TB, e *Engine, body []byte) []byte {
	t.Helper()
	header := make([]byte, headerBytes)
	copy(header, snapshotMagic)
	header[atVersion] = snapshotVersion
	if _, err := hex.Decode(header[atArtifact:], []byte(e.digest)); err != nil {
		t.Fatal(err)
	}
	binary.LittleEndian.PutUint64(header[atBodyLength:], uint64(len(body)))
	copy(header[atChecksum:], checksum(header, body))
	out := bytes.NewBuffer(header)
	deflate, err := flate.NewWriter(out, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	deflate.Write(body)
	deflate.Close()
	return out.Bytes()
}

// smallBodyPages is how many pages of wasm the memory of the small body has: not fewer than the guest's memory begins with.
const smallBodyPages = 48

// smallBody is a body that can be restored, though the guest in it is not alive.
func smallBody() snapshotBody {
	start := DefaultClockStart.UnixNano()
	random := newRandom(1)
	state, err := random.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return snapshotBody{
		MemoryLimit: MinMemoryLimitBytes, Functions: []string{}, Globals: []uint32{1, 2, 3, 4}, Size: smallBodyPages * wasmPage,
		Pages: []uint32{}, Data: []byte{}, Elapsed: 5, Start: &start, Random: state,
		Files: wasifs.State{
			Mounts: []string{"/m"}, Next: 5,
			Nodes: []wasifs.NodeState{
				{Number: 0, Kind: 1, Fixed: true, Children: map[string]int{"m": 1, "f": 2, "d": 3}},
				{Number: 1, Kind: 2},
				{Number: 2, Data: []byte("text")},
				{Number: 3, Kind: 1},
				{Number: 4, Removed: true, Data: []byte("removed")},
			},
			Descriptors: []wasifs.DescriptorState{
				{Number: 3, Folder: true},
				{Number: 4, Node: 4, Read: true, Write: true, Offset: 3},
				{Number: 6, Node: 1, Sub: "x/y", Read: true},
				{Number: 7, Node: 0, Folder: true, Listing: []wasifs.Entry{{Name: "d", Folder: true}, {Name: "f"}}},
			},
		},
	}
}

// TestBodiesThatCannotBe changes the small body in one way each.
func TestBodiesThatCannotBe(t *testing.T) {
	e := testEngine(t, false)
	try := func(change func(*snapshotBody)) error {
		b := smallBody()
		change(&b)
		data, err := snapshotEncoding.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		_, err = e.ReadSnapshot(bytes.NewReader(frame(t, e, data)), 0)
		return err
	}
	if err := try(func(*snapshotBody) {}); err != nil {
		t.Fatalf("unchanged: %v", err)
	}
	far, before := int64(1<<63-1), int64(-1)
	for name, change := range map[string]func(*snapshotBody){
		"memory limit":        func(b *snapshotBody) { b.MemoryLimit = 1 },
		"large memory limit":  func(b *snapshotBody) { b.MemoryLimit = 1 << 40 },
		"size":                func(b *snapshotBody) { b.Size++ },
		"negative size":       func(b *snapshotBody) { b.Size = -wasmPage },
		"small size":          func(b *snapshotBody) { b.Size = wasmPage },
		"large size":          func(b *snapshotBody) { b.Size = 1 << 40 },
		"globals":             func(b *snapshotBody) { b.Globals = b.Globals[:3] },
		"a page without data": func(b *snapshotBody) { b.Pages = []uint32{1} },
		"a page beyond the end": func(b *snapshotBody) {
			b.Pages = []uint32{smallBodyPages * wasmPage / 4096}
			b.Data = make([]byte, 4096)
		},
		"a page twice":                 func(b *snapshotBody) { b.Pages = []uint32{1, 1}; b.Data = make([]byte, 8192) },
		"elapsed":                      func(b *snapshotBody) { b.Elapsed = -1 },
		"start":                        func(b *snapshotBody) { b.Start = &far },
		"start before 1970":            func(b *snapshotBody) { b.Start = &before },
		"random":                       func(b *snapshotBody) { b.Random = b.Random[:9] },
		"no random":                    func(b *snapshotBody) { b.Random = nil },
		"no files":                     func(b *snapshotBody) { b.Files = wasifs.State{} },
		"a mount too much":             func(b *snapshotBody) { b.Files.Mounts = append(b.Files.Mounts, "/n") },
		"a mount elsewhere":            func(b *snapshotBody) { b.Files.Mounts[0] = "/n" },
		"a mount that is not there":    func(b *snapshotBody) { b.Files.Nodes[1].Mount = 1 },
		"a child that is not there":    func(b *snapshotBody) { b.Files.Nodes[3].Children = map[string]int{"x": 9} },
		"a child of two":               func(b *snapshotBody) { b.Files.Nodes[3].Children = map[string]int{"x": 2} },
		"a circle":                     func(b *snapshotBody) { b.Files.Nodes[3].Children = map[string]int{"x": 3} },
		"the root as a child":          func(b *snapshotBody) { b.Files.Nodes[3].Children = map[string]int{"x": 0} },
		"a removed child":              func(b *snapshotBody) { b.Files.Nodes[3].Children = map[string]int{"x": 4} },
		"children of a file":           func(b *snapshotBody) { b.Files.Nodes[2].Children = map[string]int{"x": 3} },
		"data of a folder":             func(b *snapshotBody) { b.Files.Nodes[3].Data = []byte("x") },
		"a kind":                       func(b *snapshotBody) { b.Files.Nodes[3].Kind = 3 },
		"a number twice":               func(b *snapshotBody) { b.Files.Nodes[3].Number = 2 },
		"a number beyond next":         func(b *snapshotBody) { b.Files.Next = 4 },
		"a name with a slash":          func(b *snapshotBody) { b.Files.Nodes[0].Children = map[string]int{"m": 1, "f/g": 2, "d": 3} },
		"a name of dots":               func(b *snapshotBody) { b.Files.Nodes[0].Children = map[string]int{"m": 1, "..": 2, "d": 3} },
		"a node without a name":        func(b *snapshotBody) { b.Files.Nodes[0].Children = map[string]int{"m": 1, "f": 2} },
		"removed but not open":         func(b *snapshotBody) { b.Files.Descriptors = b.Files.Descriptors[:1] },
		"a root that can be removed":   func(b *snapshotBody) { b.Files.Nodes[0].Fixed = false },
		"no root descriptor":           func(b *snapshotBody) { b.Files.Descriptors = b.Files.Descriptors[1:] },
		"a descriptor of nothing":      func(b *snapshotBody) { b.Files.Descriptors[1].Node = 9 },
		"a descriptor twice":           func(b *snapshotBody) { b.Files.Descriptors[2].Number = 4 },
		"a descriptor far away":        func(b *snapshotBody) { b.Files.Descriptors[3].Number = 1 << 30 },
		"a negative offset":            func(b *snapshotBody) { b.Files.Descriptors[1].Offset = -1 },
		"a folder to be written":       func(b *snapshotBody) { b.Files.Descriptors[3].Write = true },
		"a mounted file to be written": func(b *snapshotBody) { b.Files.Descriptors[2].Write = true },
		"a path out of a mount":        func(b *snapshotBody) { b.Files.Descriptors[2].Sub = "../x" },
		"a file open as a folder":      func(b *snapshotBody) { b.Files.Descriptors[1].Folder = true },
	} {
		if err := try(change); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// FuzzSnapshotBody reads bodies of any kind in snapshots that are otherwise right, and begins a session with what is
// accepted. Whatever is in the guest's memory then, its limits hold and the host survives.
func FuzzSnapshotBody(f *testing.F) {
	e := testEngine(f, false)
	small, err := snapshotEncoding.Marshal(smallBody())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Add(small[:len(small)/2])
	f.Add([]byte("\xa0"))                                 // an empty map
	f.Add([]byte("\xbf\xff"))                             // one of indefinite length
	f.Add([]byte("\xa1\x64size\x1b\xff"))                 // a number cut off
	f.Add([]byte("\x9b\xff\xff\xff\xff\xff\xff\xff\xff")) // a list of 2^64 - 1
	mounts := snapshotConfig().Mounts[:1]
	f.Fuzz(func(t *testing.T, body []byte) {
		snapshot, err := e.ReadSnapshot(bytes.NewReader(frame(t, e, body)), 64<<20)
		if err != nil {
			return
		}
		ctx := context.Background()
		s, err := e.RestoreSession(ctx, snapshot, SessionConfig{Mounts: mounts, FilesLimitBytes: 1 << 20, FuelLimit: 1_000_000})
		if err == nil {
			again := take(t, s)
			if !bytes.Equal(store(t, again), store(t, readStored(t, e, store(t, again)))) {
				t.Error("storing and reading changes it")
			}
			s.Run(ctx, Program{Source: []byte("import os\nprint(os.listdir('/'))")}) // anything but a panic
			err = s.Close(ctx)
		}
		if err != nil {
			t.Log(err)
		}
	})
}
