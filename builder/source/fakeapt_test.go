package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// aptWorld names the variable that holds a JSON aptScript.
const aptWorld = "MPWASM_SOURCE_TEST_APT"

// aptScript is the world that a fake apt lives in.
type aptScript struct {
	Known      string   // what indextargets prints
	Configured string   // what indextargets --no-release-info prints
	Dead       []string // mirrors that do not answer
	Versions   []string // of the source package
	Archive    string   // the file that is fetched
	Hang       string   // the command that never ends
	Silent     bool     // fetches nothing, without an error
	Log        string   // a file that gets a line for each run
}

// fakeDebian is a Debian machine with a fake apt.
func fakeDebian(t *testing.T, script aptScript) *debian {
	t.Helper()
	world, err := json.Marshal(script)
	check(t, err)
	self, err := os.Executable()
	check(t, err)
	d := newDebian(tiny())
	d.keyring = tempFile(t, []byte("keys"))
	d.apt.get, d.apt.cache = self, self
	d.apt.env = []string{actAs + "=apt", quickExit, aptWorld + "=" + string(world)}
	return d
}

// actAsApt is apt-get and apt-cache.
func actAsApt(args []string) int {
	var script aptScript
	if err := json.Unmarshal([]byte(os.Getenv(aptWorld)), &script); err != nil {
		return aptComplain(err)
	}
	options := map[string]string{}
	for len(args) > 1 && (args[0] == "-o" || args[0] == "-c") {
		name, value, _ := strings.Cut(args[1], "=")
		if args[0] == "-c" {
			name, value = "-c", args[1]
		}
		options[name] = value
		args = args[2:]
	}
	if err := aptLog(script.Log, options, args); err != nil {
		return aptComplain(err)
	}
	if args[0] == script.Hang {
		time.Sleep(time.Hour)
	}
	if err := script.act(options, args); err != nil {
		return aptComplain(err)
	}
	return 0
}

func aptComplain(err error) int {
	fmt.Fprintf(os.Stderr, "Reading...\nE: %v\n", err)
	return 100
}

func aptLog(name string, options map[string]string, args []string) error {
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	source, _ := os.ReadFile(options["Dir::Etc::SourceList"])
	_, err = fmt.Fprintf(f, "%s <- %s\n", strings.Join(args, " "), bytes.TrimSpace(source))
	return errors.Join(err, f.Close())
}

func (s aptScript) act(options map[string]string, args []string) error {
	switch args[0] {
	case "indextargets":
		if strings.Contains(strings.Join(args, " "), "--no-release-info") {
			fmt.Print(s.Configured)
		} else {
			fmt.Print(s.Known)
		}
		return nil
	case "update":
		return s.update(options)
	case "showsrc":
		for _, version := range s.Versions {
			fmt.Printf("Package: %s\nVersion: %s\nFiles:\n Version: no field\n\n", args[len(args)-1], version)
		}
		return nil
	case "source":
		return s.source(args[len(args)-1])
	}
	return fmt.Errorf("Invalid operation %s", args[0])
}

func (s aptScript) update(options map[string]string) error {
	for _, setting := range []string{"Dir::State", "Dir::State::Lists", "Dir::Cache", "Dir::Etc::SourceList"} {
		if !strings.Contains(filepath.ToSlash(options[setting]), "/scratch/mirror") {
			return fmt.Errorf("%s is %q, not private", setting, options[setting])
		}
	}
	source, err := os.ReadFile(options["Dir::Etc::SourceList"])
	if err != nil {
		return err
	}
	for _, mirror := range s.Dead {
		if strings.Contains(string(source), " "+mirror+" ") {
			return fmt.Errorf("The repository '%s sid' does not have a Release file.", mirror)
		}
	}
	return nil
}

func (s aptScript) source(pkg string) error {
	if s.Silent {
		return nil
	}
	archive, err := os.ReadFile(s.Archive)
	if err != nil {
		return err
	}
	name, version, _ := strings.Cut(pkg, "=")
	upstream, _, _ := strings.Cut(version, "-")
	return os.WriteFile(name+"_"+upstream+".orig.tar.xz", archive, 0o644)
}
