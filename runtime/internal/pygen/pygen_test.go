package pygen

import (
	"strings"
	"testing"
)

func TestSameSeedSameProgram(t *testing.T) {
	for seed := range uint64(200) {
		p := New(seed)
		if p.String() != New(seed).String() {
			t.Fatalf("seed %d gave two programs", seed)
		}
		if len(p.Pieces) < 5 || strings.Contains(p.String(), "%(") && strings.Contains(p.String(), "Cls%") {
			t.Errorf("seed %d gave %s", seed, p)
		}
	}
}

func TestSections(t *testing.T) {
	for name, list := range sections {
		for _, template := range list {
			for _, h := range hole.FindAllString(template, -1) {
				if section := h[1:]; h[0] == '$' && h != "$$" && len(sections[section]) == 0 {
					t.Errorf("[%s] %q names [%s], which is empty", name, template, section)
				}
			}
		}
	}
}
