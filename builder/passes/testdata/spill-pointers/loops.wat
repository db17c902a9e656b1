;; What a loop does not set is stored before it; what it sets, in it.
(module
  (import "env" "collect" (func $collect)) (import "env" "alloc" (func $alloc (result i32))) (import "env" "use" (func $use (param i32)))
  (memory (export "memory") 2)
  (global $__stack_pointer (export "__stack_pointer") (mut i32) (i32.const 60000))
  (func (export "run") (param $n i32)
    (local $kept i32) (local $next i32)
    (local.set $kept (call $alloc))
    (local.set $next (call $alloc))
    loop $again
      (call $use (local.get $next))
      (local.set $next (call $alloc))
      (call $collect)
      (call $use (local.get $next))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))
    end
    (call $use (local.get $kept)))
  ;; The loop is left by way of the call: nothing is needed after that.
  (func (export "final") (param $n i32)
    (local $o i32)
    (local.set $o (call $alloc))
    block $out
      loop $again
        (call $use (local.get $o))
        local.get $n
        i32.eqz
        if
          call $collect
          br $out
        end
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        br $again
      end
    end))
