package npm

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// lockFile is a package-lock.json of version 3.
type lockFile struct {
	Name            string                     `json:"name"`
	Version         string                     `json:"version"`
	LockfileVersion int                        `json:"lockfileVersion"`
	Requires        bool                       `json:"requires"`
	Packages        map[string]json.RawMessage `json:"packages"` // by folder, such as "node_modules/a/node_modules/b"
}

// manifest is what matters here of a package.json, and of an entry in a lock file. The entry "" is the
// package itself.
type manifest struct {
	Name                 string            `json:"name,omitempty"`
	Version              string            `json:"version,omitempty"`
	Dependencies         map[string]string `json:"dependencies,omitempty"`
	DevDependencies      map[string]string `json:"devDependencies,omitempty"`
	OptionalDependencies map[string]string `json:"optionalDependencies,omitempty"`
	PeerDependencies     map[string]string `json:"peerDependencies,omitempty"`
}

// subset cuts a lock file down to some packages and all that they depend on. It returns the new lock
// file and the package.json that belongs to it: `npm ci` insists that the two agree.
func subset(from Lock, names []string) (newLock, newManifest []byte, err error) {
	var all lockFile
	if err := json.Unmarshal(from.Text, &all); err != nil {
		return nil, nil, fmt.Errorf("decoding %s: %w", lockName, err)
	}
	var root manifest
	if err := json.Unmarshal(all.Packages[""], &root); err != nil {
		return nil, nil, fmt.Errorf("decoding %s: %w", lockName, err)
	}
	chosen := manifest{Name: root.Name, Version: root.Version, DevDependencies: map[string]string{}}
	kept := map[string]json.RawMessage{}
	for _, name := range names {
		version, ok := root.Dependencies[name]
		if !ok {
			version, ok = root.DevDependencies[name]
		}
		if !ok {
			return nil, nil, fmt.Errorf("looking for npm package %s: %s/package.json does not name it", name, from.Name)
		}
		chosen.DevDependencies[name] = version
		if err := keep(kept, all.Packages, "", name); err != nil {
			return nil, nil, err
		}
	}
	if newManifest, err = json.MarshalIndent(chosen, "", "  "); err != nil {
		return nil, nil, fmt.Errorf("encoding package.json: %w", err)
	}
	kept[""] = newManifest
	all.Packages = kept
	if newLock, err = json.MarshalIndent(all, "", "  "); err != nil {
		return nil, nil, fmt.Errorf("encoding %s: %w", lockName, err)
	}
	return newLock, newManifest, nil
}

// keep copies a package that the one in folder from depends on, and what it depends on itself. Peers and
// optional packages need not be there: the lock file says which are.
func keep(kept, all map[string]json.RawMessage, from, name string) error {
	folder, found := resolve(all, from, name)
	if !found || kept[folder] != nil {
		return nil
	}
	kept[folder] = all[folder]
	var entry manifest
	if err := json.Unmarshal(all[folder], &entry); err != nil {
		return fmt.Errorf("decoding %s, %s: %w", lockName, folder, err)
	}
	for _, needs := range []map[string]string{entry.Dependencies, entry.OptionalDependencies, entry.PeerDependencies} {
		for dependency := range needs {
			if err := keep(kept, all, folder, dependency); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolve finds a package as Node.js does: in the node_modules folder of the one that asks, then in those
// of the packages around it.
func resolve(all map[string]json.RawMessage, from, name string) (folder string, found bool) {
	for {
		folder = path.Join(from, "node_modules", name)
		if all[folder] != nil {
			return folder, true
		}
		if from == "" {
			return "", false
		}
		from = strings.TrimSuffix(from[:max(strings.LastIndex(from, "node_modules"), 0)], "/")
	}
}
