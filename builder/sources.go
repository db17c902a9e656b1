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

// readSources expands the port's list of sources, and the lists that it includes, in the order of the lists.
func readSources(mp, port fs.FS) ([]compile.Unit, error) {
	set := sourceSet{mp: mp, port: port}
	if err := set.read(sourceList, false); err != nil {
		return nil, err
	}
	return set.units, nil
}

type sourceSet struct {
	mp, port fs.FS
	units    []compile.Unit
}

// read applies a list. An included one includes no others, so that lists cannot include each other forever.
func (s *sourceSet) read(name string, included bool) error {
	data, err := fs.ReadFile(s.port, name)
	if err != nil {
		return fmt.Errorf("reading the port's sources: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 0 || strings.HasPrefix(fields[0], "#"):
		case fields[0] == "include" && len(fields) == 2 && !included:
			err = s.read(fields[1], true)
		default:
			if err = s.apply(fields[0], fields[1:]); err != nil {
				err = fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
		if err != nil {
			return err
		}
	}
	return lines.Err()
}

// apply applies one line of a list.
func (s *sourceSet) apply(pattern string, flags []string) error {
	pattern, exclude := strings.CutPrefix(pattern, "!")
	pattern, extend := strings.CutPrefix(pattern, "+")
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
		source := path.Join(root, name)
		i := s.find(source)
		switch {
		case extend && i < 0:
			return fmt.Errorf("+%s: %s does not stand above", pattern, name)
		case extend:
			s.units[i].Flags = append(append([]string{}, s.units[i].Flags...), flags...)
			continue
		case i >= 0: // a later line replaces what an earlier one said
			s.units = append(s.units[:i], s.units[i+1:]...)
		}
		if !exclude {
			s.units = append(s.units, compile.Unit{Source: source, Flags: flags})
		}
	}
	return nil
}

// find returns the index of a source's unit, or -1.
func (s *sourceSet) find(source string) int {
	for i, unit := range s.units {
		if unit.Source == source {
			return i
		}
	}
	return -1
}
