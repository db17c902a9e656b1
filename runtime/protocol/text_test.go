package protocol

import (
	"encoding/json"
	"reflect"
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
		var back Text
		if err := json.Unmarshal(got, &back); err != nil || string(back) != in {
			t.Errorf("%s: got %q back, %v; want %q", got, back, err, in)
		}
	}
}

func TestTextUnmarshalJSON(t *testing.T) {
	for in, want := range map[string]string{
		`"\ud83d\ude00\udcff"`: "😀\xff",
		`"\\udcff"`:            `\udcff`,
		`"\u00e9"`:             "é",
		`"\uDC80a"`:            "\x80a",
	} {
		var got Text
		if err := json.Unmarshal([]byte(in), &got); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{`"\ud800"`, `"\udc00"`, `"\ud800\u0041"`, `"\ud800\ud800\udc00"`, `1`} {
		var got Text
		if err := json.Unmarshal([]byte(in), &got); err == nil {
			t.Errorf("%s: got %q, want an error", in, got)
		}
	}
}

// What is text stays what it is when it is written as JSON and read again.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a\xc3\x28", "\xed\xa0\x80", "\\udcff", "😀\xff\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		data, err := json.Marshal(Text(in))
		if err != nil {
			t.Fatal(err)
		}
		var back Text
		if err := json.Unmarshal(data, &back); err != nil || string(back) != string(in) {
			t.Errorf("%q became %s, and that %q, %v", in, data, back, err)
		}
	})
}

// The texts of an exception need not be UTF-8, and keep every byte.
func TestErrorJSON(t *testing.T) {
	for _, in := range []Error{{}, {Type: "ValueError", Message: "\xed\xa0\x80 é", Traceback: "a\n\xff", Line: 3, Frames: []Frame{{"\xff.py", 3, "f"}}}} {
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var back Error
		if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(back, in) {
			t.Errorf("%s: got %+v back, %v; want %+v", data, back, err, in)
		}
	}
	if err := json.Unmarshal([]byte(`{"type": 1}`), new(Error)); err == nil {
		t.Error("a number was taken for a text")
	}
}
