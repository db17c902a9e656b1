(module
  (type $0 (func))
  (type $1 (func (param i32 i64) (result i32)))
  (memory $0 1)
  (global $__stack_pointer (mut i32) (i32.const 1024))
  (export "stack" (global $__stack_pointer))
  (export "f" (func $f))
  (func $check (type $0)
    global.get $__stack_pointer
    i32.const 128
    i32.lt_u
    if $0
      unreachable
    end
  )
  (func $f (type $1) (param $n i32) (param $x i64) (result i32)
    call $check
    global.get $__stack_pointer
    i32.const 64
    i32.sub
    global.set $__stack_pointer
    local.get $n
    local.get $x
    call $2
    global.get $__stack_pointer
    i32.const 64
    i32.add
    global.set $__stack_pointer
  )
  (func $2 (type $1) (param $0 i32) (param $1 i64) (result i32)
    (local $2 i32)
    local.get $0
    i32.eqz
    if $0
      i32.const 1
      return
    end
    local.get $0
    i32.const 1
    i32.sub
    local.get $1
    call $f
    local.set $2
    local.get $2
    i32.const 1
    i32.add
  )
)
