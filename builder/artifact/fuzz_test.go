package artifact_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
)

// FuzzVerify gives the reader of manifests and Verify anything: first the artifact as it is, then the
// module with a manifest that describes it.
func FuzzVerify(f *testing.F) {
	whole := good(f)
	manifest := whole.Manifest.Encode()
	f.Add(manifest, whole.Module)
	f.Add(manifest[:len(manifest)/2], whole.Module[:len(whole.Module)/2])
	f.Add([]byte(`{"format": 1}`), []byte("\x00asm\x01\x00\x00\x00"))
	f.Add([]byte(`{"format": 2, "future": [{}]}`), []byte(nil))
	for _, s := range spoilings {
		if s.name == "over budget" {
			continue // half a megabyte of zeros, which say nothing
		}
		a := s.apply(f)
		f.Add(a.Manifest.Encode(), a.Module)
	}
	policy := artifact.DefaultPolicy("standard")
	f.Fuzz(func(t *testing.T, manifest, module []byte) {
		read, err := artifact.DecodeManifest(manifest)
		if err == nil {
			again, err := artifact.DecodeManifest(read.Encode())
			if err != nil || !reflect.DeepEqual(again, read) {
				t.Errorf("writing and reading again gives %+v, %v; want %+v", again, err, read)
			}
		}
		checkReport(t, artifact.Artifact{Module: module, Manifest: read}, policy)
		described, err := artifact.New(module, inputs())
		if err != nil {
			return
		}
		if checkReport(t, described, policy) {
			checkAllowed(t, module, policy)
		}
		if err := described.CheckDigest(); err != nil {
			t.Errorf("a manifest does not fit the module it was made for: %v", err)
		}
	})
}

// checkReport verifies an artifact and returns whether it passes. Whatever it holds, the report must be text.
func checkReport(t *testing.T, a artifact.Artifact, policy artifact.Policy) bool {
	report, err := artifact.Verify(a, policy)
	var text bytes.Buffer
	if _, err := report.WriteTo(&text); err != nil {
		t.Error(err)
	}
	if err != nil {
		text.WriteString(err.Error())
	}
	if strings.ContainsFunc(text.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7F || r == '\uFFFD' }) {
		t.Errorf("the report holds control characters: %q", text.String())
	}
	for _, c := range report.Checks {
		if err == nil && c.Status != artifact.OK {
			t.Errorf("the artifact passes, but check %s ended %v", c.Name, c.Status)
		}
	}
	return err == nil
}
