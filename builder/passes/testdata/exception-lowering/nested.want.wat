(module
  (type $0 (func (param i32)))
  (type $1 (func (param i32) (result i32)))
  (memory $0 1)
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "memory" (memory $0))
  (export "in_handler" (func $5))
  (export "not_itself" (func $6))
  (export "loop" (func $7))
  (export "retry" (func $8))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $step (type $0) (param $i i32)
    local.get $i
    local.get $i
    i32.const 1
    i32.add
    i32.store8
    block $0
      local.get $i
      i32.const 3
      i32.rem_u
      br_if $0
      local.get $i
      global.set $payload
      i32.const 1
      global.set $thrown
      br 1
    end
  )
  (func $1 (type $1) (param $x i32) (result i32)
    block $0
      block $1 (result i32)
        block $2 (result i32)
          block $3
            block $4 (result i32)
              block $5
                block $6
                  local.get $x
                  i32.const 255
                  i32.and
                  call $step
                  global.get $thrown
                  br_if $6
                  br $5
                end
                global.get $thrown
                i32.const 1
                i32.eq
                if $7
                  global.get $payload
                  i32.const 0
                  global.set $thrown
                  br $4
                end
                br $3
              end
              i32.const -1
              br $2
            end
            i32.const 50
            i32.add
            global.set $payload
            i32.const 2
            global.set $thrown
            br $3
            br $2
          end
          global.get $thrown
          i32.const 2
          i32.eq
          if $8
            global.get $payload
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        i32.const 1000
        i32.add
      end
      return
    end
    i32.const 0
  )
  (func $2 (type $1) (param $x i32) (result i32)
    block $0
      block $1 (result i32)
        block $2
          block $3
            block $4 (result i32)
              block $5
                block $6
                  local.get $x
                  global.set $payload
                  i32.const 1
                  global.set $thrown
                  br $6
                  br $5
                end
                global.get $thrown
                i32.const 1
                i32.eq
                if $7
                  global.get $payload
                  i32.const 0
                  global.set $thrown
                  br $4
                end
                br $3
              end
              unreachable
            end
            i32.const 2
            i32.mul
            global.set $payload
            i32.const 1
            global.set $thrown
            br $3
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $8
            global.get $payload
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        unreachable
      end
      return
    end
    i32.const 0
  )
  (func $3 (type $1) (param $x i32) (result i32)
    (local $i i32)
    (local $caught i32)
    block $0
      local.get $x
      i32.const 15
      i32.and
      local.set $i
      block $1
        loop $2
          local.get $i
          i32.eqz
          br_if $1
          block $3 (result i32)
            block $4
              block $5
                local.get $i
                call $step
                global.get $thrown
                br_if $5
                br $4
                br $4
              end
              global.get $thrown
              i32.const 1
              i32.eq
              if $6
                global.get $payload
                i32.const 0
                global.set $thrown
                br $3
              end
              br $0
            end
            i32.const 0
          end
          local.get $caught
          i32.add
          local.set $caught
          local.get $i
          i32.const 1
          i32.sub
          local.set $i
          br $2
        end
      end
      local.get $caught
      return
    end
    i32.const 0
  )
  (func $4 (type $1) (param $x i32) (result i32)
    (local $i i32)
    block $0
      local.get $x
      i32.const 63
      i32.and
      local.set $i
      i32.const 5
      loop $1 (type $1) (param i32) (result i32)
        local.get $i
        i32.add
        local.set $i
        block $2
          block $3
            local.get $i
            call $step
            global.get $thrown
            br_if $3
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $4
            global.get $payload
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        local.get $i
      end
      return
    end
    i32.const 0
  )
  (func $5 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $1
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $6 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $2
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $7 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $3
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $8 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $4
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
