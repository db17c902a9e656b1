(module
  (type $0 (func (param i32)))
  (type $1 (func))
  (type $2 (func (param i32) (result i32)))
  (global $seen (mut i32) (i32.const 0))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "seen" (global $seen))
  (export "all" (func $1))
  (export "swallow" (func $3))
  (export "cleanup" (func $5))
  (export "cleanup_uncaught" (func $7))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $throw (type $0) (param $x i32)
    block $0
      block $1
        block $2
          local.get $x
          i32.const 3
          i32.and
          br_table $2 $1 $0
        end
        return
      end
      local.get $x
      global.set $payload
      i32.const 1
      global.set $thrown
      br 1
    end
    i32.const 2
    global.set $thrown
    br 0
  )
  (func $1 (type $2) (param $x i32) (result i32)
    block $0 (result i32)
      block $1
        block $2 (result i32)
          block $3
            block $4
              local.get $x
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
              i32.const 0
              global.set $thrown
              br $2
            end
            i32.const 0
            global.set $thrown
            br $1
          end
          i32.const 1
          br $0
        end
        i32.const 10
        i32.add
        br $0
      end
      i32.const 2
    end
  )
  (func $swallow (type $2) (param $x i32) (result i32)
    block $0
      block $1
        block $2
          local.get $x
          call $throw
          global.get $thrown
          br_if $2
          br $1
        end
        i32.const 0
        global.set $thrown
        br $0
      end
      i32.const 0
      return
    end
    i32.const 1
  )
  (func $3 (type $2) (param $x i32) (result i32)
    local.get $x
    call $swallow
    local.get $x
    i32.const 1
    i32.add
    call $swallow
    i32.add
  )
  (func $cleanup (type $0) (param $x i32)
    (local $1 i64)
    block $0 (result i64)
      block $1
        block $2
          local.get $x
          call $throw
          global.get $thrown
          br_if $2
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
      return
    end
    global.get $seen
    i32.const 1
    i32.add
    global.set $seen
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
    br 0
  )
  (func $5 (type $2) (param $x i32) (result i32)
    block $0
      block $1 (result i32)
        block $2
          block $3
            local.get $x
            call $cleanup
            global.get $thrown
            br_if $3
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
          i32.const 0
          global.set $thrown
          br $0
        end
        i32.const 0
      end
      return
    end
    i32.const -2
  )
  (func $6 (type $0) (param $x i32)
    local.get $x
    call $cleanup
  )
  (func $7 (type $0) (param $0 i32)
    local.get $0
    call $6
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
