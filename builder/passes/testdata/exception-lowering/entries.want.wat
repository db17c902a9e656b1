(module
  (type $0 (func (param i32) (result i32)))
  (type $1 (func (param i32)))
  (type $2 (func))
  (import "env" "callback" (func $callback (type $0) (param i32) (result i32)))
  (global $count (mut i32) (i32.const 0))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "count" (global $count))
  (export "twice" (func $maybe.thunk))
  (export "maybe" (func $maybe.thunk))
  (export "reset" (func $reset.thunk))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (start $init.thunk)
  (elem $0 declare func $reset)
  (func $init (type $2)
    block $0 (result i32)
      block $1 (result i32)
        block $2
          i32.const 3
          call $maybe
          global.get $thrown
          br_if $2
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
    end
    global.set $count
    i32.const 2
    call $reset
    global.get $thrown
    br_if 0
    drop
  )
  (func $maybe (type $0) (param $x i32) (result i32)
    block $0
      global.get $count
      i32.const 1
      i32.add
      global.set $count
      block $1
        local.get $x
        i32.const 1
        i32.and
        i32.eqz
        br_if $1
        local.get $x
        global.set $payload
        i32.const 1
        global.set $thrown
        br $0
      end
      local.get $x
      call $callback
      return
    end
    i32.const 0
  )
  (func $reset (type $0) (param $x i32) (result i32)
    block $0
      ref.func $reset
      ref.is_null
      drop
      local.get $x
      call $maybe
      global.get $thrown
      br_if $0
      i32.const 1
      i32.sub
      return
    end
    i32.const 0
  )
  (func $maybe.thunk (type $0) (param $0 i32) (result i32)
    local.get $0
    call $maybe
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $reset.thunk (type $0) (param $0 i32) (result i32)
    local.get $0
    call $reset
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $init.thunk (type $2)
    call $init
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
