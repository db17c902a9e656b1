;; call_indirect may throw when a function of its type that may throw is referred to; others need no check.
(module
  (type $unary (func (param i32) (result i32)))
  (type $nullary (func (result i32)))
  (tag $e (param i32))
  (table 8 funcref)
  (elem (i32.const 1) $same $throws $seven)
  (elem $more func $throws)

  (func $same (param i32) (result i32)
    local.get 0
  )
  (func $throws (param i32) (result i32)
    (throw $e (local.get 0))
  )
  (func $seven (result i32)
    i32.const 7
  )

  (func (export "unary") (param $f i32) (param $x i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call_indirect (type $unary) (local.get $x) (local.get $f))
        (i32.mul (i32.const 2))
      end
      return
    end
    (i32.add (i32.const 100))
  )

  (func (export "nullary") (param $f i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call_indirect (type $nullary) (local.get $f))
      end
      return
    end
    (i32.add (i32.const 100))
  )

  ;; A function that is put into the table as the program runs.
  (func $declared (export "declared") (param i32) (result i32)
    (i32.div_s (i32.const 100) (local.get 0))
    throw $e
  )
  (func (export "set") (param $i i32)
    (table.set 0 (local.get $i) (ref.func $declared))
  )
  (func (export "init") (param $i i32)
    (table.init 0 $more (local.get $i) (i32.const 0) (i32.const 1))
  )
)
