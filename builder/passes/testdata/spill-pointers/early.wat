;; What is set in one place of a loop, and needed by calls in many that a round may pass by, is stored where it is set.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))
  (func (export "run") (param $n i32)
    (local $o i32)
    (local.set $o (call $alloc))
    loop $again
      local.get $n
      i32.const 1
      i32.eq
      if
        call $collect
      end
      local.get $n
      i32.const 2
      i32.eq
      if
        call $collect
      end
      local.get $n
      i32.const 3
      i32.eq
      if
        call $collect
        (call $use (local.get $o))
        (local.set $o (call $alloc))
      end
      local.get $n
      i32.const 4
      i32.eq
      if
        call $collect
      end
      local.get $n
      i32.const 5
      i32.eq
      if
        call $collect
      end
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))
    end
    (call $use (local.get $o)))
  ;; The same without a loop: calls are but a few, and so the store is left to them.
  (func (export "twice") (param $n i32)
    (local $o i32)
    (local.set $o (call $alloc))
    local.get $n
    i32.const 1
    i32.eq
    if
      call $collect
    else
      local.get $n
      i32.const 2
      i32.eq
      if
        call $collect
      end
    end
    (call $use (local.get $o))))
