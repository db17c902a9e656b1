package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/seed-3f7e3123/mpwasm/builder/npm"
	"github.com/seed-3f7e3123/mpwasm/builder/python"
)

// minNode is the oldest major version of Node.js that wasm-opt runs in.
const minNode = 20

// check is one thing that mpwasm needs of the machine.
type check struct {
	name string
	why  string
	// look returns what was found, or why it will not do.
	look func(ctx context.Context) (string, error)
	// get says how to get it, by operating system; "" is for all others.
	get map[string]string
}

var checks = []check{{
	name: "Node.js",
	why:  "runs the optimiser when building",
	look: lookNode,
	get: map[string]string{
		"linux":   "install the package nodejs, 20 or newer, from your distribution or from nodejs.org",
		"darwin":  "brew install node",
		"windows": "winget install OpenJS.NodeJS.LTS",
		"":        "install it from nodejs.org",
	},
}, {
	name: "npm",
	why:  "fetches the compiler and the optimiser",
	look: func(ctx context.Context) (string, error) { return version(ctx, "npm") },
	get: map[string]string{
		"linux": "install the package npm; from nodejs.org it comes with Node.js",
		"":      "it comes with Node.js",
	},
}, {
	name: "Python 3",
	why:  "runs MicroPython's own build scripts, and is the oracle of the conformance suite",
	look: lookPython,
	get: map[string]string{
		"linux":   "install the package python3",
		"darwin":  "brew install python3",
		"windows": "winget install Python.Python.3.12",
		"":        "install it from python.org",
	},
}}

func lookNode(ctx context.Context) (string, error) {
	text, err := version(ctx, "node")
	if err != nil {
		return "", err
	}
	major, _, _ := strings.Cut(strings.TrimPrefix(text, "v"), ".")
	if n, err := strconv.Atoi(major); err != nil || n < minNode {
		return "", fmt.Errorf("found %s, expected v%d or newer", text, minNode)
	}
	return text, nil
}

func lookPython(ctx context.Context) (string, error) {
	py, err := python.Find(ctx)
	if err != nil {
		return "", err
	}
	out, err := exec.CommandContext(ctx, py.Path(), "--version").Output()
	return strings.TrimSpace(string(out)), err
}

// version runs NAME --version.
func version(ctx context.Context, name string) (string, error) {
	path, err := npm.Executable(name)
	if err != nil {
		return "", err
	}
	out, err := exec.CommandContext(ctx, path, "--version").Output()
	return string(bytes.TrimSpace(out)), err
}

func doctorCommand(s streams) *cli.Command {
	return &cli.Command{
		Name:         "doctor",
		Usage:        "say what is here, what is missing and how to get it",
		OnUsageError: usageError,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			missing := 0
			for _, check := range checks {
				if found, err := check.look(c.Context); err != nil {
					missing++
					fmt.Fprintf(table, "%s\tmissing\t%s (%s): %s\n", check.name, firstLine(err), check.why, check.howToGet())
				} else {
					fmt.Fprintf(table, "%s\tok\t%s\n", check.name, found)
				}
			}
			if found, err := lookCache(c); err != nil {
				missing++
				fmt.Fprintf(table, "cache\tmissing\t%v: choose a folder you may write with --%s or MPWASM_CACHE\n", err, cacheFlag)
			} else {
				fmt.Fprintf(table, "cache\tok\t%s\n", found)
			}
			if err := table.Flush(); err != nil {
				return err
			}
			if missing > 0 {
				return statusError(statusFailed)
			}
			return nil
		},
	}
}

func (c check) howToGet() string {
	if get, ok := c.get[runtime.GOOS]; ok {
		return get
	}
	return c.get[""]
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	line, _, _ = strings.Cut(line, ";") // what to do about it follows from the table
	return line
}

// lookCache tries to write into the cache folder.
func lookCache(c *cli.Context) (string, error) {
	dir, err := cacheDir(c)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(dir, "doctor-")
	if err != nil {
		return "", err
	}
	file.Close()
	return dir, os.Remove(file.Name())
}
