package playground_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-3f7e3123/mpwasm/builder"
	"github.com/seed-3f7e3123/mpwasm/playground"
	"github.com/seed-3f7e3123/mpwasm/runtime/hostcall"
	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
	"github.com/seed-3f7e3123/mpwasm/runtime/sandbox"
	"github.com/seed-3f7e3123/mpwasm/web/playground/rich"
)

const (
	galleryDir     = "../web/playground/gallery"
	galleryOutputs = "testdata/gallery"
)

// site's files, as programs of the gallery fetch them.
var fetched = map[string]string{
	"manifest.json": `{"files": [{"path": "index.html", "bytes": 9000}, {"path": "a.wasm", "bytes": 1800000}, {"path": "b.wasm", "bytes": 700000}, {"path": "main.js", "bytes": 450000}, {"path": "x.svg", "bytes": 300}]}`,
	"index.html":    "<!doctype html>\n<html>\n",
}

// pageFetch stands for the page's function.
var pageFetch = hostcall.Func("page.fetch", func(path string) (string, error) {
	text, found := fetched[path]
	if !found {
		return "", &hostcall.Exception{Type: "RuntimeError", Message: "no such file"}
	}
	return text, nil
})

// TestGallery runs each program of the gallery. What it prints is what CPython 3.13 prints; drawings are SVG.
func TestGallery(t *testing.T) {
	engine := galleryEngine(t)
	programs, err := filepath.Glob(galleryDir + "/*.py")
	if err != nil || len(programs) < 30 {
		t.Fatalf("the gallery has %d programs (%v)", len(programs), err)
	}
	listed, err := os.ReadFile(galleryDir + "/list.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range programs {
		name := strings.TrimSuffix(filepath.Base(path), ".py")
		t.Run(name, func(t *testing.T) {
			if bytes.Count(listed, []byte(`program("`+name+`", "`)) != 1 {
				t.Errorf("the gallery does not list %s once", name)
			}
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			outcome := runGallery(t, engine, source)
			want, err := os.ReadFile(filepath.Join(galleryOutputs, name+".out"))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(outcome.Stdout); got != string(want) {
				t.Errorf("it prints\n%s\nwant\n%s", got, want)
			}
			if strings.HasPrefix(name, "drawing_") && rich.Prelude(source) == "" { // turtles draw while it runs
				checkDrawing(t, outcome.Value)
			}
		})
	}
}

// Exercises can be solved: with the functions of a solution, all their tests pass.
func TestGalleryExercises(t *testing.T) {
	engine := galleryEngine(t)
	solutions, err := filepath.Glob(galleryOutputs + "/solutions/*.py")
	if err != nil || len(solutions) == 0 {
		t.Fatalf("there are %d solutions (%v)", len(solutions), err)
	}
	last := regexp.MustCompile(`(\d+) of (\d+) are right\n$`)
	for _, path := range solutions {
		t.Run(filepath.Base(path), func(t *testing.T) {
			solution, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			exercise, err := os.ReadFile(filepath.Join(galleryDir, filepath.Base(path)))
			if err != nil {
				t.Fatal(err)
			}
			_, tests, found := strings.Cut(string(exercise), "# --- the tests ---\n")
			if !found {
				t.Fatal("the exercise does not mark its tests")
			}
			outcome := runGallery(t, engine, []byte(string(solution)+tests))
			if score := last.FindStringSubmatch(string(outcome.Stdout)); score == nil || score[1] != score[2] {
				t.Errorf("it prints\n%s", outcome.Stdout)
			}
		})
	}
}

// TestTurtleNumbers compares what turtles tell with what CPython's do.
func TestTurtleNumbers(t *testing.T) {
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", "turtle", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	engine := galleryEngine(t)
	for _, name := range []string{"numbers", "states"} {
		if got, want := runGallery(t, engine, read(name+".py")).Stdout, read(name+".out"); !bytes.Equal(got, want) {
			t.Errorf("%s prints\n%s\nwant\n%s", name, got, want)
		}
	}
}

func galleryEngine(t *testing.T) *sandbox.Engine {
	t.Helper()
	result, err := builder.Build(t.Context(), builder.Config{CacheDir: playground.CacheDir()})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := sandbox.NewEngine(t.Context(), sandbox.EngineConfig{Artifact: result.Module})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = engine.Close(context.Background()) })
	return engine
}

// runGallery runs a program with what the page gives to its programs.
func runGallery(t *testing.T, engine *sandbox.Engine, source []byte) sandbox.Outcome {
	t.Helper()
	var drawn int
	show := hostcall.Func("page.display", func(kind string, ops []any) (int, error) {
		drawn += len(ops)
		return 500, nil
	})
	session, err := engine.NewSession(t.Context(), sandbox.SessionConfig{Functions: []hostcall.Function{pageFetch, show}})
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close(context.Background())
	prelude := rich.Prelude(source)
	var outcome sandbox.Outcome
	for _, text := range []string{prelude, string(source)} {
		if outcome, err = session.Run(t.Context(), sandbox.Program{Name: "main.py", Source: []byte(text)}); err != nil {
			t.Fatal(err)
		}
		if outcome.Kind != protocol.Completed {
			t.Fatalf("%s: %v\n%s", outcome.Kind, outcome.Error, outcome.Stdout)
		}
	}
	if prelude != "" && drawn < 50 {
		t.Errorf("turtles did %d things", drawn)
	}
	return outcome
}

// checkDrawing tells whether a value is an SVG document with something in it.
func checkDrawing(t *testing.T, value any) {
	t.Helper()
	text, _ := value.(string)
	var elements []string
	for decoder := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the drawing is no XML: %v\n%.300s", err, text)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements = append(elements, start.Name.Local)
		}
	}
	if len(elements) < 2 || elements[0] != "svg" {
		t.Errorf("the drawing consists of %s: %.300s", fmt.Sprint(elements), text)
	}
}
