;; The smallest module that satisfies the default policy, with an import of each host module.
(module
  (import "mpwasm" "refuel" (func $refuel (param i32) (result i32)))
  (import "mpwasm" "sleep" (func $sleep (param i64) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (global $sp (export "__stack_pointer") (mut i32) (i32.const 1024))
  (global $fuel (export "mpwasm_fuel") (mut i32) (i32.const 0))
  (global $thrown (export "thrown") (mut i32) (i32.const 0))
  (global $payload (export "payload") (mut i32) (i32.const 0))
  (func (export "_initialize"))
  (func (export "mpwasm_abi_version") (result i32)
    i32.const 2)
  (func (export "mpwasm_alloc") (param i32) (result i32)
    local.get 0
    i32.extend8_s)
  (func (export "mpwasm_free") (param i32))
  (func (export "mpwasm_heap_peak") (result i32)
    i32.const 0)
  (func (export "mpwasm_continues") (param i32) (result i32)
    local.get 0)
  (func (export "mpwasm_tracing") (result i32)
    i32.const 0)
  (func (export "mpwasm_start") (param i32)
    local.get 0
    call $refuel
    drop)
  (func (export "mpwasm_set_list") (param i32 i32 i32) (result i32)
    local.get 0
    local.get 1
    local.get 2
    memory.copy
    i32.const 0)
  (func (export "mpwasm_run") (param i32 i32 i32 i32 i32 i32 i32) (result i32)
    local.get 0)
  (data (i32.const 1024) "guest"))
