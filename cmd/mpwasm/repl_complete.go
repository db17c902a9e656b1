package main

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/playground/assist"
)

// namesProgram gives the names that can stand behind a path of names, or in scope where there is none; parameters gives those of what a path
// leads to, loaded those of a module that is there, and imported those of one of the library, which is loaded for it. about says what a
// path leads to: its kind, its dotted name in the library, its parameters and its docstring. They run nothing of the program's: a path is
// followed through dictionaries alone, so no property, __getattr__ or __repr__ is asked, and no name stays behind.
const namesProgram = `
import builtins, sys
def own(value):
    try:
        return value.__dict__ if type(value) is type(builtins) else object.__getattribute__(value, "__dict__")
    except Exception:
        return {}
def follow(path):
    scope = __import__("__main__").__dict__
    value = scope[path[0]] if path[0] in scope else builtins.__dict__[path[0]]
    for name in path[1:]:
        places = [own(value)] + [base.__dict__ for base in (value if isinstance(value, type) else type(value)).__mro__]
        value = [place for place in places if name in place][0][name]
        if isinstance(value, (property, staticmethod, classmethod)):
            raise KeyError(name)
    return value
def names(path):
    if not path:
        return list(__import__("__main__").__dict__) + dir(builtins)
    value = follow(path)
    if type(value) is type(builtins):
        return dir(value)
    found = list(own(value))
    for base in (value if isinstance(value, type) else type(value)).__mro__:
        found += dir(base) if base.__module__ != "__main__" else list(base.__dict__)
    return [name for name in found if type(name) is str]
def parameters(path):
    value = follow(path)
    self = len(path) > 1 and type(follow(path[:-1])) not in (type, type(builtins))
    if isinstance(value, type) and type(value.__dict__.get("__init__")) is type(own):
        value, self = value.__dict__["__init__"], True
    if type(value) is not type(own):
        return []
    code = value.__code__
    return [name + "=" for name in code.co_varnames[self:code.co_argcount + code.co_kwonlyargcount]]
def shown(value):
    if type(value) in (str, bytes) and len(value) > 100 or type(value) is int and value.bit_length() > 300:
        return "..."
    return repr(value) if type(value) in (type(None), bool, int, float, str, bytes) else "..."
def signature(function, skip):
    code, keywords = function.__code__, function.__kwdefaults__ or {}
    names, n, only = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    found = [name if i < n - len(defaults) else name + "=" + shown(defaults[i - n]) for i, name in enumerate(names[:n])]
    if code.co_posonlyargcount:
        found.insert(code.co_posonlyargcount, "/")
    rest = names[n + only:]
    if code.co_flags & 4:
        found.append("*" + (rest[0] if rest else "args"))
    elif only:
        found.append("*")
    found += [name + "=" + shown(keywords[name]) if name in keywords else name for name in names[n:n + only]]
    if code.co_flags & 8:
        found.append("**" + (rest[-1] if rest else "kwargs"))
    return "(" + ", ".join(found[skip:]) + ")"
def about(path):
    value = follow(path)
    self = len(path) > 1 and type(follow(path[:-1])) not in (type, type(builtins))
    kind, doc, place = "function", None, getattr(type(value), "__module__", "")
    if type(value) is type(builtins):
        kind, name, parameters = "module", value.__name__, ""
    elif isinstance(value, type):
        own, new = value.__dict__, value.__dict__.get("__init__")
        kind, doc, name = "class", own.get("__doc__"), value.__module__ + "." + value.__qualname__
        parameters = signature(new, 1) if type(new) is type(follow) else ""
    elif type(value) is type(follow):
        doc, name = value.__doc__, value.__module__ + "." + value.__qualname__
        parameters = signature(value, 1 if self else 0)
    elif type(value) in (type(len), type([].append), type(list.append)):
        name, parameters = (value.__module__ + "." if value.__module__ else "") + value.__qualname__, ""
    else:
        return ["value", ".".join(path), shown(value), type(value).__name__]
    return [kind, name, parameters, doc if type(doc) is str else ""]
def loaded(path):
    name = ".".join(path)
    return dir(sys.modules[name]) if name in sys.modules else []
def imported(path):
    __import__(".".join(path))
    return loaded(path)
`

// keywords are those of Python.
var keywords = strings.Fields(`False None True and as assert async await break case class continue def del elif else except finally for from global
	if import in is lambda match nonlocal not or pass raise return try while with yield`)

// completable is a path of names at the end of a line, the last of which may have to come yet.
var completable = regexp.MustCompile(`(?:^|[^\pL\pN_.'")\]])((?:[\pL_][\pL\pN_]*\.)*)([\pL_][\pL\pN_]*)?$`)

// What a line is, as far as its head says: a module is imported, names of a module are, or a call is open.
var (
	importing     = regexp.MustCompile(`^\s*(?:from|import)\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*((?:\w+\.)*)(\w*)$`)
	importingFrom = regexp.MustCompile(`^\s*from\s+([\w.]+)\s+import\s+(?:[\w\s]+,\s*)*\(?\s*(\w*)$`)
	calling       = regexp.MustCompile(`(?:^|[^\w.])((?:\w+\.)*\w+)\((?:[^()]*,)?\s*(\w*)$`)
)

// complete is a liner.WordCompleter: it gives what a name before the cursor may go on as. At the beginning of a line it indents.
func (r repl) complete(ctx context.Context, line string, pos int) (head string, choices []string, tail string) {
	runes := []rune(line)
	head, tail = string(runes[:pos]), string(runes[pos:])
	if strings.TrimSpace(head) == "" {
		return head, []string{"    "}, tail
	}
	begun, names := r.choices(ctx, head)
	if begun == "" {
		if found := calling.FindStringSubmatch(head); found != nil && r.explain(ctx, found[1], nil) {
			return head, []string{""}, tail
		}
	}
	for _, name := range names {
		hidden := strings.HasPrefix(name, "_") && !strings.HasPrefix(begun, "_")
		if strings.HasPrefix(name, begun) && !hidden {
			choices = append(choices, name)
		}
	}
	slices.Sort(choices)
	choices = slices.Compact(choices)
	if slices.Contains(choices, begun) && r.explain(ctx, completable.FindString(head), choices) {
		choices = []string{begun}
	}
	return strings.TrimSuffix(head, begun), choices, tail
}

// explain says below the line what a name is, with the names that go on from it; false if nothing is known.
func (r repl) explain(ctx context.Context, name string, others []string) bool {
	path := dotted(strings.TrimLeftFunc(name, func(c rune) bool { return c != '_' && !unicode.IsLetter(c) }))
	about := r.names(ctx, "about", path)
	if len(about) != 4 {
		return false
	}
	kind, full, parameters, doc := about[0], strings.TrimPrefix(about[1], "builtins."), about[2], strings.TrimSpace(about[3])
	word, _ := assist.About(full)
	head := kind + " " + strings.TrimPrefix(full, "__main__.") + cmp.Or(parameters, word.Signature)
	if kind == "value" {
		head, doc = full+": "+doc, ""
		if parameters != "..." {
			head += " = " + parameters
		}
	}
	fmt.Fprintf(r.out, "\n%s\n", printable(head))
	if text := cmp.Or(doc, word.Text); text != "" {
		fmt.Fprintf(r.out, "    %s\n", strings.ReplaceAll(printable(text), "\n", "\n    "))
	}
	if last := path[len(path)-1]; len(others) > 1 {
		fmt.Fprintln(r.out, strings.Join(slices.DeleteFunc(slices.Clone(others), func(other string) bool { return other == last }), "  "))
	}
	return true
}

// printable takes what a terminal obeys out of a text of the program's.
func printable(text string) string {
	return strings.Map(func(c rune) rune {
		if c == '\n' || unicode.IsPrint(c) {
			return c
		}
		return -1
	}, text)
}

// dotted takes a path of names apart.
func dotted(path string) []string {
	return strings.FieldsFunc(path, func(c rune) bool { return c == '.' })
}

// choices is the name that has begun at the end of a line, and what there is in its place.
func (r repl) choices(ctx context.Context, head string) (begun string, names []string) {
	if found := importingFrom.FindStringSubmatch(head); found != nil {
		which := "loaded"
		if slices.Contains(r.library(ctx), found[1]) {
			which = "imported"
		}
		return found[2], append(r.names(ctx, which, dotted(found[1])), r.below(ctx, found[1]+".")...)
	}
	if found := importing.FindStringSubmatch(head); found != nil {
		return found[2], r.below(ctx, found[1])
	}
	if found := calling.FindStringSubmatch(head); found != nil {
		begun, names = found[2], r.names(ctx, "parameters", dotted(found[1]))
		if begun == "" {
			return begun, names
		}
	}
	found := completable.FindStringSubmatch(head)
	if found == nil || found[1]+found[2] == "" {
		return begun, names
	}
	names = append(names, r.names(ctx, "names", dotted(found[1]))...)
	if found[1] == "" {
		names = append(names, keywords...)
	}
	return found[2], names
}

// below gives the modules of the library that have a prefix, such as "os.", as far as the next dot.
func (r repl) below(ctx context.Context, prefix string) (names []string) {
	for _, module := range r.library(ctx) {
		if rest, found := strings.CutPrefix(module, prefix); found {
			name, _, _ := strings.Cut(rest, ".")
			names = append(names, name)
		}
	}
	return names
}

// libraryOf gives the names of all modules of an engine's library, which it asks for once; none where it cannot say.
func libraryOf(engine *sandbox.Engine) func(context.Context) []string {
	var modules []string
	return func(ctx context.Context) []string {
		if modules != nil {
			return modules
		}
		outcome, err := engine.Run(ctx, sandbox.Program{Source: []byte("help('modules')")}, sandbox.SessionConfig{})
		if err != nil {
			return nil
		}
		text, _, _ := strings.Cut(string(outcome.Stdout), "Plus any")
		for _, name := range strings.Fields(text) {
			if name != "__main__" {
				modules = append(modules, strings.ReplaceAll(strings.TrimSuffix(name, "/__init__"), "/", "."))
			}
		}
		modules = append(modules, "os.path")
		return modules
	}
}

// names asks a function of namesProgram; none where it cannot say, since the path leads nowhere or a limit is met.
func (r repl) names(ctx context.Context, function string, path []string) []string {
	quoted := make([]string, len(path))
	for i, name := range path {
		quoted[i] = strconv.Quote(name)
	}
	source := fmt.Sprintf(`(lambda b, g: (b.exec(%q, g), g[%q]([%s]))[1])(__import__("builtins"), {})`, namesProgram, function, strings.Join(quoted, ", "))
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
