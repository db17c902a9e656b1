package freeze

import (
	"strings"
	"testing"
)

// written is as mpy-tool.py writes it.
const written = `const qstr_hash_t mp_qstr_frozen_const_hashes[] = {
    1,
    2,
};

const qstr_len_t mp_qstr_frozen_const_lengths[] = {
    1,
    2,
};

extern const qstr_pool_t mp_qstr_const_pool;
const qstr_pool_t mp_qstr_frozen_const_pool = {
    &mp_qstr_const_pool, // previous pool
    {
        "a",
        "\x22b",
    },
};

////
// frozen module core
// - original source file: core.mpy
// - frozen file name: core.py
static const byte fun_data_core[1] = {
};

////
// frozen module tail
// - original source file: tail.mpy
// - frozen file name: tail.py
static const byte fun_data_tail[1] = {
};
static const mp_raw_code_t *const children_tail[] = {
};
static const mp_obj_str_t const_obj_tail_0 = {{&mp_type_str}, 1, 2, (const byte*)"\x61\x62"};

////
// collection of all frozen modules
const mp_frozen_module_t *const mp_frozen_mpy_content[] = {
};
`

func TestWithNames(t *testing.T) {
	out, err := withNames([]byte(written))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"a\0"` + "\n", `"\x22b\0"` + "\n", "MPWASM_NAMES_ROOM(frozen, 2)", "mp_qstr_frozen_const_lengths[] = {"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("there is no %q in\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "hashes[]") {
		t.Error("hashes are still there")
	}
	if _, err := withNames([]byte("int x;")); err == nil {
		t.Error("no table of names, and no error")
	}
}

func TestApart(t *testing.T) {
	out, err := apart([]byte(written), []string{"core.py"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"static const byte fun_data_core[1] = {", "static const byte fun_data_tail[1] " + librarySection + " = {", "*const children_tail[] " + librarySection + " = {",
		"static const char const_obj_tail_0_text[] " + librarySection + ` = "\x61\x62";`, "const_obj_tail_0 " + librarySection + " = {{&mp_type_str}, 1, 2, (const byte *)const_obj_tail_0_text};",
		"\nconst mp_frozen_module_t *const mp_frozen_mpy_content[] = {", LibraryMark,
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("there is no %q in\n%s", want, out)
		}
	}
	if _, err := apart([]byte(written), []string{"missing.py"}); err == nil || !strings.Contains(err.Error(), "missing.py") {
		t.Errorf("a module of the core that is not frozen: %v", err)
	}
}
