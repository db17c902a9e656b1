// Package leb128 reads and writes the primitive values of the WebAssembly binary format:
// bytes, LEB128 integers, names and byte vectors.
//
// Reading accepts every encoding the specification allows, the padded ones that linkers leave
// behind included, and refuses the ones it forbids: more than ceil(N/7) bytes for an N-bit integer,
// or unused bits of the last byte that are not zero (unsigned) or copies of the sign (signed).
// Writing always picks the shortest form.
//
// See https://webassembly.github.io/spec/core/binary/values.html
package leb128

// AppendUint32 appends v to dst in the shortest unsigned form and returns the extended slice.
func AppendUint32(dst []byte, v uint32) []byte {
	for v >= 0x80 {
		dst = append(dst, byte(v)|0x80)
		v >>= 7
	}
	return append(dst, byte(v))
}

// AppendInt64 appends v to dst in the shortest signed form and returns the extended slice. An i32 or
// a block type (s33) widened to int64 has the same bytes, so one function serves all three.
func AppendInt64(dst []byte, v int64) []byte {
	for {
		b := byte(v) & 0x7F
		v >>= 7
		// Done once all that is left repeats the sign bit just written.
		if (v == 0 && b&0x40 == 0) || (v == -1 && b&0x40 != 0) {
			return append(dst, b)
		}
		dst = append(dst, b|0x80)
	}
}
