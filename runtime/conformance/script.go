package conformance

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Parts of a script's name and files.
const (
	scriptSuffix   = ".txtar"
	scriptOptions  = "session.json"
	scriptExpected = "expected"
	scriptResumed  = "resumed/"
	scriptFiles    = "files/"
	scriptWritable = "room/"
)

// script is a test of several files in one, in txtar format: what a session gets, which programs run in it one after the
// other, and what comes of them. It says more than a .py file with a .exp file beside it:
//
//	What the test is about.
//	-- session.json --
//	{"fuel": 1000}
//	-- a.py --
//	x = 1
//	-- resumed/b.py --
//	x + 1
//	-- files/data.txt --
//	seen by the programs as /files/data.txt
//	-- room/old.txt --
//	likewise, in a folder that they may write to
//	-- expected --
//	a.py: completed
//	resumed/b.py: completed
//	value: 2
//
// The options are those of protocol.SessionOptions. Programs in "resumed/" run in a new session that goes on from a snapshot of the
// first.
type script struct {
	archive *txtar.Archive
	program Program
	// names are those of the programs, in the order in which they run.
	names    []string
	expected []byte
}

// parseScript reads a script.
func parseScript(text []byte) (*script, error) {
	s := &script{archive: txtar.Parse(text), program: Program{Value: true}}
	mounts := map[string]map[string]protocol.Text{}
	var first, resumed []protocol.ProgramText
	var resumedNames []string
	for _, file := range s.archive.Files {
		program := protocol.ProgramText{Name: file.Name, Source: bytes.TrimSuffix(file.Data, []byte("\n"))}
		folder, name, _ := strings.Cut(file.Name, "/")
		switch {
		case file.Name == scriptOptions:
			decoder := json.NewDecoder(bytes.NewReader(file.Data))
			decoder.DisallowUnknownFields()
			if err := decoder.Decode(&s.program.Options); err != nil {
				return nil, fmt.Errorf("reading %s: %w", scriptOptions, err)
			}
		case file.Name == scriptExpected:
			s.expected = file.Data
		case strings.HasPrefix(file.Name, scriptFiles), strings.HasPrefix(file.Name, scriptWritable):
			if mounts[folder] == nil {
				mounts[folder] = map[string]protocol.Text{}
			}
			mounts[folder][name] = file.Data
		case strings.HasPrefix(file.Name, scriptResumed) && path.Ext(file.Name) == ".py":
			resumed, resumedNames = append(resumed, program), append(resumedNames, file.Name)
		case path.Ext(file.Name) == ".py" && name == "":
			first, s.names = append(first, program), append(s.names, file.Name)
		default:
			return nil, fmt.Errorf("file %s: expected %s, %s, a program such as a.py or resumed/b.py, or a file in files/ or room/", file.Name, scriptOptions, scriptExpected)
		}
	}
	if len(first) == 0 {
		return nil, fmt.Errorf("it holds no program, expected a file such as a.py")
	}
	for _, folder := range []string{"files", "room"} {
		if files, ok := mounts[folder]; ok {
			mount := protocol.MountText{Path: "/" + folder, Files: files, Writable: folder == "room"}
			s.program.Options.Mounts = append(s.program.Options.Mounts, mount)
		}
	}
	if mounts["files"] != nil && s.program.Options.Path == nil {
		s.program.Options.Path = []string{"/files"}
	}
	s.program.Name, s.program.Source = first[0].Name, first[0].Source
	s.program.Args, s.program.Stdin = s.program.Options.Args, s.program.Options.Stdin
	s.program.Then, s.program.Resumed = first[1:], resumed
	s.names = append(s.names, resumedNames...)
	return s, nil
}

// judge compares what came of the programs with what the script expects.
func (s *script) judge(_ context.Context, result Result) (Judgement, error) {
	return compareOutput(s.expected, scriptExpected, s.transcript(result.Reports)), nil
}

// transcript writes what came of the programs, as far as a person can say it beforehand.
func (s *script) transcript(reports []protocol.Report) []byte {
	var b bytes.Buffer
	for i, r := range reports {
		fmt.Fprintf(&b, "%s: %s\n", s.names[i], ending(r))
		if r.Outcome == protocol.Completed && string(r.Value) != "null" {
			fmt.Fprintf(&b, "value: %s\n", readable.Replace(string(r.Value)))
		}
		writeBlock(&b, "stdout", r.Stdout)
		writeBlock(&b, "stderr", r.Stderr)
		if r.Error != nil {
			fmt.Fprintf(&b, "exception: %s at line %d\n", printable(r.Error.Type+": "+r.Error.Message), r.Error.Line)
			writeBlock(&b, "traceback", protocol.Text(r.Error.Traceback))
		}
	}
	return b.Bytes()
}

// readable undoes what canonicalJSON does to characters that are common in values.
var readable = strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// ending says in a few words how a program ended.
func ending(r protocol.Report) string {
	text := string(r.Outcome)
	switch {
	case r.Outcome == protocol.Limited && r.Limit != nil:
		text += " by " + string(*r.Limit)
		if *r.Limit == protocol.FuelLimit {
			text += fmt.Sprintf(" after %d", r.Used.Fuel)
		}
	case r.Outcome == protocol.Exited:
		text += fmt.Sprintf(" with status %d", r.ExitStatus)
	}
	if r.Truncated {
		text += ", output cut"
	}
	if r.RolledBack {
		text += ", rolled back"
	}
	return text
}

// maxBlockBytes bounds what an expectation holds of one text; of a longer one its length and both ends.
const maxBlockBytes = 2000

// writeBlock writes a text, if there is any: each line indented, and what cannot be printed escaped.
func writeBlock(b *bytes.Buffer, name string, text protocol.Text) {
	if len(text) == 0 {
		return
	}
	fmt.Fprintf(b, "%s:\n", name)
	if len(text) > maxBlockBytes {
		fmt.Fprintf(b, "  (%d bytes)\n", len(text))
		text = append(append(append(protocol.Text{}, text[:maxBlockBytes/20]...), "\n...\n"...), text[len(text)-maxBlockBytes/20:]...)
	}
	for _, line := range splitLines(text) {
		ended := strings.HasSuffix(line, "\n")
		line = printable(strings.TrimSuffix(line, "\n"))
		if !ended {
			line += " (no line end)"
		}
		fmt.Fprintf(b, "  %s\n", line)
	}
}

// withExpected returns the script's text with another expectation.
func (s *script) withExpected(expected []byte) []byte {
	archive := *s.archive
	archive.Files = nil
	for _, file := range s.archive.Files {
		if file.Name != scriptExpected {
			archive.Files = append(archive.Files, file)
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: scriptExpected, Data: expected})
	return txtar.Format(&archive)
}
