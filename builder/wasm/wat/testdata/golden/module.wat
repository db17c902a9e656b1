;; Every kind of field, as people write them.
(module $example
  (type $binary (func (param i32 i32) (result i32)))
  (import "env" "add" (func $add (type $binary)))
  (import "env" "log" (func $log (param i32)))
  (import "env" "limit" (global $limit i32))
  (func $imported (import "env" "inside") (result i64))
  (import "env" "tag" (tag $problem (param i32)))
  (table $first (export "table") 2 10 funcref)
  (table $second 1 externref)
  (memory (export "memory") 1 (; min ;) 2)
  (tag $t (param i64 f32))
  (global $counter (mut i32) (i32.const -1))
  (global $null externref (ref.null extern))
  (global (export "ref") funcref (ref.func $main))
  (export "main" (func $main))
  (export "t" (tag $t))
  (start $init)
  (elem (i32.const 0) $main $add)
  (elem $more (table $first) (offset (i32.const 1)) func $init)
  (elem func $main)
  (elem $declared declare func $log)
  (elem (table $second) (offset i32.const 0) externref (item (ref.null extern)))
  (elem $passive funcref (item ref.func $main) (item (ref.null func)))
  (func $init
    (call $log (i32.add (i32.const 1) (i32.const 0x_7f))))
  (func $main (export "run") (param $x i32) (param i64) (result i32)
    (local $y i32) (local f32 f32)
    block $done (result i32)
      local.get $x
      local.get 0
      br_if $done
      loop
        local.get $y
        br_table $done 0 1 2
      end
      unreachable
    end $done
  )
  (data (i32.const 8) "hello \"world\"\n\00\ff")
  (data $bytes "")
  (data (offset (global.get $limit)) "0123456789012345678901234567890123456789012345678901234567890123456789" "\u{2713}")
)
