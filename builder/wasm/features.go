package wasm

import (
	"fmt"
	"strings"
)

// Features is a set of proposals beyond the first version of WebAssembly.
type Features uint32

// The proposals this package knows. All but the last two are part of core 2.0.
const (
	FeatureMutableGlobals Features = 1 << iota
	FeatureSignExt
	FeatureNonTrappingFPToInt
	FeatureMultiValue
	FeatureBulkMemory
	FeatureReferenceTypes
	FeatureSIMD
	FeatureTailCall
	FeatureExceptionHandling
)

// featureNames is in the order of the bits.
var featureNames = []string{
	"mutable-globals", "sign-ext", "nontrapping-fptoint", "multi-value", "bulk-memory", "reference-types",
	"simd", "tail-call", "exception-handling",
}

// Core2 is what core 2.0 includes.
const Core2 = FeatureMutableGlobals | FeatureSignExt | FeatureNonTrappingFPToInt | FeatureMultiValue |
	FeatureBulkMemory | FeatureReferenceTypes | FeatureSIMD

// Has reports whether all of g is in f.
func (f Features) Has(g Features) bool { return f&g == g }

// Names returns the names of the proposals in f, in a fixed order: never nil.
func (f Features) Names() []string {
	names := []string{}
	for i, name := range featureNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// String returns the names separated by commas, or "none".
func (f Features) String() string {
	if f == 0 {
		return "none"
	}
	return strings.Join(f.Names(), ",")
}

// ParseFeature returns the feature of that name, or false.
func ParseFeature(name string) (Features, bool) {
	for i, n := range featureNames {
		if n == name {
			return 1 << i, true
		}
	}
	return 0, false
}

// DetectFeatures returns the proposals that m really uses, whatever its target_features section says.
// It reads every function body; a body that is malformed is an error.
func DetectFeatures(m *Module) (Features, error) {
	f := sectionFeatures(m)
	for i := range m.Types {
		f |= typeFeatures(m.Types[i])
	}
	err := m.eachExpr(func(e Expr) error {
		g, err := exprFeatures(e)
		f |= g
		return err
	})
	if err != nil {
		return 0, err
	}
	for i := range m.Functions {
		for _, l := range m.Functions[i].Locals {
			f |= l.Type.feature()
		}
	}
	return f, nil
}

// feature returns the proposal that brought a type. funcref is in the first version, for tables.
func (t ValueType) feature() Features {
	switch t {
	case V128:
		return FeatureSIMD
	case ExternRef:
		return FeatureReferenceTypes
	case ExnRef:
		return FeatureExceptionHandling
	}
	return 0
}

func typeFeatures(t FuncType) (f Features) {
	if len(t.Results) > 1 {
		f |= FeatureMultiValue
	}
	for _, list := range [][]ValueType{t.Params, t.Results} {
		for _, v := range list {
			f |= v.feature()
			if v == FuncRef { // outside a table, funcref came with reference types
				f |= FeatureReferenceTypes
			}
		}
	}
	return f
}

// sectionFeatures looks at everything but types and code.
func sectionFeatures(m *Module) (f Features) {
	imported := map[ExternKind]int{}
	for i := range m.Imports {
		imp := &m.Imports[i]
		imported[imp.Kind]++
		switch imp.Kind {
		case ExternGlobal:
			f |= imp.Global.Type.feature()
			if imp.Global.Mutable {
				f |= FeatureMutableGlobals
			}
		case ExternTag:
			f |= FeatureExceptionHandling
		}
	}
	globals := m.GlobalTypes()
	for _, e := range m.Exports {
		if e.Kind == ExternGlobal && int(e.Index) < len(globals) && globals[e.Index].Mutable {
			f |= FeatureMutableGlobals
		}
	}
	for _, g := range m.Globals {
		f |= g.Type.Type.feature()
	}
	if len(m.Tags) > 0 {
		f |= FeatureExceptionHandling
	}
	tables := m.TableTypes()
	for _, t := range tables {
		f |= t.Elem.feature()
	}
	if len(tables) > 1 {
		f |= FeatureReferenceTypes
	}
	return f | segmentFeatures(m)
}

func segmentFeatures(m *Module) (f Features) {
	if m.HasDataCount {
		f |= FeatureBulkMemory
	}
	for i := range m.Elements {
		f |= m.Elements[i].Type.feature()
		switch {
		case m.Elements[i].Mode == Declarative:
			f |= FeatureReferenceTypes
		case m.Elements[i].Mode == Passive || m.Elements[i].Exprs != nil:
			f |= FeatureBulkMemory
		}
	}
	for i := range m.Data {
		if m.Data[i].Mode == Passive {
			f |= FeatureBulkMemory
		}
	}
	return f
}

func exprFeatures(e Expr) (f Features, err error) {
	for in, err := range e.All() {
		if err != nil {
			return 0, err
		}
		f |= in.Op.Feature()
		switch in.Op.Immediate() {
		case ImmBlock, ImmTry:
			if _, ok := in.Block.TypeIndex(); ok {
				f |= FeatureMultiValue
			}
			f |= in.Block.valueFeature()
		case ImmTypes, ImmRefType:
			for _, t := range in.Lists.Types {
				f |= t.feature()
			}
		case ImmTypeTable:
			if in.Index2 != 0 {
				f |= FeatureReferenceTypes
			}
		}
	}
	return f, nil
}

func (b BlockType) valueFeature() Features {
	t, ok := b.ValueType()
	if !ok {
		return 0
	}
	return typeFeatures(FuncType{Results: []ValueType{t}})
}

// eachExpr calls f for every expression of the module: global initialisers, offsets, elements, bodies.
func (m *Module) eachExpr(f func(Expr) error) error {
	for i := range m.Globals {
		if err := f(m.Globals[i].Init); err != nil {
			return err
		}
	}
	for i := range m.Elements {
		if err := f(m.Elements[i].Offset); err != nil {
			return err
		}
		for _, e := range m.Elements[i].Exprs {
			if err := f(e); err != nil {
				return err
			}
		}
	}
	for i := range m.Data {
		if err := f(m.Data[i].Offset); err != nil {
			return err
		}
	}
	for i := range m.Functions {
		if err := f(m.Functions[i].Body); err != nil {
			return fmt.Errorf("reading the body of function %d: %w", i+m.ImportCount(ExternFunc), err)
		}
	}
	return nil
}
