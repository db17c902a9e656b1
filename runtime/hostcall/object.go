package hostcall

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Object is something of the host's that programs hold: an account, a cursor of a database. A pointer to one may stand wherever values go to
// programs, in inputs, arguments and results of host functions, and comes back as the same pointer. A program sees what is listed here and
// nothing else, by dir() too. It cannot make one, nor derive a class from one's type.
//
// A session keeps what it gave out, up to its ObjectLimit, until Close, or until it goes back to before: by Reset, Restore, a run that was
// rolled back. Stored snapshots and runs do not hold objects of the host's. What a program then still has of one raises a RuntimeError.
//
// It is not to be changed once a program has seen it.
type Object struct {
	// Type is the name of its type in Python.
	Type string
	// Methods are what it can do: made by Func and RawFunc, under names without dots.
	Methods []Function
	// Attributes are functions without parameters. A program that reads the attribute gets what they return, each time; it cannot set one.
	Attributes []Function
	// Items begins an iteration, if it is not nil. Each item is asked for when its turn has come; an error ends the iteration, as the exception
	// that a host function would raise.
	Items func() iter.Seq2[any, error]
	// Value is the host's own, for functions that are given the object.
	Value any

	once    sync.Once
	members string
	err     error
	closed  atomic.Bool
}

// ObjectOf makes an object of a Go value: its methods and exported fields by their names in snake case, those that are listed and no others.
// Fields are attributes. "__iter__" lists a method All that returns an iter.Seq. A name that it has not is an error where the object is used.
func ObjectOf(value any, names ...string) *Object {
	o := &Object{Value: value}
	v := reflect.ValueOf(value)
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		o.err = errors.New("an object of nil")
		return o
	}
	o.Type = reflect.Indirect(v).Type().Name()
	for _, name := range names {
		if err := o.list(v, name); err != nil && o.err == nil {
			o.err = err
		}
	}
	return o
}

func (o *Object) list(v reflect.Value, name string) error {
	if name == "__iter__" {
		all := v.MethodByName("All")
		if !all.IsValid() || all.Type().NumIn() != 0 || all.Type().NumOut() != 1 || !all.Type().Out(0).CanSeq() {
			return fmt.Errorf("%s has no method All that returns an iter.Seq", v.Type())
		}
		o.Items = func() iter.Seq2[any, error] {
			return func(yield func(any, error) bool) {
				for item := range all.Call(nil)[0].Seq() {
					if !yield(item.Interface(), nil) {
						return
					}
				}
			}
		}
		return nil
	}
	for i := range v.NumMethod() {
		if snakeCase(v.Type().Method(i).Name) == name {
			o.Methods = append(o.Methods, Func(name, v.Method(i).Interface()))
			return nil
		}
	}
	if s := reflect.Indirect(v); s.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(s.Type()) {
			if f.IsExported() && snakeCase(f.Name) == name {
				o.Attributes = append(o.Attributes, RawFunc(name, func(context.Context, Call) (any, error) {
					return s.FieldByIndex(f.Index).Interface(), nil
				}))
				return nil
			}
		}
	}
	return fmt.Errorf("%s has no method or field for %q", v.Type(), name)
}

// Close makes programs see an object no more: what they still have of it raises a RuntimeError. To close twice is no error.
func (o *Object) Close() { o.closed.Store(true) }

// String names the type.
func (o *Object) String() string { return fmt.Sprintf("<host object %s>", o.Type) }

// check looks at the object once, and says why it cannot be given out.
func (o *Object) check() error {
	o.once.Do(func() {
		if o.err == nil {
			o.err = o.fill()
		}
	})
	return o.err
}

func (o *Object) fill() error {
	if err := CheckIdentifier(o.Type); err != nil {
		return fmt.Errorf("its type: %w", err)
	}
	var text strings.Builder
	var names []string
	for _, kind := range []struct {
		end     string
		members []Function
	}{{"(", o.Methods}, {" ", o.Attributes}} {
		for _, f := range kind.members {
			switch {
			case f.err != nil:
				return fmt.Errorf("its member %q: %w", f.name, f.err)
			case f.call == nil:
				return fmt.Errorf("its member %q was not made by Func or RawFunc", f.name)
			case strings.Contains(f.name, "."):
				return fmt.Errorf("its member %q: a name without a dot is expected", f.name)
			case slices.Contains(names, f.name):
				return fmt.Errorf("there are two members %q", f.name)
			}
			names = append(names, f.name)
			text.WriteString(f.name + kind.end)
		}
	}
	if o.Items != nil {
		text.WriteString("__iter__(")
	}
	o.members = text.String()
	return nil
}

// member finds what a program asks for.
func (o *Object) member(s *Set, name string) (Function, bool) {
	if name == "__iter__" && o.Items != nil {
		return RawFunc("iterate", func(context.Context, Call) (any, error) {
			next, stop := iter.Pull2(o.Items())
			return &iteration{Type: o.Type + "_iterator", next: next, stop: stop}, nil
		}), true
	}
	for _, f := range slices.Concat(o.Methods, o.Attributes) {
		if f.name == name {
			return f, true
		}
	}
	return Function{}, false
}

// iteration is an iterator of the host's in a program.
type iteration struct {
	Type string
	next func() (any, error, bool)
	stop func()
}

// step gives a Tuple of the next item, or of none.
func (i *iteration) step(context.Context, Call) (any, error) {
	item, err, more := i.next()
	if err != nil {
		return nil, err
	}
	if !more {
		return Tuple{}, nil
	}
	return Tuple{item}, nil
}

// --- The objects of a session ---

// given are the host's objects that a guest may hold, by numbers. They are guarded by the mutex of held.
type given struct {
	objects map[uint64]any // *Object and *iteration
	numbers map[any]uint64
	next    uint64 // number that was not given yet
	before  uint64 // what that was before the run at hand
	limit   int
	ended   map[uint64]bool // iterations that gave their last
	stops   []func()        // of iterations that are over, to be called without the lock
}

// AllowObjects says how many objects of the host's the guest may hold.
func (s *Set) AllowObjects(limit int) {
	s.limit, s.objects, s.numbers, s.ended = limit, map[uint64]any{}, map[any]uint64{}, map[uint64]bool{}
}

// NextObject returns the number that the next object gets: what is greater than all that the guest has seen.
func (s *Set) NextObject() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.next
}

// ForgetObjects says that the guest is another, which has seen numbers up to the given one.
func (s *Set) ForgetObjects(next uint64) {
	s.mu.Lock()
	defer s.unlock()
	s.drop(0)
	clear(s.ended)
	s.next, s.before = next, next
}

// unlock is for who may have dropped iterations: what they wait with ends by code of the host's.
func (s *Set) unlock() {
	stops := s.stops
	s.stops = nil
	s.mu.Unlock()
	for _, stop := range stops {
		func() {
			defer func() { _ = recover() }() // no run is there that could end by it, and nobody to tell
			stop()
		}()
	}
}

// drop lets go of what was given from a number on.
func (s *Set) drop(from uint64) {
	for number, object := range s.objects {
		if number >= from {
			s.dropOne(number, object)
		}
	}
}

func (s *Set) dropOne(number uint64, object any) {
	delete(s.objects, number)
	delete(s.numbers, object)
	if i, ok := object.(*iteration); ok {
		s.stops = append(s.stops, i.stop)
	}
}

// appendObject encodes an object, which the guest has from now on.
func (s *Set) appendObject(out []byte, object any) ([]byte, error) {
	var name, members string
	switch object := object.(type) {
	case *Object:
		if object == nil {
			return append(out, simpleNull), nil
		}
		if err := object.check(); err != nil {
			return nil, unencodable("the object: %v", err)
		}
		if object.closed.Load() {
			return nil, unencodable("%v: it was closed", object)
		}
		name, members = object.Type, object.members
	case *iteration:
		name, members = object.Type, "__next__("
	}
	if s == nil || s.objects == nil {
		return nil, unencodable("<host object %s> outside of a session", name)
	}
	number, err := s.numberOf(object)
	if err != nil {
		return nil, err
	}
	out = appendHead(appendHead(out, majorTag, tagObject), majorArray, 3)
	out = appendHead(out, majorUnsigned, number)
	if out, err = appendText(out, name); err != nil {
		return nil, err
	}
	return appendText(out, members)
}

func (s *Set) numberOf(object any) (uint64, error) {
	s.mu.Lock()
	defer s.unlock()
	if number, ok := s.numbers[object]; ok {
		return number, nil
	}
	if len(s.objects) >= s.limit {
		for number, object := range s.objects {
			if o, ok := object.(*Object); ok && o.closed.Load() {
				s.dropOne(number, object)
			}
		}
	}
	if len(s.objects) >= s.limit {
		return 0, unencodable("the program holds %d objects of the host's already", s.limit)
	}
	number := s.next
	s.next++
	s.objects[number], s.numbers[object] = object, number
	return number, nil
}

// object is what a number means, nil for nothing any more.
func (s *Set) object(number uint64) any {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if o, ok := s.objects[number].(*Object); ok && o.closed.Load() {
		return nil
	}
	return s.objects[number]
}

// objectValue is what stands for an object that comes back.
func (s *Set) objectValue(number uint64) any {
	if o, ok := s.object(number).(*Object); ok {
		return o
	}
	return Repr("<host object that is over, or an iterator>")
}

// memberOf finds what a request asks an object for: a function, which raises if there is none any more.
func (s *Set) memberOf(number uint64, full string) Function {
	of, name, _ := strings.Cut(full, ".")
	if name == "__getattr__" { // of a module: no object lists such a name
		return s.missing(of)
	}
	switch object := s.object(number).(type) {
	case *Object:
		if f, ok := object.member(s, name); ok {
			return f
		}
	case *iteration:
		if name == "__next__" {
			return RawFunc("next", func(ctx context.Context, call Call) (any, error) {
				item, err := object.step(ctx, call)
				if items, ok := item.(Tuple); ok && len(items) == 0 {
					s.end(number, object)
				}
				return item, err
			})
		}
	}
	return RawFunc("over", func(context.Context, Call) (any, error) {
		if name == "__next__" && s.hasEnded(number) {
			return Tuple{}, nil
		}
		return nil, Raisef("RuntimeError", "%s: the object of the host is over", full)
	})
}

// end takes note that an iteration gave its last. So many are remembered as there may be; of others what is left is over.
func (s *Set) end(number uint64, object *iteration) {
	s.mu.Lock()
	defer s.unlock()
	s.dropOne(number, object)
	if len(s.ended) >= s.limit {
		clear(s.ended)
	}
	s.ended[number] = true
}

func (s *Set) hasEnded(number uint64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ended[number]
}

var objectType = reflect.TypeFor[*Object]()

func convertObject(value any, out reflect.Value) error {
	switch value := value.(type) {
	case nil:
	case *Object:
		out.Set(reflect.ValueOf(value))
	default:
		return mismatch("an object of the host's", value)
	}
	return nil
}
