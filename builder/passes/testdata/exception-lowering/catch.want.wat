(module
  (type $0 (func (param i32)))
  (type $1 (func (param i32) (result i32)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "same_function" (func $2))
  (export "callee" (func $3))
  (export "uncaught" (func $6))
  (export "uncaught_at_once" (func $7))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $throw_if_odd (type $0) (param $x i32)
    block $0
      local.get $x
      i32.const 1
      i32.and
      i32.eqz
      br_if $0
      local.get $x
      global.set $payload
      i32.const 1
      global.set $thrown
      br 1
    end
  )
  (func $add_one (type $1) (param $x i32) (result i32)
    block $0
      local.get $x
      call $throw_if_odd
      global.get $thrown
      br_if $0
      local.get $x
      i32.const 1
      i32.add
      return
    end
    i32.const 0
  )
  (func $2 (type $1) (param $x i32) (result i32)
    block $0 (result i32)
      block $1
        block $2
          local.get $x
          i32.const 3
          i32.mul
          global.set $payload
          i32.const 1
          global.set $thrown
          br $2
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      i32.const -1
    end
  )
  (func $3 (type $1) (param $x i32) (result i32)
    i32.const 1000
    block $0 (result i32)
      block $1 (result i32)
        block $2
          i32.const 100
          local.get $x
          call $add_one
          global.get $thrown
          br_if $2
          local.get $x
          i32.const 1
          i32.shr_u
          call $add_one
          global.get $thrown
          br_if $2
          i32.add
          i32.add
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      i32.const 7
      i32.add
    end
    i32.sub
  )
  (func $4 (type $1) (param $x i32) (result i32)
    block $0
      local.get $x
      call $add_one
      global.get $thrown
      br_if $0
      i32.const 5
      i32.mul
      return
    end
    i32.const 0
  )
  (func $5 (type $1) (param $x i32) (result i32)
    local.get $x
    call $add_one
  )
  (func $6 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $4
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $7 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $5
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
