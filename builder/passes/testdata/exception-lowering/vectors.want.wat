(module
  (type $0 (func (param v128 i32)))
  (type $1 (func (param i32 i64)))
  (type $2 (func (param i32 i64) (result i64)))
  (type $3 (func (result v128 i32)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (global $payload_v128_0 (mut v128) (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000))
  (export "carry" (func $1))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $throw (type $1) (param $a i32) (param $b i64)
    local.get $b
    i64x2.splat
    local.get $a
    global.set $payload
    global.set $payload_v128_0
    i32.const 1
    global.set $thrown
    br 0
  )
  (func $1 (type $2) (param $a i32) (param $b i64) (result i64)
    block $0 (type $3) (result v128 i32)
      block $1
        block $2
          local.get $a
          local.get $b
          call $throw
          global.get $thrown
          br_if $2
          br $1
        end
        global.get $payload_v128_0
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      unreachable
    end
    local.set $a
    i64x2.extract_lane 1
    local.get $a
    i64.extend_i32_u
    i64.xor
  )
)
