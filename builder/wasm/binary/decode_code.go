package binary

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

func (d *decoder) functionSection(r *leb128.Reader) (err error) {
	d.funcTypes, err = vector(r, "function", 1, func(_ int, t *uint32) (err error) {
		*t, err = index(r, "type", d.spaces.Types)
		return err
	})
	d.spaces.Funcs += len(d.funcTypes)
	return err
}

func (d *decoder) dataCountSection(r *leb128.Reader) error {
	n, err := r.Uint32()
	d.dataCount, d.spaces.Data, d.m.HasDataCount = int(n), int(n), true
	return err
}

// codeSection makes the functions: their types come from the function section.
func (d *decoder) codeSection(r *leb128.Reader) error {
	n, err := r.Count(3)
	if err != nil {
		return fmt.Errorf("reading the number of functions: %w", err)
	}
	if n != len(d.funcTypes) {
		return r.Errorf("%d functions expected, as the function section has, %d found", len(d.funcTypes), n)
	}
	if n == 0 {
		return nil
	}
	d.m.Functions = make([]wasm.Function, n)
	for i := range d.m.Functions {
		f := &d.m.Functions[i]
		f.Type = d.funcTypes[i]
		if err := d.codeEntry(r, f); err != nil {
			return fmt.Errorf("function %d: %w", d.spaces.Funcs-len(d.funcTypes)+i, err)
		}
	}
	return nil
}

func (d *decoder) codeEntry(r *leb128.Reader, f *wasm.Function) error {
	size, err := r.Uint32()
	if err != nil {
		return err
	}
	entry, err := r.Sub(size)
	if err != nil {
		return err
	}
	return d.function(&entry, f)
}

// function reads an entry of the code section: locals and body.
func (d *decoder) function(r *leb128.Reader, f *wasm.Function) (err error) {
	locals := uint64(len(d.m.Types[f.Type].Params))
	f.Locals, err = vector(r, "declaration of locals", 2, func(_ int, l *wasm.Locals) error {
		if l.Count, err = r.Uint32(); err != nil {
			return err
		}
		if locals += uint64(l.Count); locals > wasm.MaxLocals {
			return r.Errorf("at most %d locals expected, %d found", wasm.MaxLocals, locals)
		}
		l.Type, err = valueType(r)
		return err
	})
	if err != nil {
		return err
	}
	d.spaces.Locals = int(locals)
	if err := d.checker.Body(r.Rest(), r.Offset(), &d.spaces); err != nil {
		return err
	}
	f.Body, err = r.Bytes(uint32(r.Left()))
	return err
}

// Bits of the flags that an element segment begins with. Data segments use the same numbers in part.
const (
	flagNotActive = 1 // passive or declarative
	flagExplicit  = 2 // not active: declarative. Active: has a table index
	flagExprs     = 4 // elements are expressions
)

func (d *decoder) elementSection(r *leb128.Reader) (err error) {
	d.m.Elements, err = vector(r, "segment", 3, func(_ int, e *wasm.ElementSegment) error {
		flags, err := r.Uint32()
		if err != nil {
			return err
		}
		if flags > 7 {
			return r.Errorf("flags of an element segment (0 to 7) expected, %#x found", flags)
		}
		if err := d.elementTarget(r, e, flags); err != nil {
			return err
		}
		if err := elementType(r, e, flags); err != nil {
			return err
		}
		return d.elements(r, e, flags&flagExprs != 0)
	})
	d.spaces.Elements = len(d.m.Elements)
	return err
}

// elementTarget reads where the elements go.
func (d *decoder) elementTarget(r *leb128.Reader, e *wasm.ElementSegment, flags uint32) (err error) {
	if flags&flagNotActive != 0 {
		e.Mode = wasm.Passive
		if flags&flagExplicit != 0 {
			e.Mode = wasm.Declarative
		}
		return nil
	}
	if flags&flagExplicit != 0 {
		e.Table, err = index(r, "table", d.spaces.Tables)
	} else if d.spaces.Tables == 0 {
		err = r.Errorf("a table for an active segment expected, the module has none")
	}
	if err != nil {
		return err
	}
	e.Offset, err = d.constExpr(r)
	return err
}

// elementType reads the type of the elements. Active segments for table 0 have a form without it.
func elementType(r *leb128.Reader, e *wasm.ElementSegment, flags uint32) (err error) {
	e.Type = wasm.FuncRef
	if flags&(flagNotActive|flagExplicit) == 0 {
		return nil
	}
	if flags&flagExprs != 0 {
		e.Type, err = refType(r)
		return err
	}
	kind, err := r.Byte()
	if err == nil && kind != 0 {
		err = r.Errorf("kind of elements 0 (functions) expected, %#x found", kind)
	}
	return err
}

func (d *decoder) elements(r *leb128.Reader, e *wasm.ElementSegment, exprs bool) (err error) {
	if !exprs {
		e.Funcs, err = vector(r, "element", 1, func(_ int, f *uint32) (err error) {
			*f, err = index(r, "function", d.spaces.Funcs)
			return err
		})
		return err
	}
	e.Exprs, err = vector(r, "element", 2, func(_ int, x *wasm.Expr) (err error) {
		*x, err = d.constExpr(r)
		return err
	})
	if e.Exprs == nil {
		e.Exprs = []wasm.Expr{} // still the form with expressions: e.Type may differ from funcref
	}
	return err
}

func (d *decoder) dataSection(r *leb128.Reader) (err error) {
	d.m.Data, err = vector(r, "segment", 2, func(_ int, s *wasm.DataSegment) error {
		flags, err := r.Uint32()
		if err != nil {
			return err
		}
		switch {
		case flags > 2:
			return r.Errorf("flags of a data segment (0 to 2) expected, %#x found", flags)
		case flags == flagNotActive:
			s.Mode = wasm.Passive
		case flags == flagExplicit:
			if s.Memory, err = index(r, "memory", d.spaces.Memories); err != nil {
				return err
			}
		case d.spaces.Memories == 0:
			return r.Errorf("a memory for an active segment expected, the module has none")
		}
		if s.Mode == wasm.Active {
			if s.Offset, err = d.constExpr(r); err != nil {
				return err
			}
		}
		n, err := r.Uint32()
		if err != nil {
			return err
		}
		s.Bytes, err = r.Bytes(n)
		return err
	})
	return err
}
