package protocol

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write web/src/protocol.ts and look.ts")

// TestTypeScript checks that the page's types are those of this package: web/src/protocol.ts is made from protocol.go.
// After a change of it, run
//
//	go test ./runtime/protocol -run TypeScript -update
func TestTypeScript(t *testing.T) {
	want, err := typeScript("protocol.go")
	if err != nil {
		t.Fatal(err)
	}
	checkMade(t, "protocol.ts", want, "protocol.go", "TypeScript")
}

// checkMade checks that a script of the page's is what is made of a file here, by the test of that name; -update makes it.
func checkMade(t *testing.T, script, want, source, test string) {
	t.Helper()
	path := filepath.Join("..", "..", "web", "src", script)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what %s says; run `go test ./runtime/protocol -run %s -update`", path, source, test)
	}
}

// typeScriptNames are the names of types that would hide one of JavaScript's.
var typeScriptNames = map[string]string{"Error": "PythonError", "Frame": "PythonFrame"}

// typeScriptTypes are the types of fields.
var typeScriptTypes = map[string]string{
	"string": "string", "bool": "boolean", "int": "number", "int64": "number", "uint64": "number", "[]Frame": "PythonFrame[]",
}

// typeScript translates the types of a Go file: names of string constants become a union, structs interfaces whose
// fields are called as in Go, but for a small letter at the beginning.
func typeScript(path string) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString("// Made from runtime/protocol/protocol.go by its test; do not edit.\n")
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range gen.Specs {
			if spec, ok := spec.(*ast.TypeSpec); ok {
				if err := writeType(&out, file, gen.Doc.Text(), spec); err != nil {
					return "", fmt.Errorf("%s: %w", spec.Name, err)
				}
			}
		}
	}
	return out.String(), nil
}

func writeType(out *strings.Builder, file *ast.File, doc string, spec *ast.TypeSpec) error {
	name := spec.Name.Name
	if other, ok := typeScriptNames[name]; ok {
		doc = strings.Replace(doc, name, other, 1)
		name = other
	}
	fmt.Fprintf(out, "\n")
	writeDoc(out, "", doc)
	if fields, ok := spec.Type.(*ast.StructType); ok {
		fmt.Fprintf(out, "export interface %s {\n", name)
		for _, field := range fields.Fields.List {
			kind, ok := typeScriptTypes[types.ExprString(field.Type)]
			if !ok {
				return fmt.Errorf("no TypeScript for a field of type %v", field.Type)
			}
			writeDoc(out, "  ", field.Doc.Text())
			fmt.Fprintf(out, "  %s: %s;\n", lowerFirst(field.Names[0].Name), kind)
		}
		out.WriteString("}\n")
		return nil
	}
	fmt.Fprintf(out, "export type %s = (typeof %ss)[number];\n\n", name, strings.ToLower(name))
	fmt.Fprintf(out, "export const %ss = [\n", strings.ToLower(name))
	for _, constant := range constants(file, spec.Name.Name) {
		writeDoc(out, "  ", constant.Doc.Text())
		fmt.Fprintf(out, "  %s,\n", constant.Values[0].(*ast.BasicLit).Value)
	}
	out.WriteString("] as const;\n")
	return nil
}

// constants finds the constants of a type.
func constants(file *ast.File, typeName string) (found []*ast.ValueSpec) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.CONST {
			continue
		}
		for _, spec := range gen.Specs {
			if spec := spec.(*ast.ValueSpec); fmt.Sprint(spec.Type) == typeName {
				found = append(found, spec)
			}
		}
	}
	return found
}

// writeDoc writes a comment; names of fields in it begin as in TypeScript.
func writeDoc(out *strings.Builder, indent, doc string) {
	lines := strings.Split(strings.TrimSpace(doc), "\n")
	if len(lines) == 1 {
		fmt.Fprintf(out, "%s/** %s */\n", indent, lines[0])
		return
	}
	fmt.Fprintf(out, "%s/**\n", indent)
	for _, line := range lines {
		fmt.Fprintln(out, strings.TrimRight(indent+" * "+line, " "))
	}
	fmt.Fprintf(out, "%s */\n", indent)
}

// lowerFirst makes the first letter small, of a name like HeapPeakBytes.
func lowerFirst(name string) string {
	return strings.ToLower(name[:1]) + name[1:]
}

// TestLook checks that the page looks at runs as Go does: web/src/look.ts is made from look.py. After a change of it, run
//
//	go test ./runtime/protocol -run Look -update
func TestLook(t *testing.T) {
	text, err := json.Marshal(Look)
	if err != nil {
		t.Fatal(err)
	}
	want := "// Made from runtime/protocol/look.py by TestLook. The program that looks at a run that waits.\n\nexport const look = " + string(text) + ";\n"
	checkMade(t, "look.ts", want, "look.py", "Look")
}
