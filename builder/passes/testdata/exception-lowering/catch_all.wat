;; catch_all and catch_all_ref take what the clauses before them left.
(module
  (tag $a (param i32))
  (tag $b)
  (global $seen (export "seen") (mut i32) (i32.const 0))

  (func $throw (param $x i32)
    block $b
      block $a
        block $nothing
          (i32.and (local.get $x) (i32.const 3))
          br_table $nothing $a $b
        end
        return
      end
      (throw $a (local.get $x))
    end
    throw $b
  )

  (func (export "all") (param $x i32) (result i32)
    block $done (result i32)
      block $all
        block $a (result i32)
          try_table (catch $a $a) (catch_all $all)
            (call $throw (local.get $x))
          end
          i32.const 1
          br $done
        end
        (i32.add (i32.const 10))
        br $done
      end
      i32.const 2
    end
  )

  ;; Nothing gets past this one, so it does not throw itself and its callers need no check.
  (func $swallow (param $x i32) (result i32)
    block $all
      try_table (catch_all $all)
        (call $throw (local.get $x))
      end
      i32.const 0
      return
    end
    i32.const 1
  )

  (func (export "swallow") (param $x i32) (result i32)
    (call $swallow (local.get $x))
    (i32.add (call $swallow (i32.add (local.get $x) (i32.const 1))))
  )

  ;; A cleanup: note that it ran, then go on throwing.
  (func $cleanup (param $x i32)
    block $all (result exnref)
      try_table (catch_all_ref $all)
        (call $throw (local.get $x))
      end
      return
    end
    (global.set $seen (i32.add (global.get $seen) (i32.const 1)))
    throw_ref
  )

  (func (export "cleanup") (param $x i32) (result i32)
    block $b
      block $a (result i32)
        try_table (catch $a $a) (catch $b $b)
          (call $cleanup (local.get $x))
        end
        i32.const 0
      end
      return
    end
    i32.const -2
  )

  (func (export "cleanup_uncaught") (param $x i32)
    (call $cleanup (local.get $x))
  )
)
