;; All ways out of a function drop the frame.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))
  (table 2 funcref)
  (elem (i32.const 0) $collect $result)

  (func $result (param $n i32) (result i32)
    (local $o i32)
    (local.set $o (call $alloc))
    (call $collect)
    (i32.eq (local.get $n) (i32.const 1))
    if
      i32.const 10
      return
    end
    block $inner
      (drop (br_if 1 (i32.const 20) (i32.eq (local.get $n) (i32.const 2))))
      (br_if $inner (i32.eq (local.get $n) (i32.const 3)))
      (br_table 1 1 (i32.const 30) (local.get $n))
    end
    (call $use (local.get $o))
    (i32.const 40))
  (func $leave (param $n i32)
    (local $o i32)
    (local.set $o (call $alloc))
    (call $collect)
    (br_if 0 (local.get $n))
    (call $use (local.get $o))
    return
    call $collect)
  (func $many (param $n i32) (result i32 i64)
    (local $o i32)
    (local.set $o (call $alloc))
    (call $collect)
    (call $use (local.get $o))
    (i32.const 1) (i64.const 2))
  (func (export "run") (param i32) (result i32)
    (call $leave (local.get 0))
    (call $many (local.get 0))
    drop drop
    (call_indirect (param i32) (result i32) (local.get 0) (i32.const 1))))
