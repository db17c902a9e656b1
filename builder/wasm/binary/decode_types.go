package binary

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

func (d *decoder) typeSection(r *leb128.Reader) (err error) {
	d.m.Types, err = vector(r, "type", 2, func(_ int, t *wasm.FuncType) error {
		form, err := r.Byte()
		if err != nil {
			return err
		}
		switch form {
		case 0x60:
		case 0x4E, 0x4F, 0x50, 0x5E, 0x5F:
			return r.Errorf("%w", &wasm.UnsupportedError{Proposal: "gc", What: fmt.Sprintf("type form %#x", form)})
		default:
			return r.Errorf("function type (0x60) expected, %#x found", form)
		}
		read := func(_ int, v *wasm.ValueType) (err error) {
			*v, err = valueType(r)
			return err
		}
		if t.Params, err = vector(r, "parameter", 1, read); err != nil {
			return err
		}
		t.Results, err = vector(r, "result", 1, read)
		return err
	})
	d.spaces.Types = len(d.m.Types)
	return err
}

func (d *decoder) importSection(r *leb128.Reader) (err error) {
	d.m.Imports, err = vector(r, "import", 4, func(_ int, imp *wasm.Import) error {
		if imp.Module, err = r.Name(); err != nil {
			return err
		}
		if imp.Name, err = r.Name(); err != nil {
			return err
		}
		if err := d.importDesc(r, imp); err != nil {
			return fmt.Errorf("%q.%q: %w", imp.Module, imp.Name, err)
		}
		return nil
	})
	return err
}

// importDesc reads what kind of thing is imported, and its type.
func (d *decoder) importDesc(r *leb128.Reader, imp *wasm.Import) error {
	kind, err := r.Byte()
	if err != nil {
		return err
	}
	imp.Kind = wasm.ExternKind(kind)
	switch imp.Kind {
	case wasm.ExternFunc:
		imp.Func, err = index(r, "type", d.spaces.Types)
		d.spaces.Funcs++
	case wasm.ExternTable:
		err = tableType(r, &imp.Table)
		d.spaces.Tables++
	case wasm.ExternMemory:
		imp.Memory.Limits, err = limits(r)
		d.spaces.Memories++
	case wasm.ExternGlobal:
		err = globalType(r, &imp.Global)
		d.spaces.Globals++
	case wasm.ExternTag:
		err = d.tag(r, &imp.Tag)
		d.spaces.Tags++
	default:
		err = r.Errorf("kind of import (0 to 4) expected, %#x found", kind)
	}
	return err
}

func (d *decoder) tableSection(r *leb128.Reader) (err error) {
	d.m.Tables, err = vector(r, "table", 3, func(_ int, t *wasm.TableType) error { return tableType(r, t) })
	d.spaces.Tables += len(d.m.Tables)
	return err
}

func (d *decoder) memorySection(r *leb128.Reader) (err error) {
	d.m.Memories, err = vector(r, "memory", 2, func(_ int, t *wasm.MemoryType) (err error) {
		t.Limits, err = limits(r)
		return err
	})
	d.spaces.Memories += len(d.m.Memories)
	if err == nil && d.spaces.Memories > 1 {
		err = r.Errorf("%w", &wasm.UnsupportedError{Proposal: "multi-memory", What: "a second memory"})
	}
	return err
}

func (d *decoder) tagSection(r *leb128.Reader) (err error) {
	d.m.Tags, err = vector(r, "tag", 2, func(_ int, t *wasm.Tag) error { return d.tag(r, t) })
	d.spaces.Tags += len(d.m.Tags)
	return err
}

func (d *decoder) globalSection(r *leb128.Reader) (err error) {
	d.m.Globals, err = vector(r, "global", 3, func(_ int, g *wasm.Global) error {
		if err := globalType(r, &g.Type); err != nil {
			return err
		}
		g.Init, err = d.constExpr(r)
		d.spaces.Globals++ // an initialiser may refer to the globals before its own
		return err
	})
	return err
}

func (d *decoder) exportSection(r *leb128.Reader) (err error) {
	d.m.Exports, err = vector(r, "export", 3, func(_ int, e *wasm.Export) error {
		if e.Name, err = r.Name(); err != nil {
			return err
		}
		kind, err := r.Byte()
		if err != nil {
			return err
		}
		e.Kind = wasm.ExternKind(kind)
		sizes := [...]int{d.spaces.Funcs, d.spaces.Tables, d.spaces.Memories, d.spaces.Globals, d.spaces.Tags}
		if int(kind) >= len(sizes) {
			return r.Errorf("kind of export (0 to 4) expected, %#x found", kind)
		}
		e.Index, err = index(r, e.Kind.String(), sizes[kind])
		return err
	})
	return err
}

func (d *decoder) startSection(r *leb128.Reader) error {
	start, err := index(r, "function", d.spaces.Funcs)
	d.m.Start = &start
	return err
}

func (d *decoder) tag(r *leb128.Reader, t *wasm.Tag) error {
	attribute, err := r.Byte()
	if err != nil {
		return err
	}
	if attribute != 0 {
		return r.Errorf("tag attribute 0 (exception) expected, %#x found", attribute)
	}
	t.Type, err = index(r, "type", d.spaces.Types)
	return err
}

func tableType(r *leb128.Reader, t *wasm.TableType) (err error) {
	if b, ok := r.Peek(); ok && b == 0x40 {
		return r.Errorf("%w", &wasm.UnsupportedError{Proposal: "function references", What: "a table with an initialiser"})
	}
	if t.Elem, err = refType(r); err != nil {
		return err
	}
	t.Limits, err = limits(r)
	return err
}

func globalType(r *leb128.Reader, t *wasm.GlobalType) (err error) {
	if t.Type, err = valueType(r); err != nil {
		return err
	}
	mutable, err := r.Byte()
	if err != nil {
		return err
	}
	if mutable > 1 {
		return r.Errorf("mutability (0 or 1) of a global expected, %#x found", mutable)
	}
	t.Mutable = mutable == 1
	return nil
}

// limits reads the limits of a table or memory.
func limits(r *leb128.Reader) (l wasm.Limits, err error) {
	flags, err := r.Byte()
	if err != nil {
		return l, err
	}
	switch {
	case flags <= 1:
	case flags <= 3:
		return l, r.Errorf("%w", &wasm.UnsupportedError{Proposal: "threads", What: "shared memory"})
	case flags <= 7:
		return l, r.Errorf("%w", &wasm.UnsupportedError{Proposal: "memory64", What: "a 64-bit memory or table"})
	case flags <= 15:
		return l, r.Errorf("%w", &wasm.UnsupportedError{Proposal: "custom page sizes", What: "a page size"})
	default:
		return l, r.Errorf("flags of limits (0 or 1) expected, %#x found", flags)
	}
	if l.Min, err = r.Uint32(); err != nil {
		return l, err
	}
	if l.HasMax = flags == 1; l.HasMax {
		l.Max, err = r.Uint32()
	}
	return l, err
}
