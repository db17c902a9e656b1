(module
  (type $unary (func (param i32) (result i32)))
  (type $nullary (func (result i32)))
  (type $2 (func (param i32)))
  (type $3 (func (param i32 i32) (result i32)))
  (table $0 8 funcref)
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "unary" (func $3))
  (export "nullary" (func $4))
  (export "declared" (func $declared.thunk))
  (export "set" (func $6))
  (export "init" (func $7))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (elem $0 (offset (i32.const 1)) func $same $throws $seven)
  (elem $more func $throws)
  (elem $2 declare func $declared)
  (func $same (type $unary) (param $0 i32) (result i32)
    local.get $0
  )
  (func $throws (type $unary) (param $0 i32) (result i32)
    block $0
      local.get $0
      global.set $payload
      i32.const 1
      global.set $thrown
      br $0
      return
    end
    i32.const 0
  )
  (func $seven (type $nullary) (result i32)
    i32.const 7
  )
  (func $3 (type $3) (param $f i32) (param $x i32) (result i32)
    block $0 (result i32)
      block $1 (result i32)
        block $2
          local.get $x
          local.get $f
          call_indirect (type $unary) (param i32) (result i32)
          global.get $thrown
          br_if $2
          i32.const 2
          i32.mul
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      return
    end
    i32.const 100
    i32.add
  )
  (func $4 (type $unary) (param $f i32) (result i32)
    block $0 (result i32)
      block $1 (result i32)
        local.get $f
        call_indirect (type $nullary) (result i32)
      end
      return
    end
    i32.const 100
    i32.add
  )
  (func $declared (type $unary) (param $0 i32) (result i32)
    block $0
      i32.const 100
      local.get $0
      i32.div_s
      global.set $payload
      i32.const 1
      global.set $thrown
      br $0
      return
    end
    i32.const 0
  )
  (func $6 (type $2) (param $i i32)
    local.get $i
    ref.func $declared
    table.set $0
  )
  (func $7 (type $2) (param $i i32)
    local.get $i
    i32.const 0
    i32.const 1
    table.init $0 $more
  )
  (func $declared.thunk (type $unary) (param $0 i32) (result i32)
    local.get $0
    call $declared
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
