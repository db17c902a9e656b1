(module
  (type $0 (func))
  (type $1 (func (param i32)))
  (type $2 (func (param i32) (result i32)))
  (global $fuel (mut i32) (i32.const 1000))
  (export "fuel" (global $fuel))
  (export "br" (func $1))
  (export "br_if" (func $2))
  (export "br_table" (func $3))
  (export "operands" (func $4))
  (export "nested" (func $5))
  (export "counted" (func $counted))
  (export "exempt" (func $exempt))
  (func $out (type $0)
    i32.const 0
    global.set $fuel
  )
  (func $1 (type $1) (param $n i32)
    loop $0
      block $1
        local.get $n
        i32.eqz
        br_if $1
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        global.get $fuel
        i32.const 1
        i32.sub
        global.set $fuel
        global.get $fuel
        i32.const 1073741824
        i32.and
        if $2
          call $out
        end
        br $0
      end
    end
  )
  (func $2 (type $1) (param $n i32)
    local.get $n
    i32.eqz
    if $0
      return
    end
    local.get $n
    i32.const 1
    i32.add
    local.set $n
    loop $1
      local.get $n
      i32.const 1
      i32.sub
      local.tee $n
      if $2
        global.get $fuel
        i32.const 1
        i32.sub
        global.set $fuel
        global.get $fuel
        i32.const 1073741824
        i32.and
        if $3
          call $out
        end
        br $1
      end
    end
  )
  (func $3 (type $1) (param $n i32)
    local.get $n
    i32.eqz
    if $0
      return
    end
    loop $1
      block $2
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        local.get $n
        global.get $fuel
        i32.const 1
        i32.sub
        global.set $fuel
        global.get $fuel
        i32.const 1073741824
        i32.and
        if $3
          call $out
        end
        br_table $2 $1
      end
    end
  )
  (func $4 (type $2) (param $n i32) (result i32)
    local.get $n
    local.get $n
    i32.eqz
    if $0
      i32.const 0
      return
    end
    loop $1 (type $2) (param i32) (result i32)
      drop
      local.get $n
      i32.const 1
      i32.sub
      local.tee $n
      local.get $n
      global.get $fuel
      i32.const 1
      i32.sub
      global.set $fuel
      global.get $fuel
      i32.const 1073741824
      i32.and
      if $2
        call $out
      end
      br_if $1
    end
  )
  (func $5 (type $1) (param $n i32)
    (local $m i32)
    loop $0
      block $1
        local.get $n
        i32.eqz
        br_if $1
        i32.const 1
        local.set $m
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        loop $2
          local.get $m
          i32.const 1
          i32.sub
          local.tee $m
          i32.eqz
          if $3
            global.get $fuel
            i32.const 1
            i32.sub
            global.set $fuel
            global.get $fuel
            i32.const 1073741824
            i32.and
            if $4
              call $out
            end
            br $0
          end
          global.get $fuel
          i32.const 1
          i32.sub
          global.set $fuel
          global.get $fuel
          i32.const 1073741824
          i32.and
          if $5
            call $out
          end
          br $2
        end
      end
    end
  )
  (func $counted (type $1) (param $n i32)
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
    local.get $n
    if $1
      local.get $n
      i32.const 1
      i32.sub
      call $counted
    end
  )
  (func $exempt (type $1) (param $n i32)
    local.get $n
    i32.eqz
    if $0
      return
    end
    loop $1
      local.get $n
      i32.const 1
      i32.sub
      local.tee $n
      br_if $1
    end
  )
)
