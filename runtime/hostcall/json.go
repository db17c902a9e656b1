package hostcall

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/runtime/protocol"
)

// MarshalJSON encodes a decoded value as JSON that keeps every difference Python makes.
//
// None, bool, str and list are what one expects. An int is a number without a fraction, of any size; a
// float is a number with a fraction or an exponent. A dict whose keys are all str, none beginning with
// "$", is an object. The rest are objects with one key:
//
//	{"$bytes": base64}   {"$tuple": [...]}   {"$dict": [[key, value], ...]}
//	{"$float": "nan" | "inf" | "-inf"}       {"$repr": text}, for a value of any other type
func MarshalJSON(value any) (json.RawMessage, error) {
	var out bytes.Buffer
	if err := writeJSON(&out, value); err != nil {
		return nil, fmt.Errorf("encoding a value as JSON: %w", err)
	}
	return out.Bytes(), nil
}

func writeJSON(out *bytes.Buffer, value any) error {
	switch value := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.WriteString(strconv.FormatBool(value))
	case int64:
		out.WriteString(strconv.FormatInt(value, 10))
	case *big.Int:
		out.WriteString(value.String())
	case float64:
		writeFloat(out, value)
	case string:
		return writeText(out, []byte(value))
	case []byte:
		fmt.Fprintf(out, `{"$bytes":%q}`, base64.StdEncoding.EncodeToString(value))
	case []any:
		return writeList(out, value)
	case Tuple:
		return wrap(out, "$tuple", func() error { return writeList(out, value) })
	case Dict:
		return writeDict(out, value)
	case *Handle:
		return writeJSON(out, Repr(value.String()))
	case Repr:
		return wrap(out, "$repr", func() error { return writeText(out, []byte(value)) })
	default:
		return fmt.Errorf("unexpected %T", value)
	}
	return nil
}

// wrap writes an object with one key.
func wrap(out *bytes.Buffer, key string, content func() error) error {
	fmt.Fprintf(out, "{%q:", key)
	err := content()
	out.WriteByte('}')
	return err
}

func writeText(out *bytes.Buffer, text []byte) error {
	quoted, err := protocol.Text(text).MarshalJSON()
	out.Write(quoted)
	return err
}

func writeFloat(out *bytes.Buffer, f float64) {
	switch {
	case math.IsNaN(f):
		out.WriteString(`{"$float":"nan"}`)
	case math.IsInf(f, 0):
		fmt.Fprintf(out, `{"$float":"%s"}`, strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(f, 'g', -1, 64)), "+"))
	default:
		text := strconv.FormatFloat(f, 'g', -1, 64)
		if !strings.ContainsAny(text, ".e") {
			text += ".0"
		}
		out.WriteString(text)
	}
}

func writeList(out *bytes.Buffer, items []any) error {
	out.WriteByte('[')
	for i, item := range items {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := writeJSON(out, item); err != nil {
			return err
		}
	}
	out.WriteByte(']')
	return nil
}

func writeDict(out *bytes.Buffer, dict Dict) error {
	if !plain(dict) {
		return wrap(out, "$dict", func() error {
			pairs := make([]any, len(dict))
			for i, item := range dict {
				pairs[i] = []any{item.Key, item.Value}
			}
			return writeList(out, pairs)
		})
	}
	out.WriteByte('{')
	for i, item := range dict {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := writeText(out, []byte(item.Key.(string))); err != nil {
			return err
		}
		out.WriteByte(':')
		if err := writeJSON(out, item.Value); err != nil {
			return err
		}
	}
	out.WriteByte('}')
	return nil
}

// plain tells whether a dict can be an object without being mistaken for something else.
func plain(dict Dict) bool {
	for _, item := range dict {
		if key, ok := item.Key.(string); !ok || strings.HasPrefix(key, "$") {
			return false
		}
	}
	return true
}
