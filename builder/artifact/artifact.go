package artifact

import "fmt"

// Artifact is a built module and the manifest that describes it. A value that [Read] returned may not
// match: [Verify] tells.
type Artifact struct {
	// Module is the module in the binary format.
	Module   []byte
	Manifest Manifest
}

// New describes a module that was built from inputs. The module must decode and must export
// [ABIVersionExport] as a function that returns a constant. Neither it nor its manifest may be larger than
// [Read] accepts. Whether the module satisfies a policy is for [Verify] to say.
func New(module []byte, inputs Inputs) (Artifact, error) {
	found := inspect(module)
	if found.err != nil {
		return Artifact{}, fmt.Errorf("describing the module: %w", found.err)
	}
	if found.abi != nil {
		return Artifact{}, fmt.Errorf("describing the module: %w", found.abi)
	}
	manifest := Manifest{Format: Format, Inputs: inputs, Outputs: found.outputs}.canonical()
	if n := len(module); n > MaxModuleBytes {
		return Artifact{}, fmt.Errorf("describing the module: at most %s expected, %s found; freeze less into it",
			byteCount(MaxModuleBytes), byteCount(int64(n)))
	}
	if n := len(manifest.Encode()); n > MaxManifestBytes {
		return Artifact{}, fmt.Errorf("describing the module: a manifest of at most %s expected, %s found; freeze fewer modules into it",
			byteCount(MaxManifestBytes), byteCount(int64(n)))
	}
	return Artifact{Module: module, Manifest: manifest}, nil
}

// CheckDigest compares the module with the digest and the size in the manifest. That is enough for
// files which nobody but this program writes, such as those of a cache. The error is a *[Problem].
func (a Artifact) CheckDigest() error {
	found := Outputs{SHA256: digest(a.Module), SizeBytes: int64(len(a.Module))}
	if p := digestProblem(a.Manifest.Outputs, found); p != nil {
		return p
	}
	if p := sizeProblem(a.Manifest.Outputs, found); p != nil {
		return p
	}
	return nil
}
