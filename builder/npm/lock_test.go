package npm

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/web"
)

// exampleLock has two versions of b, a cycle, and packages that are optional, a peer, or not there.
const exampleLock = `{
  "name": "x", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
  "packages": {
    "": {"name": "x", "version": "1.0.0", "dependencies": {"a": "1"}, "devDependencies": {"b": "2", "@scope/e": "1"}},
    "node_modules/a": {"version": "1", "integrity": "sha512-a", "dependencies": {"b": "1"}, "optionalDependencies": {"gone": "1"}},
    "node_modules/a/node_modules/b": {"version": "1", "dependencies": {"c": "1"}},
    "node_modules/b": {"version": "2"},
    "node_modules/c": {"version": "1", "dependencies": {"a": "1"}},
    "node_modules/@scope/e": {"version": "1", "optionalDependencies": {"@scope/f": "1"}, "peerDependencies": {"b": "2"}},
    "node_modules/@scope/f": {"version": "1", "optional": true, "os": ["plan9"]}
  }
}`

func TestSubset(t *testing.T) {
	tests := []struct {
		names string
		want  string
	}{
		{"a", " node_modules/a node_modules/a/node_modules/b node_modules/c"},
		{"b", " node_modules/b"},
		{"@scope/e", " node_modules/@scope/e node_modules/@scope/f node_modules/b"},
		{"b a", " node_modules/a node_modules/a/node_modules/b node_modules/b node_modules/c"},
	}
	for _, test := range tests {
		t.Run(test.names, func(t *testing.T) {
			names := strings.Fields(test.names)
			lock, newManifest, err := subset(Lock{"example", []byte(exampleLock)}, names)
			if err != nil {
				t.Fatal(err)
			}
			var got lockFile
			if err := json.Unmarshal(lock, &got); err != nil {
				t.Fatal(err)
			}
			if folders := strings.Join(slices.Sorted(maps.Keys(got.Packages)), " "); folders != test.want {
				t.Errorf("got %q, want %q", folders, test.want)
			}
			var inManifest, inLock manifest
			if err := json.Unmarshal(newManifest, &inManifest); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(got.Packages[""], &inLock); err != nil {
				t.Fatal(err)
			}
			for _, m := range []manifest{inManifest, inLock} {
				if m.Name != "x" || len(m.DevDependencies) != len(names) {
					t.Errorf("got %+v, want a package named x with dependencies on %v", m, names)
				}
			}
		})
	}
	lock, _, err := subset(Lock{"example", []byte(exampleLock)}, []string{"a"})
	if err != nil || !strings.Contains(string(lock), "sha512-a") {
		t.Errorf("the digest of a got lost: %s, %v", lock, err)
	}
	if _, _, err := subset(Lock{"example", []byte(exampleLock)}, []string{"c"}); err == nil || !strings.Contains(err.Error(), "npm package c") {
		t.Errorf("got %v, want an error that names the package that package.json does not", err)
	}
}

// The order in which packages are asked for does not lead to another folder, and so to another install.
func TestSubsetHasOneOrder(t *testing.T) {
	one, _, err := subset(Lock{"example", []byte(exampleLock)}, []string{"a", "@scope/e"})
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := subset(Lock{"example", []byte(exampleLock)}, []string{"@scope/e", "a"})
	if err != nil || string(one) != string(other) {
		t.Errorf("got different locks (%v):\n%s\n%s", err, one, other)
	}
}

// A build of the artifact installs two packages, whatever else the page uses.
func TestToolchainIsSmall(t *testing.T) {
	lock, _, err := subset(Lock{"web", web.PackageLock}, Toolchain)
	if err != nil {
		t.Fatal(err)
	}
	var got lockFile
	if err := json.Unmarshal(lock, &got); err != nil {
		t.Fatal(err)
	}
	if want := len(Toolchain) + 1; len(got.Packages) != want {
		t.Errorf("got %d packages with the root, want %d: %v", len(got.Packages), want, slices.Sorted(maps.Keys(got.Packages)))
	}
	if strings.Contains(string(web.PackageLock), `"resolved"`) {
		t.Error("package-lock.json holds addresses; write it with omit-lockfile-registry-resolved=true")
	}
}
