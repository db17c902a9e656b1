(module
  (type $0 (func (param i32)))
  (type $1 (func))
  (type $2 (func (param f32)))
  (type $3 (func (param i32 i32)))
  (type $4 (func (param i32 i32) (result i32)))
  (type $5 (func (result i32 i64)))
  (type $6 (func (result f32 i64)))
  (global $thrown (mut i32) (i32.const 0))
  (global $payload (mut i32) (i32.const 0))
  (export "rethrow" (func $1))
  (export "kept" (func $3))
  (export "thrown" (global $thrown))
  (export "payload" (global $payload))
  (func $throw (type $3) (param $which i32) (param $x i32)
    block $0
      block $1
        block $2
          local.get $which
          br_table $2 $1 $0
        end
        local.get $x
        global.set $payload
        i32.const 1
        global.set $thrown
        br 2
      end
      i32.const 2
      global.set $thrown
      br 1
    end
    local.get $x
    f32.reinterpret_i32
    i32.reinterpret_f32
    global.set $payload
    i32.const 3
    global.set $thrown
    br 0
  )
  (func $1 (type $4) (param $which i32) (param $x i32) (result i32)
    (local $2 i64)
    block $0 (result i32)
      block $1 (result f32)
        block $2
          block $3
            block $4
              block $5 (type $5) (result i32 i64)
                block $6 (type $6) (result f32 i64)
                  block $7 (result i64)
                    block $8
                      block $9
                        local.get $which
                        local.get $x
                        call $throw
                        global.get $thrown
                        br_if $9
                        br $8
                      end
                      global.get $thrown
                      i32.const 1
                      i32.eq
                      if $10
                        global.get $payload
                        i64.const 4294967296
                        global.get $payload
                        i64.extend_i32_u
                        i64.or
                        i32.const 0
                        global.set $thrown
                        br $5
                      end
                      global.get $thrown
                      i32.const 2
                      i32.eq
                      if $11
                        i64.const 8589934592
                        i32.const 0
                        global.set $thrown
                        br $7
                      end
                      global.get $payload
                      f32.reinterpret_i32
                      i64.const 12884901888
                      global.get $payload
                      i64.extend_i32_u
                      i64.or
                      i32.const 0
                      global.set $thrown
                      br $6
                    end
                    unreachable
                  end
                  local.tee $2
                  i64.eqz
                  if $12
                    unreachable
                  end
                  local.get $2
                  i32.wrap_i64
                  global.set $payload
                  local.get $2
                  i64.const 32
                  i64.shr_u
                  i32.wrap_i64
                  global.set $thrown
                  br $4
                end
                local.tee $2
                i64.eqz
                if $13
                  unreachable
                end
                local.get $2
                i32.wrap_i64
                global.set $payload
                local.get $2
                i64.const 32
                i64.shr_u
                i32.wrap_i64
                global.set $thrown
                br $4
              end
              local.tee $2
              i64.eqz
              if $14
                unreachable
              end
              local.get $2
              i32.wrap_i64
              global.set $payload
              local.get $2
              i64.const 32
              i64.shr_u
              i32.wrap_i64
              global.set $thrown
              br $4
              br $3
            end
            global.get $thrown
            i32.const 1
            i32.eq
            if $15
              global.get $payload
              i32.const 0
              global.set $thrown
              br $0
            end
            global.get $thrown
            i32.const 2
            i32.eq
            if $16
              i32.const 0
              global.set $thrown
              br $2
            end
            global.get $payload
            f32.reinterpret_i32
            i32.const 0
            global.set $thrown
            br $1
          end
          unreachable
        end
        i32.const -7
        return
      end
      i32.reinterpret_f32
      i32.const -1
      i32.xor
    end
  )
  (func $2 (type $4) (param $which i32) (param $x i32) (result i32)
    (local $ref i64)
    (local $3 i64)
    block $0
      block $1 (type $5) (result i32 i64)
        block $2
          block $3
            i32.const 0
            local.get $x
            call $throw
            global.get $thrown
            br_if $3
            br $2
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $4
            global.get $payload
            i64.const 4294967296
            global.get $payload
            i64.extend_i32_u
            i64.or
            i32.const 0
            global.set $thrown
            br $1
          end
          br $0
        end
        unreachable
      end
      local.set $ref
      drop
      block $5
        block $6
          block $7
            local.get $which
            i32.const 12345
            call $throw
            global.get $thrown
            br_if $7
            br $6
          end
          i32.const 0
          global.set $thrown
          br $5
        end
      end
      block $8 (result i32)
        block $9
          block $10
            local.get $ref
            local.tee $3
            i64.eqz
            if $11
              unreachable
            end
            local.get $3
            i32.wrap_i64
            global.set $payload
            local.get $3
            i64.const 32
            i64.shr_u
            i32.wrap_i64
            global.set $thrown
            br $10
            br $9
          end
          global.get $thrown
          i32.const 1
          i32.eq
          if $12
            global.get $payload
            i32.const 0
            global.set $thrown
            br $8
          end
          br $0
        end
        unreachable
      end
      return
    end
    i32.const 0
  )
  (func $3 (type $4) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    call $2
    global.get $thrown
    if $0
      i32.const 0
      global.set $thrown
      unreachable
    end
  )
)
