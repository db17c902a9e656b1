package binary_test

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// The promise of the package comment, in numbers: decoding allocates at most maxGrowth bytes for each byte
// of input, plus a constant, what is freed on the way included. Worst are custom sections: 3 bytes become a
// struct of 48 in a slice that grows by append. All other entries take at most 40 bytes for each byte.
const (
	maxGrowth   = 128
	maxConstant = 64 << 10
)

// allocated returns how many bytes f allocates in all, freed ones included.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// longSection is section for contents of any size.
func longSection(id byte, contents string) string {
	return string(leb128.AppendUint32([]byte{id}, uint32(len(contents)))) + contents
}

// counted puts the number of repetitions before them.
func counted(n int, s string) string {
	return string(leb128.AppendUint32(nil, uint32(n))) + strings.Repeat(s, n)
}

// body is a code section of one function.
func body(code string) string {
	entry := "\x00" + code
	return longSection(10, "\x01"+string(leb128.AppendUint32(nil, uint32(len(entry))))+entry)
}

// TestHostileInput takes inputs that ask for much more than they bring. Some are well-formed and are to be
// decoded cheaply, others are to be refused cheaply.
func TestHostileInput(t *testing.T) {
	const n = 100_000
	huge := "\xff\xff\xff\xff\x0f" // 4294967295
	cases := map[string]string{
		"tiny types":      header + longSection(1, counted(n, "\x60\x00\x00")),
		"tiny imports":    header + voidType + longSection(2, counted(n, "\x00\x00\x00\x00")),
		"tiny functions":  header + voidType + longSection(3, counted(n, "\x00")) + longSection(10, counted(n, emptyBody)),
		"only types":      header + voidType + longSection(3, counted(n, "\x00")),
		"tiny tables":     header + longSection(4, counted(n, "\x70\x00\x00")),
		"tiny tags":       header + voidType + longSection(13, counted(n, "\x00\x00")),
		"tiny globals":    header + longSection(6, counted(n, "\x7f\x00\x0b")),
		"tiny exports":    header + oneMemory + longSection(7, counted(n, "\x00\x02\x00")),
		"tiny elements":   header + longSection(9, counted(n, "\x01\x00\x00")),
		"many elements":   oneFuncDef + longSection(9, "\x01\x01\x00"+counted(n, "\x00")) + oneBody,
		"tiny data":       header + oneMemory + longSection(11, counted(n, "\x01\x00")),
		"tiny customs":    header + strings.Repeat("\x00\x01\x00", n),
		"tiny locals":     codeSectionOf(counted(n, "\x00\x7f") + "\x0b"),
		"many labels":     oneFuncDef + body("\x0e"+counted(n, "\x00")+"\x00\x0b"),
		"many catches":    oneFuncDef + body("\x1f\x40"+counted(n, "\x02\x00")+"\x0b\x0b"),
		"many types":      oneFuncDef + body("\x1c"+counted(n, "\x7f")+"\x0b"),
		"deep blocks":     oneFuncDef + body(strings.Repeat("\x02\x40", n)+strings.Repeat("\x0b", n+1)),
		"unclosed blocks": oneFuncDef + body(strings.Repeat("\x03\x40", n)),
		"huge labels":     oneFuncDef + body("\x0e"+huge+"\x0b"),
		"huge catches":    oneFuncDef + body("\x1f\x40"+huge+"\x0b\x0b"),
		"huge locals":     codeSectionOf(huge + huge + "\x7f\x0b"),
		"huge body":       oneFuncDef + longSection(10, "\x01"+huge),
		"huge name":       header + voidType + longSection(2, "\x01"+huge+"a"),
		"huge data":       header + oneMemory + longSection(11, "\x01\x01"+huge),
		"huge section":    header + "\x01" + huge + "\x01",
	}
	for _, id := range []byte{1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13} {
		cases["huge count of section "+wasm.SectionID(id).String()] = header + longSection(id, huge)
	}
	for name, in := range cases {
		t.Run(name, func(t *testing.T) {
			input := []byte(in)
			got := allocated(func() { _, _ = binary.Decode(input) })
			if limit := uint64(len(in)*maxGrowth + maxConstant); got > limit {
				t.Errorf("decoding %d bytes allocated %d bytes, want at most %d", len(in), got, limit)
			}
		})
	}
}

func codeSectionOf(entry string) string {
	size := string(leb128.AppendUint32(nil, uint32(len(entry))))
	return oneFuncDef + longSection(10, "\x01"+size+entry)
}

// TestDeepNesting follows blocks without recursion, and so do the functions that read bodies.
func TestDeepNesting(t *testing.T) {
	const depth = 1_000_000
	in := oneFuncDef + body(strings.Repeat("\x02\x40", depth)+strings.Repeat("\x0b", depth+1))
	m, err := binary.Decode([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := wasm.DetectFeatures(m); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(binary.Encode(m), []byte(in)) {
		t.Error("encoding gives other bytes")
	}
}

// TestDecodeSharesInput holds the package to its word that bodies and segments are not copied.
func TestDecodeSharesInput(t *testing.T) {
	code := strings.Repeat("\x41\x00\x1a", 1<<20) // i32.const 0, drop
	in := []byte(oneFuncDef + body(code+"\x0b"))
	got := allocated(func() {
		if _, err := binary.Decode(in); err != nil {
			t.Fatal(err)
		}
	})
	if limit := uint64(len(in) / 100); got > limit {
		t.Errorf("decoding a body of %d bytes allocated %d bytes, want at most %d", len(in), got, limit)
	}
}
