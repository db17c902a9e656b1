(module
  (type $0 (func (param i32 i64 i32 i64)))
  (type $1 (func (param f64 f32 f32)))
  (type $2 (func (param externref funcref)))
  (type $3 (func (param i32 i32 i64 externref)))
  (type $4 (func (param i32 i32 i64) (result i64)))
  (type $5 (func (param i32 i64) (result i64)))
  (type $6 (func (result i32 i64 i32 i64)))
  (type $7 (func (result f64 f32 f32)))
  (type $8 (func (result externref funcref)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (global $payload_i64_0 (mut i64) (i64.const 0))
  (global $payload_i32_1 (mut i32) (i32.const 0))
  (global $payload_i64_1 (mut i64) (i64.const 0))
  (global $payload_externref_0 (mut externref) (ref.null extern))
  (global $payload_funcref_0 (mut funcref) (ref.null func))
  (export "carry" (func $1))
  (export "copied" (func $3))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (elem $0 declare func $throw)
  (func $throw (type $3) (param $which i32) (param $a i32) (param $b i64) (param $r externref)
    block $0
      block $1
        block $2
          local.get $which
          br_table $2 $1 $0
        end
        local.get $a
        local.get $b
        local.get $a
        i32.const 1
        i32.add
        local.get $b
        i64.const 1
        i64.add
        global.set $payload_i64_1
        global.set $payload_i32_1
        global.set $payload_i64_0
        global.set $payload
        i32.const 1
        global.set $thrown
        br 2
      end
      local.get $b
      f64.reinterpret_i64
      local.get $a
      f32.reinterpret_i32
      f32.const -nan:0x123456
      i32.reinterpret_f32
      global.set $payload_i32_1
      i32.reinterpret_f32
      global.set $payload
      i64.reinterpret_f64
      global.set $payload_i64_0
      i32.const 2
      global.set $thrown
      br 1
    end
    local.get $r
    ref.func $throw
    global.set $payload_funcref_0
    global.set $payload_externref_0
    i32.const 3
    global.set $thrown
    br 0
  )
  (func $1 (type $4) (param $which i32) (param $a i32) (param $b i64) (result i64)
    block $0 (type $6) (result i32 i64 i32 i64)
      block $1 (type $7) (result f64 f32 f32)
        block $2 (type $8) (result externref funcref)
          block $3
            block $4
              local.get $which
              local.get $a
              local.get $b
              ref.null extern
              call $throw
              global.get $thrown
              br_if $4
              br $3
            end
            global.get $thrown
            i32.const 1
            i32.eq
            if $5
              global.get $payload
              global.get $payload_i64_0
              global.get $payload_i32_1
              global.get $payload_i64_1
              i32.const 0
              global.set $thrown
              br $0
            end
            global.get $thrown
            i32.const 2
            i32.eq
            if $6
              global.get $payload_i64_0
              f64.reinterpret_i64
              global.get $payload
              f32.reinterpret_i32
              global.get $payload_i32_1
              f32.reinterpret_i32
              i32.const 0
              global.set $thrown
              br $1
            end
            global.get $payload_externref_0
            global.get $payload_funcref_0
            i32.const 0
            global.set $thrown
            br $2
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
  (func $2 (type $5) (param $a i32) (param $b i64) (result i64)
    block $0
      block $1 (type $6) (result i32 i64 i32 i64)
        block $2
          block $3
            i32.const 0
            local.get $a
            local.get $b
            ref.null extern
            call $throw
            global.get $thrown
            br_if $3
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $4
            global.get $payload
            global.get $payload_i64_0
            global.get $payload_i32_1
            global.get $payload_i64_1
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        unreachable
      end
      block $5
        block $6
          block $7
            i32.const 0
            i32.const 99
            i64.const 98
            ref.null extern
            call $throw
            global.get $thrown
            br_if $7
            br $6
          end
          i32.const 0
          global.set $thrown
          br $5
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
      return
    end
    i64.const 0
  )
  (func $3 (type $5) (param $0 i32) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    call $2
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
