(module $example
  (type $binary (func (param i32 i32) (result i32)))
  (type $1 (func (param i32)))
  (type $2 (func (result i64)))
  (type $3 (func (param i64 f32)))
  (type $4 (func))
  (type $5 (func (param i32 i64) (result i32)))
  (import "env" "add" (func $add (type $binary) (param i32 i32) (result i32)))
  (import "env" "log" (func $log (type $1) (param i32)))
  (import "env" "limit" (global $limit i32))
  (import "env" "inside" (func $imported (type $2) (result i64)))
  (import "env" "tag" (tag $problem (type $1) (param i32)))
  (table $first 2 10 funcref)
  (table $second 1 externref)
  (memory $0 1 2)
  (tag $t (type $3) (param i64 f32))
  (global $counter (mut i32) (i32.const -1))
  (global $null externref (ref.null extern))
  (global $3 funcref (ref.func $main))
  (export "table" (table $first))
  (export "memory" (memory $0))
  (export "ref" (global $3))
  (export "main" (func $main))
  (export "t" (tag $t))
  (export "run" (func $main))
  (start $init)
  (elem $0 (offset (i32.const 0)) func $main $add)
  (elem $more (offset (i32.const 1)) func $init)
  (elem $2 func $main)
  (elem $declared declare func $log)
  (elem $4 (table $second) (offset (i32.const 0)) externref (item (ref.null extern)))
  (elem $passive funcref (item (ref.func $main)) (item (ref.null func)))
  (func $init (type $4)
    i32.const 1
    i32.const 127
    i32.add
    call $log
  )
  (func $main (type $5) (param $x i32) (param $1 i64) (result i32)
    (local $y i32)
    (local $3 f32)
    (local $4 f32)
    block $0 (result i32)
      local.get $x
      local.get $x
      br_if $0
      loop $1
        local.get $y
        br_table $0 $1 $0 2
      end
      unreachable
    end
  )
  (data $0 (offset (i32.const 8)) "hello \"world\"\0a\00\ff")
  (data $bytes "")
  (data $2 (offset (global.get $limit))
    "0123456789012345678901234567890123456789012345678901234567890123"
    "456789\e2\9c\93")
)
