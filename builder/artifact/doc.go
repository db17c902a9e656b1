// Package artifact is what a build leaves: the module's bytes and the artifact manifest, a JSON file
// that lists what went into the build and what came out of it.
//
//	micropython.wasm        the module
//	micropython.wasm.json   its artifact manifest
//
// [New] makes the manifest of a module that was just built, [Artifact.Write] and [Read] keep both in
// files, and [Verify] compares them with each other and with a [Policy]. Nothing in a manifest depends
// on the machine, the user, a folder or the time: the same inputs give the same bytes of both files.
//
// # What verifying proves
//
// A module that passes is the one its manifest describes, and asks of its host no more than the policy
// allows: no other import, no other feature, no other ABI. That holds for a module from anybody, since
// the policy is checked against the module and not against what the manifest says of it.
//
// It does not prove where a module comes from. A manifest is not signed: who changes code inside the
// policy and writes a manifest to match passes. Building again from the inputs and comparing bytes does
// prove it; that is `mpwasm verify --rebuild`.
//
// This package imports nothing but the standard library and our model of modules, so that a program can
// verify an artifact without carrying the builder.
package artifact
