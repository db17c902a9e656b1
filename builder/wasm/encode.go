package wasm

import (
	"encoding/binary"

	"github.com/seed-3f7e3123/mpwasm/builder/wasm/internal/leb128"
)

// AppendInstruction appends the encoding of in to dst and returns the extended slice. Integers take
// their shortest form.
func AppendInstruction(dst []byte, in *Instruction) []byte {
	if prefix := in.Op >> 8; prefix != 0 {
		dst = append(dst, byte(prefix))
		dst = leb128.AppendUint32(dst, uint32(in.Op&0xFF))
	} else {
		dst = append(dst, byte(in.Op))
	}
	switch imm := in.Op.Immediate(); imm {
	case ImmNone:
	case ImmBlock:
		dst = leb128.AppendInt64(dst, int64(in.Block))
	case ImmTry:
		dst = appendCatches(leb128.AppendInt64(dst, int64(in.Block)), in.Lists)
	case ImmLabels:
		dst = leb128.AppendUint32(dst, uint32(len(in.Lists.Labels)))
		for _, label := range in.Lists.Labels {
			dst = leb128.AppendUint32(dst, label)
		}
		dst = leb128.AppendUint32(dst, in.Index)
	case ImmTypes:
		dst = leb128.AppendUint32(dst, uint32(len(in.Lists.Types)))
		for _, t := range in.Lists.Types {
			dst = append(dst, byte(t))
		}
	case ImmRefType:
		dst = append(dst, byte(in.Lists.Types[0]))
	case ImmTypeTable, ImmTableTable, ImmElemTable:
		dst = leb128.AppendUint32(leb128.AppendUint32(dst, in.Index), in.Index2)
	case ImmDataZero:
		dst = append(leb128.AppendUint32(dst, in.Index), 0)
	case ImmZero:
		dst = append(dst, 0)
	case ImmZeroZero:
		dst = append(dst, 0, 0)
	case ImmMemory, ImmMemoryLane:
		dst = leb128.AppendUint32(append(dst, in.Align), uint32(in.Value))
		if imm == ImmMemoryLane {
			dst = append(dst, in.Lane)
		}
	case ImmLane:
		dst = append(dst, in.Lane)
	case ImmI32, ImmI64, ImmF32, ImmF64, ImmV128, ImmShuffle:
		dst = appendConstant(dst, in, imm)
	default: // the kinds with one index
		dst = leb128.AppendUint32(dst, in.Index)
	}
	return dst
}

func appendConstant(dst []byte, in *Instruction, imm Immediate) []byte {
	switch imm {
	case ImmI32:
		return leb128.AppendInt64(dst, int64(int32(in.Value)))
	case ImmI64:
		return leb128.AppendInt64(dst, int64(in.Value))
	case ImmF32:
		return binary.LittleEndian.AppendUint32(dst, uint32(in.Value))
	case ImmF64:
		return binary.LittleEndian.AppendUint64(dst, in.Value)
	}
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(dst, in.Value), in.High)
}

func appendCatches(dst []byte, lists *Lists) []byte {
	if lists == nil { // a try_table without clauses may be built without lists
		return append(dst, 0)
	}
	dst = leb128.AppendUint32(dst, uint32(len(lists.Catches)))
	for _, c := range lists.Catches {
		dst = append(dst, byte(c.Kind))
		if c.Kind.HasTag() {
			dst = leb128.AppendUint32(dst, c.Tag)
		}
		dst = leb128.AppendUint32(dst, c.Label)
	}
	return dst
}
