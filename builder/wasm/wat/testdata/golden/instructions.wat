;; Each shape of immediates.
(module
  (type $pair (func (param i32 i32) (result i32 i32)))
  (memory 1)
  (table $a 1 funcref)
  (table $b 1 funcref)
  (tag $e)
  (tag $v (param i32))
  (global $g (mut i32) (i32.const 0))
  (elem $el func $f)
  (data $d "x")
  (func $control (param i32 i32) (result i32)
    local.get 0
    local.get 1
    block (type $pair)
      loop $again (param i32 i32) (result i32 i32)
      end
    end
    if (param i32) (result i32)
    else
      br 1
    end
  )
  (func $f (param $p i32) (result i32)
    block $outer (result i32)
      block $null (result exnref)
        block $both (result i32 exnref)
          try_table $try (result i32) (catch $v $outer) (catch_ref $v $both) (catch_ref $e $null) (catch_all_ref $null)
            call $f
          end
        end
      end
      throw_ref
    end
    return_call $f
  )
  (func $none)
  (func $calls
    i32.const 0
    call_indirect (type $pair)
    i32.const 0
    return_call_indirect $b (param i32) (result i32)
  )
  (func $tables
    table.get $a
    table.set $b
    table.copy $a $b
    table.init $b $el
    elem.drop $el
    table.grow 0
    table.size $b
    table.fill $a
    ref.null func
    ref.null extern
    ref.null exn
    ref.is_null
    ref.func $f
    select
    select (result funcref)
  )
  (func $memory
    i32.load
    i64.load16_u offset=4
    f64.store align=1
    v128.load64_zero offset=4294967295 align=2
    v128.load8_lane offset=1 3
    v128.store32_lane align=1 0
    memory.size
    memory.grow
    memory.copy
    memory.fill
    memory.init $d
    data.drop $d
  )
  (func $numbers
    i32.const -2147483648
    i32.const 0xffff_ffff
    i64.const -0x8000000000000000
    i64.const 18446744073709551615
    f32.const 0.1
    f32.const -0
    f32.const nan
    f32.const -nan:0x200000
    f64.const 0x1.8p-3
    f64.const 0xA
    f64.const inf
    f64.const -inf
    f64.const 1e300
    f64.const nan:0x1
    f64.const 4.9406564584124654e-324
    v128.const i32x4 1 2 3 -1
    v128.const i64x2 1 -1
    v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
    v128.const f32x4 0 1 nan inf
    v128.const f64x2 1 -2.5
    v128.const i16x8 1 2 3 4 5 6 7 -8
    i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
    i8x16.extract_lane_s 15
    f64x2.replace_lane 1
  )
)
