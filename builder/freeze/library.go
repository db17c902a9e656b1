package freeze

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// LibraryMark is what the data segment of the modules that stand apart begins with.
const LibraryMark = "mpwasm library 1"

// librarySection is that segment's name. Pragmas name no sections for WebAssembly, so each object says where it lies.
const librarySection = `__attribute__((section("mpwasm_library")))`

// What mpy-tool writes: modules one after the other, and in them objects, each with its text in the same line.
var (
	moduleStart  = regexp.MustCompile(`(?m)^// frozen module .*\n// - original source file: .*\n// - frozen file name: (.*)\n`)
	moduleEnd    = []byte("\n// collection of all frozen modules\n")
	objectStart  = regexp.MustCompile(`(?m)^(static const (\w+) (?:\*const )?(\w+)(?:\[\d*\])?) = `)
	objectOfText = regexp.MustCompile(`(?m)^static const mp_obj_str_t (\w+) = (.*)\(const byte\*\)("[^"]*")\};$`)
)

// apart lays the modules that are not among the core's into a data segment of their own, so that a host may fetch it later. A frozen
// module that is not there yet is one of zeros (micropython-port/wasi/language/import.c).
func apart(content []byte, core []string) ([]byte, error) {
	isCore := map[string]bool{}
	for _, target := range core {
		isCore[target] = true
	}
	starts := moduleStart.FindAllSubmatchIndex(content, -1)
	end := bytes.LastIndex(content, moduleEnd)
	if len(starts) == 0 || end < starts[len(starts)-1][1] {
		return nil, errors.New("laying frozen modules apart: there are none in what mpy-tool.py wrote")
	}
	var out bytes.Buffer
	out.Write(content[:starts[0][0]])
	fmt.Fprintf(&out, "__attribute__((used)) const char mpwasm_library_mark[%d] %s = %q;\n\n", len(LibraryMark), librarySection, LibraryMark)
	for i, start := range starts {
		next := end
		if i+1 < len(starts) {
			next = starts[i+1][0]
		}
		module := content[start[0]:next]
		if target := string(content[start[2]:start[3]]); isCore[target] {
			delete(isCore, target)
		} else {
			module = objectOfText.ReplaceAll(module, []byte("static const char ${1}_text[] = $3;\nstatic const mp_obj_str_t $1 = $2(const byte *)${1}_text};"))
			module = objectStart.ReplaceAll(module, []byte("$1 "+librarySection+" = "))
		}
		out.Write(module)
	}
	out.Write(content[end:])
	for target := range isCore {
		return nil, fmt.Errorf("laying frozen modules apart: %s is to stay with the core, and is not frozen; the modules are named as %s", target, strings.TrimSpace(string(content[starts[0][2]:starts[0][3]])))
	}
	return out.Bytes(), nil
}
