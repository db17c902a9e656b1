package freeze

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

// LibraryMark is what the data segment of the modules begins with. It may come when the interpreter runs already, together with the function
// that reads it (builder/split).
const LibraryMark = "mpwasm library 1"

// knownName is the definition of a name in the header of names that the guest knows (genhdr). Those of the first kind are numbered first.
var knownName = regexp.MustCompile(`(?m)^QDEF([01])\(MP_QSTR\w*, \d+, \d+, ("(?:[^"\\]|\\.)*")\)$`)

// readNames returns the names that the guest knows, in the order of their numbers.
func readNames(header []byte) ([]string, error) {
	var names, others []string
	for _, found := range knownName.FindAllSubmatch(header, -1) {
		name, err := strconv.Unquote(string(found[2]))
		if err != nil {
			return nil, fmt.Errorf("reading the guest's names: %s: %w", found[2], err)
		}
		if found[1][0] == '0' {
			names = append(names, name)
		} else {
			others = append(others, name)
		}
	}
	if len(names) == 0 {
		return nil, errors.New("reading the guest's names: there are none")
	}
	return append(names, others...), nil
}

// content packs modules and returns the C source that holds them; files are their .mpy files, below dir.
func content(cfg Config, modules []Module, files []string) ([]byte, error) {
	header, err := os.ReadFile(cfg.Names)
	if err != nil {
		return nil, fmt.Errorf("reading the guest's names: %w", err)
	}
	names, err := readNames(header)
	if err != nil {
		return nil, err
	}
	numbers := map[string]int{}
	for i, name := range names {
		numbers[name] = i
	}
	all := &packer{numbers: numbers}
	var list, lengths, places bytes.Buffer
	for i, module := range modules {
		data, err := os.ReadFile(filepath.Join(cfg.Dir, filepath.FromSlash(files[i])))
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", module.Target, err)
		}
		m, err := readMpy(data, names)
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", module.Target, err)
		}
		if err := all.pack(m); err != nil {
			return nil, err
		}
		if len(module.Target) > math.MaxUint8 {
			return nil, fmt.Errorf("packing %s: its name has more than %d bytes", module.Target, math.MaxUint8)
		}
		fmt.Fprintf(&list, "    %q\n", module.Target+"\x00")
		fmt.Fprintf(&lengths, "%d, ", len(module.Target))
		fmt.Fprintf(&places, "    MPWASM_FROZEN(%d),\n", len(all.lengths))
	}
	var out bytes.Buffer
	out.WriteString("#include \"py/frozenmod.h\"\n#include \"language/frozen.h\"\n\n")
	fmt.Fprintf(&out, "const char mp_frozen_names[] =\n%s    \"\";\n\n", list.Bytes())
	fmt.Fprintf(&out, "const byte mpwasm_frozen_lengths[] = { %s0 };\n\n", lengths.Bytes())
	fmt.Fprintf(&out, "const mp_frozen_module_t *const mp_frozen_mpy_content[] = {\n%s};\n", places.Bytes())
	all.write(&out)
	return out.Bytes(), nil
}

// groupSize is how many modules are found together.
const groupSize = 16

// index says where each stream begins, and for a group of modules at a time the length of what it says of them, how much all before them have of
// each stream, and how much each of them has but the last.
func (p *packer) index() []byte {
	var index []byte
	begin := 0
	for _, s := range p.streams {
		index = appendUint(index, begin)
		begin += len(s)
	}
	var before [streamCount]int
	for group := range slices.Chunk(p.lengths, groupSize) {
		var list []byte
		for _, n := range before {
			list = appendUint(list, n)
		}
		for i, lengths := range group {
			for stream, n := range lengths {
				before[stream] += n
				if i < len(group)-1 {
					list = appendUint(list, n)
				}
			}
		}
		index = append(appendUint(index, len(list)), list...)
	}
	return index
}

// write writes the modules as frozen.c reads them: the mark, the length of the index, the index, and the streams.
func (p *packer) write(out *bytes.Buffer) {
	index := p.index()
	data := append(appendUint([]byte(LibraryMark), len(index)), index...)
	for _, s := range p.streams {
		data = append(data, s...)
	}
	fmt.Fprintf(out, "\nconst byte mpwasm_frozen_library[%d] __attribute__((section(\"mpwasm_library\"), used)) =", len(data))
	for i, b := range data {
		if i%64 == 0 {
			out.WriteString("\n    \"")
		}
		fmt.Fprintf(out, "\\%03o", b)
		if i%64 == 63 || i == len(data)-1 {
			out.WriteByte('"')
		}
	}
	out.WriteString(";\n")
}
