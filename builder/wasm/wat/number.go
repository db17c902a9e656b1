package wat

import (
	"math"
	"strconv"
	"strings"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// constant reads the value of a const or shuffle instruction.
func constant(in *wasm.Instruction, c *cursor) (err error) {
	switch in.Op.Immediate() {
	case wasm.ImmI32:
		in.Value, err = c.integer(32)
	case wasm.ImmI64:
		in.Value, err = c.integer(64)
	case wasm.ImmF32:
		in.Value, err = c.float(32)
	case wasm.ImmF64:
		in.Value, err = c.float(64)
	case wasm.ImmShuffle:
		err = lanes(in, c, 8, func() (uint64, error) { return c.integer(8) })
	case wasm.ImmV128:
		err = vector(in, c)
	}
	return err
}

// vector reads a v128 constant: its shape, then that many lanes.
func vector(in *wasm.Instruction, c *cursor) error {
	at := c.here()
	shape, err := c.word()
	if err != nil {
		return err
	}
	switch shape {
	case "i8x16", "i16x8", "i32x4", "i64x2":
		kind, _, _ := strings.Cut(shape[1:], "x")
		size, _ := strconv.Atoi(kind)
		return lanes(in, c, size, func() (uint64, error) { return c.integer(size) })
	case "f32x4":
		return lanes(in, c, 32, func() (uint64, error) { return c.float(32) })
	case "f64x2":
		return lanes(in, c, 64, func() (uint64, error) { return c.float(64) })
	}
	return at.errorf("shape of a vector (such as i32x4) expected, %q found", shape)
}

// lanes fills 128 bits with values of size bits each, lowest first.
func lanes(in *wasm.Instruction, c *cursor, size int, next func() (uint64, error)) error {
	for bit := 0; bit < 128; bit += size {
		v, err := next()
		if err != nil {
			return err
		}
		if bit < 64 {
			in.Value |= v << bit
		} else {
			in.High |= v << (bit - 64)
		}
	}
	return nil
}

// floatBits reads an ordinary number without its sign, decimal or hexadecimal.
func floatBits(at *node, text string, sign uint64, size int) (uint64, error) {
	digits := strings.ReplaceAll(text, "_", "")
	if strings.HasPrefix(digits, "0x") && !strings.ContainsAny(digits, "pP") {
		digits += "p0" // which Go wants and the text format does not
	}
	f, err := strconv.ParseFloat(digits, size)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return 0, at.errorf("floating-point number of %d bits expected, %q found", size, text)
	}
	if size == 32 {
		return sign | uint64(math.Float32bits(float32(f))), nil
	}
	return sign | math.Float64bits(f), nil
}
