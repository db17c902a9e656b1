package cpython

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
)

// loaded is a file of tests in a session.
type loaded struct {
	session *sandbox.Session
	// skipped is why the file says that it does not apply.
	skipped string
	// whole is what went wrong with the file as a whole; empty if nothing did.
	whole string
	// problems are what went wrong with the statements that define a name: a class, or a method as "Class.method".
	problems map[string]string
}

// unit is one text to load: a file, or the package around it.
type unit struct {
	module string // "test.test_json"
	path   string // "test/test_json/__init__.py"
	source string
}

// units returns the texts to load for a file, in their order: helpers that it imports from the package test, packages around
// it, the file.
func units(tree fs.FS, f file) ([]unit, error) {
	c := collector{tree: tree, seen: map[string]bool{}}
	err := c.add("test." + f.name)
	return c.all, err
}

type collector struct {
	tree fs.FS
	seen map[string]bool
	all  []unit
}

func (c *collector) add(module string) error {
	if module == "test" || c.seen[module] {
		return nil
	}
	c.seen[module] = true
	if i := strings.LastIndexByte(module, '.'); i >= 0 {
		if err := c.add(module[:i]); err != nil {
			return err
		}
	}
	name := strings.ReplaceAll(module, ".", "/")
	u := unit{module: module, path: name + ".py"}
	if info, err := fs.Stat(c.tree, name); err == nil && info.IsDir() {
		u.path = name + "/__init__.py"
	}
	source, err := fs.ReadFile(c.tree, u.path)
	if err != nil {
		return fmt.Errorf("reading a file of tests: %w", err)
	}
	u.source = strings.TrimPrefix(string(source), "\uFEFF")
	for _, helper := range helpers(u.source) {
		name := strings.ReplaceAll(helper, ".", "/")
		_, asFile := fs.Stat(c.tree, name+".py")
		_, asPackage := fs.Stat(c.tree, name+"/__init__.py")
		if asFile != nil && asPackage != nil {
			continue // a name in a module
		}
		if err := c.add(helper); err != nil {
			return err
		}
	}
	c.all = append(c.all, u)
	return nil
}

// helpers returns the modules of the package test that a text imports, test.support excepted, which is ours.
func helpers(source string) []string {
	var all []string
	for _, s := range splitFile(source) {
		for _, one := range splitImport(s.text) {
			module := one.module
			if one.module == "test" && one.name != "" {
				module = "test." + one.name
			}
			if strings.HasPrefix(module, "test.") && module != "test.support" && !strings.HasPrefix(module, "test.support.") {
				all = append(all, module)
			}
		}
	}
	return all
}

// imported is one name that an import statement binds.
type imported struct {
	module, name, as string // no name: the module itself
}

// statement is an import of this name alone.
func (i imported) statement() string {
	text := "import " + i.module
	if i.name != "" {
		text = "from " + i.module + " import " + i.name
	}
	if i.as != "" {
		text += " as " + i.as
	}
	return text + "\n"
}

// binds is the name that it binds.
func (i imported) binds() string {
	switch {
	case i.as != "":
		return i.as
	case i.name != "":
		return i.name
	}
	name, _, _ := strings.Cut(i.module, ".")
	return name
}

var comments = regexp.MustCompile(`#.*`)

// splitImport splits an import statement into its names; there are none in any other statement.
func splitImport(text string) []imported {
	text = strings.NewReplacer("(", " ", ")", " ", "\\\n", " ", ";", " ").Replace(comments.ReplaceAllString(text, ""))
	var module, names string
	if rest, found := strings.CutPrefix(text, "from "); found {
		if module, names, found = strings.Cut(rest, " import "); !found {
			return nil
		}
	} else if names, found = strings.CutPrefix(text, "import "); !found {
		return nil
	}
	var all []imported
	for _, part := range strings.Split(names, ",") {
		words := strings.Fields(part)
		if len(words) == 0 || len(words) == 2 || words[0] == "*" {
			continue
		}
		one := imported{module: strings.TrimSpace(module), name: words[0]}
		if module == "" {
			one = imported{module: words[0]}
		}
		if len(words) > 2 && words[1] == "as" {
			one.as = words[2]
		}
		all = append(all, one)
	}
	return all
}

// execute runs a part of a text, and says what went wrong.
func (l *loaded) execute(ctx context.Context, u unit, source string) (problem string, err error) {
	return l.call(ctx, "judge.execute(_module, _file, _source)", map[string]any{
		"_module": u.module, "_file": path.Join(guestDir, u.path), "_source": source,
	})
}

// call runs an expression, and says what went wrong.
func (l *loaded) call(ctx context.Context, expression string, inputs map[string]any) (problem string, err error) {
	outcome, err := l.session.Run(ctx, sandbox.Program{Name: "<judge>", Source: []byte(expression), NoValue: true, Inputs: inputs})
	if err != nil {
		return "", err
	}
	problem = problemOf(outcome)
	if source, ok := inputs["_source"].(string); ok && strings.HasPrefix(problem, "SyntaxError") {
		problem += place(source, outcome.Error.Traceback)
	}
	return problem, ctx.Err()
}

// placed begins what a syntax error's reason says of its place.
const placed = " [at "

var lineOf = regexp.MustCompile(`line (\d+)`)

// place is the line of a text that a traceback ends in.
func place(source, traceback string) string {
	found := lineOf.FindAllStringSubmatch(traceback, -1)
	if found == nil {
		return ""
	}
	n, err := strconv.Atoi(found[len(found)-1][1])
	lines := strings.Split(source, "\n")
	if err != nil || n < 1 || n > len(lines) {
		return ""
	}
	return placed + limitText(strings.TrimSpace(lines[n-1]), 60) + "]"
}

// problemOf says in a line how a program did not complete.
func problemOf(outcome sandbox.Outcome) string {
	switch outcome.Kind {
	case protocol.Completed:
		return ""
	case protocol.Raised:
		message, _, _ := strings.Cut(outcome.Error.Message, "\n")
		if message == "" {
			return outcome.Error.Type
		}
		return outcome.Error.Type + ": " + message
	case protocol.Limited:
		return "the limit of " + string(outcome.Limit)
	case protocol.Trapped:
		return fmt.Sprintf(trapReason+"%.100s", strings.ReplaceAll(fmt.Sprint(outcome.Trap), "\n", " "))
	case protocol.Exited:
		return fmt.Sprintf("SystemExit: %d", outcome.ExitStatus)
	}
	return string(outcome.Kind)
}

// skipPrefix begins what problemOf says of a SkipTest.
const skipPrefix = "SkipTest: "

// load loads the texts of a file.
func (l *loaded) load(ctx context.Context, texts []unit) error {
	for i, u := range texts {
		problem, err := l.call(ctx, "judge.open_module(_module)", map[string]any{"_module": u.module})
		if err != nil || problem != "" {
			l.whole = problem
			return err
		}
		before, err := l.session.Snapshot()
		if err != nil {
			return err
		}
		problem, err = l.execute(ctx, u, u.source)
		if err != nil {
			return err
		}
		if reason, found := strings.CutPrefix(problem, skipPrefix); found {
			l.skipped = reason
			return nil
		}
		if problem == "" {
			continue
		}
		if i == len(texts)-1 {
			l.whole = problem
		}
		if err := l.session.Restore(before); err != nil {
			return err
		}
		if err := l.loadApart(ctx, u); err != nil {
			return err
		}
	}
	if len(texts) == 0 {
		return nil
	}
	_, err := l.call(ctx, "judge.finish(_module)", map[string]any{"_module": texts[len(texts)-1].module})
	return err
}

// bound finds the name that a statement defines.
var bound = regexp.MustCompile(`^(?:@.*\n(?:[ \t)].*\n|\n)*)*[ \t]*(?:(?:async )?(class|def) +(\w+)|(\w+) *=[^=])`)

// definition returns the name that a statement defines, and whether it is a class.
func definition(text string) (name string, isClass bool) {
	found := bound.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	return found[2] + found[3], found[1] == "class"
}

// loadApart loads a text statement by statement.
func (l *loaded) loadApart(ctx context.Context, u unit) error {
	for _, s := range splitFile(u.source) {
		problem, err := l.execute(ctx, u, strings.Repeat("\n", s.line)+s.text)
		if err != nil {
			return err
		}
		if problem == "" {
			continue
		}
		if names := splitImport(s.text); names != nil {
			if err := l.importApart(ctx, u, names); err != nil {
				return err
			}
			continue
		}
		name, isClass := definition(s.text)
		if isClass && strings.HasPrefix(problem, "SyntaxError") {
			if problem, err = l.loadClass(ctx, u, s, name); err != nil {
				return err
			}
		}
		if problem != "" && name != "" {
			l.problems[name] = l.cause(problem)
		}
	}
	return nil
}

// importApart imports names one by one.
func (l *loaded) importApart(ctx context.Context, u unit, names []imported) error {
	for _, one := range names {
		problem, err := l.execute(ctx, u, one.statement())
		if err != nil {
			return err
		}
		if problem != "" {
			l.problems[one.binds()] = l.cause(problem)
		}
	}
	return nil
}

// loadClass loads a class without the parts of it that do not compile.
func (l *loaded) loadClass(ctx context.Context, u unit, s statement, name string) (problem string, err error) {
	head, body, indent, ok := splitClass(s.text)
	if !ok {
		return "SyntaxError: invalid syntax", nil
	}
	margin := strings.Repeat(" ", indent)
	var text strings.Builder
	text.WriteString(strings.Repeat("\n", s.line) + head)
	lines := s.line + strings.Count(head, "\n")
	for _, part := range body {
		source := strings.Repeat("\n", s.line+part.line-1) + "class _:\n" + part.text
		problem, err := l.call(ctx, "judge.check(_source, _file)", map[string]any{"_source": source, "_file": path.Join(guestDir, u.path)})
		if err != nil {
			return "", err
		}
		if problem == "" {
			text.WriteString(strings.Repeat("\n", max(s.line+part.line-lines, 0)) + part.text)
			lines = s.line + part.line + strings.Count(part.text, "\n")
			continue
		}
		if method, _ := definition(strings.TrimLeft(part.text, " ")); method != "" {
			l.problems[name+"."+method] = problem
		}
	}
	text.WriteString("\n" + margin + "pass\n")
	return l.execute(ctx, u, text.String())
}
