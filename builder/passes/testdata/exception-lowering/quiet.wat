;; Blocks that nothing is thrown in, and clauses that nothing reaches, leave no code behind.
(module
  (tag $e (param i32))
  (tag $big (param i64 i64))

  (func $harmless (param i32) (result i32)
    (i32.add (local.get 0) (i32.const 1))
  )

  (func (export "quiet") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (call $harmless (local.get $x))
      end
    end
  )

  (func (export "no_clauses") (param $x i32) (result i32)
    try_table (result i32)
      (call $harmless (local.get $x))
    end
  )

  ;; No exception of tag $big gets as far as the clause that could not take it.
  (func (export "shadowed") (param $x i32) (result i32)
    block $ref (result exnref)
      block $big (result i64 i64)
        try_table (catch $big $big) (catch_all_ref $ref)
          (throw $e (local.get $x))
        end
        unreachable
      end
      drop
      drop
      i32.const -1
      return
    end
    drop
    local.get $x
  )

  (func (export "dead_code") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (result i32) (catch $e $caught)
        (throw $e (local.get $x))
        call $harmless
        br 0
        throw $e
      end
    end
  )
)
