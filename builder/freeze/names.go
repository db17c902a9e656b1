package freeze

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
)

// namesPool is the table of names in what mpy-tool writes: hashes, lengths, and the texts, each on a line of its own.
var namesPool = regexp.MustCompile(`(?s)const qstr_hash_t mp_qstr_frozen_const_hashes\[\] = \{\n.*?\n\};\n(.*?)` +
	`extern const qstr_pool_t mp_qstr_const_pool;\nconst qstr_pool_t mp_qstr_frozen_const_pool = \{.*?    \{\n(.*?)    \},\n\};\n`)

// namesTable is put in its place: texts and lengths, as micropython-port/wasi/language/names.h has them.
const namesTable = `%[1]s#include "language/names.h"
static const char frozen_texts[] = ""
%[3]s;
MPWASM_NAMES_ROOM(frozen, %[2]d);
const mpwasm_names_t mpwasm_frozen_names = { &frozen_pool.pool, frozen_hashes, mp_qstr_frozen_const_lengths, frozen_texts, %[2]d };
`

// withNames lays out the names of frozen modules as the guest reads them.
func withNames(content []byte) ([]byte, error) {
	found := namesPool.FindSubmatchIndex(content)
	if found == nil {
		return nil, errors.New("turning frozen modules into C: there is no table of names in what mpy-tool.py wrote")
	}
	lengths, texts := content[found[2]:found[3]], content[found[4]:found[5]]
	count := bytes.Count(texts, []byte("\",\n"))
	table := fmt.Appendf(nil, namesTable, lengths, count, bytes.ReplaceAll(texts, []byte("\",\n"), []byte("\\0\"\n")))
	return bytes.Join([][]byte{content[:found[0]], table, content[found[1]:]}, nil), nil
}
