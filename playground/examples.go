package playground

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"

	"github.com/seed-3f7e3123/mpwasm/web/library"
)

// examplesDir holds modules that show how the library is used, and a page that shows and runs them.
const examplesDir = "examples"

// addExamples adds the examples as they are, but for the page's policy.
func (s *Site) addExamples(source library.Source) error {
	files, err := filepath.Glob(filepath.Join(source.Dir, examplesDir, "*"))
	if err != nil {
		return fmt.Errorf("listing the library's examples: %w", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("reading an example of the library: %w", err)
		}
		if name := filepath.Base(file); path.Ext(name) == ".html" {
			tmpl, err := template.New(name).Parse(string(data))
			if err != nil {
				return fmt.Errorf("reading the page of examples: %w", err)
			}
			var html bytes.Buffer
			if err := tmpl.Execute(&html, map[string]any{"Policy": contentPolicy}); err != nil {
				return fmt.Errorf("filling in the page of examples: %w", err)
			}
			data = html.Bytes()
		}
		if err := s.add(File{Path: path.Join(examplesDir, filepath.Base(file)), Data: data}); err != nil {
			return err
		}
	}
	return nil
}
