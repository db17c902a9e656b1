package conformance

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Folder is a folder of a user's own tests: every .py file in it or below it that has a .exp file beside it, which
// holds what the program must print on stdout and stderr together. Files without one are there to be imported.
// A program runs in its own folder and sees nothing above it; it may not write. A .txtar file is a test with options,
// programs and expectation of its own; see [script]. A .rec file holds recordings (`mpwasm run --record`), which are had again and must come out as
// they were recorded; it is of one build of the artifact, and an error with another.
type Folder struct {
	dir string
}

// NewFolder opens a folder of tests, which must exist.
func NewFolder(dir string) (*Folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("opening folder of tests: %w", err)
	}
	info, err := os.Stat(abs)
	if err != nil {
		return nil, fmt.Errorf("opening folder of tests: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("opening folder of tests: %s is a file, expected a folder with .py and .py.exp files", dir)
	}
	return &Folder{dir: abs}, nil
}

// Name returns the folder's own name.
func (f *Folder) Name() string { return filepath.Base(f.dir) }

// Cases returns the tests; it asks nothing of the target. A folder without a test is an error.
func (f *Folder) Cases(context.Context, Target) ([]Case, error) {
	var cases []Case
	fsys := os.DirFS(f.dir)
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if strings.HasSuffix(name, scriptSuffix) {
			c, err := f.newScript(fsys, name)
			cases = append(cases, c)
			return err
		}
		if strings.HasSuffix(name, recordingSuffix) {
			data, err := readRegular(fsys, name)
			cases = append(cases, f.newRecording(name, data))
			return err
		}
		if !strings.HasSuffix(name, ".py") {
			return nil
		}
		want, err := readRegular(fsys, name+".exp")
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		source, err := readRegular(fsys, name)
		if err != nil {
			return err
		}
		cases = append(cases, f.newCase(name, source, want))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading folder of tests: %w", err)
	}
	if len(cases) == 0 {
		return nil, fmt.Errorf("reading folder of tests: %s holds no test, expected files such as a.py with a.py.exp, or a.txtar", f.dir)
	}
	sortCases(cases)
	return cases, nil
}

// readRegular reads a file of a folder that a user named. A FIFO would block whoever opens it, and a device may have no end.
func readRegular(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	return fs.ReadFile(fsys, name)
}

// newScript reads a test from a .txtar file.
func (f *Folder) newScript(fsys fs.FS, name string) (Case, error) {
	text, err := readRegular(fsys, name)
	if err != nil {
		return Case{}, err
	}
	s, err := parseScript(text)
	if err != nil {
		return Case{}, fmt.Errorf("%s: %w", name, err)
	}
	return Case{Name: name, Group: f.group(name), Program: s.program, Judge: s.judge, JudgesAll: true}, nil
}

// recordingSuffix is that of files of recordings.
const recordingSuffix = ".rec"

func (f *Folder) newRecording(name string, data []byte) Case {
	judge := func(_ context.Context, result Result) (Judgement, error) {
		if len(result.Differences) == 0 {
			return Judgement{}, nil
		}
		d := result.Differences[0]
		return Judgement{Kind: JudgedFail, Detail: fmt.Sprintf("%s: %s is not as recorded", d.Program, d.What), Want: []byte(d.Recorded), Got: []byte(d.Replayed), WantFrom: "recorded"}, nil
	}
	return Case{Name: name, Group: f.group(name), Program: Program{Name: name, Recording: data}, Judge: judge, JudgesAll: true}
}

// group is the row of the report that counts a test.
func (f *Folder) group(name string) string {
	if dir := path.Dir(name); dir != "." {
		return dir
	}
	return f.Name()
}

func (f *Folder) newCase(name string, source, want []byte) Case {
	guestDir := path.Join(guestTests, path.Dir(name))
	return Case{
		Name:  name,
		Group: f.group(name),
		Program: Program{
			Name:   path.Join(guestTests, name),
			Source: source,
			Dir:    guestDir,
			Mounts: []Mount{{HostDir: filepath.Join(f.dir, filepath.FromSlash(path.Dir(name))), GuestPath: guestDir}},
		},
		Judge: func(_ context.Context, result Result) (Judgement, error) {
			return compareOutput(canonical(want), path.Base(name)+".exp", canonical(result.Merged)), nil
		},
	}
}
