(module
  (type $0 (func))
  (type $1 (func (result i32)))
  (type $2 (func (param i32)))
  (type $3 (func (param i32) (result i32)))
  (import "env" "collect" (func $collect (type $0)))
  (import "env" "alloc" (func $alloc (type $1) (result i32)))
  (import "env" "use" (func $use (type $2) (param i32)))
  (table $0 1 funcref)
  (memory $0 2)
  (global $__stack_pointer (mut i32) (i32.const 60000))
  (export "memory" (memory $0))
  (export "__stack_pointer" (global $__stack_pointer))
  (export "direct" (func $4))
  (export "indirect" (func $5))
  (elem $0 (offset (i32.const 0)) func $end)
  (func $end (type $3) (param $0 i32) (result i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      local.get $1
      local.get $0
      i32.store
      call $collect
      local.get $0
      call $use
      i32.const 9
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $4 (type $1) (result i32)
    (local $o i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      call $alloc
      local.set $o
      local.get $1
      local.get $o
      i32.store
      call $collect
      local.get $o
      local.get $1
      i32.const 16
      i32.add
      global.set $__stack_pointer
      return_call $end
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $5 (type $1) (result i32)
    (local $o i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      call $alloc
      local.set $o
      local.get $1
      local.get $o
      i32.store
      call $collect
      local.get $o
      i32.const 0
      local.get $1
      i32.const 16
      i32.add
      global.set $__stack_pointer
      return_call_indirect (type $3) (param i32) (result i32)
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
)
