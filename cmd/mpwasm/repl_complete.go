package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// namesProgram gives the names that can stand behind a path of names, or in scope where there is none. It runs nothing of the program's:
// a path is followed through dictionaries alone, so no property and no __getattr__ is asked, and no name stays behind.
const namesProgram = `
def names(path):
    builtins = __import__("builtins")
    scope = __import__("__main__").__dict__
    if not path:
        return list(scope) + dir(builtins)
    def own(value):
        try:
            return value.__dict__ if type(value) is type(builtins) else object.__getattribute__(value, "__dict__")
        except Exception:
            return {}
    value = scope[path[0]] if path[0] in scope else builtins.__dict__[path[0]]
    for name in path[1:]:
        places = [own(value)] + [base.__dict__ for base in (value if isinstance(value, type) else type(value)).__mro__]
        value = [place for place in places if name in place][0][name]
        if isinstance(value, (property, staticmethod, classmethod)):
            return []
    if type(value) is type(builtins):
        return dir(value)
    found = list(own(value))
    for base in (value if isinstance(value, type) else type(value)).__mro__:
        found += dir(base) if base.__module__ != "__main__" else list(base.__dict__)
    return [name for name in found if type(name) is str]
`

// keywords are those of Python.
var keywords = strings.Fields(`False None True and as assert async await break case class continue def del elif else except finally for from global
	if import in is lambda match nonlocal not or pass raise return try while with yield`)

// completable is a path of names at the end of a line, the last of which may have to come yet.
var completable = regexp.MustCompile(`(?:^|[^\pL\pN_.'")\]])((?:[\pL_][\pL\pN_]*\.)*)([\pL_][\pL\pN_]*)?$`)

// complete is a liner.WordCompleter: it gives what a name before the cursor may go on as. At the beginning of a line it indents.
func (r repl) complete(ctx context.Context, line string, pos int) (head string, choices []string, tail string) {
	runes := []rune(line)
	head, tail = string(runes[:pos]), string(runes[pos:])
	if strings.TrimSpace(head) == "" {
		return head, []string{"    "}, tail
	}
	found := completable.FindStringSubmatch(head)
	if found == nil || found[1]+found[2] == "" {
		return head, nil, tail
	}
	path := strings.FieldsFunc(found[1], func(c rune) bool { return c == '.' })
	names := r.names(ctx, path)
	if len(path) == 0 {
		names = append(names, keywords...)
	}
	for _, name := range names {
		hidden := strings.HasPrefix(name, "_") && !strings.HasPrefix(found[2], "_")
		if strings.HasPrefix(name, found[2]) && !hidden {
			choices = append(choices, name)
		}
	}
	slices.Sort(choices)
	return strings.TrimSuffix(head, found[2]), slices.Compact(choices), tail
}

// names asks the session; none where it cannot say, since the path leads nowhere or a limit is met.
func (r repl) names(ctx context.Context, path []string) []string {
	quoted := make([]string, len(path))
	for i, name := range path {
		quoted[i] = strconv.Quote(name)
	}
	source := fmt.Sprintf(`(lambda b, g: (b.exec(%q, g), g["names"]([%s]))[1])(__import__("builtins"), {})`, namesProgram, strings.Join(quoted, ", "))
	outcome, err := r.session.Run(ctx, sandbox.Program{Name: "<complete>", Source: []byte(source)})
	if err != nil || outcome.Kind != protocol.Completed {
		return nil
	}
	values, _ := outcome.Value.([]any)
	var names []string
	for _, value := range values {
		if name, ok := value.(string); ok {
			names = append(names, name)
		}
	}
	return names
}
