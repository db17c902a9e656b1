;; Branches of all kinds leave try_tables: depths count the labels that the pass inserts.
(module
  (tag $e (param i32))

  (func $check (param $x i32) (result i32)
    block $ok
      (i32.ne (i32.and (local.get $x) (i32.const 7)) (i32.const 7))
      br_if $ok
      (throw $e (local.get $x))
    end
    local.get $x
  )

  (func (export "br_table") (param $x i32) (result i32)
    block $four (result i32)
      block $three
        block $caught (result i32)
          try_table $two (catch $e $caught)
            try_table $one (result i32) (catch $e $caught)
              block $zero
                (i32.rem_u (call $check (local.get $x)) (i32.const 6))
                br_table $zero $zero $two $three $zero
              end
              i32.const 1
              (call $check (i32.add (local.get $x) (i32.const 2)))
              br $one
            end
            br $four
          end
          i32.const 22
          br $four
        end
        (i32.add (i32.const 10000))
        br $four
      end
      i32.const 33
    end
  )

  (func (export "br_if") (param $x i32) (result i32)
    block $caught (result i32)
      loop $again
        try_table (catch $e $caught)
          (local.set $x (i32.add (call $check (local.get $x)) (i32.const 3)))
          (i32.lt_u (local.get $x) (i32.const 40))
          br_if $again
          try_table
            (i32.and (local.get $x) (i32.const 1))
            br_if 1
            (call $check (i32.const 7))
            drop
          end
          local.get $x
          return
        end
      end
      i32.const -1
    end
  )

  (func (export "if_else") (param $x i32) (result i32)
    block $caught (result i32)
      (i32.and (local.get $x) (i32.const 1))
      if $if (result i32)
        try_table (result i32) (catch $e $caught)
          (call $check (local.get $x))
          br $if
        end
      else
        try_table (catch $e $caught)
          (call $check (i32.shr_u (local.get $x) (i32.const 1)))
          br $if
        end
        unreachable
      end
      (i32.sub (i32.const 1))
    end
  )

  ;; A call that is followed by a return needs its check when a handler is around it.
  (func (export "return") (param $x i32) (result i32)
    block $caught (result i32)
      try_table (catch $e $caught)
        (i32.and (local.get $x) (i32.const 8))
        if
          (call $check (local.get $x))
          return
        end
      end
      (call $check (local.get $x))
      return
    end
    (i32.add (i32.const 5000))
  )
)
