;; Branches to where a branch to a loop follows, and those that stay as they are.
(module
  (func (export "moves") (param $n i32) (result i32) (local $next i32) (local $sum i32)
    loop $again
      block $done
        (local.set $next (i32.sub (local.get $n) (i32.const 1)))
        (local.set $sum (i32.add (local.get $sum) (local.get $n)))
        block $inner
          (br_if $inner (i32.eqz (i32.and (local.get $n) (i32.const 1))))
          br $done
        end
        (br_if $done (i32.gt_s (local.get $n) (i32.const 7)))
        (i32.le_s (local.get $n) (i32.const 0))
        if
          (return (local.get $sum))
        end
        i32.const 5
        br $done
      end
      (local.set $n (local.get $next))
      br $again
    end
    unreachable)
  (func (export "plain") (param $n i32) (local $i i32)
    loop $again
      block $done
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (i32.lt_s (local.get $i) (local.get $n))
        if
          br $done
        else
          return
        end
      end
      br $again
    end)
  (func (export "result") (param $n i32)
    loop $again
      block $done (result i32)
        (br $done (i32.shr_u (local.get $n) (i32.const 1)))
      end
      local.set $n
      (br_if $again (local.get $n))
    end)
  (func (export "forward") (param $n i32)
    block $out
      block $done
        (br_if $out (i32.eqz (local.get $n)))
        br $done
      end
      br $out
    end))
