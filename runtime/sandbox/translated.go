package sandbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero/api"

	"github.com/seed-3f7e3123/mpwasm/runtime/internal/guestmem"
	"github.com/seed-3f7e3123/mpwasm/runtime/translated"
)

// goCode is an artifact that was translated to Go.
type goCode struct {
	artifact *translated.Artifact
	imports  []api.GoFunction // by their numbers
}

// useTranslated looks for what the artifact imports.
func useTranslated(artifact *translated.Artifact) (code, error) {
	offered := map[[2]string]hostImport{}
	for _, i := range hostImports() {
		offered[[2]string{i.module, i.name}] = i
	}
	c := &goCode{artifact: artifact}
	for _, wanted := range artifact.Imports {
		i, ok := offered[[2]string{wanted.Module, wanted.Name}]
		if !ok || len(i.params) != wanted.Params || len(i.results) != wanted.Results {
			return nil, invalid("a translated artifact that imports %s of %s with %d parameters and %d results: this version of mpwasm has no such function; translate the artifact again", wanted.Name, wanted.Module, wanted.Params, wanted.Results)
		}
		c.imports = append(c.imports, i.function)
	}
	return c, nil
}

func (c *goCode) instantiate(_ context.Context, memory *guestmem.Memory) (machine, error) {
	m := &goMachine{code: c, memory: memory}
	m.instance = c.artifact.New(m)
	size := int(c.artifact.Pages) * wasmPage
	if !m.reallocate(uint64(size)) {
		return nil, errors.New("no memory")
	}
	if memory.Image().Size() == 0 && !memory.Write(c.artifact.DataAt, []byte(c.artifact.Data)) {
		return nil, fmt.Errorf("%d bytes of data at %#x do not fit a memory of %d", len(c.artifact.Data), c.artifact.DataAt, size)
	}
	return m, nil
}

func (c *goCode) close(context.Context) error { return nil }

// goMachine is an instance of Go code.
type goMachine struct {
	code     *goCode
	instance translated.Instance
	memory   *guestmem.Memory
	ctx      context.Context // of the call that is under way
}

// Import has the guest's import answered.
func (m *goMachine) Import(number int, stack []uint64) { m.code.imports[number].Call(m.ctx, stack) }

// Grow is memory.grow.
func (m *goMachine) Grow(pages uint32) (uint32, bool) {
	if pages == 0 {
		return uint32(len(m.memory.Bytes()) / wasmPage), true
	}
	return m.grow(pages)
}

func (m *goMachine) grow(pages uint32) (uint32, bool) {
	before := uint64(len(m.memory.Bytes()) / wasmPage)
	return uint32(before), m.reallocate((before + uint64(pages)) * wasmPage)
}

// reallocate gives the memory a size, and the code the memory.
func (m *goMachine) reallocate(size uint64) bool {
	data := m.memory.Reallocate(size)
	if data != nil {
		*m.instance.Memory() = data
	}
	return data != nil
}

func (m *goMachine) function(name string) function {
	code := m.instance.Function(name)
	if code == nil {
		return nil
	}
	return &goFunction{m, code}
}

func (m *goMachine) global(name string) global {
	if g := m.instance.Global(name); g != nil {
		return (*goGlobal)(g)
	}
	return nil
}

func (m *goMachine) close(context.Context) error {
	*m.instance.Memory() = nil
	m.memory.Free()
	return nil
}

// goGlobal is a global of Go code.
type goGlobal int32

// Get returns it.
func (g *goGlobal) Get() uint64 { return uint64(uint32(*g)) }

// Set changes it.
func (g *goGlobal) Set(v uint64) { *g = goGlobal(v) }

// goFunction is an export of Go code.
type goFunction struct {
	machine *goMachine
	code    func([]uint64)
}

// CallWithStack calls the export. What it panics with is a trap: of the guest's code, or of an import that does not return.
func (f *goFunction) CallWithStack(ctx context.Context, stack []uint64) (err error) {
	m := f.machine
	before := m.ctx
	m.ctx = ctx
	calls, top := m.instance.Calls()
	defer func() {
		m.ctx = before
		if p := recover(); p != nil {
			m.instance.SetCalls(calls, top)
			err = goTrap(p)
		}
	}()
	f.code(stack)
	return nil
}

// goTrap is a trap, from what the code panicked with.
func goTrap(p any) error {
	if err, ok := p.(error); ok {
		return fmt.Errorf("trap: %w", err)
	}
	return fmt.Errorf("trap: %v", p)
}
