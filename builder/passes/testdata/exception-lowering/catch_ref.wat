;; catch_ref hands over the exception; throw_ref throws it again, perhaps much later.
(module
  (tag $e (param i32))
  (tag $none)
  (tag $float (param f32))

  (func $throw (param $which i32) (param $x i32)
    block $2
      block $1
        block $0
          local.get $which
          br_table $0 $1 $2
        end
        (throw $e (local.get $x))
      end
      throw $none
    end
    (throw $float (f32.reinterpret_i32 (local.get $x)))
  )

  ;; Throws, catches with a reference, throws that again, and catches by tag.
  (func (export "rethrow") (param $which i32) (param $x i32) (result i32)
    block $e (result i32)
      block $float (result f32)
        block $none
          try_table (catch $e $e) (catch $none $none) (catch $float $float)
            block $e_ref (result i32 exnref)
              block $float_ref (result f32 exnref)
                block $none_ref (result exnref)
                  try_table (catch_ref $e $e_ref) (catch_ref $none $none_ref) (catch_ref $float $float_ref)
                    (call $throw (local.get $which) (local.get $x))
                  end
                  unreachable
                end
                throw_ref
              end
              throw_ref
            end
            throw_ref
          end
          unreachable
        end
        i32.const -7
        return
      end
      i32.reinterpret_f32
      (i32.xor (i32.const -1))
    end
  )

  ;; The value that came with the reference counts, not what was thrown in between.
  (func (export "kept") (param $which i32) (param $x i32) (result i32)
    (local $ref exnref)
    block $e_ref (result i32 exnref)
      try_table (catch_ref $e $e_ref)
        (call $throw (i32.const 0) (local.get $x))
      end
      unreachable
    end
    local.set $ref
    drop
    block $ignored
      try_table (catch_all $ignored)
        (call $throw (local.get $which) (i32.const 12345))
      end
    end
    block $e (result i32)
      try_table (catch $e $e)
        (throw_ref (local.get $ref))
      end
      unreachable
    end
  )
)
