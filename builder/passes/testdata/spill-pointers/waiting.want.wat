(module
  (type $0 (func))
  (type $1 (func (result i32)))
  (type $2 (func (param i32)))
  (type $3 (func (result i32 f32 i32)))
  (type $4 (func (param i32 f32 i32 i32)))
  (type $5 (func (param i32 f32 i32)))
  (type $6 (func (param i32) (result i32)))
  (import "env" "collect" (func $collect (type $0)))
  (import "env" "alloc" (func $alloc (type $1) (result i32)))
  (import "env" "use" (func $use (type $2) (param i32)))
  (memory $0 2)
  (global $__stack_pointer (mut i32) (i32.const 60000))
  (export "memory" (memory $0))
  (export "__stack_pointer" (global $__stack_pointer))
  (export "results" (func $5))
  (export "params" (func $6))
  (export "block" (func $7))
  (export "arms" (func $8))
  (export "skipped" (func $9))
  (func $three (type $3) (result i32 f32 i32)
    call $alloc
    f32.const 1
    call $alloc
  )
  (func $sink (type $4) (param $0 i32) (param $1 f32) (param $2 i32) (param $3 i32)
    local.get $0
    call $use
    local.get $2
    call $use
    local.get $3
    call $use
  )
  (func $5 (type $0)
    (local $0 i32)
    (local $1 i32)
    (local $2 i32)
    (local $3 f32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0
      call $three
      local.set $1
      local.set $3
      local.tee $0
      local.get $3
      local.get $1
      local.get $2
      local.get $0
      i32.store
      local.get $2
      local.get $1
      i32.store offset=4
      call $collect
      call $alloc
      call $sink
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $6 (type $2) (param $n i32)
    (local $1 i32)
    (local $2 i32)
    (local $3 i32)
    (local $4 f32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $3
    global.set $__stack_pointer
    block $0
      call $alloc
      f32.const 2
      call $alloc
      loop $1 (type $5) (param i32 f32 i32)
        local.set $2
        local.set $4
        local.tee $1
        local.get $4
        local.get $2
        local.get $3
        local.get $1
        i32.store
        local.get $3
        local.get $2
        i32.store offset=4
        call $collect
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        local.get $n
        i32.const 0
        i32.gt_s
        br_if $1
        call $alloc
        call $sink
      end
    end
    local.get $3
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $7 (type $2) (param $n i32)
    (local $o i32)
    (local $2 i32)
    (local $3 i32)
    (local $4 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $4
    global.set $__stack_pointer
    block $0
      call $alloc
      local.set $o
      block $1 (result i32)
        call $alloc
        local.get $n
        br_if $1
        drop
        call $alloc
      end
      local.tee $3
      local.get $o
      call $alloc
      local.set $2
      local.get $4
      local.get $o
      i32.store
      local.get $4
      local.get $2
      i32.store offset=4
      local.get $4
      local.get $3
      i32.store offset=8
      call $collect
      call $use
      call $use
      local.get $2
      call $use
    end
    local.get $4
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $8 (type $2) (param $n i32)
    (local $1 i32)
    (local $2 i32)
    (local $3 i32)
    (local $4 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $4
    global.set $__stack_pointer
    block $0
      call $alloc
      local.tee $1
      call $alloc
      local.tee $2
      local.get $n
      if $1 (type $6) (param i32) (result i32)
        local.get $4
        local.get $1
        i32.store
        local.get $4
        local.get $2
        i32.store offset=4
        call $collect
      else
        call $use
        call $alloc
        local.tee $3
        local.get $4
        local.get $1
        i32.store
        local.get $4
        local.get $3
        i32.store offset=4
        call $collect
      end
      call $use
      call $use
    end
    local.get $4
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $9 (type $2) (param $n i32)
    (local $1 i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0
      call $alloc
      local.tee $1
      local.get $2
      local.get $1
      i32.store
      call $collect
      local.get $n
      i32.const 2
      i32.gt_u
      if $1 (type $6) (param i32) (result i32)
        drop
        call $alloc
      end
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
)
