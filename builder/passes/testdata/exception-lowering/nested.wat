;; Throws in handlers, in loops, and from one handler to the next outwards.
(module
  (tag $a (param i32))
  (tag $b (param i32))
  (memory (export "memory") 1)

  (func $step (param $i i32)
    (i32.store8 (local.get $i) (i32.add (local.get $i) (i32.const 1)))
    block $no
      (i32.rem_u (local.get $i) (i32.const 3))
      br_if $no
      (throw $a (local.get $i))
    end
  )

  ;; A handler of the inner one throws, which the outer one catches.
  (func (export "in_handler") (param $x i32) (result i32)
    block $outer (result i32)
      try_table (result i32) (catch $b $outer)
        block $inner (result i32)
          try_table (catch $a $inner)
            (call $step (i32.and (local.get $x) (i32.const 255)))
          end
          i32.const -1
          br 1
        end
        (i32.add (i32.const 50))
        throw $b
      end
      (i32.add (i32.const 1000))
    end
  )

  ;; The handler throws the very tag that the same try_table catches: it must not catch itself.
  (func (export "not_itself") (param $x i32) (result i32)
    block $outer (result i32)
      try_table (catch $a $outer)
        block $inner (result i32)
          try_table (catch $a $inner)
            (throw $a (local.get $x))
          end
          unreachable
        end
        (throw $a (i32.mul (i32.const 2)))
      end
      unreachable
    end
  )

  ;; A loop that counts what it catches; a branch leaves the try_table in the ordinary way.
  (func (export "loop") (param $x i32) (result i32)
    (local $i i32) (local $caught i32)
    (local.set $i (i32.and (local.get $x) (i32.const 15)))
    block $done
      loop $next
        local.get $i
        i32.eqz
        br_if $done
        block $a (result i32)
          try_table $try (catch $a $a)
            (call $step (local.get $i))
            br $try
          end
          i32.const 0
        end
        local.get $caught
        i32.add
        local.set $caught
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        br $next
      end
    end
    local.get $caught
  )

  ;; A catch clause may branch to a loop: the handler starts the next round.
  (func (export "retry") (param $x i32) (result i32)
    (local $i i32)
    (local.set $i (i32.and (local.get $x) (i32.const 63)))
    i32.const 5
    loop $again (param i32) (result i32)
      local.get $i
      i32.add
      local.set $i
      try_table (catch $a $again)
        (call $step (local.get $i))
      end
      local.get $i
    end
  )
)
