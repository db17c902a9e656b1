;; exnref as a value: in locals, globals, parameters, results and blocks.
(module
  (tag $e (param i32))
  (global $kept (mut exnref) (ref.null exn))

  (func $catch (param $x i32) (result exnref)
    (local $ref exnref)
    block $caught (result i32 exnref)
      try_table (catch_ref $e $caught)
        (throw $e (local.get $x))
      end
      unreachable
    end
    local.set $ref
    drop
    local.get $ref
  )

  (func $pick (param $a exnref) (param $b exnref) (param $which i32) (result exnref)
    block $first (result exnref)
      local.get $a
      local.get $which
      br_if $first
      drop
      local.get $b
    end
  )

  (func $throw (param $ref exnref) (result i32)
    block $caught (result i32)
      try_table (catch $e $caught)
        (throw_ref (local.get $ref))
      end
      unreachable
    end
  )

  (func (export "pick") (param $x i32) (param $y i32) (param $which i32) (result i32)
    (call $pick (call $catch (local.get $x)) (call $catch (local.get $y)) (local.get $which))
    call $throw
  )

  (func (export "keep") (param $x i32)
    (global.set $kept (call $catch (local.get $x)))
  )

  (func (export "kept") (result i32)
    block $null
      (ref.is_null (global.get $kept))
      br_if $null
      (call $throw (global.get $kept))
      return
    end
    i32.const -1
  )

  (func (export "throw_kept")
    (throw_ref (global.get $kept))
  )

  ;; Throwing null traps, and no clause sees that.
  (func (export "null") (param $x i32) (result i32)
    (local $ref exnref)
    block $caught
      try_table (catch_all $caught)
        (throw_ref (local.get $ref))
      end
    end
    i32.const 1
  )

  ;; ref.is_null of other references stays what it is.
  (func (export "is_null") (param $which i32) (result i32)
    (local $ref exnref)
    block $not (result exnref)
      local.get $ref
      local.get $which
      br_if $not
      drop
      (call $catch (local.get $which))
    end
    ref.is_null
    (i32.add (i32.mul (i32.const 2) (ref.is_null (ref.func $throw))))
    (i32.add (i32.mul (i32.const 4) (ref.is_null (ref.null extern))))
  )
  (elem declare func $throw)
)
