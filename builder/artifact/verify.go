package artifact

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// Verify compares a module with its manifest, and the module with a policy. It looks at everything, so
// that the report holds all problems and not just the first. The error is nil when there is none and
// otherwise joins every *[Problem] of the report. The report is of use in both cases.
func Verify(a Artifact, policy Policy) (Report, error) {
	v := verifier{manifest: a.Manifest, policy: policy, found: inspect(a.Module)}
	report := Report{Manifest: a.Manifest, Found: v.found.outputs, Readable: v.found.err == nil}
	for _, check := range checks {
		c := Check{Name: check.name}
		if check.decoded && v.found.err != nil {
			c.skip("the module cannot be read")
		} else {
			check.run(&v, &c)
		}
		c.finish()
		report.Checks = append(report.Checks, c)
	}
	return report, report.Err()
}

// verifier holds what the checks compare.
type verifier struct {
	manifest Manifest
	policy   Policy
	found    inspection
}

// checks are the checks in the order of the report.
var checks = []struct {
	name    string
	decoded bool // only a module that could be decoded can be checked
	run     func(*verifier, *Check)
}{
	{nameManifest, false, (*verifier).checkManifest},
	{"passes", false, (*verifier).checkPasses},
	{nameDigest, false, (*verifier).checkDigest},
	{nameSize, false, (*verifier).checkSize},
	{"budget", false, (*verifier).checkBudget},
	{"module", false, (*verifier).checkModule},
	{"imports", true, (*verifier).checkImports},
	{"exports", true, (*verifier).checkExports},
	{"features", false, (*verifier).checkFeatures},
	{nameABI, true, (*verifier).checkABIVersion},
}

// Names of checks whose problems are made elsewhere.
const (
	nameManifest = "manifest"
	nameDigest   = "digest"
	nameSize     = "size"
	nameABI      = "ABI version"
)

// Hints that more than one check gives.
const (
	hintManifest = "take the module and the manifest from one build, or build again"
	hintFeature  = "not every engine has it; build without it"
	hintRebuild  = "build with this version of mpwasm"
	hintPass     = "the artifact was built to measure what the pass costs, and is for nothing else; build again"
)

// checkManifest looks at what no module can contradict: the format, and that the inputs are named.
func (v *verifier) checkManifest(c *Check) {
	m := &v.manifest
	if m.Format != Format {
		c.fail(fmt.Sprintf("format %d", Format), strconv.Itoa(m.Format), "read it with the version of mpwasm that wrote it")
	}
	var unknown []string
	for _, input := range []struct{ name, value string }{
		{"mpwasm", m.Inputs.MPWasm},
		{"micropython.version", m.Inputs.MicroPython.Version},
		{"micropython.digest", m.Inputs.MicroPython.Digest},
		{"variant", m.Inputs.Variant},
		{"port", m.Inputs.Port},
		{"toolchain.version", m.Inputs.Toolchain.Version},
		{"toolchain.digest", m.Inputs.Toolchain.Digest},
		{"optimizer.version", m.Inputs.Optimizer.Version},
	} {
		if input.value == "" {
			unknown = append(unknown, input.name)
		}
	}
	if unknown != nil {
		c.fail("a value for every input", "none for "+strings.Join(unknown, ", "), hintRebuild)
	}
	c.Note = "says what went in and what came out"
}

// checkPasses looks for passes whose work nothing else shows.
func (v *verifier) checkPasses(c *Check) {
	for _, name := range v.policy.Passes {
		if !slices.ContainsFunc(v.manifest.Inputs.Passes, func(p Pass) bool { return p.Name == name }) {
			c.fail("pass "+name, "none of that name", hintPass)
		}
	}
	c.Note = printableList(v.policy.Passes) + " among them"
}

func (v *verifier) checkDigest(c *Check) {
	c.add(digestProblem(v.manifest.Outputs, v.found.outputs))
	c.Note = "SHA-256 as in the manifest"
}

func (v *verifier) checkSize(c *Check) {
	c.add(sizeProblem(v.manifest.Outputs, v.found.outputs))
	c.Note = byteCount(v.found.outputs.SizeBytes) + ", as in the manifest"
}

// digestProblem compares digests. The sizes tell what is likely to have happened.
func digestProblem(declared, found Outputs) *Problem {
	if declared.SHA256 == found.SHA256 {
		return nil
	}
	hint := "bytes were changed since the build; " + hintManifest
	if declared.SizeBytes != found.SizeBytes {
		hint = "the manifest is that of another artifact, or the module was cut or replaced; " + hintManifest
	}
	return &Problem{nameDigest, "SHA-256 " + printable(declared.SHA256), found.SHA256, hint}
}

func sizeProblem(declared, found Outputs) *Problem {
	if declared.SizeBytes == found.SizeBytes {
		return nil
	}
	hint := "the manifest is that of another artifact, or bytes were added to the module; "
	if found.SizeBytes < declared.SizeBytes {
		hint = "the manifest is that of another artifact, or the module was cut; "
	}
	return &Problem{nameSize, byteCount(declared.SizeBytes), byteCount(found.SizeBytes), hint + hintManifest}
}

func byteCount(n int64) string { return grouped(n) + " bytes" }

func (v *verifier) checkBudget(c *Check) {
	size, budget := v.found.outputs.SizeBytes, v.policy.budget(v.manifest.Inputs)
	if budget == 0 {
		c.Note = "no budget" + additions(v.manifest.Inputs)
		return
	}
	if size > budget {
		c.fail("at most "+byteCount(budget), byteCount(size),
			"leave something out of the build, or raise the budget on purpose")
	}
	c.Note = "at most " + byteCount(budget)
}

// additions says what the user added to an artifact, if anything.
func additions(in Inputs) string {
	var added []string
	if n := len(in.Frozen); n > 0 {
		added = append(added, fmt.Sprintf("frozen modules (%d)", n))
	}
	if n := len(in.CModules); n > 0 {
		added = append(added, fmt.Sprintf("user C modules (%d)", n))
	}
	if len(added) == 0 {
		return ""
	}
	return ": the user added " + strings.Join(added, " and ")
}

func (v *verifier) checkModule(c *Check) {
	c.Note = "well-formed"
	var unsupported *wasm.UnsupportedError
	switch {
	case errors.As(v.found.err, &unsupported):
		c.skip("the module uses a feature that mpwasm cannot read")
	case v.found.err != nil:
		c.fail("a well-formed WebAssembly module", printable(v.found.err.Error()), hintManifest)
	}
}

func (v *verifier) checkFeatures(c *Check) {
	var unsupported *wasm.UnsupportedError
	switch {
	case errors.As(v.found.err, &unsupported):
		c.fail("no feature but "+printableList(v.policy.Features),
			unsupported.Proposal+" ("+printable(unsupported.What)+")", hintFeature)
		return
	case v.found.err != nil:
		c.skip("the module cannot be read")
		return
	}
	found := v.found.outputs.Features
	compareLists(c, "feature", features(v.manifest.Outputs.Features), features(found))
	for _, name := range found {
		if !slices.Contains(v.policy.Features, name) {
			c.fail("no feature but "+printableList(v.policy.Features), name, hintFeature)
		}
	}
	c.Note = printableList(found)
}

func (v *verifier) checkABIVersion(c *Check) {
	declared, found, wanted := v.manifest.Outputs.ABIVersion, v.found.outputs.ABIVersion, v.policy.ABIVersion
	if v.found.abi != nil {
		c.add(v.found.abi)
		return
	}
	if declared != found {
		c.fail(fmt.Sprintf("%d, as in the manifest", declared), fmt.Sprint(found), hintManifest)
	}
	if found != wanted {
		c.fail(fmt.Sprintf("%d, which the hosts speak", wanted), fmt.Sprint(found), hintRebuild)
	}
	c.Note = fmt.Sprint(found)
}
