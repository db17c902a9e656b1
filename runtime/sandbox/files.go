package sandbox

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// temporary is the folder that a guest finds in the root, where it can write there. web/src/files/files.ts has it too.
const temporary = "tmp"

// grantedFiles is what a configuration grants of files.
func grantedFiles(cfg SessionConfig) wasifs.Config {
	granted := wasifs.Config{MaxBytes: max(cfg.FilesLimitBytes, 0), MaxFiles: cfg.FilesLimit}
	if cfg.FilesLimit > 0 {
		granted.Folders = []string{temporary}
	}
	for _, m := range cfg.Mounts {
		granted.Mounts = append(granted.Mounts, wasifs.Mount{Path: m.GuestPath, FS: m.FS, Copy: m.Writable})
	}
	return granted
}

// newFiles makes the files that are granted. It reads mounts to be copied, whose code is the caller's: a panic there is an error.
func newFiles(granted wasifs.Config) (_ *wasifs.FS, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("reading a mount to copy: panic: %v", p)
		}
	}()
	files, err := wasifs.New(granted)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidConfig, err)
	}
	return files, nil
}

// Files returns what the guest's files in memory hold now: those that programs wrote, and copies of writable mounts. It
// stays as it is, whatever the session does.
func (s *Session) Files() (files fs.FS, err error) {
	err = s.use(context.Background(), "reading files", func(context.Context) error {
		files = s.files.View()
		return nil
	})
	return files, err
}
