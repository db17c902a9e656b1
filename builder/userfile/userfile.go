// Package userfile reads files that a user named, or that lie in a folder that a user named.
//
// Such a path may lead to anything. A FIFO blocks whoever opens it until somebody writes to it, and no signal ends that; a
// device such as /dev/zero has no end. So a path is looked at before it is opened, and only regular files are.
package userfile

import (
	"fmt"
	"io/fs"
	"os"
)

// Read reads a regular file.
func Read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err := check(path, info, err); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// ReadFS reads a regular file of a file system.
func ReadFS(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err := check(name, info, err); err != nil {
		return nil, err
	}
	return fs.ReadFile(fsys, name)
}

// Open opens a regular file.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err := check(path, info, err); err != nil {
		return nil, err
	}
	return os.Open(path)
}

// check refuses what is there and no regular file. What is not there, opening tells of.
func check(path string, info fs.FileInfo, err error) error {
	if err != nil || info.Mode().IsRegular() {
		return nil
	}
	return fmt.Errorf("reading %s: found %s, expected a regular file", path, Kind(info.Mode()))
}

// Kind says what a mode is the mode of, for people: "a folder", "a FIFO".
func Kind(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return "a file"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a FIFO"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	default:
		return "a special file"
	}
}
