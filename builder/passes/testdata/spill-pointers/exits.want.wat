(module
  (type $0 (func))
  (type $1 (func (result i32)))
  (type $2 (func (param i32)))
  (type $3 (func (param i32) (result i32)))
  (type $4 (func (param i32) (result i32 i64)))
  (type $5 (func (result i32 i64)))
  (import "env" "collect" (func $collect (type $0)))
  (import "env" "alloc" (func $alloc (type $1) (result i32)))
  (import "env" "use" (func $use (type $2) (param i32)))
  (table $0 2 funcref)
  (memory $0 2)
  (global $__stack_pointer (mut i32) (i32.const 60000))
  (export "memory" (memory $0))
  (export "__stack_pointer" (global $__stack_pointer))
  (export "run" (func $6))
  (elem $0 (offset (i32.const 0)) func $collect $result)
  (func $result (type $3) (param $n i32) (result i32)
    (local $o i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0 (result i32)
      call $alloc
      local.set $o
      local.get $2
      local.get $o
      i32.store
      call $collect
      local.get $n
      i32.const 1
      i32.eq
      if $1
        i32.const 10
        br $0
      end
      block $2
        i32.const 20
        local.get $n
        i32.const 2
        i32.eq
        br_if $0
        drop
        local.get $n
        i32.const 3
        i32.eq
        br_if $2
        i32.const 30
        local.get $n
        br_table $0 $0
      end
      local.get $o
      call $use
      i32.const 40
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $leave (type $2) (param $n i32)
    (local $o i32)
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
      local.get $n
      br_if $0
      local.get $o
      call $use
      br $0
      call $collect
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $many (type $4) (param $n i32) (result i32 i64)
    (local $o i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0 (type $5) (result i32 i64)
      call $alloc
      local.set $o
      local.get $2
      local.get $o
      i32.store
      call $collect
      local.get $o
      call $use
      i32.const 1
      i64.const 2
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $6 (type $3) (param $0 i32) (result i32)
    (local $1 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $1
    global.set $__stack_pointer
    block $0 (result i32)
      local.get $0
      local.get $1
      local.get $0
      i32.store
      call $leave
      local.get $0
      call $many
      drop
      drop
      local.get $0
      i32.const 1
      call_indirect (type $3) (param i32) (result i32)
    end
    local.get $1
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
)
