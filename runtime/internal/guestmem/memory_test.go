package guestmem

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

const wasmPage = 65536

// image is two pages of WebAssembly's, some of them zeros.
func image() *Image {
	data := make([]byte, 2*wasmPage)
	for i := range data {
		if i/PageBytes%3 != 0 {
			data[i] = byte(i/PageBytes + i)
		}
	}
	return NewImage(data)
}

// instance is as much of an instance as Resize needs.
type instance struct {
	memory *Memory
	bytes  []byte
}

func (i *instance) grow(pages uint32) (uint32, bool) {
	had := len(i.bytes) / wasmPage
	grown := i.memory.Reallocate(uint64(had+int(pages)) * wasmPage)
	if grown == nil {
		return 0, false
	}
	i.bytes = grown
	return uint32(had), true
}

// TestMemoryAgainstAModel does at random what sandboxes do, to a memory and to a slice.
func TestMemoryAgainstAModel(t *testing.T) {
	backed := image()
	defer backed.Close()
	for kind, image := range map[string]*Image{"mapped": backed, "slice": backed.Slices()} {
		for seed := range uint64(20) {
			t.Run(fmt.Sprintf("%s/%d", kind, seed), func(t *testing.T) { againstModel(t, image, seed) })
		}
	}
}

func againstModel(t *testing.T, image *Image, seed uint64) {
	random := rand.New(rand.NewPCG(seed, 0))
	const max = 40 * wasmPage
	memory := New(image, max)
	defer memory.Free()
	guest := &instance{memory: memory}
	guest.grow(2)
	model := bytes.Clone(image.data)
	type saved struct {
		delta Delta
		model []byte
	}
	var states []saved
	for step := range 200 {
		switch random.IntN(7) {
		case 0: // the guest writes
			at := random.IntN(len(model) - 100)
			for i := range 100 {
				model[at+i] = byte(random.Uint32())
			}
			copy(guest.bytes[at:], model[at:at+100])
		case 1: // and clears
			at := random.IntN(len(model) - 5000)
			clear(guest.bytes[at : at+5000])
			clear(model[at : at+5000])
		case 2: // and grows
			pages := random.IntN(8)
			_, ok := guest.grow(uint32(pages))
			if want := len(model)+pages*wasmPage <= max; ok != want {
				t.Fatalf("step %d: growing by %d pages from %d: %v", step, pages, len(model), ok)
			}
			if ok {
				model = append(model, make([]byte, pages*wasmPage)...)
			}
		case 3: // or writes a byte of more pages than are put back one by one
			for range random.IntN(300) {
				at := random.IntN(len(model))
				guest.bytes[at]++
				model[at]++
			}
		case 4:
			s := saved{model: bytes.Clone(model)}
			memory.Save(&s.delta)
			states = append(states, s)
		default:
			if len(states) == 0 {
				continue
			}
			s := states[random.IntN(len(states))]
			if !memory.Resize(guest.grow, s.delta.Size) {
				t.Fatalf("step %d: no resizing", step)
			}
			memory.Load(&s.delta)
			model = bytes.Clone(s.model)
		}
		if !bytes.Equal(guest.bytes, model) {
			t.Fatalf("step %d: the memory is not what it should be", step)
		}
	}
	for _, s := range states {
		var index []uint32
		var data []byte
		s.delta.Pages(image, func(i uint32, page []byte) { index, data = append(index, i), append(data, page...) })
		again := FromPages(image, s.delta.Size, index, data)
		if diff := Diff(image, s.model); !slices.Equal(again.Index, diff.Index) || !bytes.Equal(again.Data, diff.Data) || !slices.Equal(diff.Index, s.delta.Index) || !bytes.Equal(diff.Data, s.delta.Data) {
			t.Fatal("the same content has different deltas")
		}
	}
}

// TestGrowingMovesNothing makes sure that the address stays.
func TestGrowingMovesNothing(t *testing.T) {
	i := image()
	defer i.Close()
	if i.backing == i.Slices().backing {
		t.Skip("memory is a slice here")
	}
	m := New(i, 1<<30)
	defer m.Free()
	first := &m.Reallocate(wasmPage)[0]
	if last := m.Reallocate(1 << 30); last == nil || &last[0] != first {
		t.Error("the memory moved")
	}
	if m.Reallocate(1<<30+wasmPage) != nil {
		t.Error("it grew beyond its limit")
	}
}
