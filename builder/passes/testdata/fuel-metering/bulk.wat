;; Copying and filling take a unit for each 64 bytes.
(module
  (memory 1)
  (global $fuel (export "fuel") (mut i32) (i32.const 1000))
  (func $out
    (global.set $fuel (i32.const 0)))
  (func $counted)
  (func $exempt)
  (func (export "copy") (param $n i32)
    (memory.copy (i32.const 0) (i32.const 100) (i32.shl (local.get $n) (i32.const 6))))
  (func (export "fill") (param $n i32)
    (memory.fill (i32.const 0) (i32.const 1) (i32.shl (local.get $n) (i32.const 6)))))
