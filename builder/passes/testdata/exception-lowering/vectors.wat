;; A tag that carries a vector.
(module
  (tag $vector (param v128 i32))

  (func $throw (param $a i32) (param $b i64)
    (i64x2.splat (local.get $b))
    (throw $vector (local.get $a))
  )

  (func (export "carry") (param $a i32) (param $b i64) (result i64)
    block $caught (result v128 i32)
      try_table (catch $vector $caught)
        (call $throw (local.get $a) (local.get $b))
      end
      unreachable
    end
    local.set $a
    i64x2.extract_lane 1
    (i64.xor (i64.extend_i32_u (local.get $a)))
  )
)
