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
  (export "none" (func $3))
  (export "wide" (func $4))
  (export "derived" (func $5))
  (func $3 (type $3) (param $n i32) (result i32)
    (local $a i32)
    (local $b i32)
    (local $c i32)
    (local $d i32)
    (local $e i32)
    (local $f i32)
    (local $g i32)
    i32.const 70000
    i32.load
    local.set $a
    local.get $a
    local.get $n
    i32.eq
    local.set $b
    i32.const 70000
    i32.load8_u
    local.set $c
    local.get $n
    i32.const 3
    i32.and
    local.set $d
    i32.const 70004
    local.set $e
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.set $f
    local.get $n
    i32.const 1
    i32.shl
    local.set $g
    call $collect
    local.get $e
    local.get $b
    local.get $c
    i32.add
    i32.store
    local.get $f
    local.get $d
    local.get $g
    i32.add
    i32.store
    local.get $a
    i32.const 2
    i32.shl
    local.get $n
    local.get $a
    i32.gt_u
    i32.add
  )
  (func $4 (type $0)
    (local $two i64)
    (local $four v128)
    (local $p i32)
    (local $3 i32)
    global.get $__stack_pointer
    i32.const 32
    i32.sub
    local.tee $3
    global.set $__stack_pointer
    block $0
      call $alloc
      local.set $p
      call $alloc
      i64.extend_i32_u
      call $alloc
      i64.extend_i32_u
      i64.const 32
      i64.shl
      i64.or
      local.set $two
      call $alloc
      i32x4.splat
      call $alloc
      i32x4.replace_lane 3
      local.set $four
      local.get $3
      local.get $two
      i64.store offset=16
      local.get $3
      local.get $four
      v128.store
      local.get $3
      local.get $p
      i32.store offset=24
      call $collect
      local.get $p
      call $use
      local.get $two
      i32.wrap_i64
      call $use
      local.get $two
      i64.const 32
      i64.shr_u
      i32.wrap_i64
      call $use
      local.get $four
      i32x4.extract_lane 3
      call $use
      local.get $four
      i32x4.extract_lane 0
      call $use
    end
    local.get $3
    i32.const 32
    i32.add
    global.set $__stack_pointer
  )
  (func $5 (type $2) (param $n i32)
    (local $p i32)
    (local $2 i32)
    global.get $__stack_pointer
    i32.const 16
    i32.sub
    local.tee $2
    global.set $__stack_pointer
    block $0
      call $alloc
      i32.const -4
      i32.and
      i32.const 0
      i32.const 1
      select
      local.set $p
      local.get $2
      local.get $p
      i32.store
      call $collect
      local.get $p
      i32.const 8
      i32.add
      i32.const 8
      i32.sub
      call $use
    end
    local.get $2
    i32.const 16
    i32.add
    global.set $__stack_pointer
  )
)
