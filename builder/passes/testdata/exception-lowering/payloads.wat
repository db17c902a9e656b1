;; Tags that carry several values of several types; floats keep their bits, NaNs included.
(module
  (tag $ints (param i32 i64 i32 i64))
  (tag $floats (param f64 f32 f32))
  (tag $refs (param externref funcref))
  (elem declare func $throw)

  (func $throw (param $which i32) (param $a i32) (param $b i64) (param $r externref)
    block $2
      block $1
        block $0
          local.get $which
          br_table $0 $1 $2
        end
        local.get $a
        local.get $b
        (i32.add (local.get $a) (i32.const 1))
        (i64.add (local.get $b) (i64.const 1))
        throw $ints
      end
      (f64.reinterpret_i64 (local.get $b))
      (f32.reinterpret_i32 (local.get $a))
      f32.const -nan:0x123456
      throw $floats
    end
    local.get $r
    ref.func $throw
    throw $refs
  )

  (func (export "carry") (param $which i32) (param $a i32) (param $b i64) (result i64)
    block $ints (result i32 i64 i32 i64)
      block $floats (result f64 f32 f32)
        block $refs (result externref funcref)
          try_table (catch $ints $ints) (catch $floats $floats) (catch $refs $refs)
            (call $throw (local.get $which) (local.get $a) (local.get $b) (ref.null extern))
          end
          unreachable
        end
        ref.is_null
        local.set $a
        ref.is_null
        local.get $a
        i32.const 1
        i32.shl
        i32.or
        i64.extend_i32_u
        return
      end
      i32.reinterpret_f32
      local.set $a
      i32.reinterpret_f32
      local.get $a
      i32.xor
      i64.extend_i32_u
      local.set $b
      i64.reinterpret_f64
      local.get $b
      i64.xor
      return
    end
    local.set $b
    local.set $a
    local.get $b
    i64.mul
    local.get $a
    i64.extend_i32_u
    i64.add
    local.set $b
    i64.extend_i32_u
    local.get $b
    i64.xor
  )

  ;; What was caught stays as it is while others are thrown.
  (func (export "copied") (param $a i32) (param $b i64) (result i64)
    block $ints (result i32 i64 i32 i64)
      try_table (catch $ints $ints)
        (call $throw (i32.const 0) (local.get $a) (local.get $b) (ref.null extern))
      end
      unreachable
    end
    block $ignored
      try_table (catch_all $ignored)
        (call $throw (i32.const 0) (i32.const 99) (i64.const 98) (ref.null extern))
      end
    end
    local.set $b
    drop
    local.get $b
    i64.add
    local.set $b
    i64.extend_i32_u
    local.get $b
    i64.add
  )
)
