;; Each way of branching backwards. Most burn as many units as $n says.
(module
  (global $fuel (export "fuel") (mut i32) (i32.const 1000))
  (func $out
    (global.set $fuel (i32.const 0)))
  (func (export "br") (param $n i32)
    loop $again
      block $done
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        br $again
      end
    end)
  (func (export "br_if") (param $n i32)
    (i32.eqz (local.get $n))
    if
      return
    end
    (local.set $n (i32.add (local.get $n) (i32.const 1)))
    loop $again
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))
    end)
  (func (export "br_table") (param $n i32)
    (i32.eqz (local.get $n))
    if
      return
    end
    loop $again
      block $done
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br_table $done $again (local.get $n))
      end
    end)
  (func (export "operands") (param $n i32) (result i32)
    (local.get $n)
    (i32.eqz (local.get $n))
    if
      (return (i32.const 0))
    end
    loop $again (param i32) (result i32)
      drop
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))) (local.get $n))
    end)
  (func (export "nested") (param $n i32)
    (local $m i32)
    loop $outer
      block $done
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $m (i32.const 1))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        loop $inner
          (br_if $outer (i32.eqz (local.tee $m (i32.sub (local.get $m) (i32.const 1)))))
          br $inner
        end
      end
    end)
  (func $counted (export "counted") (param $n i32)
    local.get $n
    if
      (call $counted (i32.sub (local.get $n) (i32.const 1)))
    end)
  (func $exempt (export "exempt") (param $n i32)
    (i32.eqz (local.get $n))
    if
      return
    end
    loop $again
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))
    end))
