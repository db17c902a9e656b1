package freeze

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Those of the first kind are numbered first, wherever they stand.
func TestReadNames(t *testing.T) {
	names, err := readNames([]byte("QDEF0(MP_QSTRnull, 0, 0, \"\")\nQDEF1(MP_QSTR_a, 1, 1, \"a\")\nQDEF0(MP_QSTR__quot_, 2, 1, \"\\x22\")\n"))
	if want := []string{"", `"`, "a"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("got %q and %v, want %q", names, err, want)
	}
	if _, err := readNames([]byte("int x;")); err == nil {
		t.Error("no names, and no error")
	}
}

// body is the bytecode of "<module>" on lines 1 and 4: it loads name 2, stores it as name 3, and returns None.
var body = []byte{
	0x00,             // signature: one place on the stack
	0x06,             // 3 bytes of names and lines, no cells
	0x01, 0x02, 0x60, // name 1; 2 bytes on nothing, then 3 lines up
	0x11, 0x02, 0x16, 0x03, 0x51, 0x63,
}

func TestSplitCode(t *testing.T) {
	f, err := splitCode(body)
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, in := range f.code {
		got = append(got, int(in.op), in.arg, in.lines)
	}
	if want := []int{0x11, 2, 0, 0x16, 3, 3, 0x51, 0, 0, 0x63, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("got %x, want %x", got, want)
	}
	if f.infoSize != 3 || f.codeSize != 6 || !slices.Equal(f.names, []int{1}) {
		t.Errorf("got %+v", f)
	}
	for n := range body[:len(body)-6] {
		if _, err := splitCode(body[:n]); err == nil {
			t.Errorf("the first %d bytes are no bytecode, and give no error", n)
		}
	}
	inside := slices.Clone(body)
	inside[3] = 0x01
	if _, err := splitCode(inside); err == nil {
		t.Error("a line within an instruction gives no error")
	}
}

// mpy is an .mpy file of four names, no constants and body.
func mpy(names ...string) []byte {
	out := []byte{'M', 6, 0, 31, byte(len(names)), 0}
	for _, name := range names {
		out = append(append(append(out, byte(len(name)<<1)), name...), 0)
	}
	return append(append(out, byte(len(body)<<3)), body...)
}

func TestPack(t *testing.T) {
	m, err := readMpy(mpy("m.py", "<module>", "print", "a\x00b"), nil)
	if err != nil {
		t.Fatal(err)
	}
	p := packer{numbers: map[string]int{"print": 0x123}}
	if err := p.pack(m); err != nil {
		t.Fatal(err)
	}
	want := map[int]string{
		streamOps:       "\x11\x02\x16\x51\x63\x00",
		streamLines:     "\x03",
		streamVariables: "\x00\x00", // both new
		streamNames:     "\x00" + "\x00" + "\x02\x23" + "\xff\x03",
		streamTexts:     "m.py\x00<module>\x00a\x00b\x00",
		streamArgs:      "\x00\x00", // no cells, no children
	}
	for stream, text := range want {
		if got := string(p.streams[stream]); got != text {
			t.Errorf("stream %d: got %q, want %q", stream, got, text)
		}
	}
	if p.lengths[0][streamTexts] != len(p.streams[streamTexts]) {
		t.Errorf("got lengths %v", p.lengths)
	}
}

// A module that uses its names in another order than that of its table gives them all at its beginning.
func TestPackOutOfOrder(t *testing.T) {
	data := mpy("m.py", "<module>", "a", "b")
	at := bytes.Index(data, []byte{0x11, 0x02, 0x16, 0x03})
	data[at+1], data[at+3] = 3, 2
	m, err := readMpy(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := packer{}
	if err := p.pack(m); err != nil {
		t.Fatal(err)
	}
	if got := string(p.streams[streamVariables]); got != "\x04\x03" {
		t.Errorf("got %q", got)
	}
	if got := p.streams[streamObjects][:2]; got[0] != 4 || got[1] != 4 {
		t.Errorf("of %d names %d are given", got[0], got[1])
	}
}

func TestReadMpyDamaged(t *testing.T) {
	data := mpy("m.py", "<module>", "a", "b")
	for n := range data {
		if _, err := readMpy(data[:n], nil); err == nil {
			t.Errorf("the first %d bytes give no error", n)
		}
	}
	if _, err := readMpy(append(data, 0), nil); err == nil {
		t.Error("a byte too many gives no error")
	}
}

func TestContent(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"names.h": []byte("QDEF0(MP_QSTRnull, 0, 0, \"\")\n"), "head.mpy": mpy("head.py", "<module>", "a", "b"), "tail.mpy": mpy("tail.py", "<module>", "a", "b"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg := Config{Names: filepath.Join(dir, "names.h"), Dir: dir}
	modules, files := []Module{{Target: "head.py"}, {Target: "tail.py"}}, []string{"head.mpy", "tail.mpy"}
	out, err := content(cfg, modules, files)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"MPWASM_FROZEN(1),\n    MPWASM_FROZEN(2),\n", `"head.py\x00"`, LibraryMark[:6], `__attribute__((section("mpwasm_library"), used)) =`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("there is no %q in\n%s", want, out)
		}
	}
}
