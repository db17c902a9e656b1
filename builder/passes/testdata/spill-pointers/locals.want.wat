(module
  (type $0 (func))
  (type $1 (func (result i32)))
  (type $2 (func (param i32)))
  (type $3 (func (param i32) (result i32)))
  (import "env" "collect" (func $collect (type $0)))
  (import "env" "alloc" (func $alloc (type $1) (result i32)))
  (import "env" "use" (func $use (type $2) (param i32)))
  (memory $0 2)
  (global $__stack_pointer (mut i32) (i32.const 60000))
  (export "memory" (memory $0))
  (export "__stack_pointer" (global $__stack_pointer))
  (export "pair" (func $pair))
  (export "last" (func $last))
  (export "again" (func $again))
  (export "share" (func $share))
  (export "quiet" (func $quiet))
  (func $pair (type $1) (result i32)
    call $alloc
    call $first
  )
  (func $first (type $3) (param $o i32) (result i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      local.get $o
      local.get $1
      local.get $o
      i32.store
      call $touch
      local.get $o
      call $touch
      i32.add
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $touch (type $3) (param $o i32) (result i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      local.get $1
      local.get $o
      i32.store
      call $collect
      local.get $o
      call $use
      i32.const 7
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $last (type $0)
    (local $o i32)
    call $alloc
    local.set $o
    local.get $o
    call $use
    call $collect
  )
  (func $again (type $0)
    (local $o i32)
    (local $1 i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0
      call $alloc
      local.set $o
      local.get $2
      local.get $o
      i32.store
      call $collect
      local.get $o
      call $use
      call $alloc
      local.set $1
      local.get $2
      local.get $1
      i32.store
      call $collect
      call $collect
      local.get $1
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $share (type $0)
    (local $a i32)
    (local $b i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0
      call $alloc
      local.set $a
      local.get $2
      local.get $a
      i32.store
      call $collect
      local.get $a
      call $use
      call $alloc
      local.set $b
      local.get $2
      local.get $b
      i32.store
      call $collect
      local.get $b
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $quiet (type $0)
    (local $o i32)
    call $alloc
    local.set $o
    local.get $o
    call $use
    local.get $o
    call $use
  )
)
