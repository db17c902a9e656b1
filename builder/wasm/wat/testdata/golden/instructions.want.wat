(module
  (type $pair (func (param i32 i32) (result i32 i32)))
  (type $1 (func))
  (type $2 (func (param i32)))
  (type $3 (func (param i32 i32) (result i32)))
  (type $4 (func (param i32) (result i32)))
  (type $5 (func (result i32 exnref)))
  (table $a 1 funcref)
  (table $b 1 funcref)
  (memory $0 1)
  (tag $e (type $1))
  (tag $v (type $2) (param i32))
  (global $g (mut i32) (i32.const 0))
  (elem $el func $f)
  (func $control (type $3) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    block $0 (type $pair) (param i32 i32) (result i32 i32)
      loop $1 (type $pair) (param i32 i32) (result i32 i32)
      end
    end
    if $2 (type $4) (param i32) (result i32)
    else
      br 1
    end
  )
  (func $f (type $4) (param $p i32) (result i32)
    block $0 (result i32)
      block $1 (result exnref)
        block $2 (type $5) (result i32 exnref)
          try_table $3 (result i32) (catch $v $0) (catch_ref $v $2) (catch_ref $e $1) (catch_all_ref $1)
            call $f
          end
        end
      end
      throw_ref
    end
    return_call $f
  )
  (func $none (type $1)
  )
  (func $calls (type $1)
    i32.const 0
    call_indirect (type $pair) (param i32 i32) (result i32 i32)
    i32.const 0
    return_call_indirect $b (type $4) (param i32) (result i32)
  )
  (func $tables (type $1)
    table.get $a
    table.set $b
    table.copy $a $b
    table.init $b $el
    elem.drop $el
    table.grow $a
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
  (func $memory (type $1)
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
  (func $numbers (type $1)
    i32.const -2147483648
    i32.const -1
    i64.const -9223372036854775808
    i64.const -1
    f32.const 0.1
    f32.const -0
    f32.const nan:0x400000
    f32.const -nan:0x200000
    f64.const 0.1875
    f64.const 10
    f64.const inf
    f64.const -inf
    f64.const 1e+300
    f64.const nan:0x1
    f64.const 5e-324
    v128.const i32x4 0x00000001 0x00000002 0x00000003 0xffffffff
    v128.const i32x4 0x00000001 0x00000000 0xffffffff 0xffffffff
    v128.const i32x4 0x03020100 0x07060504 0x0b0a0908 0x0f0e0d0c
    v128.const i32x4 0x00000000 0x3f800000 0x7fc00000 0x7f800000
    v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0xc0040000
    v128.const i32x4 0x00020001 0x00040003 0x00060005 0xfff80007
    i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
    i8x16.extract_lane_s 15
    f64x2.replace_lane 1
  )
  (data $d "x")
)
