package protocol

import (
	"encoding/json"
	"testing"
)

func TestTextMarshalJSON(t *testing.T) {
	for in, want := range map[string]string{
		"":                       `""`,
		"plain":                  `"plain"`,
		"\"quoted\" \\ \n\t\x00": `"\"quoted\" \\ \n\t\u0000"`,
		"é 😀":                    `"é 😀"`,
		"\xff":                   `"\udcff"`,
		"a\xc3":                  `"a\udcc3"`,
		"\xc3a\xa9":              `"\udcc3a\udca9"`,
		"\uFFFD":                 `"�"`, // the replacement character itself is valid
		"\xf0\x9f\x98":           `"\udcf0\udc9f\udc98"`,
	} {
		got, err := json.Marshal(Text(in))
		if err != nil || string(got) != want {
			t.Errorf("%q: got %s, %v; want %s", in, got, err, want)
		}
		if !json.Valid(got) {
			t.Errorf("%q: %s is no JSON", in, got)
		}
	}
}
