(module
  (type $0 (func))
  (type $1 (func (param i32)))
  (memory $0 1)
  (global $fuel (mut i32) (i32.const 1000))
  (export "fuel" (global $fuel))
  (export "copy" (func $3))
  (export "fill" (func $4))
  (func $out (type $0)
    i32.const 0
    global.set $fuel
  )
  (func $counted (type $0)
    global.get $fuel
    i32.const 1
    i32.sub
    global.set $fuel
    global.get $fuel
    i32.const 1073741824
    i32.and
    if $0
      call $out
    end
  )
  (func $exempt (type $0)
  )
  (func $3 (type $1) (param $n i32)
    (local $1 i32)
    i32.const 0
    i32.const 100
    local.get $n
    i32.const 6
    i32.shl
    local.set $1
    global.get $fuel
    local.get $1
    i32.const 6
    i32.shr_u
    i32.sub
    global.set $fuel
    global.get $fuel
    i32.const 1073741824
    i32.and
    if $0
      call $out
    end
    local.get $1
    memory.copy
  )
  (func $4 (type $1) (param $n i32)
    (local $1 i32)
    i32.const 0
    i32.const 1
    local.get $n
    i32.const 6
    i32.shl
    local.set $1
    global.get $fuel
    local.get $1
    i32.const 6
    i32.shr_u
    i32.sub
    global.set $fuel
    global.get $fuel
    i32.const 1073741824
    i32.and
    if $0
      call $out
    end
    local.get $1
    memory.fill
  )
)
