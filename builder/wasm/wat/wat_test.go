package wat_test

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/binary"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/wat"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGolden prints what it parses. The goldens also say what each construct looks like.
func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/golden/*.wat")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range cases {
		if strings.HasSuffix(file, ".want.wat") {
			if _, err := os.Stat(strings.TrimSuffix(file, ".want.wat") + ".wat"); err != nil {
				t.Errorf("golden %s belongs to no case", file)
			}
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			m, err := wat.Parse(string(src))
			if err != nil {
				t.Fatal(err)
			}
			got, err := wat.String(m)
			if err != nil {
				t.Fatal(err)
			}
			golden := strings.TrimSuffix(file, ".wat") + ".want.wat"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("printed text differs from %s:\n%s", golden, got)
			}
			checkRoundTrip(t, m, got)
		})
	}
}

// checkRoundTrip parses what was printed and passes the module through the binary format.
func checkRoundTrip(t *testing.T, m *wasm.Module, text string) {
	t.Helper()
	again, err := wat.Parse(text)
	if err != nil {
		t.Fatalf("parsing what was printed: %v", err)
	}
	if !reflect.DeepEqual(m, again) {
		t.Errorf("parsing what was printed gives another module:\n%+v\n%+v", m, again)
	}
	decoded, err := binary.Decode(binary.Encode(m))
	if err != nil {
		t.Fatalf("decoding what was encoded: %v", err)
	}
	if !reflect.DeepEqual(m, decoded) {
		t.Errorf("decoding what was encoded gives another module:\n%+v\n%+v", m, decoded)
	}
}
