(module
  (type $0 (func (param i32)))
  (type $1 (func (param i32) (result i32)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "br_table" (func $1))
  (export "br_if" (func $2))
  (export "if_else" (func $3))
  (export "return" (func $5))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $check (type $1) (param $x i32) (result i32)
    block $0
      block $1
        local.get $x
        i32.const 7
        i32.and
        i32.const 7
        i32.ne
        br_if $1
        local.get $x
        global.set $payload
        i32.const 1
        global.set $thrown
        br $0
      end
      local.get $x
      return
    end
    i32.const 0
  )
  (func $1 (type $1) (param $x i32) (result i32)
    block $0 (result i32)
      block $1
        block $2 (result i32)
          block $3
            block $4 (result i32)
              block $5
                block $6
                  local.get $x
                  call $check
                  global.get $thrown
                  br_if $5
                  i32.const 6
                  i32.rem_u
                  br_table $6 $6 $3 $1 $6
                end
                i32.const 1
                local.get $x
                i32.const 2
                i32.add
                call $check
                global.get $thrown
                br_if $5
                br $4
                br $4
              end
              global.get $payload
              i32.const 0
              global.set $thrown
              br $2
            end
            br $0
          end
          i32.const 22
          br $0
        end
        i32.const 10000
        i32.add
        br $0
      end
      i32.const 33
    end
  )
  (func $2 (type $1) (param $x i32) (result i32)
    block $0 (result i32)
      loop $1
        block $2
          block $3
            local.get $x
            call $check
            global.get $thrown
            br_if $3
            i32.const 3
            i32.add
            local.set $x
            local.get $x
            i32.const 40
            i32.lt_u
            br_if $1
            block $4
              local.get $x
              i32.const 1
              i32.and
              br_if $2
              i32.const 7
              call $check
              global.get $thrown
              br_if $3
              drop
            end
            local.get $x
            return
            br $2
          end
          global.get $payload
          i32.const 0
          global.set $thrown
          br $0
        end
      end
      i32.const -1
    end
  )
  (func $3 (type $1) (param $x i32) (result i32)
    block $0 (result i32)
      local.get $x
      i32.const 1
      i32.and
      if $1 (result i32)
        block $2 (result i32)
          block $3
            local.get $x
            call $check
            global.get $thrown
            br_if $3
            br $1
            br $2
          end
          global.get $payload
          i32.const 0
          global.set $thrown
          br $0
        end
      else
        block $4
          block $5
            local.get $x
            i32.const 1
            i32.shr_u
            call $check
            global.get $thrown
            br_if $5
            br $1
            br $4
          end
          global.get $payload
          i32.const 0
          global.set $thrown
          br $0
        end
        unreachable
      end
      i32.const 1
      i32.sub
    end
  )
  (func $4 (type $1) (param $x i32) (result i32)
    block $0 (result i32)
      block $1
        block $2
          local.get $x
          i32.const 8
          i32.and
          if $3
            local.get $x
            call $check
            global.get $thrown
            br_if $2
            return
          end
          br $1
        end
        global.get $payload
        i32.const 0
        global.set $thrown
        br $0
      end
      local.get $x
      call $check
      return
    end
    i32.const 5000
    i32.add
  )
  (func $5 (type $1) (param $0 i32) (result i32)
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
