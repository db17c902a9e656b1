(module
  (type $0 (func (param i32)))
  (type $1 (func (param i32) (result i32)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "order" (func $3))
  (export "levels" (func $4))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $throw (type $0) (param $x i32)
    block $0
      block $1
        block $2
          block $3
            block $4
              local.get $x
              i32.const 5
              i32.rem_u
              br_table $3 $2 $1 $0 $4
            end
            return
          end
          local.get $x
          global.set $payload
          i32.const 1
          global.set $thrown
          br 3
        end
        local.get $x
        global.set $payload
        i32.const 2
        global.set $thrown
        br 2
      end
      local.get $x
      global.set $payload
      i32.const 3
      global.set $thrown
      br 1
    end
    local.get $x
    global.set $payload
    i32.const 4
    global.set $thrown
    br 0
  )
  (func $1 (type $1) (param $x i32) (result i32)
    block $0
      block $1 (result i32)
        block $2 (result i32)
          block $3 (result i32)
            block $4
              block $5
                local.get $x
                call $throw
                global.get $thrown
                br_if $5
                br $4
              end
              global.get $thrown
              i32.const 3
              i32.eq
              if $6
                global.get $payload
                i32.const 0
                global.set $thrown
                br $1
              end
              global.get $thrown
              i32.const 1
              i32.eq
              if $7
                global.get $payload
                i32.const 0
                global.set $thrown
                br $2
              end
              global.get $thrown
              i32.const 2
              i32.eq
              if $8
                global.get $payload
                i32.const 0
                global.set $thrown
                br $3
              end
              br $0
            end
            i32.const 0
            return
          end
          i32.const 3000
          i32.add
          return
        end
        i32.const 2000
        i32.add
        return
      end
      i32.const 1000
      i32.add
      return
    end
    i32.const 0
  )
  (func $2 (type $1) (param $x i32) (result i32)
    (local $steps i32)
    block $0
      block $1 (result i32)
        block $2
          block $3
            i32.const 1
            local.set $steps
            block $4 (result i32)
              block $5
                block $6
                  local.get $steps
                  i32.const 2
                  i32.add
                  local.set $steps
                  block $7 (result i32)
                    block $8
                      block $9
                        local.get $steps
                        i32.const 4
                        i32.add
                        local.set $steps
                        local.get $x
                        call $throw
                        global.get $thrown
                        br_if $9
                        local.get $steps
                        i32.const 8
                        i32.add
                        local.set $steps
                        br $8
                      end
                      global.get $thrown
                      i32.const 3
                      i32.eq
                      if $10
                        global.get $payload
                        i32.const 0
                        global.set $thrown
                        br $7
                      end
                      br $6
                    end
                    i32.const 0
                  end
                  i32.const 100
                  i32.add
                  local.get $steps
                  i32.mul
                  return
                  br $5
                end
                global.get $thrown
                i32.const 2
                i32.eq
                if $11
                  global.get $payload
                  i32.const 0
                  global.set $thrown
                  br $4
                end
                br $3
              end
              unreachable
            end
            i32.const 200
            i32.add
            local.get $steps
            i32.mul
            return
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $12
            global.get $payload
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        unreachable
      end
      i32.const 300
      i32.add
      local.get $steps
      i32.mul
      return
    end
    i32.const 0
  )
  (func $3 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $1
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
  (func $4 (type $1) (param $0 i32) (result i32)
    local.get $0
    call $2
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
