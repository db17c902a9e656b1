package hostcall

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// field is a field of a struct, as Python sees it.
type field struct {
	name     string
	index    int
	required bool
}

// fieldsOf returns the exported fields of a struct type. A struct of which Python could see nothing, such as
// time.Time, is an error.
func fieldsOf(t reflect.Type) ([]field, error) {
	var fields []field
	seen := map[string]string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("py"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if option != "" && option != "required" {
			return nil, fmt.Errorf("field %s of %s has the tag %q: the option must be \"required\" or none", f.Name, t, f.Tag.Get("py"))
		}
		if name == "" {
			name = snakeCase(f.Name)
		}
		if !isText(name) {
			return nil, fmt.Errorf("field %s of %s has the tag %q, which is not UTF-8", f.Name, t, f.Tag.Get("py"))
		}
		if other, twice := seen[name]; twice {
			return nil, fmt.Errorf("fields %s and %s of %s both are %q in Python", other, f.Name, t, name)
		}
		seen[name] = f.Name
		fields = append(fields, field{name, i, option == "required"})
	}
	if len(fields) == 0 && t.NumField() > 0 {
		return nil, fmt.Errorf("%s has no field that Python could see", t)
	}
	return fields, nil
}

// snakeCase writes a Go name as Python writes names: MaxRows is max_rows, UserID is user_id, HTTPPort is http_port.
func snakeCase(name string) string {
	runes := []rune(name)
	var out strings.Builder
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) {
			endsWord := !unicode.IsUpper(runes[i-1])
			beginsWord := i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if runes[i-1] != '_' && (endsWord || beginsWord) {
				out.WriteByte('_')
			}
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}
