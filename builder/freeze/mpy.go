package freeze

import (
	"errors"
	"fmt"
)

// object is a constant of a module: what MicroPython's .mpy files call it, with its text or its items.
type object struct {
	kind  byte
	text  []byte
	items []object
}

// Kinds of objects in .mpy files (py/persistentcode.h).
const (
	objectNone = iota + 1
	objectFalse
	objectTrue
	objectEllipsis
	objectStr
	objectBytes
	objectInt
	objectFloat
	objectComplex
	objectTuple
)

// code is a function's bytecode, with those of the functions that it defines.
type code struct {
	data     []byte
	children []code
}

// mpyModule is what an .mpy file holds.
type mpyModule struct {
	names   []string // the first is that of the source file
	objects []object
	body    code
}

// mpyReader reads an .mpy file. After an error all it reads is zero.
type mpyReader struct {
	data   []byte
	static []string // names that are numbers in the file
	err    error
}

var errShort = errors.New("reading bytecode: it ends too early")

func (r *mpyReader) bytes(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.data)) {
		r.err = errShort
	}
	if r.err != nil {
		return nil
	}
	out := r.data[:n:n]
	r.data = r.data[n:]
	return out
}

func (r *mpyReader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *mpyReader) uint() (n int) {
	for r.err == nil {
		b := r.byte()
		n = n<<7 | int(b&0x7f)
		if b&0x80 == 0 {
			break
		}
	}
	return n
}

func (r *mpyReader) name() string {
	n := r.uint()
	if n&1 != 0 {
		if n>>1 >= len(r.static) {
			r.err = fmt.Errorf("reading bytecode: there is no name %d", n>>1)
			return ""
		}
		return r.static[n>>1]
	}
	text := string(r.bytes(n >> 1))
	r.byte() // NUL
	return text
}

func (r *mpyReader) object() object {
	o := object{kind: r.byte()}
	switch {
	case o.kind >= objectNone && o.kind <= objectEllipsis:
	case o.kind == objectTuple:
		for n := r.uint(); n > 0 && r.err == nil; n-- {
			o.items = append(o.items, r.object())
		}
	case o.kind >= objectStr && o.kind <= objectComplex:
		o.text = r.bytes(r.uint())
		if o.kind == objectStr || o.kind == objectBytes {
			r.byte() // NUL
		}
	case r.err == nil:
		r.err = fmt.Errorf("reading bytecode: constant of kind %d", o.kind)
	}
	return o
}

func (r *mpyReader) code() (c code) {
	head := r.uint()
	if head&3 != 0 && r.err == nil {
		r.err = errors.New("reading bytecode: it is machine code")
	}
	c.data = r.bytes(head >> 3)
	if head&4 != 0 {
		for n := r.uint(); n > 0 && r.err == nil; n-- {
			c.children = append(c.children, r.code())
		}
	}
	return c
}

// readMpy reads an .mpy file; static are the names that it has by number (py/persistentcode.c).
func readMpy(data []byte, static []string) (*mpyModule, error) {
	r := mpyReader{data: data, static: static}
	head := r.bytes(4)
	if r.err == nil && (head[0] != 'M' || head[1] != 6) {
		r.err = errors.New("reading bytecode: it is not of version 6")
	}
	m := &mpyModule{}
	names, objects := r.uint(), r.uint()
	for ; names > 0 && r.err == nil; names-- {
		m.names = append(m.names, r.name())
	}
	for ; objects > 0 && r.err == nil; objects-- {
		m.objects = append(m.objects, r.object())
	}
	m.body = r.code()
	if r.err == nil && len(r.data) > 0 {
		r.err = fmt.Errorf("reading bytecode: %d bytes stand behind it", len(r.data))
	}
	return m, r.err
}
