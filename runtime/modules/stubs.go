package modules

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
)

// Stubs returns type stubs (.pyi) for modules, by their paths: what is there and nothing else, so that an editor or a type checker of the
// host knows the sandbox. Parameters are those of the guest, with their defaults, where it knows
// them; types of arguments and results are Any. There is none of modules that type checkers know by themselves.
func Stubs(all []Module) map[string][]byte {
	packages := map[string]bool{}
	for _, m := range all {
		for parent, _, below := cutLast(m.Name); below; parent, _, below = cutLast(parent) {
			packages[parent] = true
		}
	}
	files := map[string][]byte{}
	for _, m := range all {
		if m.Err != "" || slices.Contains(knownByCheckers, m.Name) {
			continue
		}
		name := strings.ReplaceAll(m.Name, ".", "/")
		if packages[m.Name] {
			name = path.Join(name, "__init__")
		}
		files[name+".pyi"] = []byte(stub(m))
	}
	return files
}

// knownByCheckers are modules whose names mean something to type checkers (Any, Protocol, Enum, dataclass, namedtuple): a stub would take
// that away, and almost all that CPython has in them is there.
var knownByCheckers = []string{
	"builtins", "typing", "types", "abc", "collections", "collections.abc", "_collections_abc", "enum", "dataclasses",
}

// cutLast cuts a dotted name before its last part.
func cutLast(name string) (before, last string, found bool) {
	at := strings.LastIndex(name, ".")
	if at < 0 {
		return "", name, false
	}
	return name[:at], name[at+1:], true
}

// simple are types that a stub can name. What is None may become something else.
var simple = map[string]string{"int": "int", "float": "float", "str": "str", "bytes": "bytes", "bool": "bool"}

var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// nameable leaves out what a stub cannot say, and what every module or class has.
func nameable(names []Name, leaveOut ...string) []Name {
	var kept []Name
	for _, n := range names {
		if identifier.MatchString(n.Name) && hostcall.CheckIdentifier(n.Name) == nil && !slices.Contains(leaveOut, n.Name) {
			kept = append(kept, n)
		}
	}
	return kept
}

func stub(m Module) string {
	var out strings.Builder
	fmt.Fprintf(&out, "# What module %s of the sandbox has. Made by mpwasm modules --stubs.\nfrom typing import Any\n", m.Name)
	names := nameable(m.Names, "__name__", "__file__", "__path__", "__class__", "__dict__", "Any", "__getattr__") // the last would let every name pass
	here := map[string]bool{}
	for _, n := range names {
		here[n.Name] = here[n.Name] || n.Kind == "class"
	}
	for _, n := range basesFirst(names, here) {
		switch n.Kind {
		case "class":
			stubClass(&out, n, here)
		case "function":
			fmt.Fprintf(&out, "def %s(%s) -> Any: ...\n", n.Name, parameters(n, ""))
		default:
			fmt.Fprintf(&out, "%s: %s\n", n.Name, typeOf(n))
		}
	}
	return out.String()
}

// basesFirst puts each class behind those of the module that it derives from, and else leaves the order as it is.
func basesFirst(names []Name, here map[string]bool) []Name {
	var sorted []Name
	placed := map[string]bool{}
	var place func(n Name)
	place = func(n Name) {
		if placed[n.Name] {
			return
		}
		placed[n.Name] = true
		for _, base := range n.Bases {
			for _, other := range names {
				if here[base] && other.Name == base {
					place(other)
				}
			}
		}
		sorted = append(sorted, n)
	}
	for _, n := range names {
		place(n)
	}
	return sorted
}

func typeOf(n Name) string {
	if known, ok := simple[n.Kind]; ok {
		return known
	}
	return "Any"
}

// inherited are members that type checkers know of every class.
var inherited = []string{"__class__", "__name__", "__qualname__", "__module__", "__bases__", "__dict__", "__doc__", "__mro__", "__base__", "__weakref__"}

func stubClass(out *strings.Builder, n Name, here map[string]bool) {
	var bases []string
	for _, base := range n.Bases {
		if base != n.Name && (here[base] || builtinBases[base]) {
			bases = append(bases, base)
		}
	}
	head := ""
	if len(bases) > 0 {
		head = "(" + strings.Join(bases, ", ") + ")"
	}
	fmt.Fprintf(out, "class %s%s:\n", n.Name, head)
	members := nameable(n.Members, inherited...)
	if len(members) == 0 {
		out.WriteString("    ...\n")
	}
	if slices.ContainsFunc(members, func(m Name) bool { return m.Name == "__init__" && m.Signature != "" }) {
		out.WriteString("    def __getattr__(self, name: str) -> Any: ...\n") // what its __init__ sets
	}
	for _, member := range members {
		switch member.Kind {
		case "function":
			fmt.Fprintf(out, "    def %s(%s) -> Any: ...\n", member.Name, parameters(member, "self"))
		case "classmethod":
			fmt.Fprintf(out, "    @classmethod\n    def %s(%s) -> Any: ...\n", member.Name, parameters(member, "cls"))
		case "staticmethod":
			fmt.Fprintf(out, "    @staticmethod\n    def %s(%s) -> Any: ...\n", member.Name, parameters(member, ""))
		default:
			fmt.Fprintf(out, "    %s: %s\n", member.Name, typeOf(member))
		}
	}
}

// parameters are what stands in the parentheses of a definition; first is the name of what a method is bound to.
func parameters(n Name, first string) string {
	switch {
	case n.Signature == "()":
		return ""
	case n.Signature != "":
		return n.Signature
	case first != "":
		return first + ", *args: Any, **kwargs: Any"
	}
	return "*args: Any, **kwargs: Any"
}

// builtinBases are built-in classes that others derive from.
var builtinBases = map[string]bool{
	"BaseException": true, "Exception": true, "ArithmeticError": true, "LookupError": true, "OSError": true, "RuntimeError": true, "ValueError": true,
	"TypeError": true, "KeyError": true, "IndexError": true, "AttributeError": true, "NameError": true, "ImportError": true, "SyntaxError": true,
	"dict": true, "list": true, "tuple": true, "set": true, "frozenset": true, "str": true, "bytes": true, "int": true, "float": true, "type": true,
}
