// Package split cuts a module in two: a core that holds the functions that are needed at once, and a rest that holds all others and
// whatever data is to come later. Put together they do what the whole does, to the last byte of memory.
//
// The two meet in the core's memory, globals and table, which the rest imports as the core exports them. A call from one to the
// other goes through the table, for which functions get slots behind those that the module has: so the rest needs neither a name nor
// an import a function. Slots of the module itself keep their numbers, since those lie in the guest's memory as function pointers.
//
//	core                                             rest
//	(import "mpwasm" "rest" (func $rest))            (import "core" "memory" (memory 0))
//	(table (export "rest.table") 3 3 funcref)        (import "core" "rest.table" (table 3 funcref))
//	(elem (i32.const 1) $absent $hot)
//	(func $absent (result i32)                       (func $cold (result i32)
//	  call $rest                                       i32.const 2
//	  unreachable)                                     call_indirect (result i32))  ;; $hot
//	(func $main                                      (elem (i32.const 1) $cold)
//	  i32.const 1                                    (func (export "put") ...)      ;; memory.init, for data
//	  call_indirect (result i32))  ;; $cold
//
// Until the rest is there, the slot of each of its functions holds one of the core that calls the import and does not go on. There
// is one a type, since it need not know which function was meant: the host throws, and has the run again when the rest has come.
package split
