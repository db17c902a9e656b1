package compile

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/toolchain"
)

// Files are the folders that the compiler sees: a name below "/" ("mp" is seen at /mp) and the folder
// of the host that stands there. Names hold no slash.
type Files map[string]string

// ReadFile reads a file by the path at which the compiler sees it.
func (f Files) ReadFile(name string) ([]byte, error) {
	tree, rest, _ := strings.Cut(strings.TrimPrefix(path.Clean(name), "/"), "/")
	dir, ok := f[tree]
	if !ok {
		return nil, fmt.Errorf("reading %s: it is in none of the folders that the compiler sees", name)
	}
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(rest)))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return data, nil
}

// With returns a copy of f that holds one more folder.
func (f Files) With(name, dir string) Files {
	more := Files{name: dir}
	for name, dir := range f {
		more[name] = dir
	}
	return more
}

func (f Files) mounts() []toolchain.Mount {
	var mounts []toolchain.Mount
	for name, dir := range f {
		mounts = append(mounts, toolchain.Mount{Guest: "/" + name, Dir: dir})
	}
	sort.Slice(mounts, func(i, j int) bool { return mounts[i].Guest < mounts[j].Guest })
	return mounts
}
