package conformance

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// feature is something that not every MicroPython has and that some of upstream's tests need. Upstream's runner finds
// out by running a script on the target (tests/feature_check), and so does [Upstream].
type feature struct {
	// name completes the sentence "the target has no ...".
	name string
	// check is the script's file name.
	check string
	// present tells from the script's merged output whether the target has the feature.
	present func(output string) bool
	// needs tells whether a test needs the feature, from its path without the .py ending and from the last part of it.
	needs func(test, base string) bool
}

// features is upstream's table of features, as far as the folders in scope use it. The REPL's key bindings are not
// in it: their tests talk to a terminal and are skipped by the list.
var features = []feature{
	{"native code emitter", "native_check.py", prints("native"), prefixed("native_", "viper_")},
	{"big integers", "int_big.py", prints("1" + strings.Repeat("0", 45)),
		anyOf(prefixed("int_big", "ffi_int"), suffixed("_intbig"))},
	{"64-bit integers", "int_64.py", prints("4611686018427387904"), anyOf(prefixed("int_64"), suffixed("_int64"))},
	{"bytearray", "bytearray.py", prints("bytearray"), anyOf(prefixed("bytearray"), suffixed("_bytearray"))},
	{"set", "set_check.py", prints("{1}"), anyOf(prefixed("set_", "frozenset"), suffixed("_set"))},
	{"slice", "slice.py", prints("slice"), anyOf(containing("slice"), oneOf(slicingTests...))},
	{"async", "async_check.py", prints("async"), anyOf(prefixed("async_", "asyncio_"), suffixed("_async"))},
	{"const()", "const.py", prints("1"), prefixed("const")},
	{"reversed operators", "reverse_ops.py", silent, containing("reverse_op")},
	{"io module", "io_module.py", prints("io"), prefixed("io_")},
	{"f-strings", "fstring.py", prints("a=1"), prefixed("string_fstring")},
	// Upstream compares with CPython's byte order on this machine; wasm's is fixed, and so is nearly every machine's.
	{"little-endian byte order", "byteorder.py", prints("little"), suffixed("_endian")},
	{"floats", "float.py", floatBits(1), oneOf("extmod/uctypes_le_float", "extmod/uctypes_native_float",
		"extmod/uctypes_sizeof_float", "extmod/json_dumps_float", "extmod/json_loads_float", "extmod/random_extra_float",
		"misc/rge_sm")},
	{"32-bit floats", "float.py", floatBits(32), oneOf("float/float2int_intbig", "float/float_struct_e",
		"float/bytes_construct", "float/bytearray_construct", "float/float_format_ints_power10")},
	{"64-bit floats", "float.py", floatBits(64), oneOf("float/float_divmod", "float/float2int_doubleprec_intbig",
		"float/float_struct_e_doubleprec", "float/float_format_ints_doubleprec", "float/float_parse_doubleprec")},
	{"complex numbers", "complex.py", prints("complex"), oneOf("float/complex1", "float/complex1_intbig",
		"float/complex_reverse_op", "float/complex_special_methods", "float/int_big_float", "float/true_value",
		"float/types", "float/complex_dunder")},
	{"coverage module", "coverage.py", prints("coverage"), oneOf("cmdline/cmd_parsetree", "cmdline/repl_sys_ps1_ps2",
		"extmod/ssl_poll")},
}

// slicingTests do not test slices but use them.
var slicingTests = []string{
	"builtin_range", "bytearray1", "class_super", "containment", "errno1", "fun_str", "generator1", "globals_del",
	"memoryview1", "memoryview_gc", "object1", "python34", "string_format_modulo", "struct_endian",
}

// featureChecks returns the scripts that the table names, each once, sorted.
func featureChecks() []string {
	var checks []string
	for _, f := range features {
		checks = append(checks, f.check)
	}
	slices.Sort(checks)
	return slices.Compact(checks)
}

// missingFeatures returns the names of the features that a target lacks, if only those of one check, given what it
// printed.
func missingFeatures(check, output string) []string {
	var missing []string
	for _, f := range features {
		if f.check == check && !f.present(output) {
			missing = append(missing, f.name)
		}
	}
	return missing
}

// neededFeature returns a feature that a test needs and that is missing, or nil. The test is named by its path with
// the .py ending.
func neededFeature(test string, missing map[string]bool) *feature {
	test = strings.TrimSuffix(test, ".py")
	for i := range features {
		f := &features[i]
		if missing[f.name] && f.needs(test, path.Base(test)) {
			return f
		}
	}
	return nil
}

// prints makes a feature present when the check prints exactly one line.
func prints(line string) func(string) bool {
	return func(output string) bool { return output == line+"\n" }
}

// floatBits makes a feature present when the check reports floats of at least so many bits.
func floatBits(least int) func(string) bool {
	return func(output string) bool {
		bits, err := strconv.Atoi(strings.TrimSpace(output))
		return err == nil && bits >= least
	}
}

// silent makes a feature present when the check prints nothing.
func silent(output string) bool { return output == "" }

func prefixed(prefixes ...string) func(test, base string) bool {
	return func(_, base string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(base, p) })
	}
}

func suffixed(suffix string) func(test, base string) bool {
	return func(_, base string) bool { return strings.HasSuffix(base, suffix) }
}

func containing(part string) func(test, base string) bool {
	return func(_, base string) bool { return strings.Contains(base, part) }
}

// oneOf names tests by path or, without a slash, by last part.
func oneOf(names ...string) func(test, base string) bool {
	return func(test, base string) bool { return slices.Contains(names, test) || slices.Contains(names, base) }
}

func anyOf(needs ...func(test, base string) bool) func(test, base string) bool {
	return func(test, base string) bool {
		return slices.ContainsFunc(needs, func(n func(test, base string) bool) bool { return n(test, base) })
	}
}
