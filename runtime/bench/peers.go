package bench

import (
	"context"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/progress"
)

// peersLock pins the npm packages of peers. They are no part of what mpwasm is made with.
//
//go:embed peers/package-lock.json
var peersLock []byte

//go:embed drivers/*.mjs
var nodeDrivers embed.FS

// peer is another build of Python that is an npm package.
type peer struct {
	name    string // of the engine, and of its driver
	pkg     string
	limited bool // takes a bound for its objects
}

var peers = []peer{
	{"official", "@micropython/micropython-webassembly-pyscript", true},
	{"pyodide", "pyodide", false},
	{"monty", "@pydantic/monty", true},
}

// Peers are the names of others' engines that are npm packages.
func Peers() []string {
	var names []string
	for _, p := range peers {
		names = append(names, p.name)
	}
	return names
}

// peerHeap is a collecting heap's size where it is fixed: that of our artifact.
const peerHeap = MemoryBytes

// nodeFlags bound the memory of JavaScript's objects.
var nodeFlags = []string{"--max-old-space-size=512"}

// peerEngine is a process, with the folder of its drivers.
type peerEngine struct {
	Engine
	dir string
}

func (p peerEngine) Close() error {
	err := p.Engine.Close()
	if removed := os.RemoveAll(p.dir); err == nil {
		err = removed
	}
	return err
}

// OpenPeer installs another's engine into the cache, if it is not there, and makes an engine of it in Node.js.
func OpenPeer(ctx context.Context, name, cacheDir string, report progress.Reporter) (_ Engine, err error) {
	p := peers[slices.IndexFunc(peers, func(p peer) bool { return p.name == name })]
	node, err := npm.Executable("node")
	if err != nil {
		return nil, err
	}
	folder, err := installPeer(ctx, p, cacheDir, report)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mpwasm-bench-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for drivers: %w", err)
	}
	if err := os.CopyFS(dir, nodeDrivers); err != nil {
		return nil, fmt.Errorf("writing drivers: %w", err)
	}
	command := append([]string{node}, nodeFlags...)
	command = append(command, filepath.Join(dir, "drivers", p.name+".mjs"), folder)
	if p.limited {
		command = append(command, strconv.Itoa(peerHeap))
	}
	return peerEngine{NewProcess(name, command...), dir}, nil
}

// installPeer returns the folder of a peer's package.
func installPeer(ctx context.Context, p peer, cacheDir string, report progress.Reporter) (string, error) {
	packages, err := npm.InstallFrom(ctx, cacheDir, npm.Lock{Name: "runtime/bench/peers", Text: peersLock}, []string{p.pkg}, report)
	if err != nil {
		return "", fmt.Errorf("installing %s: %w", p.name, err)
	}
	return packages.File(p.pkg), nil
}

// peerFiles are what a page fetches of a peer, by the file's name in the package.
var peerFiles = map[string][]string{
	"official": {"micropython.mjs", "micropython.wasm"},
	"pyodide":  {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"},
}

// PeerFiles returns what a page fetches of a peer; nil where none is meant for pages.
func PeerFiles(ctx context.Context, name, cacheDir string, report progress.Reporter) ([][]byte, error) {
	var files [][]byte
	for _, p := range peers {
		if p.name != name || peerFiles[name] == nil {
			continue
		}
		folder, err := installPeer(ctx, p, cacheDir, report)
		if err != nil {
			return nil, err
		}
		for _, file := range peerFiles[name] {
			data, err := os.ReadFile(filepath.Join(folder, file))
			if err != nil {
				return nil, fmt.Errorf("reading a peer's file: %w", err)
			}
			files = append(files, data)
		}
	}
	return files, nil
}
