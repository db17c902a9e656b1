;; One tag: a throw in the same function, one from a callee, one that nobody catches. The module has a single
;; tag, so no handler compares.
(module
  (tag $e (param i32))

  (func $throw_if_odd (param $x i32)
    block $even
      (i32.and (local.get $x) (i32.const 1))
      i32.eqz
      br_if $even
      local.get $x
      throw $e
    end
  )

  (func $add_one (param $x i32) (result i32)
    (call $throw_if_odd (local.get $x))
    (i32.add (local.get $x) (i32.const 1))
  )

  (func (export "same_function") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (catch $e $caught)
        (throw $e (i32.mul (local.get $x) (i32.const 3)))
      end
      i32.const -1
    end
  )

  ;; Operands wait on the stack while the calls run.
  (func (export "callee") (param $x i32) (result i32)
    i32.const 1000
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        i32.const 100
        (call $add_one (local.get $x))
        (call $add_one (i32.shr_u (local.get $x) (i32.const 1)))
        i32.add
        i32.add
      end
      (i32.add (i32.const 7))
    end
    i32.sub
  )

  (func (export "uncaught") (param $x i32) (result i32)
    (call $add_one (local.get $x))
    i32.const 5
    i32.mul
  )

  (func (export "uncaught_at_once") (param $x i32) (result i32)
    (call $add_one (local.get $x))
  )
)
