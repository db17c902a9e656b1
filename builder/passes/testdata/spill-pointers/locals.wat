;; What lives in locals across a call that may collect.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))

  ;; The example on top of the pass: a parameter, and a result that waits on the operand stack.
  (func $pair (export "pair") (result i32)
    (call $first (call $alloc)))
  (func $first (param $o i32) (result i32)
    local.get $o
    call $touch
    local.get $o
    call $touch
    i32.add)
  (func $touch (param $o i32) (result i32)
    call $collect
    local.get $o
    call $use
    i32.const 7)

  ;; Not needed after the call: it has no place.
  (func $last (export "last")
    (local $o i32)
    (local.set $o (call $alloc))
    (call $use (local.get $o))
    (call $collect))

  ;; Set anew: it is stored again.
  (func $again (export "again")
    (local $o i32)
    (local.set $o (call $alloc))
    (call $collect)
    (call $use (local.get $o))
    (local.set $o (call $alloc))
    (call $collect)
    (call $collect)
    (call $use (local.get $o)))

  ;; Never wanted at the same time: they share a place.
  (func $share (export "share")
    (local $a i32) (local $b i32)
    (local.set $a (call $alloc))
    (call $collect)
    (call $use (local.get $a))
    (local.set $b (call $alloc))
    (call $collect)
    (call $use (local.get $b)))

  ;; This one does not lead to a collection: nothing happens to it.
  (func $quiet (export "quiet")
    (local $o i32)
    (local.set $o (call $alloc))
    (call $use (local.get $o))
    (call $use (local.get $o))))
