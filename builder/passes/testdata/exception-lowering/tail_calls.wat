;; A tail call leaves the frame, and any try_table in it, before the callee runs.
(module
  (type $unary (func (param i32) (result i32)))
  (tag $e (param i32))
  (table 3 funcref)
  (elem (i32.const 0) $throws $countdown)

  (func $throws (param $x i32) (result i32)
    (throw $e (local.get $x))
  )

  (func $countdown (param $x i32) (result i32)
    block $go_on
      local.get $x
      br_if $go_on
      (throw $e (i32.const 77))
    end
    (return_call $countdown (i32.sub (local.get $x) (i32.const 1)))
  )

  ;; Everything is caught here, but for the tail call.
  (func $direct (param $x i32) (result i32)
    block $caught
      try_table (catch_all $caught)
        (return_call $countdown (local.get $x))
      end
    end
    i32.const -1
  )

  (func $indirect (param $x i32) (result i32)
    block $caught
      try_table (catch_all $caught)
        (return_call_indirect (type $unary) (local.get $x) (i32.and (local.get $x) (i32.const 3)))
      end
    end
    i32.const -1
  )

  (func (export "direct") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call $direct (i32.and (local.get $x) (i32.const 255)))
        (i32.add (i32.const 1))
      end
      (i32.mul (i32.const 3))
    end
  )

  (func (export "indirect") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call $indirect (i32.and (local.get $x) (i32.const 255)))
        (i32.add (i32.const 1))
      end
      (i32.mul (i32.const 3))
    end
  )

  (func (export "uncaught") (param $x i32) (result i32)
    (return_call $direct (i32.and (local.get $x) (i32.const 255)))
  )
)
