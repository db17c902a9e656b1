package bench

import (
	"context"
	"embed"
	"encoding/json"
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
var drivers embed.FS

// peer is another build of Python that is an npm package.
type peer struct {
	name string // of the engine, and of its driver
	pkg  string
	// files are what a page fetches of it; none where it is not WebAssembly.
	files []string
}

var peers = []peer{
	{"official", "@micropython/micropython-webassembly-pyscript", []string{"micropython.mjs", "micropython.wasm"}},
	{"pyodide", "pyodide", []string{"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"}},
	{"monty", "@pydantic/monty", nil},
}

// Peers are the names of others' engines that are npm packages.
func Peers() []string {
	var names []string
	for _, p := range peers {
		names = append(names, p.name)
	}
	return names
}

// PeersInPages are those that a page can have.
func PeersInPages() []string {
	var names []string
	for _, p := range peers {
		if p.files != nil {
			names = append(names, p.name)
		}
	}
	return names
}

// PeerInPage is the name of another's engine in a browser.
func PeerInPage(peer, browser string) string { return peer + "-" + browser }

// peerOf returns one of peers.
func peerOf(name string) peer {
	return peers[slices.IndexFunc(peers, func(p peer) bool { return p.name == name })]
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
	p := peerOf(name)
	node, err := npm.Executable("node")
	if err != nil {
		return nil, err
	}
	folder, version, err := installPeer(ctx, p, cacheDir, report)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mpwasm-bench-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for drivers: %w", err)
	}
	if err := os.CopyFS(dir, drivers); err != nil {
		return nil, fmt.Errorf("writing drivers: %w", err)
	}
	command := append([]string{node}, nodeFlags...)
	command = append(command, filepath.Join(dir, "drivers", "node.mjs"), p.name, folder, version, strconv.Itoa(peerHeap))
	return peerEngine{NewProcess(name, command...), dir}, nil
}

// installPeer returns the folder of a peer's package, and its version.
func installPeer(ctx context.Context, p peer, cacheDir string, report progress.Reporter) (folder, version string, err error) {
	packages, err := npm.InstallFrom(ctx, cacheDir, npm.Lock{Name: "runtime/bench/peers", Text: peersLock}, []string{p.pkg}, report)
	if err != nil {
		return "", "", fmt.Errorf("installing %s: %w", p.name, err)
	}
	folder = packages.File(p.pkg)
	var described struct {
		Version string `json:"version"`
	}
	data, err := os.ReadFile(filepath.Join(folder, "package.json"))
	if err == nil {
		err = json.Unmarshal(data, &described)
	}
	if err != nil {
		return "", "", fmt.Errorf("reading the version of %s: %w", p.name, err)
	}
	return folder, described.Version, nil
}

// PeerFiles returns what a page fetches of a peer; nil where none is meant for pages, or the engine is no peer in Node.js.
func PeerFiles(ctx context.Context, name, cacheDir string, report progress.Reporter) ([][]byte, error) {
	if !slices.Contains(PeersInPages(), name) {
		return nil, nil
	}
	p := peerOf(name)
	folder, _, err := installPeer(ctx, p, cacheDir, report)
	if err != nil {
		return nil, err
	}
	var files [][]byte
	for _, file := range p.files {
		data, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			return nil, fmt.Errorf("reading a peer's file: %w", err)
		}
		files = append(files, data)
	}
	return files, nil
}
