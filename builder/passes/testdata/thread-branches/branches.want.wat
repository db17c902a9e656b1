(module
  (type $0 (func (param i32) (result i32)))
  (type $1 (func (param i32)))
  (export "moves" (func $0))
  (export "plain" (func $1))
  (export "result" (func $2))
  (export "forward" (func $3))
  (func $0 (type $0) (param $n i32) (result i32)
    (local $next i32)
    (local $sum i32)
    loop $0
      block $1
        local.get $n
        i32.const 1
        i32.sub
        local.set $next
        local.get $sum
        local.get $n
        i32.add
        local.set $sum
        block $2
          local.get $n
          i32.const 1
          i32.and
          i32.eqz
          br_if $2
          local.get $next
          local.set $n
          br $0
        end
        local.get $n
        i32.const 7
        i32.gt_s
        br_if $1
        local.get $n
        i32.const 0
        i32.le_s
        if $3
          local.get $sum
          return
        end
        i32.const 5
        local.get $next
        local.set $n
        br $0
      end
      local.get $next
      local.set $n
      br $0
    end
    unreachable
  )
  (func $1 (type $1) (param $n i32)
    (local $i i32)
    loop $0
      block $1
        local.get $i
        i32.const 1
        i32.add
        local.set $i
        local.get $i
        local.get $n
        i32.lt_s
        if $2
          br $0
        else
          return
        end
      end
      br $0
    end
  )
  (func $2 (type $1) (param $n i32)
    loop $0
      block $1 (result i32)
        local.get $n
        i32.const 1
        i32.shr_u
        br $1
      end
      local.set $n
      local.get $n
      br_if $0
    end
  )
  (func $3 (type $1) (param $n i32)
    block $0
      block $1
        local.get $n
        i32.eqz
        br_if $0
        br $1
      end
      br $0
    end
  )
)
