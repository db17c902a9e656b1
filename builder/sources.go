package builder

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/compile"
)

// sourceList is the file of the port that says what is compiled; its head explains the format.
const sourceList = "sources.txt"

// portPrefix marks patterns that name files of the port instead of MicroPython's tree.
const portPrefix = "port:"

// readSources expands the port's list of sources, in the order of the list.
func readSources(mp, port fs.FS) ([]compile.Unit, error) {
	data, err := fs.ReadFile(port, sourceList)
	if err != nil {
		return nil, fmt.Errorf("reading the port's sources: %w", err)
	}
	list := sourceSet{mp: mp, port: port}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		if err := list.apply(lines.Text()); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", sourceList, n, err)
		}
	}
	return list.units, lines.Err()
}

type sourceSet struct {
	mp, port fs.FS
	units    []compile.Unit
}

// apply applies one line of the list.
func (s *sourceSet) apply(line string) error {
	fields := strings.Fields(line)
	if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
		return nil
	}
	pattern, exclude := strings.CutPrefix(fields[0], "!")
	files, root := s.mp, "/mp"
	if rest, ok := strings.CutPrefix(pattern, portPrefix); ok {
		pattern, files, root = rest, s.port, "/port"
	}
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return fmt.Errorf("pattern %q: %w", pattern, err)
	}
	if len(names) == 0 {
		return fmt.Errorf("pattern %q matches no file", pattern)
	}
	for _, name := range names {
		s.remove(path.Join(root, name)) // a later line replaces what an earlier one said
		if !exclude {
			s.units = append(s.units, compile.Unit{Source: path.Join(root, name), Flags: fields[1:]})
		}
	}
	return nil
}

func (s *sourceSet) remove(source string) {
	for i, unit := range s.units {
		if unit.Source == source {
			s.units = append(s.units[:i], s.units[i+1:]...)
			return
		}
	}
}
