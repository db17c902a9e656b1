package usermod

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	assignment = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_]*)\s*(\+=|:=|\?=|=)\s*(.*)$`)
	reference  = regexp.MustCompile(`\$\(([^()]*)\)|\$\{([^{}]*)\}`)
)

// userModDir is the variable that holds the folder of a module. Files set it with functions of make, or
// find it set by upstream's rules.
const userModDir = "USERMOD_DIR"

// parse reads the assignments of a makefile and returns the variables' values. Anything else in it is
// an error that names the line.
func parse(text string, vars map[string]string) (map[string]string, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	number := 0
	for len(text) > 0 {
		line, lines := cutLogicalLine(text)
		text = text[len(line):]
		number += lines
		statement := strings.TrimSpace(stripComment(joinContinued(line)))
		if statement == "" {
			continue
		}
		if err := assign(statement, vars); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return vars, nil
}

// cutLogicalLine returns the first line of text with those that continue it, and how many they are.
func cutLogicalLine(text string) (line string, lines int) {
	end := 0
	for {
		lines++
		i := strings.IndexByte(text[end:], '\n')
		if i < 0 {
			return text, lines
		}
		end += i + 1
		if !strings.HasSuffix(text[:end-1], `\`) {
			return text[:end], lines
		}
	}
}

func joinContinued(line string) string { return strings.ReplaceAll(line, "\\\n", " ") }

func stripComment(line string) string {
	before, _, _ := strings.Cut(line, "#")
	return before
}

// assign carries out one assignment. References are expanded at once, which differs from make only for
// variables that are set later.
func assign(statement string, vars map[string]string) error {
	m := assignment.FindStringSubmatch(statement)
	if m == nil {
		return fmt.Errorf("%q is no assignment; only those are supported", statement)
	}
	name, operator := m[1], m[2]
	if name == userModDir {
		return nil // it is the module's folder, however the file finds it
	}
	value, err := expand(m[3], vars)
	if err != nil {
		return err
	}
	switch _, set := vars[name]; {
	case operator == "+=" && vars[name] != "":
		vars[name] += " " + value
	case operator == "?=" && set:
	default:
		vars[name] = value
	}
	return nil
}

// expand replaces references to variables by their values.
func expand(value string, vars map[string]string) (string, error) {
	var unknown string
	expanded := reference.ReplaceAllStringFunc(value, func(ref string) string {
		name := ref[2 : len(ref)-1]
		if v, ok := vars[name]; ok {
			return v
		}
		unknown = ref
		return ref
	})
	if unknown != "" {
		return "", fmt.Errorf("%s is not set; functions of make and variables of other ports are not supported", unknown)
	}
	return expanded, nil
}
