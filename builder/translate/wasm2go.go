package translate

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The translator, and the checksum of its module.
const (
	translator    = "github.com/ncruces/wasm2go"
	translatorAt  = translator + "@v0.4.21"
	translatorSum = "h1:F9xQyNnXIjWesQgt7tLxqVUg2pmxwBOrRCLpEFv3QUc="
)

// toGo runs the translator in a folder that is there for that, and returns the Go code.
func toGo(ctx context.Context, module []byte, packageName, dir string) ([]byte, error) {
	if err := fetch(ctx, dir); err != nil {
		return nil, err
	}
	in, out := filepath.Join(dir, "in.wasm"), filepath.Join(dir, "out.go")
	if err := os.WriteFile(in, module, 0o644); err != nil {
		return nil, err
	}
	// Without unsafe, code would check each byte's address by itself. With it, addresses are checked as well.
	if _, err := runGo(ctx, dir, "run", translatorAt, "-unsafe", "-pkg", packageName, "-o", out, in); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// fetch has Go download the translator, and compares it with what it was when it was chosen.
func fetch(ctx context.Context, dir string) error {
	out, err := runGo(ctx, dir, "mod", "download", "-json", translatorAt)
	if err != nil {
		return err
	}
	var got struct{ Sum string }
	if err := json.Unmarshal(out, &got); err != nil {
		return fmt.Errorf("reading what go mod download says: %w", err)
	}
	if got.Sum != translatorSum {
		return fmt.Errorf("%s has the checksum %q, expected %q", translatorAt, got.Sum, translatorSum)
	}
	return nil
}

// runGo runs the go command outside any module of the user's.
func runGo(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, fmt.Errorf("translating to Go needs the go command: %w", err)
	}
	if err != nil {
		return nil, fmt.Errorf("go %s: %w: %s", strings.Join(args, " "), err, strings.TrimSpace(stderr.String()))
	}
	return out, nil
}
