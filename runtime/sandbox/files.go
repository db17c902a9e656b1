package sandbox

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/wasifs"
)

// newFiles makes the files that a configuration grants.
func newFiles(cfg SessionConfig) (*wasifs.FS, error) {
	granted := wasifs.Config{MaxBytes: cfg.FilesLimitBytes, MaxFiles: cfg.FilesLimit}
	for _, m := range cfg.Mounts {
		granted.Mounts = append(granted.Mounts, wasifs.Mount{Path: m.GuestPath, FS: m.FS, Copy: m.Writable})
	}
	files, err := wasifs.New(granted)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidConfig, err)
	}
	return files, nil
}
