;; $f gets a frame of 64 bytes, and a check before it.
(module
  (memory 1)
  (global $__stack_pointer (export "stack") (mut i32) (i32.const 1024))
  (func $check
    (i32.lt_u (global.get $__stack_pointer) (i32.const 128))
    if
      unreachable
    end)
  (func $f (export "f") (param $n i32) (param $x i64) (result i32)
    (local $deeper i32)
    (i32.eqz (local.get $n))
    if
      (return (i32.const 1))
    end
    (local.set $deeper (call $f (i32.sub (local.get $n) (i32.const 1)) (local.get $x)))
    (i32.add (local.get $deeper) (i32.const 1))))
