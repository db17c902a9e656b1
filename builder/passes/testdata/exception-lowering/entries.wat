;; The host enters through thunks: an uncaught exception is a trap, and the next call finds the module in order.
(module
  (import "env" "callback" (func $callback (param i32) (result i32)))
  (tag $e (param i32))
  (global $count (export "count") (mut i32) (i32.const 0))
  (export "twice" (func $maybe))
  (start $init)

  (func $init
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call $maybe (i32.const 3))
      end
    end
    global.set $count
    (call $reset (i32.const 2))
    drop
  )

  (func $maybe (export "maybe") (param $x i32) (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    block $ok
      (i32.and (local.get $x) (i32.const 1))
      i32.eqz
      br_if $ok
      (throw $e (local.get $x))
    end
    (call $callback (local.get $x))
  )

  ;; Referred to by code, and declared by nothing but its export.
  (func $reset (export "reset") (param $x i32) (result i32)
    (ref.is_null (ref.func $reset))
    drop
    (call $maybe (local.get $x))
    (i32.sub (i32.const 1))
  )
)
