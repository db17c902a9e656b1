package translate

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"go/token"
	"os"
	"path/filepath"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// The files of a package.
const (
	codeFile = "code.go"     // what the translator made
	glueFile = "artifact.go" // what makes a translated.Artifact of it
	dataFile = "data.bin"    // what memory holds at first
)

// Write translates an artifact and writes the package to a folder, which is made if it is not there. The package is named like the folder.
func Write(ctx context.Context, artifact []byte, dir string) (err error) {
	name, err := packageName(dir)
	if err != nil {
		return err
	}
	m, err := binary.Decode(artifact)
	if err != nil {
		return fmt.Errorf("reading the artifact: %w", err)
	}
	prepared, data, err := prepare(m)
	if err != nil {
		return fmt.Errorf("preparing the artifact: %w", err)
	}
	temporary, err := os.MkdirTemp("", "mpwasm-translate-")
	if err != nil {
		return fmt.Errorf("translating: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temporary)) }()
	code, err := toGo(ctx, binary.Encode(prepared), name, temporary)
	if err != nil {
		return fmt.Errorf("translating: %w", err)
	}
	if code, err = growByHost(code); err != nil {
		return fmt.Errorf("translating: %w", err)
	}
	glue, err := glueFor(prepared, glueFacts{
		name: name, sha256: fmt.Sprintf("%x", sha256.Sum256(artifact)), pages: m.Memories[0].Limits.Min, dataAt: data.at,
	})
	if err != nil {
		return fmt.Errorf("translating: %w", err)
	}
	return writeFiles(dir, map[string][]byte{codeFile: code, glueFile: glue, dataFile: data.data})
}

// packageName is the folder's, if it can be one.
func packageName(dir string) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	name := filepath.Base(absolute)
	if !token.IsIdentifier(name) || name == "main" || name == "_" {
		return "", fmt.Errorf("a Go package in %s: its folder's name %q is to be the package's, and cannot be one", dir, name)
	}
	return name, nil
}

// growByHost has memory.grow ask the host, which owns the memory.
func growByHost(code []byte) ([]byte, error) {
	const call, instead = "memory_grow(&m.memory, ", "m.grow("
	if !bytes.Contains(code, []byte(call)) {
		return nil, fmt.Errorf("%s grows memory otherwise than is known here", translatorAt)
	}
	return bytes.ReplaceAll(code, []byte(call), []byte(instead)), nil
}

// writeFiles writes a package. Code that compiles slowly is left alone if it is the same.
func writeFiles(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("writing a Go package: %w", err)
	}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return fmt.Errorf("writing a Go package: %w", err)
		}
	}
	return nil
}

// functions are the imported functions of a module.
func functions(m *wasm.Module) []wasm.Import {
	var list []wasm.Import
	for _, i := range m.Imports {
		if i.Kind == wasm.ExternFunc {
			list = append(list, i)
		}
	}
	return list
}
