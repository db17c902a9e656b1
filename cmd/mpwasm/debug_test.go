package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-dap"
	"golang.org/x/tools/txtar"
)

// TestDebug speaks with `mpwasm debug` as editors do; testdata/debug/*.txt say what is said.
func TestDebug(t *testing.T) {
	files, err := filepath.Glob("testdata/debug/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { converse(t, file) })
	}
}

func converse(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "program.py")
	if err := os.WriteFile(program, archive.Files[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	requests, toUs := io.Pipe()
	fromUs, answers := io.Pipe()
	var stderr bytes.Buffer
	status := make(chan int, 1)
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	go func() {
		code := run(ctx, []string{"mpwasm", "debug", program}, streams{in: requests, out: answers, err: &stderr})
		answers.Close()
		status <- code
	}()
	reader := bufio.NewReader(fromUs)
	n := 0
	for line := range strings.Lines(string(archive.Files[1].Data)) {
		line = strings.ReplaceAll(strings.TrimSpace(line), "PROGRAM", filepath.ToSlash(program))
		if rest, ok := strings.CutPrefix(line, "> "); ok {
			command, arguments, _ := strings.Cut(rest, " ")
			n++
			message := fmt.Sprintf(`{"seq": %d, "type": "request", "command": %q, "arguments": %s}`, n, command, arguments)
			if err := dap.WriteBaseMessage(toUs, []byte(message)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		data, err := dap.ReadBaseMessage(reader)
		if err != nil {
			t.Fatalf("waiting for %s: %v; it said %s", line, err, &stderr)
		}
		var got, want any
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(line, "< ")), &want); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if !holds(got, want) {
			t.Fatalf("found %s, want %s", data, line)
		}
	}
	toUs.Close()
	if code := <-status; code != statusOK {
		t.Errorf("status %d: %s", code, &stderr)
	}
}

// holds tells whether a value has all that another one has: of objects there may be more.
func holds(got, want any) bool {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		for key, value := range want {
			ok = ok && holds(object[key], value)
		}
		return ok
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return false
		}
		for i := range want {
			ok = ok && holds(list[i], want[i])
		}
		return ok
	}
	return got == want
}
