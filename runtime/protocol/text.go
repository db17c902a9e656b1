package protocol

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
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
		quoted, err := marshal(string(rest[:n]))
		if err != nil {
			return nil, err
		}
		out.Write(quoted[1 : len(quoted)-1])
		rest = rest[n:]
	}
	out.WriteByte('"')
	return out.Bytes(), nil
}

// marshal encodes a value, but leaves it to whoever asks whether <, > and & are escaped.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// UnmarshalJSON decodes what MarshalJSON wrote. A lone surrogate that stands for no byte is refused.
func (t *Text) UnmarshalJSON(data []byte) error {
	// Everything but escapes of lone surrogates is encoding/json's business. No other escape has this shape in text that
	// MarshalJSON wrote, nor in what JSON.stringify writes; \\ is stepped over.
	var out Text
	begin := 1 // of what is not yet in out
	decode := func(end int) error {
		var text string
		if err := json.Unmarshal(append(append([]byte{'"'}, data[begin:end]...), '"'), &text); err != nil {
			return fmt.Errorf("decoding text: %w", err)
		}
		out = append(out, text...)
		return nil
	}
	if len(data) < 2 || data[0] != '"' {
		return fmt.Errorf("decoding text: expected a string, found %.20s", data)
	}
	for i := 1; i < len(data)-1; i++ {
		if data[i] != '\\' {
			continue
		}
		unit := escapedUnit(data[i:])
		if unit >= 0xd800 && unit < 0xdc00 && escapedUnit(data[i+6:])>>10 == 0xdc00>>10 {
			i += 11 // a pair
			continue
		}
		if unit < 0xd800 || unit > 0xdfff {
			i++
			continue
		}
		if unit < 0xdc80 || unit > 0xdcff {
			return fmt.Errorf("decoding text: the lone surrogate U+%X stands for no byte", unit)
		}
		if err := decode(i); err != nil {
			return err
		}
		out = append(out, byte(unit))
		begin = i + 6
		i = begin - 1
	}
	err := decode(len(data) - 1)
	*t = out
	return err
}

// escapedUnit returns the UTF-16 unit that an escape \uXXXX at the beginning of data stands for, or -1.
func escapedUnit(data []byte) int {
	if len(data) < 6 || data[0] != '\\' || data[1] != 'u' {
		return -1
	}
	unit, err := strconv.ParseUint(string(data[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return int(unit)
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
