package freeze

import (
	"errors"
	"math/bits"
)

// function is a function's bytecode, taken apart.
type function struct {
	signature []byte // size of the stack, flags and counts of parameters, as they stand there
	names     []int  // its own and those of its parameters, as places in the module's table
	cells     []byte
	code      []instruction
	infoSize  int // bytes of names and lines
	codeSize  int // bytes of instructions
}

// instruction is an opcode with its argument.
type instruction struct {
	lines int
	op    byte
	arg   int    // a name, or a number
	raw   []byte // the argument as it stands there, with the byte behind it
}

// Forms of arguments (MP_BC_FORMAT of py/bc0.h).
const (
	formNone = iota
	formName
	formUint
	formOffset
)

// Opcodes (py/bc0.h) that are looked at.
const (
	opConstString = 0x10
	opLoadAttr    = 0x13
	opSuperMethod = 0x15
	opStoreAttr   = 0x18
	opMakeClosure = 0x20
	opClosureArgs = 0x21
	opSmallInt    = 0x22
	opConstObject = 0x23
	opMakeFunc    = 0x32
	opMakeFuncArg = 0x33
)

func form(op byte) int {
	if op < 0x50 {
		return [...]int{formNone, formName, formUint, formUint, formOffset}[op>>4]
	}
	return formNone
}

// hasExtra tells whether a byte follows the argument (MP_BC_MASK_EXTRA_BYTE).
func hasExtra(op byte) bool { return form(op) >= formUint && op&0x9e == 0 }

// byteReader reads bytes; short is set when they end too early.
type byteReader struct {
	data  []byte
	at    int
	short bool
}

func (r *byteReader) byte() byte {
	if r.at >= len(r.data) {
		r.short = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *byteReader) uint() (n int) {
	for {
		b := r.byte()
		n = n<<7 | int(b&0x7f)
		if b&0x80 == 0 {
			return n
		}
	}
}

// splitCode takes a function's bytecode apart (py/bc.h).
func splitCode(data []byte) (*function, error) {
	r := byteReader{data: data}
	f := &function{}
	z := r.byte()
	positional, keyword := int(z&3), 0
	for n := 0; z&0x80 != 0; n++ {
		z = r.byte()
		positional |= int(z&4) << n
		keyword |= int(z&8) >> 3 << n
	}
	f.signature = data[:r.at]
	info, cells := 0, 0
	for n := 0; ; n++ {
		z := r.byte()
		cells |= int(z&1) << n
		info |= int(z&0x7e) >> 1 << (6 * n)
		if z&0x80 == 0 {
			break
		}
	}
	infoEnd := r.at + info
	if infoEnd+cells > len(data) {
		return nil, errShort
	}
	f.infoSize = info
	for i := 0; i < 1+positional+keyword; i++ {
		f.names = append(f.names, r.uint())
	}
	lines := r.at
	f.cells = data[infoEnd : infoEnd+cells]
	r.at = infoEnd + cells
	begin := r.at
	f.codeSize = len(data) - begin
	places := map[int]int{} // of instructions, by where they begin
	for r.at < len(data) && !r.short {
		places[r.at-begin] = len(f.code)
		f.code = append(f.code, r.instruction())
	}
	if r.short {
		return nil, errShort
	}
	return f, f.putLines(data[lines:infoEnd], places)
}

func (r *byteReader) instruction() instruction {
	in := instruction{op: r.byte()}
	from := r.at
	switch form(in.op) {
	case formName, formUint:
		in.arg = r.uint()
	case formOffset:
		if b := r.byte(); b&0x80 != 0 {
			r.byte()
		}
	}
	if hasExtra(in.op) {
		r.byte()
	}
	in.raw = r.data[from:r.at]
	return in
}

// putLines says of each instruction how many lines it is below the one before it.
func (f *function) putLines(table []byte, places map[int]int) error {
	r := byteReader{data: table}
	place := 0
	for r.at < len(table) {
		c := int(r.byte())
		bytes, lines := c&0x1f, c>>5&3
		if c&0x80 != 0 {
			bytes, lines = c&0xf, c<<4&0x700|int(r.byte())
		}
		place += bytes
		if lines == 0 {
			continue
		}
		i, ok := places[place]
		if !ok || r.short {
			return errors.New("reading bytecode: a line begins where no instruction does")
		}
		f.code[i].lines += lines
	}
	return nil
}

// appendUint appends a number as MicroPython writes it.
func appendUint(to []byte, n int) []byte {
	for shift := (bits.Len(uint(n|1)) - 1) / 7 * 7; shift > 0; shift -= 7 {
		to = append(to, byte(n>>shift)|0x80)
	}
	return append(to, byte(n&0x7f))
}

// zigzag makes a small number of one near zero.
func zigzag(n int) int { return n<<1 ^ n>>(bits.UintSize-1) }
