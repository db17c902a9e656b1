;; Values that wait on the operand stack.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))
  (func $three (result i32 f32 i32) (call $alloc) (f32.const 1) (call $alloc))
  (func $sink (param i32 f32 i32 i32) (call $use (local.get 0)) (call $use (local.get 2)) (call $use (local.get 3)))
  ;; Several results at once: those above make way.
  (func (export "results")
    (call $three)
    (call $collect)
    (call $alloc)
    (call $sink))
  ;; The parameters of a loop.
  (func (export "params") (param $n i32)
    (call $alloc) (f32.const 2) (call $alloc)
    loop $again (param i32 f32 i32)
      (call $collect)
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (i32.gt_s (local.get $n) (i32.const 0)))
      (call $alloc)
      (call $sink)
    end)
  ;; The result of a block, and a local that is set while its old value waits.
  (func (export "block") (param $n i32)
    (local $o i32)
    (local.set $o (call $alloc))
    block (result i32)
      (br_if 0 (call $alloc) (local.get $n))
      drop
      (call $alloc)
    end
    (local.get $o)
    (local.set $o (call $alloc))
    (call $collect)
    (call $use)
    (call $use)
    (call $use (local.get $o)))
  ;; A condition and the parameters of an if.
  (func (export "arms") (param $n i32)
    (call $alloc)
    (call $alloc)
    (local.get $n)
    if (param i32) (result i32)
      (call $collect)
    else
      (call $use)
      (call $alloc)
      (call $collect)
    end
    (call $use)
    (call $use))
  ;; What gets past an if without else.
  (func (export "skipped") (param $n i32)
    (call $alloc)
    (call $collect)
    (i32.gt_u (local.get $n) (i32.const 2))
    if (param i32) (result i32)
      drop
      (call $alloc)
    end
    (call $use)))
