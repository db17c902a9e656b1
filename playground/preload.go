package playground

import (
	"maps"
	"path"
	"slices"
)

// preloads lists what an entry point imports at once, directly or not: a browser would find out only as it reads one after the other.
func (s scripts) preloads(entry string) []string {
	var found []string
	for _, name := range slices.Sorted(maps.Keys(s.atOnce)) {
		if path.Ext(name) == ".js" && name != s.byEntry[entry] {
			found = append(found, name)
		}
	}
	return found
}

// firstBytes is how much a first visit loads, as the browser counts: scripts that are loaded at once, the worker's script and the
// engine, not compressed.
func (s *Site) firstBytes(names []string) int {
	sum := 0
	for _, name := range names {
		if file, found := s.file(name); found {
			sum += len(file.Data)
		}
	}
	return sum
}
