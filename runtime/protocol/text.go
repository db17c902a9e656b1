package protocol

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Text is what a program wrote: bytes, mostly UTF-8.
//
// As JSON it is a string. A byte that is no UTF-8 becomes the lone surrogate U+DC00 + byte, as Python's
// "surrogateescape" does (PEP 383), so that nothing is lost: in Python, text.encode("utf-8",
// "surrogateescape") gives the bytes back.
type Text []byte

// MarshalJSON encodes the text as a JSON string.
func (t Text) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('"')
	for rest := []byte(t); len(rest) > 0; {
		n := validPrefix(rest)
		if n == 0 {
			fmt.Fprintf(&out, `\udc%02x`, rest[0])
			rest = rest[1:]
			continue
		}
		quoted, err := json.Marshal(string(rest[:n]))
		if err != nil {
			return nil, err
		}
		out.Write(quoted[1 : len(quoted)-1])
		rest = rest[n:]
	}
	out.WriteByte('"')
	return out.Bytes(), nil
}

// validPrefix returns the length of the longest prefix that is valid UTF-8.
func validPrefix(b []byte) int {
	n := 0
	for n < len(b) {
		r, size := utf8.DecodeRune(b[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}
