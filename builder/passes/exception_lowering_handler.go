package passes

import (
	"fmt"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm"
)

// getGlobal returns global.get.
func getGlobal(index uint32) wasm.Instruction {
	return wasm.Instruction{Op: wasm.OpGlobalGet, Index: index}
}

// setGlobal returns global.set.
func setGlobal(index uint32) wasm.Instruction {
	return wasm.Instruction{Op: wasm.OpGlobalSet, Index: index}
}

// plain returns an instruction without immediates.
func plain(op wasm.Opcode) wasm.Instruction { return wasm.Instruction{Op: op} }

// thrownValue is what the global thrown holds while an exception of that tag is on its way.
func thrownValue(tag uint32) int32 { return int32(tag) + 1 }

// check follows a call that may throw.
func (b *bodyLowering) check() {
	b.checks++
	b.replace(getGlobal(b.state.thrown), wasm.Instruction{Op: wasm.OpBrIf, Index: b.target()})
}

// throw replaces the instruction of that name: the values it takes go into the globals, the last one first.
func (b *bodyLowering) throw(tag uint32) {
	slots := b.state.tags[tag]
	for i := len(slots.slots) - 1; i >= 0; i-- {
		switch slots.params[i] {
		case wasm.F32:
			b.replace(plain(wasm.OpI32ReinterpretF32))
		case wasm.F64:
			b.replace(plain(wasm.OpI64ReinterpretF64))
		}
		b.replace(setGlobal(slots.slots[i]))
	}
	b.replace(wasm.I32Const(thrownValue(tag)), setGlobal(b.state.thrown),
		wasm.Instruction{Op: wasm.OpBr, Index: b.target()})
}

// throwRef replaces the instruction of that name: a null traps, anything else is taken apart.
func (b *bodyLowering) throwRef() {
	b.usesScratch = true
	get := wasm.Instruction{Op: wasm.OpLocalGet, Index: b.scratch}
	b.replace(
		wasm.Instruction{Op: wasm.OpLocalTee, Index: b.scratch},
		plain(wasm.OpI64Eqz),
		wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty},
		plain(wasm.OpUnreachable),
		plain(wasm.OpEnd),
		get, plain(wasm.OpI32WrapI64), setGlobal(b.state.payload),
		get, wasm.I64Const(32), plain(wasm.OpI64ShrU), plain(wasm.OpI32WrapI64), setGlobal(b.state.thrown),
		wasm.Instruction{Op: wasm.OpBr, Index: b.target()},
	)
}

// handler writes the code that an exception reaches: it goes through the clauses in order. It never runs on into
// what follows it.
func (b *bodyLowering) handler(clauses []wasm.Catch) error {
	left := map[uint32]bool{} // tags that no clause so far is for
	for tag := range b.spaces.tags {
		left[uint32(tag)] = true
	}
	for _, c := range clauses {
		if !c.Kind.HasTag() {
			return b.catchAll(c, left)
		}
		if !left[c.Tag] {
			continue // an earlier clause has them all
		}
		if c.Kind.HasRef() {
			if err := b.checkReference(c.Tag); err != nil {
				return err
			}
		}
		if len(left) == 1 { // no other tag can get here: there is nothing to compare
			b.catchTag(c)
			return nil
		}
		b.emit(getGlobal(b.state.thrown), wasm.I32Const(thrownValue(c.Tag)), plain(wasm.OpI32Eq),
			wasm.Instruction{Op: wasm.OpIf, Block: wasm.BlockEmpty})
		b.height++
		b.catchTag(c)
		b.emit(plain(wasm.OpEnd))
		b.height--
		delete(left, c.Tag)
	}
	b.emit(wasm.Instruction{Op: wasm.OpBr, Index: b.target()})
	return nil
}

// catchTag hands over what an exception of the clause's tag carries, and branches on.
func (b *bodyLowering) catchTag(c wasm.Catch) {
	slots := b.state.tags[c.Tag]
	for i, slot := range slots.slots {
		b.emit(getGlobal(slot))
		switch slots.params[i] {
		case wasm.F32:
			b.emit(plain(wasm.OpF32ReinterpretI32))
		case wasm.F64:
			b.emit(plain(wasm.OpF64ReinterpretI64))
		}
	}
	if c.Kind.HasRef() {
		b.emit(wasm.I64Const(int64(thrownValue(c.Tag)) << 32))
		if len(slots.slots) > 0 {
			b.emit(getGlobal(slots.slots[0]), plain(wasm.OpI64ExtendI32U), plain(wasm.OpI64Or))
		}
	}
	b.caught(c)
}

// catchAll hands over nothing, or the exception itself, and branches on.
func (b *bodyLowering) catchAll(c wasm.Catch, left map[uint32]bool) error {
	if c.Kind.HasRef() {
		for tag := range uint32(len(b.spaces.tags)) {
			if !left[tag] {
				continue
			}
			if err := b.checkReference(tag); err != nil {
				return err
			}
		}
		b.emit(getGlobal(b.state.thrown), plain(wasm.OpI64ExtendI32U), wasm.I64Const(32), plain(wasm.OpI64Shl),
			getGlobal(b.state.payload), plain(wasm.OpI64ExtendI32U), plain(wasm.OpI64Or))
	}
	b.caught(c)
	return nil
}

// caught ends the flight of the exception: what it carried is on the operand stack, safe from the next one.
func (b *bodyLowering) caught(c wasm.Catch) {
	b.emit(wasm.I32Const(0), setGlobal(b.state.thrown),
		wasm.Instruction{Op: wasm.OpBr, Index: b.branch(c.Label)})
}

// checkReference refuses to make an exnref of an exception that carries too much for it.
func (b *bodyLowering) checkReference(tag uint32) error {
	if b.state.tags[tag].fitsReference() {
		return nil
	}
	return fmt.Errorf("lowering a catch clause that takes an exnref: exceptions of tag %s carry %v, "+
		"at most one i32 or f32 is supported", b.tagName(tag), b.state.tags[tag].params)
}

// tagName returns the name of a tag, or its index.
func (l *lowering) tagName(tag uint32) string {
	if names, err := l.in.Names(); err == nil && names != nil {
		if name := names.Maps[wasm.NameTags][tag]; name != "" {
			return name
		}
	}
	return fmt.Sprint(tag)
}
