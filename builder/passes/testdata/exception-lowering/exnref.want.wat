(module
  (type $0 (func (param i32)))
  (type $1 (func (param i32) (result i64)))
  (type $2 (func (param i64 i64 i32) (result i64)))
  (type $3 (func (param i64) (result i32)))
  (type $4 (func (param i32 i32 i32) (result i32)))
  (type $5 (func (result i32)))
  (type $6 (func))
  (type $7 (func (param i32) (result i32)))
  (type $8 (func (result i32 i64)))
  (global $kept (mut i64) (i64.const 0))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "pick" (func $3))
  (export "keep" (func $4))
  (export "kept" (func $5))
  (export "throw_kept" (func $9))
  (export "null" (func $7))
  (export "is_null" (func $8))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (elem $0 declare func $throw)
  (func $catch (type $1) (param $x i32) (result i64)
    (local $ref i64)
    block $0 (type $8) (result i32 i64)
      block $1
        block $2
          local.get $x
          global.set $payload
          i32.const 1
          global.set $thrown
          br $2
          br $1
        end
        global.get $payload
        i64.const 4294967296
        global.get $payload
        i64.extend_i32_u
        i64.or
        i32.const 0
        global.set $thrown
        br $0
      end
      unreachable
    end
    local.set $ref
    drop
    local.get $ref
  )
  (func $pick (type $2) (param $a i64) (param $b i64) (param $which i32) (result i64)
    block $0 (result i64)
      local.get $a
      local.get $which
      br_if $0
      drop
      local.get $b
    end
  )
  (func $throw (type $3) (param $ref i64) (result i32)
    (local $1 i64)
    block $0 (result i32)
      block $1
        block $2
          local.get $ref
          local.tee $1
          i64.eqz
          if $3
            unreachable
          end
          local.get $1
          i32.wrap_i64
          global.set $payload
          local.get $1
          i64.const 32
          i64.shr_u
          i32.wrap_i64
          global.set $thrown
          br $2
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      unreachable
    end
  )
  (func $3 (type $4) (param $x i32) (param $y i32) (param $which i32) (result i32)
    local.get $x
    call $catch
    local.get $y
    call $catch
    local.get $which
    call $pick
    call $throw
  )
  (func $4 (type $0) (param $x i32)
    local.get $x
    call $catch
    global.set $kept
  )
  (func $5 (type $5) (result i32)
    block $0
      global.get $kept
      i64.eqz
      br_if $0
      global.get $kept
      call $throw
      return
    end
    i32.const -1
  )
  (func $6 (type $6)
    (local $0 i64)
    global.get $kept
    local.tee $0
    i64.eqz
    if $0
      unreachable
    end
    local.get $0
    i32.wrap_i64
    global.set $payload
    local.get $0
    i64.const 32
    i64.shr_u
    i32.wrap_i64
    global.set $thrown
    br 0
  )
  (func $7 (type $7) (param $x i32) (result i32)
    (local $ref i64)
    (local $2 i64)
    block $0
      block $1
        block $2
          local.get $ref
          local.tee $2
          i64.eqz
          if $3
            unreachable
          end
          local.get $2
          i32.wrap_i64
          global.set $payload
          local.get $2
          i64.const 32
          i64.shr_u
          i32.wrap_i64
          global.set $thrown
          br $2
          br $1
        end
        i32.const 0
        global.set $thrown
        br $0
      end
    end
    i32.const 1
  )
  (func $8 (type $7) (param $which i32) (result i32)
    (local $ref i64)
    block $0 (result i64)
      local.get $ref
      local.get $which
      br_if $0
      drop
      local.get $which
      call $catch
    end
    i64.eqz
    i32.const 2
    ref.func $throw
    ref.is_null
    i32.mul
    i32.add
    i32.const 4
    ref.null extern
    ref.is_null
    i32.mul
    i32.add
  )
  (func $9 (type $6)
    call $6
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
