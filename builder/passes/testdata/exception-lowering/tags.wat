;; Several tags, clauses in another order than the tags, clauses that an earlier one makes useless, and tags that
;; no clause is for.
(module
  (tag $a (param i32))
  (tag $b (param i32))
  (tag $c (param i32))
  (tag $d (param i32))

  (func $throw (param $x i32)
    block $d
      block $c
        block $b
          block $a
            block $nothing
              (i32.rem_u (local.get $x) (i32.const 5))
              br_table $a $b $c $d $nothing
            end
            return
          end
          (throw $a (local.get $x))
        end
        (throw $b (local.get $x))
      end
      (throw $c (local.get $x))
    end
    (throw $d (local.get $x))
  )

  (func (export "order") (param $x i32) (result i32)
    block $first (result i32)
      block $second (result i32)
        block $third (result i32)
          try_table (catch $c $first) (catch $a $second) (catch $c $third) (catch $b $third) (catch $a $first)
            (call $throw (local.get $x))
          end
          i32.const 0
          return
        end
        (i32.add (i32.const 3000))
        return
      end
      (i32.add (i32.const 2000))
      return
    end
    (i32.add (i32.const 1000))
  )

  ;; Each level takes one tag.
  (func (export "levels") (param $x i32) (result i32)
    (local $steps i32)
    block $a (result i32)
      try_table (catch $a $a)
        (local.set $steps (i32.const 1))
        block $b (result i32)
          try_table (catch $b $b)
            (local.set $steps (i32.add (local.get $steps) (i32.const 2)))
            block $c (result i32)
              try_table (catch $c $c)
                (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
                (call $throw (local.get $x))
                (local.set $steps (i32.add (local.get $steps) (i32.const 8)))
              end
              i32.const 0
            end
            (i32.add (i32.const 100))
            local.get $steps
            i32.mul
            return
          end
          unreachable
        end
        (i32.add (i32.const 200))
        local.get $steps
        i32.mul
        return
      end
      unreachable
    end
    (i32.add (i32.const 300))
    local.get $steps
    i32.mul
  )
)
