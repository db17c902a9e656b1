package artifact_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/artifact"
)

// TestManifestGolden shows a manifest as it is written.
func TestManifestGolden(t *testing.T) {
	in := inputs()
	in.Frozen = []artifact.Part{{Name: "greeting/__init__.py", Digest: "sha256:aa"}}
	in.CModules = []artifact.Part{{Name: "cexample", Digest: "sha256:bb"}}
	golden(t, "manifest.json", string(build(t, moduleBytes(t, nil), in).Manifest.Encode()))
}

// TestManifestWhiteSpace lays a manifest out in other ways.
func TestManifestWhiteSpace(t *testing.T) {
	want := good(t).Manifest
	written := want.Encode()
	var small, wide bytes.Buffer
	if err := errors.Join(json.Compact(&small, written), json.Indent(&wide, written, "\t", "\t\t")); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"as written":   written,
		"compact":      small.Bytes(),
		"wide":         wide.Bytes(),
		"of Windows":   bytes.ReplaceAll(written, []byte("\n"), []byte("\r\n")),
		"at the limit": append(bytes.Repeat([]byte(" "), artifact.MaxManifestBytes-len(written)), written...),
	} {
		got, err := artifact.DecodeManifest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read as %+v", name, got)
		}
	}
}

// TestManifestRefused changes a manifest in ways of which a lenient reader would not notice some.
func TestManifestRefused(t *testing.T) {
	written := string(good(t).Manifest.Encode())
	replace := func(old, new string) string {
		if strings.Count(written, old) != 1 {
			t.Fatalf("%q stands %d times in the manifest", old, strings.Count(written, old))
		}
		return strings.Replace(written, old, new, 1)
	}
	for name, test := range map[string]struct{ data, want string }{
		"empty":            {"", "found unexpected end of JSON input"},
		"truncated":        {written[:len(written)/2], "found unexpected end of JSON input"},
		"last byte gone":   {strings.TrimSuffix(written, "}\n"), "found unexpected end of JSON input"},
		"no JSON":          {"\x00asm", "found invalid character"},
		"a list":           {"[]", "found json: cannot unmarshal array"},
		"null":             {"null", `expected a field "format", found none`},
		"another file":     {`{"name": "web", "version": "1.0.0"}`, `expected a field "format", found none`},
		"two manifests":    {written + written, "after top-level value"},
		"unknown field":    {replace(`"variant":`, `"host": "build7", "variant":`), `unknown field "host"`},
		"number as text":   {replace(`"abi_version": 2`, `"abi_version": "1"`), "cannot unmarshal string"},
		"large number":     {replace(`"abi_version": 2`, `"abi_version": 4294967297`), "cannot unmarshal number"},
		"another version":  {replace(`"version": "1.26.1"`, `"version": "1.26.0"`), "expected checksum sha256:"},
		"another checksum": {replace(`"checksum": "sha256:`, `"checksum": "sha256:0`), "found sha256:0"},
		"no checksum":      {written[:strings.LastIndex(written, ",\n  \"checksum\"")] + "}", `found ""`},
		"field twice":      {replace(`"variant":`, `"variant": "minimal", "variant":`), `"variant":"standard","port":`},
		"another case":     {replace(`"variant":`, `"Variant":`), `"Variant":"standard"`},
		"null list":        {replace(`"frozen": []`, `"frozen": null`), `"frozen":null`},
		"escapes":          {replace(`"variant": "standard"`, `"variant": "\u0073tandard"`), `\u0073`},
		"order":            {replace(`"format": 1,`, "")[:1] + `"inputs": {}, "format": 1` + replace(`"format": 1,`, "")[1:], "expected"},
		"huge":             {strings.Repeat(" ", artifact.MaxManifestBytes), "expected at most 1,048,576 bytes"},
		"deep":             {strings.Repeat("[", artifact.MaxManifestBytes/2), "exceeded max depth"},
	} {
		if name == "huge" {
			test.data += written
		}
		_, err := artifact.DecodeManifest([]byte(test.data))
		var problem *artifact.Problem
		if !errors.As(err, &problem) || problem.Check != "manifest" {
			t.Errorf("%s: the error is no problem of the manifest: %v", name, err)
			continue
		}
		if !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want one with %q", name, err, test.want)
		}
	}
}

func TestManifestFormats(t *testing.T) {
	written := string(good(t).Manifest.Encode())
	for format, want := range map[string]string{"2": "newer one", "1000000": "newer one", "0": "build the artifact again", "-1": "build the artifact again"} {
		data := strings.Replace(written, `"format": 1`, `"new": {}, "format": `+format, 1)
		_, err := artifact.DecodeManifest([]byte(data))
		var other *artifact.FormatError
		if !errors.As(err, &other) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), format+" found") {
			t.Errorf("format %s: %v", format, err)
		}
	}
}

// TestManifestEveryByte changes each byte of a manifest in ways of which the second turns one case of a
// letter into the other. It finds what no module could contradict, such as versions.
func TestManifestEveryByte(t *testing.T) {
	written := good(t).Manifest.Encode()
	for at := range written {
		for _, mask := range []byte{0x01, 0x20, 0x80} {
			data := bytes.Clone(written)
			data[at] ^= mask
			if _, err := artifact.DecodeManifest(data); err == nil {
				t.Errorf("byte %d, %q turned into %q: no error", at, written[at], data[at])
			}
		}
	}
}
