package cpython

import (
	"io/fs"
	"path"
)

// Share is how many of CPython's tests in a file pass, by the lists of what does not.
type Share struct {
	// File is as "test_json".
	File string
	// Judged tells whether there is a list for the file. Without one, only the number of tests is known.
	Judged bool
	// Tests counts all, Failed those listed as failing, and Apart those that do not apply or skip themselves.
	Tests, Failed, Apart int
}

// Applicable counts the tests that the share is of.
func (s Share) Applicable() int { return s.Tests - s.Apart }

// Passed counts the tests that pass.
func (s Share) Passed() int { return s.Applicable() - s.Failed }

// Shares reads the lists, and returns the shares by file.
func Shares() (map[string]Share, error) {
	files, err := readMethods(methodsText)
	if err != nil {
		return nil, err
	}
	k, err := readKnown(listFiles, files)
	if err != nil {
		return nil, err
	}
	shares := map[string]Share{}
	for _, f := range files {
		s := shares[f.top()]
		s.File = f.top()
		_, err := fs.Stat(listFiles, path.Join(knownDir, f.top()+".txt"))
		s.Judged = err == nil
		for _, c := range f.classes {
			for _, method := range c.methods {
				test := f.test(c, method)
				s.Tests++
				listed, found := k.listed[test]
				if _, skipped := k.skip(test); skipped || found && listed.Kind == Skipped {
					s.Apart++
				} else if found {
					s.Failed++
				}
			}
		}
		shares[f.top()] = s
	}
	return shares, nil
}
