;; try_table with parameters and several results; branches to its label from inside.
(module
  (tag $e (param i32))
  (type $pair (func (param i32 i64) (result i64 i32)))

  (func $check (param $x i32)
    block $ok
      (i32.lt_s (local.get $x) (i32.const 100))
      br_if $ok
      (throw $e (i32.sub (local.get $x) (i32.const 100)))
    end
  )

  (func (export "swap") (param $x i32) (param $y i64) (result i64 i32)
    (local $kept i64)
    block $caught (result i32)
      local.get $x
      local.get $y
      try_table $try (type $pair) (catch $e $caught)
        local.set $kept
        local.tee $x
        call $check
        block $early
          (i32.gt_s (local.get $x) (i32.const 10))
          br_if $early
          i64.const -1
          i32.const -2
          br $try
        end
        local.get $kept
        local.get $x
      end
      return
    end
    local.set $x
    local.get $y
    local.get $x
  )

  ;; Parameters below: what is not taken stays below the block.
  (func (export "below") (param $x i32) (result i32)
    i32.const 3
    block $caught (result i32)
      local.get $x
      try_table (param i32) (result i32) (catch $e $caught)
        local.tee $x
        call $check
        (i32.mul (local.get $x) (i32.const 2))
      end
    end
    i32.mul
  )
)
