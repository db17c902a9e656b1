package conformance

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// Native is the guest built for this machine as a target (builder.BuildNative): the same C under sanitizers. It answers
// over a pipe (micropython-port/native/serve.c). What a sanitizer reports makes the program one that trapped.
//
// It is not compared with other targets: its fuel, its heap and its addresses are its own.
type Native struct {
	path    string
	servers chan *nativeServer
}

var (
	_ Target  = (*Native)(nil)
	_ Limited = (*Native)(nil)
)

// nativeList is what the target does otherwise, by SUITE/TEST.
//
//go:embed lists/native.txt
var nativeList []byte

// Limited is a target that cannot run every program, or runs some otherwise than others do.
type Limited interface {
	// Limit sets what is expected of a suite's cases on the target.
	Limit(suite string, cases []Case) error
}

// nativeFuel is what a program may burn when its session sets no limit: most units are function calls, so it is some minutes.
const nativeFuel = 20_000_000_000

// nativeMemory is the limit of objects. They take more than in wasm, and are collected later.
const nativeMemory = 48 << 20

// NewNative makes a target of a program that builder.BuildNative wrote, with at most so many processes at once.
func NewNative(path string, jobs int) *Native {
	n := &Native{path: path, servers: make(chan *nativeServer, max(jobs, 1))}
	for range cap(n.servers) {
		n.servers <- nil
	}
	return n
}

// Name returns "native".
func (n *Native) Name() string { return "native" }

// Limit skips what the target cannot run, and expects what its list says.
func (n *Native) Limit(suite string, cases []Case) error {
	for i := range cases {
		if why := n.cannot(cases[i].Program); why != "" && cases[i].Expect != ExpectSkip {
			cases[i].Expect, cases[i].Reason = ExpectSkip, why
		}
	}
	list, err := ParseList("native.txt", nativeList)
	if err != nil {
		return err
	}
	return list.of(suite).apply(cases)
}

// cannot says what sessions of the target lack for a program.
func (n *Native) cannot(program Program) string {
	o := program.Options
	switch {
	case len(program.Resumed) > 0:
		return "the target has no snapshots"
	case o.TestFunctions:
		return "the target has no host functions"
	case o.Fuel != 0:
		return "the target counts fuel otherwise"
	case o.Memory != 0:
		return "the target counts memory otherwise"
	case len(o.Env) > 0 || o.Seed != 0 || o.FilesLimit != 0 || o.FilesLimitBytes != nil:
		return "the target has no environment, no seed and no limit on files"
	}
	return ""
}

// Run runs programs in a process of their own.
func (n *Native) Run(ctx context.Context, program Program) (_ Result, err error) {
	dir, err := os.MkdirTemp("", "mpwasm-native-")
	if err != nil {
		return Result{}, fmt.Errorf("making a folder for files: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	request, err := nativeRequest(program, dir)
	if err != nil {
		return Result{}, err
	}
	server := <-n.servers
	defer func() { n.servers <- server }()
	if server == nil {
		if server, err = startNative(n.path); err != nil {
			return Result{}, err
		}
	}
	stop := context.AfterFunc(ctx, server.kill)
	answer, err := server.ask(request)
	if !stop() || err != nil {
		server.kill()
		server = nil
	}
	if ctx.Err() != nil {
		return Result{}, ctx.Err()
	}
	if err != nil {
		return Result{}, fmt.Errorf("running %s: %w", program.Name, err)
	}
	return nativeResult(answer)
}

// Close ends the processes.
func (n *Native) Close() error {
	for range cap(n.servers) {
		if server := <-n.servers; server != nil {
			server.kill()
		}
	}
	return nil
}

// nativeRequest writes a program as a request. Files that the program brings are put into dir.
func nativeRequest(program Program, dir string) ([]byte, error) {
	request, before := newRequest(program)
	o := request.Session
	var head, body bytes.Buffer
	line := func(key string, value any) { fmt.Fprintf(&head, "%s %v\n", key, value) }
	line("fuel", cmp.Or(o.Fuel, nativeFuel))
	line("memory", cmp.Or(o.Memory, nativeMemory))
	line("max-output", o.MaxOutput)
	line("timeout-ms", 10*60*1000) // the context ends it earlier
	for _, arg := range o.Args {
		line("argv", arg)
	}
	for _, entry := range append(o.Path, ".frozen") {
		line("path", entry)
	}
	if !slices.ContainsFunc(o.Mounts, func(m protocol.MountText) bool { return m.Path == "/" }) { // what every session has
		root := filepath.Join(dir, "root")
		if err := os.MkdirAll(filepath.Join(root, "tmp"), 0o755); err != nil {
			return nil, fmt.Errorf("writing a program's files: %w", err)
		}
		line("writable", root+"\t/")
	}
	for i, mount := range o.Mounts {
		folder := mount.Folder
		if folder == "" {
			folder = filepath.Join(dir, strconv.Itoa(i))
			if err := writeFiles(folder, mount.Files); err != nil {
				return nil, err
			}
		}
		line(map[bool]string{false: "mount", true: "writable"}[mount.Writable], folder+"\t"+mount.Path)
	}
	if before > 0 {
		line("chdir", program.Dir)
	}
	line("stdin-bytes", len(o.Stdin))
	body.Write(o.Stdin)
	for _, p := range request.Programs[before:] {
		name := p.Name
		if name == "" {
			name = "<string>"
		}
		line("name", name)
		line("value", map[bool]int{true: 0, false: 1}[p.NoValue])
		line("source-bytes", len(p.Source))
		body.Write(p.Source)
	}
	return append(append(head.Bytes(), '\n'), body.Bytes()...), nil
}

func writeFiles(dir string, files map[string]protocol.Text) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("writing a program's files: %w", err)
	}
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(path.Clean("/"+name)))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return fmt.Errorf("writing a program's files: %w", err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return fmt.Errorf("writing a program's files: %w", err)
		}
	}
	return nil
}

// nativeResult reads an answer: the lines of one program begin with "outcome".
func nativeResult(answer []byte) (result Result, err error) {
	head, body, _ := bytes.Cut(answer, []byte("\n\n"))
	var reports []protocol.Report
	for _, line := range strings.Split(string(head), "\n") {
		key, value, _ := strings.Cut(line, " ")
		if key == "outcome" {
			reports = append(reports, protocol.Report{Value: []byte("null")})
		}
		if len(reports) == 0 {
			return result, fmt.Errorf("reading an answer: line %q stands before any outcome", line)
		}
		report := &reports[len(reports)-1]
		var text []byte
		number, _ := strconv.ParseInt(value, 10, 64)
		if strings.HasSuffix(key, "-bytes") {
			if number < 0 || number > int64(len(body)) {
				return result, fmt.Errorf("reading an answer: line %q tells of more bytes than there are", line)
			}
			text, body = body[:number:number], body[number:]
		}
		switch key {
		case "outcome":
			report.Outcome = nativeOutcome(value)
		case "status":
			report.ExitStatus = int(number)
		case "fuel":
			report.Used.Fuel = uint64(number)
		case "stop":
			setNativeLimit(report, number)
		case "wait-status":
			report.Trap = "wait status " + value
		case "merged-bytes":
			result.Merged = append(result.Merged, text...)
		case "stdout-bytes":
			report.Stdout = text
		case "stderr-bytes":
			report.Stderr = text
		case "report-bytes":
			report.Trap = string(text) + report.Trap
			result.Merged = append(result.Merged, text...)
		case "value-bytes":
			if err := setNativeValue(report, text); err != nil {
				return result, err
			}
		case "error-bytes":
			if len(text) > 0 {
				report.Error = new(protocol.Error)
				if err := nativeErrors.Unmarshal(text, report.Error); err != nil {
					return result, fmt.Errorf("reading an exception: %w", err)
				}
			}
		}
	}
	merged := newResult(protocol.Response{Outcomes: reports, Merged: result.Merged}, 0)
	return merged, nil
}

// nativeErrors reads exceptions, whose texts need not be UTF-8.
var nativeErrors = func() cbor.DecMode {
	mode, err := cbor.DecOptions{UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	if err != nil {
		panic(err)
	}
	return mode
}()

func nativeOutcome(word string) protocol.Kind {
	switch word {
	case "stopped", "timeout":
		return protocol.Limited
	case "crashed", "trapped":
		return protocol.Trapped
	}
	return protocol.Kind(word)
}

// setNativeLimit says which limit ended a program. C code that a limit ended is no defect.
func setNativeLimit(report *protocol.Report, stop int64) {
	limits := map[int64]protocol.Limit{-1: protocol.FuelLimit, -2: protocol.DeadlineLimit, -3: protocol.OutputLimit}
	if limit, ok := limits[stop]; ok {
		report.Outcome, report.Limit = protocol.Limited, &limit
		report.Truncated = limit == protocol.OutputLimit
	}
}

func setNativeValue(report *protocol.Report, data []byte) error {
	if len(data) == 0 || report.Outcome != protocol.Completed {
		return nil
	}
	value, err := hostcall.Decode(data)
	if err != nil {
		return fmt.Errorf("reading a value: %w", err)
	}
	if report.Value, err = hostcall.MarshalJSON(value); err != nil {
		return fmt.Errorf("reading a value: %w", err)
	}
	return nil
}

// nativeServer is a process that answers requests.
type nativeServer struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// servedOptions make programs 1.6 times as fast: a report says where memory was used wrongly, not where it was allocated, which the
// program run by itself (main.c's own options) says.
const servedOptions = "ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=8"

func startNative(path string) (*nativeServer, error) {
	cmd := exec.Command(path, "--serve")
	cmd.Stderr = os.Stderr
	if os.Getenv("ASAN_OPTIONS") == "" {
		cmd.Env = append(os.Environ(), servedOptions)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return &nativeServer{cmd, in, bufio.NewReader(out)}, nil
}

// ask sends a request and reads the answer.
func (s *nativeServer) ask(request []byte) ([]byte, error) {
	if _, err := s.in.Write(append(binary.LittleEndian.AppendUint32(nil, uint32(len(request))), request...)); err != nil {
		return nil, fmt.Errorf("sending a request: %w", err)
	}
	var length [4]byte
	if _, err := io.ReadFull(s.out, length[:]); err != nil {
		return nil, fmt.Errorf("reading an answer: %w", err)
	}
	answer := make([]byte, binary.LittleEndian.Uint32(length[:]))
	if _, err := io.ReadFull(s.out, answer); err != nil {
		return nil, fmt.Errorf("reading an answer: %w", err)
	}
	return answer, nil
}

// kill ends the process, with the program that it runs: that ends when its parent does (serve.c).
func (s *nativeServer) kill() {
	s.in.Close()
	s.cmd.Process.Kill()
	s.cmd.Wait()
}
