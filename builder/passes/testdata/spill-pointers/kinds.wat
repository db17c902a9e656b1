;; What is no pointer, or is not used as one, has no place.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))
  (func (export "none") (param $n i32) (result i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $e i32) (local $f i32) (local $g i32)
    (local.set $a (i32.load (i32.const 70000)))                            ;; only compared and shifted below
    (local.set $b (i32.eq (local.get $a) (local.get $n)))
    (local.set $c (i32.load8_u (i32.const 70000)))
    (local.set $d (i32.and (local.get $n) (i32.const 3)))
    (local.set $e (i32.const 70004))                                       ;; static
    (local.set $f (i32.sub (global.get $__stack_pointer) (i32.const 16))) ;; on the stack
    (local.set $g (i32.shl (local.get $n) (i32.const 1)))
    (call $collect)
    (i32.store (local.get $e) (i32.add (local.get $b) (local.get $c)))
    (i32.store (local.get $f) (i32.add (local.get $d) (local.get $g)))
    (i32.add (i32.shl (local.get $a) (i32.const 2)) (i32.gt_u (local.get $n) (local.get $a))))
  ;; Two pointers side by side in an i64, and four in a v128.
  (func (export "wide")
    (local $two i64) (local $four v128) (local $p i32)
    (local.set $p (call $alloc))
    (local.set $two (i64.or (i64.extend_i32_u (call $alloc)) (i64.shl (i64.extend_i32_u (call $alloc)) (i64.const 32))))
    (local.set $four (i32x4.replace_lane 3 (i32x4.splat (call $alloc)) (call $alloc)))
    (call $collect)
    (call $use (local.get $p))
    (call $use (i32.wrap_i64 (local.get $two)))
    (call $use (i32.wrap_i64 (i64.shr_u (local.get $two) (i64.const 32))))
    (call $use (i32x4.extract_lane 3 (local.get $four)))
    (call $use (i32x4.extract_lane 0 (local.get $four))))
  ;; Arithmetic keeps a pointer one.
  (func (export "derived") (param $n i32)
    (local $p i32)
    (local.set $p (select (i32.and (call $alloc) (i32.const -4)) (i32.const 0) (i32.const 1)))
    (call $collect)
    (call $use (i32.sub (i32.add (local.get $p) (i32.const 8)) (i32.const 8)))))
