package cpython

import (
	"strings"
	"testing"
)

func texts(statements []statement) string {
	var all []string
	for _, s := range statements {
		all = append(all, strings.ReplaceAll(strings.TrimSpace(s.text), "\n", "|"))
	}
	return strings.Join(all, " ; ")
}

func TestSplitFile(t *testing.T) {
	for source, want := range map[string]string{
		"a = 1\nb = 2\n":                              "a = 1 ; b = 2",
		"a = (1,\nb)\nc\n":                            "a = (1,|b) ; c",
		"if a:\n    b\nelse:\n    c\nd\n":             "if a:|    b|else:|    c ; d",
		"elsewhere = 1\n":                             "elsewhere = 1",
		"@d\n@e(\n1)\ndef f():\n    pass\n\nx\n":      "@d|@e(|1)|def f():|    pass ; x",
		"s = '''\na\n'''\nb\n":                        "s = '''|a|''' ; b",
		"s = 'it\\'s # no'\nb\n":                      "s = 'it\\'s # no' ; b",
		"s = 1 + \\\n2\nb\n":                          "s = 1 + \\|2 ; b",
		"# (\na\n":                                    "a",
		"try:\n  a\nexcept* E:\n  b\nfinally:\n  c\n": "try:|  a|except* E:|  b|finally:|  c",
		"x = f'{a['b']}'\ny\n":                        "x = f'{a['b']}' ; y",
		"x = f'{{'\ny\n":                              "x = f'{{' ; y",
		"x = f\"{'('}\"\ny\n":                         "x = f\"{'('}\" ; y",
		"x = rb'\\'\ny'\n":                            "x = rb'\\' ; y'",
	} {
		if got := texts(splitFile(source)); got != want {
			t.Errorf("%q: got %s, expected %s", source, got, want)
		}
	}
}

func TestSplitFileKeepsLines(t *testing.T) {
	source := "\n# comment\na = [\n1]\n\n@d\nclass C:\n    pass\nb\n"
	var lines []int
	for _, s := range splitFile(source) {
		lines = append(lines, s.line)
	}
	if len(lines) != 3 || lines[0] != 2 || lines[1] != 5 || lines[2] != 8 {
		t.Errorf("got %v, expected 2, 5 and 8", lines)
	}
}

func TestSplitClass(t *testing.T) {
	source := "@d\nclass C(A,\n        B):\n    'doc'\n    x = 1\n\n    @e\n    def f(self):\n        pass\n\n    def g(self): pass\n"
	head, body, indent, ok := splitClass(source)
	if !ok || indent != 4 || head != "@d\nclass C(A,\n        B):\n" {
		t.Fatalf("got %q, %d, %v", head, indent, ok)
	}
	if got := texts(body); got != "'doc' ; x = 1 ; @e|    def f(self):|        pass ; def g(self): pass" {
		t.Errorf("got %s", got)
	}
	if body[2].line != 6 || body[3].line != 10 {
		t.Errorf("got lines %d and %d, expected 6 and 10", body[2].line, body[3].line)
	}
	if _, _, _, ok := splitClass("class C: pass\n"); ok {
		t.Error("a class on one line has no body to split")
	}
}

func TestSplitImport(t *testing.T) {
	for text, want := range map[string]string{
		"import a, b.c as d\n":                  "import a|import b.c as d|",
		"from a import (b, # x\n  c as d,\n)\n": "from a import b|from a import c as d|",
		"from . import x\n":                     "from . import x|",
		"from a import \\\n  b\n":               "from a import b|",
		"a = 1\n":                               "",
		"importance = 1\n":                      "",
		"from_a = 1\n":                          "",
		"from a import *\n":                     "",
	} {
		got := ""
		for _, one := range splitImport(text) {
			got += strings.TrimSpace(one.statement()) + "|"
		}
		if got != want {
			t.Errorf("%q: got %s, expected %s", text, got, want)
		}
	}
}

func TestDefinition(t *testing.T) {
	for text, want := range map[string]string{
		"class C(A): pass\n":             "C",
		"@d\n@e(\n  1)\nclass C: pass\n": "C",
		"async def f(): pass\n":          "f",
		"    def g(self): pass\n":        "g",
		"x = 1\n":                        "x",
		"x == 1\n":                       "",
		"f(x)\n":                         "",
	} {
		if got, _ := definition(text); got != want {
			t.Errorf("%q: got %q, expected %q", text, got, want)
		}
	}
}
