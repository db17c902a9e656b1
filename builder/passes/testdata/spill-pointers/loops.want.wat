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
  (export "final" (func $4))
  (func $3 (type $2) (param $n i32)
    (local $kept i32)
    (local $next i32)
    (local $3 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $3
    global.set $__stack_pointer
    block $0
      call $alloc
      local.set $kept
      call $alloc
      local.set $next
      local.get $3
      local.get $kept
      i32.store
      loop $1
        local.get $next
        call $use
        call $alloc
        local.set $next
        local.get $3
        local.get $next
        i32.store offset=4
        call $collect
        local.get $next
        call $use
        local.get $n
        i32.const 1
        i32.sub
        local.tee $n
        br_if $1
      end
      local.get $kept
      call $use
    end
    local.get $3
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
  (func $4 (type $2) (param $n i32)
    (local $o i32)
    call $alloc
    local.set $o
    block $0
      loop $1
        local.get $o
        call $use
        local.get $n
        i32.eqz
        if $2
          call $collect
          br $0
        end
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        br $1
      end
    end
  )
)
