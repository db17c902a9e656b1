package artifact

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// Format is the number of the manifest format that this package writes, and the only one it reads. It
// rises when an older reader would misunderstand a newer manifest.
const Format = 1

// MaxManifestBytes is the largest manifest that is read: about a hundred times that of the standard
// variant.
const MaxManifestBytes = 1 << 20

// Manifest says what went into an artifact and what came out.
type Manifest struct {
	Format  int     `json:"format"`
	Inputs  Inputs  `json:"inputs"`
	Outputs Outputs `json:"outputs"`
	// Modules are what frozen modules take, those of the variant included, sorted by name.
	Modules []ModuleSize `json:"modules,omitempty"`
}

// ModuleSize says how many bytes of bytecode, with its constants, a frozen module has.
type ModuleSize struct {
	// Name is how it is imported.
	Name  string `json:"name"`
	Bytes int64  `json:"bytes"`
}

// Inputs is all that decides the bytes of the module. Digests name their kind ("h1:...",
// "sha256:...") or are SHA-256 in hex.
type Inputs struct {
	// MPWasm is the version or the commit of the program that built the artifact.
	MPWasm      string `json:"mpwasm"`
	MicroPython Source `json:"micropython"`
	// CPython is where the modules that the variant freezes as they are in CPython's library come from; nil if it
	// freezes none.
	CPython *Source `json:"cpython,omitempty"`
	// Variant is the port's variant, such as "standard".
	Variant string `json:"variant"`
	// Port is the digest of the port's sources.
	Port      string `json:"port"`
	Toolchain Tool   `json:"toolchain"`
	Optimizer Tool   `json:"optimizer"`
	// Flags are those that every translation unit is compiled with.
	Flags []string `json:"flags"`
	// Passes ran over the linked module in this order.
	Passes []Pass `json:"passes"`
	// Frozen are the modules the user froze into the artifact, beside those of the variant.
	Frozen []Part `json:"frozen"`
	// CModules are the user C modules.
	CModules []Part `json:"c_modules"`
}

// Source is a source tree of some version.
type Source struct {
	Version string `json:"version"`
	// Digest is that of the tree, "h1:...", as golang.org/x/mod/sumdb/dirhash defines it.
	Digest string `json:"digest"`
}

// Tool is a program that worked on the artifact. Digest is empty where the version pins the bytes.
type Tool struct {
	Name    string `json:"name,omitempty"`
	Version string `json:"version"`
	Digest  string `json:"digest,omitempty"`
}

// Pass is a pass over the module and the options it ran with, if any.
type Pass struct {
	Name    string   `json:"name"`
	Options []string `json:"options,omitempty"`
}

// Part is something the user added to the artifact.
type Part struct {
	Name   string `json:"name"`
	Digest string `json:"digest"`
}

// Outputs describes the module. Every field can be read from its bytes.
type Outputs struct {
	SHA256    string `json:"sha256"` // hex
	SizeBytes int64  `json:"size_bytes"`
	// ABIVersion is what the export [ABIVersionExport] returns.
	ABIVersion uint32 `json:"abi_version"`
	// Imports and Exports are in the order of the module.
	Imports []Import `json:"imports"`
	Exports []Export `json:"exports"`
	// Features names the proposals beyond the first version of WebAssembly that the module uses.
	Features []string `json:"features"`
}

// Import is something the module needs from its host. The fields are text:
//
//	Kind    Type
//	func    [i32 i64] -> [i32]
//	table   funcref min 1, max 8
//	memory  pages min 2, max 16
//	global  i32, or mut i32
//	tag     [i32] -> []
type Import struct {
	Module string `json:"module"`
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	Type   string `json:"type"`
}

// Export is something the module offers to its host. Kind and Type are those of [Import].
type Export struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Type string `json:"type"`
}

// FormatError says that a manifest has a format that this package does not read.
type FormatError struct {
	Found int
}

// Error says which format was expected and what to do.
func (e *FormatError) Error() string {
	hint := "build the artifact again"
	if e.Found > Format {
		hint = "read it with the version of mpwasm that wrote it, or a newer one"
	}
	return fmt.Sprintf("manifest format %d expected, %d found; %s", Format, e.Found, hint)
}

// manifestFile is what a manifest's file holds: the manifest and its checksum, "sha256:" and the SHA-256
// of its JSON without the checksum, white space between tokens left out. No module contradicts a version
// or a flag that was damaged; the checksum does.
type manifestFile struct {
	Manifest
	Checksum string `json:"checksum"`
}

// Encode returns the manifest as JSON, with its checksum. Equal manifests give equal bytes.
func (m Manifest) Encode() []byte { return encode(manifestFile{m.withLists(), m.checksum()}) }

func (m Manifest) checksum() string {
	sum := sha256.Sum256(compact(encode(m.withLists())))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// withLists returns m with empty lists for nil ones, which JSON tells apart.
func (m Manifest) withLists() Manifest {
	in, out := &m.Inputs, &m.Outputs
	in.Flags, in.Passes = notNil(in.Flags), notNil(in.Passes)
	in.Frozen, in.CModules = notNil(in.Frozen), notNil(in.CModules)
	out.Imports, out.Exports, out.Features = notNil(out.Imports), notNil(out.Exports), notNil(out.Features)
	return m
}

// encode returns v, which must be made of structs, lists, strings and numbers, as indented JSON.
func encode(v any) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // types hold "->"
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		panic(fmt.Errorf("encoding a manifest: %w", err)) // such a value always encodes
	}
	return b.Bytes()
}

// compact returns valid JSON without white space between tokens.
func compact(data []byte) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		panic(fmt.Errorf("compacting a manifest: %w", err))
	}
	return b.Bytes()
}

// canonical returns m as it is after writing and reading: lists are not nil, strings are valid UTF-8.
func (m Manifest) canonical() Manifest {
	var c Manifest
	if err := json.Unmarshal(m.Encode(), &c); err != nil {
		panic(fmt.Errorf("decoding a manifest that was just encoded: %w", err))
	}
	return c
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// DecodeManifest reads a manifest. It accepts what [Manifest.Encode] writes, with any white space
// between the tokens, and nothing else: a field that is unknown, missing, repeated or out of order is an
// error, so that two readers cannot understand one manifest in two ways. The error is a *[FormatError]
// when the format is another one, and otherwise a *[Problem].
func DecodeManifest(data []byte) (Manifest, error) {
	if len(data) > MaxManifestBytes {
		return Manifest{}, manifestProblem("at most "+byteCount(MaxManifestBytes), byteCount(int64(len(data))))
	}
	type manifest struct{ Format *int } // first: another format may hold anything else
	var head manifest
	if err := json.Unmarshal(data, &head); err != nil {
		return Manifest{}, manifestProblem("JSON as `mpwasm build` writes it", printable(err.Error()))
	}
	if head.Format == nil {
		return Manifest{}, manifestProblem(`a field "format"`, "none")
	}
	if *head.Format != Format {
		return Manifest{}, &FormatError{Found: *head.Format}
	}
	var file manifestFile
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&file); err != nil {
		return Manifest{}, manifestProblem(fmt.Sprintf("the fields of format %d", Format), printable(err.Error()))
	}
	if expected := file.Manifest.checksum(); file.Checksum != expected {
		return Manifest{}, manifestProblem("checksum "+expected+", which belongs to the rest of it", printable(file.Checksum))
	}
	if p := checkCanonical(compact(data), compact(file.Manifest.Encode())); p != nil {
		return Manifest{}, p
	}
	return file.Manifest, nil
}

func manifestProblem(expected, found string) *Problem {
	return &Problem{nameManifest, expected, found, "it was changed since the build, or is no artifact manifest; " + hintManifest}
}

// checkCanonical compares what a manifest's file holds with what it should hold.
func checkCanonical(found, expected []byte) *Problem {
	if bytes.Equal(found, expected) {
		return nil
	}
	at := 0
	for at < min(len(found), len(expected)) && found[at] == expected[at] {
		at++
	}
	return manifestProblem(excerpt(expected, at), excerpt(found, at))
}

// excerpt shows what stands at an offset, and a little of what stands before it.
func excerpt(b []byte, at int) string {
	const before, after = 24, 32
	return printable(strings.ToValidUTF8(string(b[max(0, at-before):min(len(b), at+after)]), ""))
}
