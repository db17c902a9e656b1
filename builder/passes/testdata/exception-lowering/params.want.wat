(module
  (type $pair (func (param i32 i64) (result i64 i32)))
  (type $1 (func (param i32)))
  (type $2 (func (param i32) (result i32)))
  (type $3 (func (param i32 i64)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "swap" (func $1))
  (export "below" (func $2))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $check (type $1) (param $x i32)
    block $0
      local.get $x
      i32.const 100
      i32.lt_s
      br_if $0
      local.get $x
      i32.const 100
      i32.sub
      global.set $payload
      i32.const 1
      global.set $thrown
      br 1
    end
  )
  (func $1 (type $pair) (param $x i32) (param $y i64) (result i64 i32)
    (local $kept i64)
    block $0 (result i32)
      local.get $x
      local.get $y
      block $1 (type $pair) (param i32 i64) (result i64 i32)
        block $2 (type $3) (param i32 i64)
          local.set $kept
          local.tee $x
          call $check
          global.get $thrown
          br_if $2
          block $3
            local.get $x
            i32.const 10
            i32.gt_s
            br_if $3
            i64.const -1
            i32.const -2
            br $1
          end
          local.get $kept
          local.get $x
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      return
    end
    local.set $x
    local.get $y
    local.get $x
  )
  (func $2 (type $2) (param $x i32) (result i32)
    i32.const 3
    block $0 (result i32)
      local.get $x
      block $1 (type $2) (param i32) (result i32)
        block $2 (type $1) (param i32)
          local.tee $x
          call $check
          global.get $thrown
          br_if $2
          local.get $x
          i32.const 2
          i32.mul
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
    end
    i32.mul
  )
)
