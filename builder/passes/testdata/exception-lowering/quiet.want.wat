(module
  (type $0 (func (param i32)))
  (type $1 (func (param i64 i64)))
  (type $2 (func (param i32) (result i32)))
  (type $3 (func (result i64 i64)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (global $payload_i64_0 (mut i64) (i64.const 0))
  (global $payload_i64_1 (mut i64) (i64.const 0))
  (export "quiet" (func $1))
  (export "no_clauses" (func $2))
  (export "shadowed" (func $3))
  (export "dead_code" (func $5))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $harmless (type $2) (param $0 i32) (result i32)
    local.get $0
    i32.const 1
    i32.add
  )
  (func $1 (type $2) (param $x i32) (result i32)
    block $0 (result i32)
      block $1 (result i32)
        local.get $x
        call $harmless
      end
    end
  )
  (func $2 (type $2) (param $x i32) (result i32)
    block $0 (result i32)
      local.get $x
      call $harmless
    end
  )
  (func $3 (type $2) (param $x i32) (result i32)
    block $0 (result i64)
      block $1 (type $3) (result i64 i64)
        block $2
          block $3
            local.get $x
            global.set $payload
            i32.const 1
            global.set $thrown
            br $3
            br $2
          end
          global.get $thrown
          i32.const 2
          i32.eq
          if $4
            global.get $payload_i64_0
            global.get $payload_i64_1
            i32.const 0
            global.set $thrown
            br $1
          end
          global.get $thrown
          i64.extend_i32_u
          i64.const 32
          i64.shl
          global.get $payload
          i64.extend_i32_u
          i64.or
          i32.const 0
          global.set $thrown
          br $0
        end
        unreachable
      end
      drop
      drop
      i32.const -1
      return
    end
    drop
    local.get $x
  )
  (func $4 (type $2) (param $x i32) (result i32)
    block $0
      block $1 (result i32)
        block $2 (result i32)
          block $3
            local.get $x
            global.set $payload
            i32.const 1
            global.set $thrown
            br $3
            call $harmless
            br $2
            global.set $payload
            i32.const 1
            global.set $thrown
            br $3
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $4
            global.get $payload
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
      end
      return
    end
    i32.const 0
  )
  (func $5 (type $2) (param $0 i32) (result i32)
    local.get $0
    call $4
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
