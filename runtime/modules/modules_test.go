package modules_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/testartifact"
	"github.com/seed-3f7e3123/mpwasm/runtime/modules"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// What is listed can be imported, each name with what it is; stubs hold these names, and are Python to the guest itself.
func TestList(t *testing.T) {
	ctx := context.Background()
	engine, err := sandbox.NewEngine(ctx, sandbox.EngineConfig{Artifact: testartifact.Bytes(t), CompileCacheDir: testartifact.CompileCache(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close(ctx)
	all, err := modules.List(ctx, engine)
	if err != nil {
		t.Fatal(err)
	}
	find := func(module, name string) modules.Name {
		t.Helper()
		for _, m := range all {
			for _, n := range m.Names {
				if m.Name == module && n.Name == name {
					return n
				}
			}
		}
		t.Errorf("there is no %s.%s", module, name)
		return modules.Name{}
	}
	for _, m := range all {
		if m.Err != "" {
			t.Errorf("%s: %s", m.Name, m.Err)
		}
	}
	for name, kind := range map[string]string{"math.pi": "float", "math.sqrt": "function", "sys.argv": "list", "collections.OrderedDict": "class", "asyncio.sleep": "function", "io.StringIO": "class"} {
		module, short, _ := strings.Cut(name, ".")
		if got := find(module, short); got.Kind != kind {
			t.Errorf("%s is a %s, want %s", name, got.Kind, kind)
		}
	}
	if n := find("io", "StringIO"); !slices.ContainsFunc(n.Members, func(m modules.Name) bool { return m.Name == "getvalue" && m.Kind == "function" }) {
		t.Errorf("io.StringIO has %v", n.Members)
	}
	stubs := modules.Stubs(all)
	if _, ok := stubs["asyncio/__init__.pyi"]; !ok || stubs["builtins.pyi"] != nil {
		t.Errorf("the stubs are %d, with or without the wrong ones", len(stubs))
	}
	for name, text := range stubs {
		source := strings.Replace(string(text), "from typing import Any\n", "Any = object\n", 1)
		o, err := engine.Run(ctx, sandbox.Program{Name: name, Source: []byte(source)}, sandbox.SessionConfig{})
		if err != nil || o.Kind != protocol.Completed {
			t.Errorf("%s: got %+v (%+v), %v\n%.2000s", name, o.Kind, o.Error, err, text)
		}
	}
	shares := modules.Shares(all)
	var page bytes.Buffer
	err = modules.WritePage(&page, modules.Page{
		Artifact: engine.ArtifactSHA256(), Shares: shares, Tests: map[string]string{"json": "7 of 9"}, Differences: "# Head\n* `a<b` is not `c`.\n",
	})
	if text := page.String(); err != nil || strings.Count(text, "<tr") != len(shares)+1 || !strings.Contains(text, "<td class=\"number\">7 of 9</td>") || !strings.Contains(text, "<li><code>a&lt;b</code> is not <code>c</code>.</li>") {
		t.Errorf("the page: %v, %.300s", err, &page)
	}
}

// Shares are counted by names.
func TestShares(t *testing.T) {
	all := []modules.Module{
		{Name: "abc", Names: []modules.Name{{Name: "ABC"}, {Name: "abstractmethod"}, {Name: "more"}}},
		{Name: "copy", Err: "ImportError"},
	}
	shares := modules.Shares(all)
	if len(shares) < 90 {
		t.Fatalf("%d modules, want at least 90", len(shares))
	}
	for _, s := range shares {
		switch {
		case s.Module == "abc":
			if s.There != 2 || s.Public != 8 || s.Percent() != 25 || len(s.Missing) != 6 {
				t.Errorf("abc: %+v", s)
			}
		case s.Has || s.There != 0:
			t.Errorf("%s is there: %+v", s.Module, s)
		}
	}
	if got := modules.Median(shares[:2]); got != 12.5 {
		t.Errorf("the median of 25 and 0 is %v", got)
	}
}

// A stub says what is there.
func TestStubs(t *testing.T) {
	stubs := modules.Stubs([]modules.Module{
		{Name: "p", Names: []modules.Name{{Name: "__name__", Kind: "str"}, {Name: "sub", Kind: "module"}, {Name: "f", Kind: "function"}, {Name: "N", Kind: "int"}, {Name: "class", Kind: "int"}, {Name: "a b", Kind: "int"}}},
		{Name: "p.sub", Names: []modules.Name{
			{Name: "B", Kind: "class", Bases: []string{"Exception"}, Members: []modules.Name{{Name: "m", Kind: "function"}, {Name: "x", Kind: "bool"}, {Name: "__class__", Kind: "class"}}},
			{Name: "C", Kind: "class", Bases: []string{"B", "elsewhere"}},
		}},
		{Name: "gone", Err: "ImportError"},
	})
	want := map[string]string{
		"p/__init__.pyi": "# What module p of the sandbox has. Made by mpwasm modules --stubs.\nfrom typing import Any\nsub: Any\ndef f(*args: Any, **kwargs: Any) -> Any: ...\nN: int\n",
		"p/sub.pyi":      "# What module p.sub of the sandbox has. Made by mpwasm modules --stubs.\nfrom typing import Any\nclass B(Exception):\n    def m(self, *args: Any, **kwargs: Any) -> Any: ...\n    x: bool\nclass C(B):\n    ...\n",
	}
	if len(stubs) != len(want) {
		t.Errorf("got %d files, want %d", len(stubs), len(want))
	}
	for name, text := range want {
		if string(stubs[name]) != text {
			t.Errorf("%s: got\n%s\nwant\n%s", name, stubs[name], text)
		}
	}
}
