package artifact

import (
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Policy is what a module may ask of its host and must offer to it.
type Policy struct {
	// Imports lists what the module may import, with the type it must have.
	Imports []Import
	// Exports lists what the module must export. An empty Type allows any. More exports are no problem.
	Exports []Export
	// ABIVersion is the version of the ABI that the hosts speak.
	ABIVersion uint32
	// Passes names those that must have run, since nobody can tell from the module whether they did: without
	// them it works, until it does not. The manifest says it; see the package comment for what that is worth.
	Passes []string
	// Features names the proposals that the module may use.
	Features []string
	// MaxBytes is the size budget of the module, exactly that many still being allowed; 0 means none.
	MaxBytes int64
	// MaxBytesWithAdditions takes the place of MaxBytes when the manifest names frozen modules or user C
	// modules; 0 means no budget.
	MaxBytesWithAdditions int64
}

// Size budgets of the variants, in bytes. That of standard holds the language and the library (at most 300 KB on the wire), KB being 1000
// bytes, the smaller of the two readings. Minimal is promised to be small without a figure: its budget
// keeps it well below standard.
const (
	standardBudgetBytes = 1_800_000
	minimalBudgetBytes  = 640_000
)

// abiVersionSupported is MPWASM_ABI_VERSION of micropython-port/wasi/host/mpwasm_abi.h.
const abiVersionSupported = 2

// allowedFeatures is core 2.0 without vectors: what every engine has since 2021.
const allowedFeatures = wasm.Core2 &^ wasm.FeatureSIMD

// DefaultPolicy returns the policy for artifacts that mpwasm builds. The variant decides the budget; one
// that has none of its own gets that of standard.
//
// An artifact to which the user added frozen modules or C modules has no budget: what an addition
// weighs is not ours to promise, and the user who added it is the one to judge. Set
// MaxBytesWithAdditions to judge it here.
func DefaultPolicy(variant string) Policy {
	budget := int64(standardBudgetBytes)
	if variant == "minimal" {
		budget = minimalBudgetBytes
	}
	return Policy{
		Imports:    append(hostImports(), preview1Imports()...),
		Exports:    requiredExports(),
		ABIVersion: abiVersionSupported,
		Passes:     []string{"stack-checks", "spill-pointers", "fuel-metering"},
		Features:   allowedFeatures.Names(),
		MaxBytes:   budget,
	}
}

// hostImports lists our host module (micropython-port/wasi/host/mpwasm_abi.h).
func hostImports() []Import {
	const module = "mpwasm"
	return []Import{
		{Module: module, Name: "refuel", Kind: "func", Type: "[i32] -> [i32]"},
		{Module: module, Name: "write", Kind: "func", Type: "[i32 i32 i32] -> [i32]"},
		{Module: module, Name: "read", Kind: "func", Type: "[i32 i32] -> [i32]"},
		{Module: module, Name: "sleep", Kind: "func", Type: "[i64] -> [i32]"},
		{Module: module, Name: "call", Kind: "func", Type: "[i32 i32] -> [i32]"},
		{Module: module, Name: "reply", Kind: "func", Type: "[i32] -> [i32]"},
		{Module: module, Name: "line", Kind: "func", Type: "[i32] -> [i32]"},
	}
}

// requiredExports lists the ABI, and the globals that a snapshot holds beside memory.
func requiredExports() []Export {
	return []Export{
		{Name: "memory", Kind: "memory"},
		{Name: "__stack_pointer", Kind: "global", Type: "mut i32"},
		{Name: "mpwasm_fuel", Kind: "global", Type: "mut i32"},
		{Name: "thrown", Kind: "global", Type: "mut i32"},
		{Name: "payload", Kind: "global", Type: "mut i32"},
		{Name: "_initialize", Kind: "func", Type: "[] -> []"},
		{Name: ABIVersionExport, Kind: "func", Type: "[] -> [i32]"},
		{Name: "mpwasm_alloc", Kind: "func", Type: "[i32] -> [i32]"},
		{Name: "mpwasm_free", Kind: "func", Type: "[i32] -> []"},
		{Name: "mpwasm_start", Kind: "func", Type: "[i32] -> []"},
		{Name: "mpwasm_set_list", Kind: "func", Type: "[i32 i32 i32] -> [i32]"},
		{Name: "mpwasm_heap_peak", Kind: "func", Type: "[] -> [i32]"},
		{Name: "mpwasm_continues", Kind: "func", Type: "[i32] -> [i32]"},
		{Name: "mpwasm_tracing", Kind: "func", Type: "[] -> [i32]"},
		{Name: "mpwasm_run", Kind: "func", Type: "[i32 i32 i32 i32 i32 i32 i32] -> [i32]"},
	}
}

// preview1 lists the functions of WASI preview1 that the hosts offer, which are those that the port needs, with their
// parameters. All but proc_exit return an errno, an i32. A user C module that needs another wants it in the hosts
// first.
//
// See https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
const preview1 = `
environ_get i32 i32
environ_sizes_get i32 i32
clock_time_get i32 i64 i32
fd_close i32
fd_fdstat_get i32 i32
fd_prestat_get i32 i32
fd_prestat_dir_name i32 i32 i32
fd_read i32 i32 i32 i32
fd_readdir i32 i32 i32 i64 i32
fd_seek i32 i64 i32 i32
fd_sync i32
fd_write i32 i32 i32 i32
path_create_directory i32 i32 i32
path_filestat_get i32 i32 i32 i32 i32
path_open i32 i32 i32 i32 i32 i64 i64 i32 i32
path_remove_directory i32 i32 i32
path_rename i32 i32 i32 i32 i32 i32
path_unlink_file i32 i32 i32
poll_oneoff i32 i32 i32 i32
proc_exit i32
random_get i32 i32
`

func preview1Imports() []Import {
	var list []Import
	for line := range strings.Lines(strings.TrimSpace(preview1)) {
		words := strings.Fields(line)
		results := "[i32]"
		if words[0] == "proc_exit" {
			results = "[]"
		}
		list = append(list, Import{
			Module: "wasi_snapshot_preview1",
			Name:   words[0],
			Kind:   "func",
			Type:   "[" + strings.Join(words[1:], " ") + "] -> " + results,
		})
	}
	return list
}

// importModules returns the names of the modules that may be imported from, in the order of the policy.
func (p Policy) importModules() []string {
	var names []string
	for _, imp := range p.Imports {
		if !slices.Contains(names, imp.Module) {
			names = append(names, imp.Module)
		}
	}
	return names
}

// budget returns the most bytes an artifact with these inputs may have, or 0 for no budget.
func (p Policy) budget(in Inputs) int64 {
	if len(in.Frozen)+len(in.CModules) > 0 {
		return p.MaxBytesWithAdditions
	}
	return p.MaxBytes
}
