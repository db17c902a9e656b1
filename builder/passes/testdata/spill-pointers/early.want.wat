(module
  (type $0 (func))
  (type $1 (func (result i32)))
  (type $2 (func (param i32)))
  (import "env" "collect" (func $collect (type $0)))
  (import "env" "alloc" (func $alloc (type $1) (result i32)))
  (import "env" "use" (func $use (type $2) (param i32)))
  (memory $0 2)
  (global $__stack_pointer (mut i32) (i32.const 60000))
  (export "memory" (memory $0))
  (export "__stack_pointer" (global $__stack_pointer))
  (export "run" (func $3))
  (export "twice" (func $4))
  (func $3 (type $2) (param $n i32)
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
      loop $1
        local.get $n
        i32.const 1
        i32.eq
        if $2
          call $collect
        end
        local.get $n
        i32.const 2
        i32.eq
        if $3
          call $collect
        end
        local.get $n
        i32.const 3
        i32.eq
        if $4
          call $collect
          local.get $o
          call $use
          call $alloc
          local.set $o
          local.get $2
          local.get $o
          i32.store
        end
        local.get $n
        i32.const 4
        i32.eq
        if $5
          call $collect
        end
        local.get $n
        i32.const 5
        i32.eq
        if $6
          call $collect
        end
        local.get $n
        i32.const 1
        i32.sub
        local.tee $n
        br_if $1
      end
      local.get $o
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $4 (type $2) (param $n i32)
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
      local.get $n
      i32.const 1
      i32.eq
      if $1
        local.get $2
        local.get $o
        i32.store
        call $collect
      else
        local.get $n
        i32.const 2
        i32.eq
        if $2
          local.get $2
          local.get $o
          i32.store
          call $collect
        end
      end
      local.get $o
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
)
