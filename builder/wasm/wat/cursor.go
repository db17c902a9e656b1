package wat

import (
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// cursor walks over the nodes of a list.
type cursor struct {
	at   *node // the list itself
	list []node
}

// here returns the next node, or the list when there is none left, for use in errors.
func (c *cursor) here() *node {
	if len(c.list) > 0 {
		return &c.list[0]
	}
	return c.at
}

// end refuses what is left.
func (c *cursor) end() error {
	if len(c.list) > 0 {
		return c.here().errorf("end of (%s ...) expected, %v found", c.at.keyword(), c.here())
	}
	return nil
}

// peekWord returns the next node when it is a word that is not a string.
func (c *cursor) peekWord() (string, bool) {
	if len(c.list) == 0 || c.list[0].list != nil || c.list[0].quoted {
		return "", false
	}
	return c.list[0].word, true
}

// word reads a word that is not a string.
func (c *cursor) word() (string, error) {
	w, ok := c.peekWord()
	if !ok {
		return "", c.unexpected("a word")
	}
	c.list = c.list[1:]
	return w, nil
}

func (c *cursor) unexpected(what string) error {
	if len(c.list) == 0 {
		return c.at.errorf("%s expected at the end of (%s ...)", what, c.at.keyword())
	}
	return c.here().errorf("%s expected, %v found", what, c.here())
}

// accept reads the given word when it is next.
func (c *cursor) accept(word string) bool {
	w, ok := c.peekWord()
	if ok = ok && w == word; ok {
		c.list = c.list[1:]
	}
	return ok
}

// identifier reads a word that begins with "$", when one is next.
func (c *cursor) identifier() (string, bool) {
	w, ok := c.peekWord()
	if !ok || len(w) < 2 || w[0] != '$' {
		return "", false
	}
	c.list = c.list[1:]
	return w, true
}

// str reads a string.
func (c *cursor) str() (string, error) {
	if len(c.list) == 0 || !c.list[0].quoted {
		return "", c.unexpected("a string")
	}
	s := c.list[0].word
	c.list = c.list[1:]
	return s, nil
}

// listOf reads a list that begins with a keyword, when one is next. The cursor it returns stands behind
// the keyword.
func (c *cursor) listOf(keyword string) (*cursor, bool) {
	if len(c.list) == 0 || c.list[0].keyword() != keyword {
		return nil, false
	}
	n := &c.list[0]
	c.list = c.list[1:]
	return &cursor{at: n, list: n.list[1:]}, true
}

// anyList reads a list, when one is next.
func (c *cursor) anyList() (*cursor, bool) {
	if len(c.list) == 0 || c.list[0].keyword() == "" {
		return nil, false
	}
	return c.listOf(c.list[0].keyword())
}

// valueType reads a value type.
func (c *cursor) valueType() (wasm.ValueType, error) {
	at := c.here()
	w, err := c.word()
	if err != nil {
		return 0, err
	}
	for b := range 0x80 {
		if t, err := wasm.ParseValueType(byte(b)); err == nil && t.String() == w {
			return t, nil
		}
	}
	return 0, at.errorf("value type expected, %q found", w)
}

// valueTypes reads value types up to the end.
func (c *cursor) valueTypes() (types []wasm.ValueType, err error) {
	for len(c.list) > 0 {
		t, err := c.valueType()
		if err != nil {
			return nil, err
		}
		types = append(types, t)
	}
	return types, nil
}

// uint32 reads a number from 0 to 2^32-1.
func (c *cursor) uint32() (uint32, error) {
	v, err := c.integer(32)
	return uint32(v), err
}

// integer reads an integer of that many bits, signed or unsigned, as its two's complement.
func (c *cursor) integer(bits int) (uint64, error) {
	at := c.here()
	w, err := c.word()
	if err != nil {
		return 0, err
	}
	digits := strings.ReplaceAll(strings.TrimPrefix(w, "+"), "_", "")
	base := 10
	if hex, ok := strings.CutPrefix(strings.Replace(digits, "-0x", "0x-", 1), "0x"); ok {
		digits, base = hex, 16
	}
	mask := ^uint64(0) >> (64 - bits)
	if v, err := strconv.ParseUint(digits, base, bits); err == nil {
		return v, nil
	}
	if v, err := strconv.ParseInt(digits, base, bits); err == nil {
		return uint64(v) & mask, nil
	}
	return 0, at.errorf("integer of %d bits expected, %q found", bits, w)
}

// float reads a floating-point number of 32 or 64 bits and returns its bits.
func (c *cursor) float(size int) (uint64, error) {
	at := c.here()
	w, err := c.word()
	if err != nil {
		return 0, err
	}
	mantissa := 52
	if size == 32 {
		mantissa = 23
	}
	rest, negative := strings.CutPrefix(strings.TrimPrefix(w, "+"), "-")
	var sign uint64
	if negative {
		sign = 1 << (size - 1)
	}
	exponent := (uint64(1)<<(size-1-mantissa) - 1) << mantissa // all ones: NaN and infinity
	switch {
	case rest == "inf":
		return sign | exponent, nil
	case rest == "nan":
		return sign | exponent | 1<<(mantissa-1), nil
	case strings.HasPrefix(rest, "nan:0x"):
		payload, err := strconv.ParseUint(rest[len("nan:0x"):], 16, mantissa)
		if err != nil || payload == 0 {
			return 0, at.errorf("NaN with a payload of %d bits expected, %q found", mantissa, w)
		}
		return sign | exponent | payload, nil
	}
	return floatBits(at, rest, sign, size)
}
