package artifact

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
)

// ABIVersionExport is the function of the port that tells the version of the ABI between the guest and
// its hosts (micropython-port/wasi/host/mpwasm_abi.h). Its body must be a constant: then the version can be
// read without running the module.
const ABIVersionExport = "mpwasm_abi_version"

// maxInterface is how many imports and how many exports a module may have. The artifact has some dozens
// of each; a hostile file has room for millions.
const maxInterface = 10_000

// inspection is what the bytes of a module tell.
type inspection struct {
	outputs Outputs
	err     error    // the module cannot be decoded: of outputs, only digest and size are known
	abi     *Problem // the ABI version cannot be read
}

func inspect(module []byte) (found inspection) {
	found.outputs = Outputs{SHA256: digest(module), SizeBytes: int64(len(module))}
	m, err := binary.Decode(module)
	if err != nil {
		found.err = err
		return found
	}
	if n := max(len(m.Imports), len(m.Exports)); n > maxInterface {
		found.err = fmt.Errorf("at most %d imports and as many exports expected, %d found", maxInterface, n)
		return found
	}
	features, err := wasm.DetectFeatures(m)
	if err != nil {
		found.err = fmt.Errorf("detecting features: %w", err)
		return found
	}
	types := newTypeTexts(m)
	found.outputs.Features = features.Names()
	found.outputs.Imports = types.imports()
	found.outputs.Exports = types.exports()
	found.outputs.ABIVersion, found.abi = abiVersion(m)
	return found
}

func digest(module []byte) string {
	sum := sha256.Sum256(module)
	return hex.EncodeToString(sum[:])
}

// abiVersion reads the constant that ABIVersionExport returns. The problem is nil when there is one.
func abiVersion(m *wasm.Module) (uint32, *Problem) {
	imported := m.ImportCount(wasm.ExternFunc)
	for _, e := range m.Exports {
		if e.Name != ABIVersionExport || e.Kind != wasm.ExternFunc {
			continue
		}
		if int(e.Index) < imported {
			return 0, abiProblem("an import", hintRebuild)
		}
		return constantResult(m.Functions[int(e.Index)-imported].Body)
	}
	return 0, abiProblem("no such function", hintRebuild)
}

// constantResult returns N of a body that is i32.const N, end.
func constantResult(body wasm.Expr) (value uint32, _ *Problem) {
	want := []wasm.Opcode{wasm.OpI32Const, wasm.OpEnd}
	n := 0
	for in, err := range body.All() {
		if err != nil || n == len(want) || in.Op != want[n] {
			return 0, abiProblem(fmt.Sprintf("%v as instruction %d", in.Op, n+1), "optimise the module before it is described, or "+hintRebuild)
		}
		if in.Op == wasm.OpI32Const {
			value = uint32(in.Value)
		}
		n++
	}
	return value, nil
}

func abiProblem(found, hint string) *Problem {
	return &Problem{nameABI, "an exported function " + ABIVersionExport + " that consists of i32.const and end", found, hint}
}
