(module
  (type $unary (func (param i32) (result i32)))
  (type $1 (func (param i32)))
  (table $0 3 funcref)
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "direct" (func $4))
  (export "indirect" (func $5))
  (export "uncaught" (func $7))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (elem $0 (offset (i32.const 0)) func $throws $countdown)
  (func $throws (type $unary) (param $x i32) (result i32)
    block $0
      local.get $x
      global.set $payload
      i32.const 1
      global.set $thrown
      br $0
      return
    end
    i32.const 0
  )
  (func $countdown (type $unary) (param $x i32) (result i32)
    block $0
      block $1
        local.get $x
        br_if $1
        i32.const 77
        global.set $payload
        i32.const 1
        global.set $thrown
        br $0
      end
      local.get $x
      i32.const 1
      i32.sub
      return_call $countdown
      return
    end
    i32.const 0
  )
  (func $direct (type $unary) (param $x i32) (result i32)
    block $0
      block $1
        local.get $x
        return_call $countdown
      end
    end
    i32.const -1
  )
  (func $indirect (type $unary) (param $x i32) (result i32)
    block $0
      block $1
        local.get $x
        local.get $x
        i32.const 3
        i32.and
        return_call_indirect (type $unary) (param i32) (result i32)
      end
    end
    i32.const -1
  )
  (func $4 (type $unary) (param $x i32) (result i32)
    block $0 (result i32)
      block $1 (result i32)
        block $2
          local.get $x
          i32.const 255
          i32.and
          call $direct
          global.get $thrown
          br_if $2
          i32.const 1
          i32.add
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      i32.const 3
      i32.mul
    end
  )
  (func $5 (type $unary) (param $x i32) (result i32)
    block $0 (result i32)
      block $1 (result i32)
        block $2
          local.get $x
          i32.const 255
          i32.and
          call $indirect
          global.get $thrown
          br_if $2
          i32.const 1
          i32.add
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      i32.const 3
      i32.mul
    end
  )
  (func $6 (type $unary) (param $x i32) (result i32)
    local.get $x
    i32.const 255
    i32.and
    return_call $direct
  )
  (func $7 (type $unary) (param $0 i32) (result i32)
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
