package wasm

// opcodeRow describes opcodes with consecutive numbers.
type opcodeRow struct {
	first     Opcode
	feature   Features
	immediate Immediate
	// operands tells the types an instruction takes and leaves, when they depend on nothing but the
	// opcode: "il:i" takes an i32 and an i64 and leaves an i32 (i l f d v stand for i32 i64 f32 f64
	// v128). "*" says that they depend on immediates or on the stack.
	operands string
	// prefix is put before each of names: "i32" makes "i32.add" of "add".
	prefix string
	names  string
}

// opcodeRows is the single source of what is known about opcodes: the decoder, the encoder, the text
// format, feature detection and the constants in opcode_names.go all come from it. A blank cell in
// the specification's table has no row.
//
// See https://webassembly.github.io/spec/core/appendix/index-instructions.html
var opcodeRows = []opcodeRow{
	// Control.
	{0x00, 0, ImmNone, "*", "", "unreachable"},
	{0x01, 0, ImmNone, ":", "", "nop"},
	{0x02, 0, ImmBlock, "*", "", "block loop if"},
	{0x05, 0, ImmNone, "*", "", "else"},
	{0x08, FeatureExceptionHandling, ImmTag, "*", "", "throw"},
	{0x0A, FeatureExceptionHandling, ImmNone, "*", "", "throw_ref"},
	{0x0B, 0, ImmNone, "*", "", "end"},
	{0x0C, 0, ImmLabel, "*", "", "br br_if"},
	{0x0E, 0, ImmLabels, "*", "", "br_table"},
	{0x0F, 0, ImmNone, "*", "", "return"},
	{0x10, 0, ImmFunc, "*", "", "call"},
	{0x11, 0, ImmTypeTable, "*", "", "call_indirect"},
	{0x12, FeatureTailCall, ImmFunc, "*", "", "return_call"},
	{0x13, FeatureTailCall, ImmTypeTable, "*", "", "return_call_indirect"},
	{0x1A, 0, ImmNone, "*", "", "drop select"},
	{0x1C, FeatureReferenceTypes, ImmTypes, "*", "", "select_t"}, // "select" with types, in the text format too
	{0x1F, FeatureExceptionHandling, ImmTry, "*", "", "try_table"},

	// Variables and tables.
	{0x20, 0, ImmLocal, "*", "local", "get set tee"},
	{0x23, 0, ImmGlobal, "*", "global", "get set"},
	{0x25, FeatureReferenceTypes, ImmTable, "*", "table", "get set"},

	// Memory.
	{0x28, 0, ImmMemory, "i:i", "i32", "load"},
	{0x29, 0, ImmMemory, "i:l", "i64", "load"},
	{0x2A, 0, ImmMemory, "i:f", "f32", "load"},
	{0x2B, 0, ImmMemory, "i:d", "f64", "load"},
	{0x2C, 0, ImmMemory, "i:i", "i32", "load8_s load8_u load16_s load16_u"},
	{0x30, 0, ImmMemory, "i:l", "i64", "load8_s load8_u load16_s load16_u load32_s load32_u"},
	{0x36, 0, ImmMemory, "ii:", "i32", "store"},
	{0x37, 0, ImmMemory, "il:", "i64", "store"},
	{0x38, 0, ImmMemory, "if:", "f32", "store"},
	{0x39, 0, ImmMemory, "id:", "f64", "store"},
	{0x3A, 0, ImmMemory, "ii:", "i32", "store8 store16"},
	{0x3C, 0, ImmMemory, "il:", "i64", "store8 store16 store32"},
	{0x3F, 0, ImmZero, ":i", "memory", "size"},
	{0x40, 0, ImmZero, "i:i", "memory", "grow"},

	// Numbers.
	{0x41, 0, ImmI32, ":i", "i32", "const"},
	{0x42, 0, ImmI64, ":l", "i64", "const"},
	{0x43, 0, ImmF32, ":f", "f32", "const"},
	{0x44, 0, ImmF64, ":d", "f64", "const"},
	{0x45, 0, ImmNone, "i:i", "i32", "eqz"},
	{0x46, 0, ImmNone, "ii:i", "i32", "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u"},
	{0x50, 0, ImmNone, "l:i", "i64", "eqz"},
	{0x51, 0, ImmNone, "ll:i", "i64", "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u"},
	{0x5B, 0, ImmNone, "ff:i", "f32", "eq ne lt gt le ge"},
	{0x61, 0, ImmNone, "dd:i", "f64", "eq ne lt gt le ge"},
	{0x67, 0, ImmNone, "i:i", "i32", "clz ctz popcnt"},
	{0x6A, 0, ImmNone, "ii:i", "i32", "add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr"},
	{0x79, 0, ImmNone, "l:l", "i64", "clz ctz popcnt"},
	{0x7C, 0, ImmNone, "ll:l", "i64", "add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr"},
	{0x8B, 0, ImmNone, "f:f", "f32", "abs neg ceil floor trunc nearest sqrt"},
	{0x92, 0, ImmNone, "ff:f", "f32", "add sub mul div min max copysign"},
	{0x99, 0, ImmNone, "d:d", "f64", "abs neg ceil floor trunc nearest sqrt"},
	{0xA0, 0, ImmNone, "dd:d", "f64", "add sub mul div min max copysign"},
	{0xA7, 0, ImmNone, "l:i", "i32", "wrap_i64"},
	{0xA8, 0, ImmNone, "f:i", "i32", "trunc_f32_s trunc_f32_u"},
	{0xAA, 0, ImmNone, "d:i", "i32", "trunc_f64_s trunc_f64_u"},
	{0xAC, 0, ImmNone, "i:l", "i64", "extend_i32_s extend_i32_u"},
	{0xAE, 0, ImmNone, "f:l", "i64", "trunc_f32_s trunc_f32_u"},
	{0xB0, 0, ImmNone, "d:l", "i64", "trunc_f64_s trunc_f64_u"},
	{0xB2, 0, ImmNone, "i:f", "f32", "convert_i32_s convert_i32_u"},
	{0xB4, 0, ImmNone, "l:f", "f32", "convert_i64_s convert_i64_u"},
	{0xB6, 0, ImmNone, "d:f", "f32", "demote_f64"},
	{0xB7, 0, ImmNone, "i:d", "f64", "convert_i32_s convert_i32_u"},
	{0xB9, 0, ImmNone, "l:d", "f64", "convert_i64_s convert_i64_u"},
	{0xBB, 0, ImmNone, "f:d", "f64", "promote_f32"},
	{0xBC, 0, ImmNone, "f:i", "i32", "reinterpret_f32"},
	{0xBD, 0, ImmNone, "d:l", "i64", "reinterpret_f64"},
	{0xBE, 0, ImmNone, "i:f", "f32", "reinterpret_i32"},
	{0xBF, 0, ImmNone, "l:d", "f64", "reinterpret_i64"},
	{0xC0, FeatureSignExt, ImmNone, "i:i", "i32", "extend8_s extend16_s"},
	{0xC2, FeatureSignExt, ImmNone, "l:l", "i64", "extend8_s extend16_s extend32_s"},

	// References.
	{0xD0, FeatureReferenceTypes, ImmRefType, "*", "ref", "null"},
	{0xD1, FeatureReferenceTypes, ImmNone, "*", "ref", "is_null"},
	{0xD2, FeatureReferenceTypes, ImmFunc, "*", "ref", "func"},

	// Prefix 0xFC.
	{0xFC00, FeatureNonTrappingFPToInt, ImmNone, "f:i", "i32", "trunc_sat_f32_s trunc_sat_f32_u"},
	{0xFC02, FeatureNonTrappingFPToInt, ImmNone, "d:i", "i32", "trunc_sat_f64_s trunc_sat_f64_u"},
	{0xFC04, FeatureNonTrappingFPToInt, ImmNone, "f:l", "i64", "trunc_sat_f32_s trunc_sat_f32_u"},
	{0xFC06, FeatureNonTrappingFPToInt, ImmNone, "d:l", "i64", "trunc_sat_f64_s trunc_sat_f64_u"},
	{0xFC08, FeatureBulkMemory, ImmDataZero, "iii:", "memory", "init"},
	{0xFC09, FeatureBulkMemory, ImmData, ":", "data", "drop"},
	{0xFC0A, FeatureBulkMemory, ImmZeroZero, "iii:", "memory", "copy"},
	{0xFC0B, FeatureBulkMemory, ImmZero, "iii:", "memory", "fill"},
	{0xFC0C, FeatureBulkMemory, ImmElemTable, "iii:", "table", "init"},
	{0xFC0D, FeatureBulkMemory, ImmElem, ":", "elem", "drop"},
	{0xFC0E, FeatureBulkMemory, ImmTableTable, "iii:", "table", "copy"},
	{0xFC0F, FeatureReferenceTypes, ImmTable, "*", "table", "grow"},
	{0xFC10, FeatureReferenceTypes, ImmTable, ":i", "table", "size"},
	{0xFC11, FeatureReferenceTypes, ImmTable, "*", "table", "fill"},

	// Prefix 0xFD: vectors.
	{0xFD00, FeatureSIMD, ImmMemory, "i:v", "v128", "load load8x8_s load8x8_u load16x4_s load16x4_u " +
		"load32x2_s load32x2_u load8_splat load16_splat load32_splat load64_splat"},
	{0xFD0B, FeatureSIMD, ImmMemory, "iv:", "v128", "store"},
	{0xFD0C, FeatureSIMD, ImmV128, ":v", "v128", "const"},
	{0xFD0D, FeatureSIMD, ImmShuffle, "vv:v", "i8x16", "shuffle"},
	{0xFD0E, FeatureSIMD, ImmNone, "vv:v", "i8x16", "swizzle"},
	{0xFD0F, FeatureSIMD, ImmNone, "i:v", "i8x16", "splat"},
	{0xFD10, FeatureSIMD, ImmNone, "i:v", "i16x8", "splat"},
	{0xFD11, FeatureSIMD, ImmNone, "i:v", "i32x4", "splat"},
	{0xFD12, FeatureSIMD, ImmNone, "l:v", "i64x2", "splat"},
	{0xFD13, FeatureSIMD, ImmNone, "f:v", "f32x4", "splat"},
	{0xFD14, FeatureSIMD, ImmNone, "d:v", "f64x2", "splat"},
	{0xFD15, FeatureSIMD, ImmLane, "v:i", "i8x16", "extract_lane_s extract_lane_u"},
	{0xFD17, FeatureSIMD, ImmLane, "vi:v", "i8x16", "replace_lane"},
	{0xFD18, FeatureSIMD, ImmLane, "v:i", "i16x8", "extract_lane_s extract_lane_u"},
	{0xFD1A, FeatureSIMD, ImmLane, "vi:v", "i16x8", "replace_lane"},
	{0xFD1B, FeatureSIMD, ImmLane, "v:i", "i32x4", "extract_lane"},
	{0xFD1C, FeatureSIMD, ImmLane, "vi:v", "i32x4", "replace_lane"},
	{0xFD1D, FeatureSIMD, ImmLane, "v:l", "i64x2", "extract_lane"},
	{0xFD1E, FeatureSIMD, ImmLane, "vl:v", "i64x2", "replace_lane"},
	{0xFD1F, FeatureSIMD, ImmLane, "v:f", "f32x4", "extract_lane"},
	{0xFD20, FeatureSIMD, ImmLane, "vf:v", "f32x4", "replace_lane"},
	{0xFD21, FeatureSIMD, ImmLane, "v:d", "f64x2", "extract_lane"},
	{0xFD22, FeatureSIMD, ImmLane, "vd:v", "f64x2", "replace_lane"},
	{0xFD23, FeatureSIMD, ImmNone, "vv:v", "i8x16", "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u"},
	{0xFD2D, FeatureSIMD, ImmNone, "vv:v", "i16x8", "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u"},
	{0xFD37, FeatureSIMD, ImmNone, "vv:v", "i32x4", "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u"},
	{0xFD41, FeatureSIMD, ImmNone, "vv:v", "f32x4", "eq ne lt gt le ge"},
	{0xFD47, FeatureSIMD, ImmNone, "vv:v", "f64x2", "eq ne lt gt le ge"},
	{0xFD4D, FeatureSIMD, ImmNone, "v:v", "v128", "not"},
	{0xFD4E, FeatureSIMD, ImmNone, "vv:v", "v128", "and andnot or xor"},
	{0xFD52, FeatureSIMD, ImmNone, "vvv:v", "v128", "bitselect"},
	{0xFD53, FeatureSIMD, ImmNone, "v:i", "v128", "any_true"},
	{0xFD54, FeatureSIMD, ImmMemoryLane, "iv:v", "v128", "load8_lane load16_lane load32_lane load64_lane"},
	{0xFD58, FeatureSIMD, ImmMemoryLane, "iv:", "v128", "store8_lane store16_lane store32_lane store64_lane"},
	{0xFD5C, FeatureSIMD, ImmMemory, "i:v", "v128", "load32_zero load64_zero"},
	{0xFD5E, FeatureSIMD, ImmNone, "v:v", "f32x4", "demote_f64x2_zero"},
	{0xFD5F, FeatureSIMD, ImmNone, "v:v", "f64x2", "promote_low_f32x4"},
	{0xFD60, FeatureSIMD, ImmNone, "v:v", "i8x16", "abs neg popcnt"},
	{0xFD63, FeatureSIMD, ImmNone, "v:i", "i8x16", "all_true bitmask"},
	{0xFD65, FeatureSIMD, ImmNone, "vv:v", "i8x16", "narrow_i16x8_s narrow_i16x8_u"},
	{0xFD67, FeatureSIMD, ImmNone, "v:v", "f32x4", "ceil floor trunc nearest"},
	{0xFD6B, FeatureSIMD, ImmNone, "vi:v", "i8x16", "shl shr_s shr_u"},
	{0xFD6E, FeatureSIMD, ImmNone, "vv:v", "i8x16", "add add_sat_s add_sat_u sub sub_sat_s sub_sat_u"},
	{0xFD74, FeatureSIMD, ImmNone, "v:v", "f64x2", "ceil floor"},
	{0xFD76, FeatureSIMD, ImmNone, "vv:v", "i8x16", "min_s min_u max_s max_u"},
	{0xFD7A, FeatureSIMD, ImmNone, "v:v", "f64x2", "trunc"},
	{0xFD7B, FeatureSIMD, ImmNone, "vv:v", "i8x16", "avgr_u"},
	{0xFD7C, FeatureSIMD, ImmNone, "v:v", "i16x8", "extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u"},
	{0xFD7E, FeatureSIMD, ImmNone, "v:v", "i32x4", "extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u"},
	{0xFD80, FeatureSIMD, ImmNone, "v:v", "i16x8", "abs neg"},
	{0xFD82, FeatureSIMD, ImmNone, "vv:v", "i16x8", "q15mulr_sat_s"},
	{0xFD83, FeatureSIMD, ImmNone, "v:i", "i16x8", "all_true bitmask"},
	{0xFD85, FeatureSIMD, ImmNone, "vv:v", "i16x8", "narrow_i32x4_s narrow_i32x4_u"},
	{0xFD87, FeatureSIMD, ImmNone, "v:v", "i16x8", "extend_low_i8x16_s extend_high_i8x16_s " +
		"extend_low_i8x16_u extend_high_i8x16_u"},
	{0xFD8B, FeatureSIMD, ImmNone, "vi:v", "i16x8", "shl shr_s shr_u"},
	{0xFD8E, FeatureSIMD, ImmNone, "vv:v", "i16x8", "add add_sat_s add_sat_u sub sub_sat_s sub_sat_u"},
	{0xFD94, FeatureSIMD, ImmNone, "v:v", "f64x2", "nearest"},
	{0xFD95, FeatureSIMD, ImmNone, "vv:v", "i16x8", "mul min_s min_u max_s max_u"},
	{0xFD9B, FeatureSIMD, ImmNone, "vv:v", "i16x8", "avgr_u extmul_low_i8x16_s extmul_high_i8x16_s " +
		"extmul_low_i8x16_u extmul_high_i8x16_u"},
	{0xFDA0, FeatureSIMD, ImmNone, "v:v", "i32x4", "abs neg"},
	{0xFDA3, FeatureSIMD, ImmNone, "v:i", "i32x4", "all_true bitmask"},
	{0xFDA7, FeatureSIMD, ImmNone, "v:v", "i32x4", "extend_low_i16x8_s extend_high_i16x8_s " +
		"extend_low_i16x8_u extend_high_i16x8_u"},
	{0xFDAB, FeatureSIMD, ImmNone, "vi:v", "i32x4", "shl shr_s shr_u"},
	{0xFDAE, FeatureSIMD, ImmNone, "vv:v", "i32x4", "add"},
	{0xFDB1, FeatureSIMD, ImmNone, "vv:v", "i32x4", "sub"},
	{0xFDB5, FeatureSIMD, ImmNone, "vv:v", "i32x4", "mul min_s min_u max_s max_u dot_i16x8_s"},
	{0xFDBC, FeatureSIMD, ImmNone, "vv:v", "i32x4", "extmul_low_i16x8_s extmul_high_i16x8_s " +
		"extmul_low_i16x8_u extmul_high_i16x8_u"},
	{0xFDC0, FeatureSIMD, ImmNone, "v:v", "i64x2", "abs neg"},
	{0xFDC3, FeatureSIMD, ImmNone, "v:i", "i64x2", "all_true bitmask"},
	{0xFDC7, FeatureSIMD, ImmNone, "v:v", "i64x2", "extend_low_i32x4_s extend_high_i32x4_s " +
		"extend_low_i32x4_u extend_high_i32x4_u"},
	{0xFDCB, FeatureSIMD, ImmNone, "vi:v", "i64x2", "shl shr_s shr_u"},
	{0xFDCE, FeatureSIMD, ImmNone, "vv:v", "i64x2", "add"},
	{0xFDD1, FeatureSIMD, ImmNone, "vv:v", "i64x2", "sub"},
	{0xFDD5, FeatureSIMD, ImmNone, "vv:v", "i64x2", "mul eq ne lt_s gt_s le_s ge_s extmul_low_i32x4_s " +
		"extmul_high_i32x4_s extmul_low_i32x4_u extmul_high_i32x4_u"},
	{0xFDE0, FeatureSIMD, ImmNone, "v:v", "f32x4", "abs neg"},
	{0xFDE3, FeatureSIMD, ImmNone, "v:v", "f32x4", "sqrt"},
	{0xFDE4, FeatureSIMD, ImmNone, "vv:v", "f32x4", "add sub mul div min max pmin pmax"},
	{0xFDEC, FeatureSIMD, ImmNone, "v:v", "f64x2", "abs neg"},
	{0xFDEF, FeatureSIMD, ImmNone, "v:v", "f64x2", "sqrt"},
	{0xFDF0, FeatureSIMD, ImmNone, "vv:v", "f64x2", "add sub mul div min max pmin pmax"},
	{0xFDF8, FeatureSIMD, ImmNone, "v:v", "i32x4", "trunc_sat_f32x4_s trunc_sat_f32x4_u"},
	{0xFDFA, FeatureSIMD, ImmNone, "v:v", "f32x4", "convert_i32x4_s convert_i32x4_u"},
	{0xFDFC, FeatureSIMD, ImmNone, "v:v", "i32x4", "trunc_sat_f64x2_s_zero trunc_sat_f64x2_u_zero"},
	{0xFDFE, FeatureSIMD, ImmNone, "v:v", "f64x2", "convert_low_i32x4_s convert_low_i32x4_u"},
}
