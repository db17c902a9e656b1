package binary

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// header is the magic number and the version every module begins with.
var header = []byte{0x00, 'a', 's', 'm', 0x01, 0x00, 0x00, 0x00}

// Decode reads a module. The result shares memory with b, which must not be changed afterwards.
//
// An error says which section it is about and the offset in b. It wraps *wasm.UnsupportedError when the
// module uses a proposal that package wasm does not model.
func Decode(b []byte) (*wasm.Module, error) {
	if !bytes.HasPrefix(b, header) {
		return nil, fmt.Errorf("decoding module: a WebAssembly module begins with % x, found % x", header, b[:min(len(b), len(header))])
	}
	d := decoder{m: &wasm.Module{}, r: leb128.NewReader(b[len(header):], len(header)), dataCount: -1}
	for d.r.Left() > 0 {
		if err := d.section(); err != nil {
			return nil, err
		}
	}
	if err := d.finish(); err != nil {
		return nil, fmt.Errorf("decoding module: %w", err)
	}
	return d.m, nil
}

// decoder holds what sections need to know of those before them.
type decoder struct {
	m         *wasm.Module
	r         leb128.Reader
	spaces    wasm.Spaces // sizes of the index spaces so far
	checker   wasm.Checker
	last      wasm.SectionID // last section that is not custom
	funcTypes []uint32       // function section, until the code section completes it
	dataCount int            // from the data count section, or -1
}

// sections says how to read the contents of each section.
var sections = map[wasm.SectionID]func(*decoder, *leb128.Reader) error{
	wasm.SectionCustom:    (*decoder).customSection,
	wasm.SectionType:      (*decoder).typeSection,
	wasm.SectionImport:    (*decoder).importSection,
	wasm.SectionFunction:  (*decoder).functionSection,
	wasm.SectionTable:     (*decoder).tableSection,
	wasm.SectionMemory:    (*decoder).memorySection,
	wasm.SectionTag:       (*decoder).tagSection,
	wasm.SectionGlobal:    (*decoder).globalSection,
	wasm.SectionExport:    (*decoder).exportSection,
	wasm.SectionStart:     (*decoder).startSection,
	wasm.SectionElement:   (*decoder).elementSection,
	wasm.SectionDataCount: (*decoder).dataCountSection,
	wasm.SectionCode:      (*decoder).codeSection,
	wasm.SectionData:      (*decoder).dataSection,
}

// section reads one section with its header.
func (d *decoder) section() error {
	at := d.r.Offset()
	b, err := d.r.Byte()
	if err != nil {
		return fmt.Errorf("decoding section header: %w", err)
	}
	id := wasm.SectionID(b)
	read, ok := sections[id]
	if !ok {
		return fmt.Errorf("decoding section header: at offset %#x: section id from 0 to 13 expected, %d found", at, b)
	}
	if err := d.order(id); err != nil {
		return fmt.Errorf("decoding section header: at offset %#x: %w", at, err)
	}
	size, err := d.r.Uint32()
	if err != nil {
		return fmt.Errorf("decoding %v section: reading its size: %w", id, err)
	}
	body, err := d.r.Sub(size)
	if err != nil {
		return fmt.Errorf("decoding %v section: %w", id, err)
	}
	if err := read(d, &body); err != nil {
		return fmt.Errorf("decoding %v section: %w", id, err)
	}
	if left := body.Left(); left > 0 {
		return fmt.Errorf("decoding %v section: %w", id, body.Errorf("end of the section expected, %d more bytes found", left))
	}
	return nil
}

// order refuses a section that stands twice or behind a later one.
func (d *decoder) order(id wasm.SectionID) error {
	if id == wasm.SectionCustom {
		return nil
	}
	if d.last == id {
		return fmt.Errorf("a second %v section", id)
	}
	if slices.Index(wasm.SectionOrder, id) < slices.Index(wasm.SectionOrder, d.last) {
		return fmt.Errorf("%v section found after %v section, where it must precede it", id, d.last)
	}
	d.last = id
	return nil
}

// finish compares what sections say of each other.
func (d *decoder) finish() error {
	if n := len(d.funcTypes); n != len(d.m.Functions) {
		return fmt.Errorf("the function section declares %d functions, the code section has %d", n, len(d.m.Functions))
	}
	if d.dataCount >= 0 && d.dataCount != len(d.m.Data) {
		return fmt.Errorf("the data count section says %d, the data section has %d segments", d.dataCount, len(d.m.Data))
	}
	return nil
}

func (d *decoder) customSection(r *leb128.Reader) error {
	name, err := r.Name()
	if err != nil {
		return fmt.Errorf("reading its name: %w", err)
	}
	b, err := r.Bytes(uint32(r.Left()))
	if err != nil {
		return err
	}
	d.m.Customs = append(d.m.Customs, wasm.Custom{Name: name, Bytes: b, After: d.last})
	return nil
}

// vector reads a vector: its length, then each element by the function read. An element takes at
// least minSize bytes. what names an element in errors.
func vector[T any](r *leb128.Reader, what string, minSize int, read func(i int, t *T) error) ([]T, error) {
	n, err := r.Count(minSize)
	if err != nil {
		return nil, fmt.Errorf("reading the number of entries: %w", err)
	}
	if n == 0 {
		return nil, nil
	}
	list := make([]T, n)
	for i := range list {
		if err := read(i, &list[i]); err != nil {
			return nil, fmt.Errorf("%s %d: %w", what, i, err)
		}
	}
	return list, nil
}

// index reads an index and checks that it is below size.
func index(r *leb128.Reader, what string, size int) (uint32, error) {
	i, err := r.Uint32()
	if err != nil {
		return 0, err
	}
	if int64(i) >= int64(size) {
		return 0, r.Errorf("%s index below %d expected, %d found", what, size, i)
	}
	return i, nil
}

// valueType reads a value type.
func valueType(r *leb128.Reader) (wasm.ValueType, error) {
	b, err := r.Byte()
	if err != nil {
		return 0, err
	}
	t, err := wasm.ParseValueType(b)
	if err != nil {
		return 0, r.Errorf("%w", err)
	}
	return t, nil
}

// refType reads a reference type.
func refType(r *leb128.Reader) (wasm.ValueType, error) {
	t, err := valueType(r)
	if err == nil && !t.IsReference() {
		err = r.Errorf("reference type expected, %v found", t)
	}
	return t, err
}

// constExpr reads a constant expression.
func (d *decoder) constExpr(r *leb128.Reader) (wasm.Expr, error) {
	n, err := d.checker.ConstExpr(r.Rest(), r.Offset(), &d.spaces)
	if err != nil {
		return nil, fmt.Errorf("reading a constant expression: %w", err)
	}
	return r.Bytes(uint32(n))
}
