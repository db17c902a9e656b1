package assist

import (
	"strings"
	"testing"
)

func TestAbout(t *testing.T) {
	for path, want := range map[string]string{"builtins.len": "How many items", "list.append": "", "statistics": "", "no.such": "!"} {
		word, found := About(path)
		if found != (want != "!") || found && (word.Text == "" || !strings.HasPrefix(word.Text, want)) {
			t.Errorf("%s: got %+v, %v", path, word, found)
		}
	}
}

// Each line has the form, and no name is there twice.
func TestWords(t *testing.T) {
	if n, all := strings.Count(lines, "\n"), len(words()); n != all || n < 300 {
		t.Errorf("%d lines make %d words", n, all)
	}
}
