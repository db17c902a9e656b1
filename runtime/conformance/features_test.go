package conformance

import (
	"strings"
	"testing"
)

func TestMissingFeatures(t *testing.T) {
	for _, test := range []struct{ check, output, want string }{
		{"native_check.py", "native\n", ""},
		{"native_check.py", "CRASH", "native code emitter"},
		{"int_big.py", "1000000000000000000000000000000000000000000000\n", ""},
		{"int_big.py", "OverflowError\n", "big integers"},
		{"set_check.py", "{1}\n", ""},
		{"set_check.py", "{1}", "set"},
		{"async_check.py", "CRASH", "async"},
		{"reverse_ops.py", "", ""},
		{"reverse_ops.py", "TypeError\n", "reversed operators"},
		{"byteorder.py", "little\n", ""},
		{"byteorder.py", "big\n", "little-endian byte order"},
		{"float.py", "64\n", ""},
		{"float.py", "32\n", "64-bit floats"},
		{"float.py", "30\n", "32-bit floats, 64-bit floats"},
		{"float.py", "0\n", "floats, 32-bit floats, 64-bit floats"},
		{"float.py", "CRASH", "floats, 32-bit floats, 64-bit floats"},
		{"coverage.py", "no\n", "coverage module"},
	} {
		if got := strings.Join(missingFeatures(test.check, test.output), ", "); got != test.want {
			t.Errorf("%s printing %q: got %q, want %q", test.check, test.output, got, test.want)
		}
	}
}

func TestNeededFeature(t *testing.T) {
	for _, test := range []struct{ test, feature string }{
		{"micropython/viper_args.py", "native code emitter"},
		{"micropython/native_try.py", "native code emitter"},
		{"micropython/import_mpy_native.py", ""},
		{"basics/int_big_add.py", "big integers"},
		{"basics/slice_intbig.py", "big integers"},
		{"basics/int_64_basics.py", "64-bit integers"},
		{"basics/bytearray_slice.py", "bytearray"},
		{"basics/frozenset1.py", "set"},
		{"basics/generator1.py", "slice"},
		{"basics/list_slice.py", "slice"},
		{"extmod/asyncio_basic.py", "async"},
		{"micropython/ringio_async.py", "async"},
		{"micropython/const2.py", "const()"},
		{"basics/class_reverse_op.py", "reversed operators"},
		{"basics/io_bytesio.py", "io module"},
		{"basics/string_fstring.py", "f-strings"},
		{"basics/struct_endian.py", "slice"},
		{"extmod/uctypes_le_float.py", "floats"},
		{"float/float_struct_e.py", "32-bit floats"},
		{"float/float_divmod.py", "64-bit floats"},
		{"float/float_divmod_relaxed.py", ""},
		{"float/complex1.py", "complex numbers"},
		{"extmod/ssl_poll.py", "coverage module"},
		{"basics/int1.py", ""},
	} {
		all := make(map[string]bool)
		for _, f := range features {
			all[f.name] = true
		}
		got := ""
		if f := neededFeature(test.test, all); f != nil {
			got = f.name
		}
		if got != test.feature {
			t.Errorf("%s: got feature %q, want %q", test.test, got, test.feature)
		}
		if f := neededFeature(test.test, nil); f != nil {
			t.Errorf("%s: needs %q although nothing is missing", test.test, f.name)
		}
	}
}
