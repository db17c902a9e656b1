package split

import (
	"errors"
	"fmt"
	"slices"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// What the parts know each other by.
const (
	// LackModule and LackName name what the core imports: what it calls where it needs a function that has not come. It must not return.
	LackModule, LackName = "mpwasm", "rest"
	// CoreModule is the module from which the rest imports what the core exports.
	CoreModule = "core"
	// PutName is the function of the rest that puts its data into memory.
	PutName = "put"

	tableName    = "rest.table"
	globalPrefix = "rest.global"
)

// Cut says what goes where.
type Cut struct {
	// Hot holds the functions that the core is to have, by index. It has others as well: what is exported, and what calls an import.
	Hot map[uint32]bool
	// Small is how many bytes a function may have that the core calls, to be in the core for that alone: it would not get smaller without.
	Small int
	// Later tells which active data segments come with the rest. So do functions that name the place where one begins: whoever would read
	// it must not be there before it is.
	Later func(wasm.DataSegment) bool
}

// Split cuts a module.
func Split(m *wasm.Module, cut Cut) (core, rest *wasm.Module, err error) {
	p, err := newPlan(m, cut)
	if err != nil {
		return nil, nil, fmt.Errorf("splitting a module: %w", err)
	}
	if core, err = p.core(); err != nil {
		return nil, nil, fmt.Errorf("splitting a module: the core: %w", err)
	}
	if rest, err = p.rest(); err != nil {
		return nil, nil, fmt.Errorf("splitting a module: the rest: %w", err)
	}
	return core, rest, nil
}

// plan says which function goes where, and where it is found.
type plan struct {
	m        *wasm.Module
	imported uint32
	types    []uint32 // of each function
	cold     []bool   // by function
	later    []bool   // by data segment
	// slots holds the place of functions in the table, tableSize how many there are, added those behind the module's own.
	slots     map[uint32]uint32
	tableSize uint32
	added     []uint32
	// absent holds the types of the functions that stand in for what has not come, and what each is in the core.
	absent      map[uint32]uint32
	absentTypes []uint32
	// here holds the index of functions in their part.
	here []uint32
	// globals holds, for those that the rest uses, the name by which it imports them.
	globals     map[uint32]string
	globalOrder []uint32
	memory      string
}

func newPlan(m *wasm.Module, cut Cut) (*plan, error) {
	p := &plan{m: m, imported: uint32(m.ImportCount(wasm.ExternFunc)), types: m.FuncTypeIndices(), slots: map[uint32]uint32{}, absent: map[uint32]uint32{}, globals: map[uint32]string{}}
	if err := p.checkShape(); err != nil {
		return nil, err
	}
	places, err := p.takeData(cut.Later)
	if err != nil {
		return nil, err
	}
	if err := p.divide(cut.Hot, places); err != nil {
		return nil, err
	}
	if err := p.keepSmall(cut.Small, places); err != nil {
		return nil, err
	}
	if err := p.takeSlots(); err != nil {
		return nil, err
	}
	if err := p.connect(); err != nil {
		return nil, err
	}
	p.number()
	return p, nil
}

// checkShape refuses modules that are put together in a way that was not thought of.
func (p *plan) checkShape() error {
	m := p.m
	if len(m.Tables) != 1 || len(m.TableTypes()) != 1 || m.Tables[0].Elem != wasm.FuncRef {
		return fmt.Errorf("it has %d tables; expected one of functions, that it does not import", len(m.TableTypes()))
	}
	if len(m.Memories) != 1 || m.ImportCount(wasm.ExternMemory) != 0 || len(m.TagTypes()) != 0 {
		return fmt.Errorf("it has %d memories and %d tags of its own; expected one and none", len(m.Memories), len(m.TagTypes()))
	}
	if p.memory = p.exported(wasm.ExternMemory, 0); p.memory == "" {
		return fmt.Errorf("its memory is not exported")
	}
	return nil
}

// exported returns the name by which something is exported; "" is none.
func (p *plan) exported(kind wasm.ExternKind, index uint32) string {
	at := slices.IndexFunc(p.m.Exports, func(e wasm.Export) bool { return e.Kind == kind && e.Index == index })
	if at < 0 {
		return ""
	}
	return p.m.Exports[at].Name
}

// body returns a function that the module defines.
func (p *plan) body(index uint32) *wasm.Function { return &p.m.Functions[index-p.imported] }

// takeData finds the data segments that go into the rest, and returns where they begin.
func (p *plan) takeData(later func(wasm.DataSegment) bool) (map[uint32]bool, error) {
	p.later = make([]bool, len(p.m.Data))
	places := map[uint32]bool{}
	for i, segment := range p.m.Data {
		if p.later[i] = later != nil && later(segment); !p.later[i] {
			continue
		}
		place, err := placeOf(segment.Mode, segment.Offset)
		if err != nil {
			return nil, fmt.Errorf("a data segment: %w", err)
		}
		places[place] = true
	}
	return places, nil
}

// placeOf returns where an active segment begins.
func placeOf(mode wasm.SegmentMode, offset wasm.Expr) (uint32, error) {
	list, err := offset.Instructions()
	if err != nil {
		return 0, err
	}
	if mode != wasm.Active || len(list) != 2 || list[0].Op != wasm.OpI32Const {
		return 0, errors.New("it has no place that is known")
	}
	return uint32(list[0].Value), nil
}

// divide finds the functions that go into the rest.
func (p *plan) divide(hot, later map[uint32]bool) error {
	p.cold = make([]bool, len(p.types))
	stays := map[uint32]bool{}
	for _, e := range p.m.Exports {
		stays[e.Index] = stays[e.Index] || e.Kind == wasm.ExternFunc
	}
	if p.m.Start != nil {
		stays[*p.m.Start] = true
	}
	for i := p.imported; i < uint32(len(p.types)); i++ {
		does, err := p.look(i, later)
		if err != nil {
			return fmt.Errorf("function %d: %w", i, err)
		}
		core := stays[i] || does.callsHost
		if core && does.namesLater {
			return fmt.Errorf("function %d is one that hosts call, or calls one of theirs, and names data that comes later", i)
		}
		p.cold[i] = does.namesLater || !core && !hot[i]
	}
	return nil
}

// keepSmall moves small functions to the core that calls them, and those that these call.
func (p *plan) keepSmall(size int, later map[uint32]bool) error {
	todo := make([]uint32, 0, len(p.types))
	for i := p.imported; i < uint32(len(p.types)); i++ {
		if !p.cold[i] {
			todo = append(todo, i)
		}
	}
	for len(todo) > 0 {
		caller := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for in, err := range p.body(caller).Body.All() {
			if err != nil {
				return fmt.Errorf("function %d: %w", caller, err)
			}
			if in.Op != wasm.OpCall || !p.cold[in.Index] || len(p.body(in.Index).Body) > size {
				continue
			}
			does, err := p.look(in.Index, later)
			if err != nil {
				return fmt.Errorf("function %d: %w", in.Index, err)
			}
			if p.cold[in.Index] = does.namesLater; !does.namesLater {
				todo = append(todo, in.Index)
			}
		}
	}
	return nil
}

// deeds are what a function does that decides where it goes.
type deeds struct{ callsHost, namesLater bool }

// look looks at a function. An import that may suspend the guest is to be called by the instance that has it, and segments are numbered
// anew.
func (p *plan) look(index uint32, later map[uint32]bool) (does deeds, err error) {
	for in, err := range p.body(index).Body.All() {
		if err != nil {
			return does, err
		}
		switch in.Op {
		case wasm.OpCall:
			does.callsHost = does.callsHost || in.Index < p.imported
		case wasm.OpI32Const:
			does.namesLater = does.namesLater || later[uint32(in.Value)]
		case wasm.OpReturnCall, wasm.OpReturnCallIndirect, wasm.OpRefFunc, wasm.OpTableGet, wasm.OpTableSet, wasm.OpTableInit, wasm.OpTableCopy, wasm.OpTableGrow,
			wasm.OpTableSize, wasm.OpTableFill, wasm.OpElemDrop, wasm.OpMemoryInit, wasm.OpDataDrop:
			return does, fmt.Errorf("%v: tables, segments and tail calls were not thought of", in.Op)
		}
	}
	return does, nil
}

// takeSlots finds what the table holds.
func (p *plan) takeSlots() error {
	p.tableSize = p.m.Tables[0].Limits.Min
	for _, segment := range p.m.Elements {
		first, err := placeOf(segment.Mode, segment.Offset)
		if err != nil || segment.Exprs != nil {
			return fmt.Errorf("an element segment is not one of functions at a place that is known: %w", err)
		}
		for i, f := range segment.Funcs {
			if _, known := p.slots[f]; !known {
				p.slots[f] = first + uint32(i)
			}
			if p.cold[f] {
				p.absentOf(p.types[f])
			}
		}
	}
	return nil
}

// absentOf sees that the core has what stands in for functions of a type.
func (p *plan) absentOf(typeIndex uint32) {
	if _, known := p.absent[typeIndex]; !known {
		p.absent[typeIndex] = 0 // until functions are numbered
		p.absentTypes = append(p.absentTypes, typeIndex)
	}
}

// connect gives a slot to each function that the other part calls, and finds the globals that the rest uses.
func (p *plan) connect() error {
	for i := p.imported; i < uint32(len(p.types)); i++ {
		for in, err := range p.body(i).Body.All() {
			if err != nil {
				return fmt.Errorf("function %d: %w", i, err)
			}
			switch {
			case in.Op == wasm.OpCall && in.Index >= p.imported && p.cold[in.Index] != p.cold[i]:
				p.slotOf(in.Index)
			case p.cold[i] && (in.Op == wasm.OpGlobalGet || in.Op == wasm.OpGlobalSet):
				p.takeGlobal(in.Index)
			}
		}
	}
	return nil
}

// slotOf sees that a function has a slot.
func (p *plan) slotOf(index uint32) {
	if _, known := p.slots[index]; known {
		return
	}
	p.slots[index] = p.tableSize
	p.tableSize++
	p.added = append(p.added, index)
	if p.cold[index] {
		p.absentOf(p.types[index])
	}
}

// takeGlobal sees that the rest has a global.
func (p *plan) takeGlobal(index uint32) {
	if _, known := p.globals[index]; known {
		return
	}
	name := p.exported(wasm.ExternGlobal, index)
	if name == "" {
		name = fmt.Sprintf("%s%d", globalPrefix, len(p.globalOrder))
	}
	p.globals[index] = name
	p.globalOrder = append(p.globalOrder, index)
}

// number gives each function its index in its part. The core has one import more, behind its own, and what stands in for others last.
func (p *plan) number() {
	p.here = make([]uint32, len(p.types))
	core, rest := p.imported+1, uint32(0)
	for i := range p.types {
		switch {
		case uint32(i) < p.imported:
			p.here[i] = uint32(i)
		case p.cold[i]:
			p.here[i] = rest
			rest++
		default:
			p.here[i] = core
			core++
		}
	}
	for _, typeIndex := range p.absentTypes {
		p.absent[typeIndex] = core
		core++
	}
}

// move rewrites a function for the part that it goes to.
func (p *plan) move(index uint32, other func(*wasm.Instruction)) (wasm.Function, error) {
	f := *p.body(index)
	list, err := f.Body.Instructions()
	if err != nil {
		return f, fmt.Errorf("function %d: %w", index, err)
	}
	moved := make([]wasm.Instruction, 0, len(list))
	for _, in := range list {
		if in.Op == wasm.OpCall && in.Index >= p.imported && p.cold[in.Index] != p.cold[index] {
			moved = append(moved, wasm.I32Const(int32(p.slots[in.Index])), wasm.Instruction{Op: wasm.OpCallIndirect, Index: p.types[in.Index]})
			continue
		}
		if in.Op == wasm.OpCall {
			in.Index = p.here[in.Index]
		} else if other != nil {
			other(&in)
		}
		moved = append(moved, in)
	}
	f.Body = wasm.Encode(moved)
	return f, nil
}
