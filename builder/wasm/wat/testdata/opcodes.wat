(module
  (type $0 (func))
  (type $1 (func (param i32) (result i32)))
  (type $2 (func (param i32) (result i64)))
  (type $3 (func (param i32) (result f32)))
  (type $4 (func (param i32) (result f64)))
  (type $5 (func (param i32 i32)))
  (type $6 (func (param i32 i64)))
  (type $7 (func (param i32 f32)))
  (type $8 (func (param i32 f64)))
  (type $9 (func (result i32)))
  (type $10 (func (result i64)))
  (type $11 (func (result f32)))
  (type $12 (func (result f64)))
  (type $13 (func (param i32 i32) (result i32)))
  (type $14 (func (param i64) (result i32)))
  (type $15 (func (param i64 i64) (result i32)))
  (type $16 (func (param f32 f32) (result i32)))
  (type $17 (func (param f64 f64) (result i32)))
  (type $18 (func (param i64) (result i64)))
  (type $19 (func (param i64 i64) (result i64)))
  (type $20 (func (param f32) (result f32)))
  (type $21 (func (param f32 f32) (result f32)))
  (type $22 (func (param f64) (result f64)))
  (type $23 (func (param f64 f64) (result f64)))
  (type $24 (func (param f32) (result i32)))
  (type $25 (func (param f64) (result i32)))
  (type $26 (func (param f32) (result i64)))
  (type $27 (func (param f64) (result i64)))
  (type $28 (func (param i64) (result f32)))
  (type $29 (func (param f64) (result f32)))
  (type $30 (func (param i64) (result f64)))
  (type $31 (func (param f32) (result f64)))
  (type $32 (func (param i32 i32 i32)))
  (type $33 (func (param i32) (result v128)))
  (type $34 (func (param i32 v128)))
  (type $35 (func (result v128)))
  (type $36 (func (param v128 v128) (result v128)))
  (type $37 (func (param i64) (result v128)))
  (type $38 (func (param f32) (result v128)))
  (type $39 (func (param f64) (result v128)))
  (type $40 (func (param v128) (result i32)))
  (type $41 (func (param v128 i32) (result v128)))
  (type $42 (func (param v128) (result i64)))
  (type $43 (func (param v128 i64) (result v128)))
  (type $44 (func (param v128) (result f32)))
  (type $45 (func (param v128 f32) (result v128)))
  (type $46 (func (param v128) (result f64)))
  (type $47 (func (param v128 f64) (result v128)))
  (type $48 (func (param v128) (result v128)))
  (type $49 (func (param v128 v128 v128) (result v128)))
  (type $50 (func (param i32 v128) (result v128)))
  (table $0 1 funcref)
  (memory $0 1)
  (elem $0 func $nop)
  (func $nop (type $0)
    nop
  )
  (func $i32.load (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.load offset=8
  )
  (func $i64.load (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load offset=8
  )
  (func $f32.load (type $3) (param $0 i32) (result f32)
    local.get $0
    f32.load offset=8
  )
  (func $f64.load (type $4) (param $0 i32) (result f64)
    local.get $0
    f64.load offset=8
  )
  (func $i32.load8_s (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.load8_s offset=8
  )
  (func $i32.load8_u (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.load8_u offset=8
  )
  (func $i32.load16_s (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.load16_s offset=8
  )
  (func $i32.load16_u (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.load16_u offset=8
  )
  (func $i64.load8_s (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load8_s offset=8
  )
  (func $i64.load8_u (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load8_u offset=8
  )
  (func $i64.load16_s (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load16_s offset=8
  )
  (func $i64.load16_u (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load16_u offset=8
  )
  (func $i64.load32_s (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load32_s offset=8
  )
  (func $i64.load32_u (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.load32_u offset=8
  )
  (func $i32.store (type $5) (param $0 i32) (param $1 i32)
    local.get $0
    local.get $1
    i32.store offset=8
  )
  (func $i64.store (type $6) (param $0 i32) (param $1 i64)
    local.get $0
    local.get $1
    i64.store offset=8
  )
  (func $f32.store (type $7) (param $0 i32) (param $1 f32)
    local.get $0
    local.get $1
    f32.store offset=8
  )
  (func $f64.store (type $8) (param $0 i32) (param $1 f64)
    local.get $0
    local.get $1
    f64.store offset=8
  )
  (func $i32.store8 (type $5) (param $0 i32) (param $1 i32)
    local.get $0
    local.get $1
    i32.store8 offset=8
  )
  (func $i32.store16 (type $5) (param $0 i32) (param $1 i32)
    local.get $0
    local.get $1
    i32.store16 offset=8
  )
  (func $i64.store8 (type $6) (param $0 i32) (param $1 i64)
    local.get $0
    local.get $1
    i64.store8 offset=8
  )
  (func $i64.store16 (type $6) (param $0 i32) (param $1 i64)
    local.get $0
    local.get $1
    i64.store16 offset=8
  )
  (func $i64.store32 (type $6) (param $0 i32) (param $1 i64)
    local.get $0
    local.get $1
    i64.store32 offset=8
  )
  (func $memory.size (type $9) (result i32)
    memory.size
  )
  (func $memory.grow (type $1) (param $0 i32) (result i32)
    local.get $0
    memory.grow
  )
  (func $i32.const (type $9) (result i32)
    i32.const -128
  )
  (func $i64.const (type $10) (result i64)
    i64.const -4592264245034352640
  )
  (func $f32.const (type $11) (result f32)
    f32.const 0.25
  )
  (func $f64.const (type $12) (result f64)
    f64.const -42
  )
  (func $i32.eqz (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.eqz
  )
  (func $i32.eq (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.eq
  )
  (func $i32.ne (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.ne
  )
  (func $i32.lt_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.lt_s
  )
  (func $i32.lt_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.lt_u
  )
  (func $i32.gt_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.gt_s
  )
  (func $i32.gt_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.gt_u
  )
  (func $i32.le_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.le_s
  )
  (func $i32.le_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.le_u
  )
  (func $i32.ge_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.ge_s
  )
  (func $i32.ge_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.ge_u
  )
  (func $i64.eqz (type $14) (param $0 i64) (result i32)
    local.get $0
    i64.eqz
  )
  (func $i64.eq (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.eq
  )
  (func $i64.ne (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.ne
  )
  (func $i64.lt_s (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.lt_s
  )
  (func $i64.lt_u (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.lt_u
  )
  (func $i64.gt_s (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.gt_s
  )
  (func $i64.gt_u (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.gt_u
  )
  (func $i64.le_s (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.le_s
  )
  (func $i64.le_u (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.le_u
  )
  (func $i64.ge_s (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.ge_s
  )
  (func $i64.ge_u (type $15) (param $0 i64) (param $1 i64) (result i32)
    local.get $0
    local.get $1
    i64.ge_u
  )
  (func $f32.eq (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.eq
  )
  (func $f32.ne (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.ne
  )
  (func $f32.lt (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.lt
  )
  (func $f32.gt (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.gt
  )
  (func $f32.le (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.le
  )
  (func $f32.ge (type $16) (param $0 f32) (param $1 f32) (result i32)
    local.get $0
    local.get $1
    f32.ge
  )
  (func $f64.eq (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.eq
  )
  (func $f64.ne (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.ne
  )
  (func $f64.lt (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.lt
  )
  (func $f64.gt (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.gt
  )
  (func $f64.le (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.le
  )
  (func $f64.ge (type $17) (param $0 f64) (param $1 f64) (result i32)
    local.get $0
    local.get $1
    f64.ge
  )
  (func $i32.clz (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.clz
  )
  (func $i32.ctz (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.ctz
  )
  (func $i32.popcnt (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.popcnt
  )
  (func $i32.add (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.add
  )
  (func $i32.sub (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.sub
  )
  (func $i32.mul (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.mul
  )
  (func $i32.div_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.div_s
  )
  (func $i32.div_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.div_u
  )
  (func $i32.rem_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.rem_s
  )
  (func $i32.rem_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.rem_u
  )
  (func $i32.and (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.and
  )
  (func $i32.or (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.or
  )
  (func $i32.xor (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.xor
  )
  (func $i32.shl (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.shl
  )
  (func $i32.shr_s (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.shr_s
  )
  (func $i32.shr_u (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.shr_u
  )
  (func $i32.rotl (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.rotl
  )
  (func $i32.rotr (type $13) (param $0 i32) (param $1 i32) (result i32)
    local.get $0
    local.get $1
    i32.rotr
  )
  (func $i64.clz (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.clz
  )
  (func $i64.ctz (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.ctz
  )
  (func $i64.popcnt (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.popcnt
  )
  (func $i64.add (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.add
  )
  (func $i64.sub (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.sub
  )
  (func $i64.mul (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.mul
  )
  (func $i64.div_s (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.div_s
  )
  (func $i64.div_u (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.div_u
  )
  (func $i64.rem_s (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.rem_s
  )
  (func $i64.rem_u (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.rem_u
  )
  (func $i64.and (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.and
  )
  (func $i64.or (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.or
  )
  (func $i64.xor (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.xor
  )
  (func $i64.shl (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.shl
  )
  (func $i64.shr_s (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.shr_s
  )
  (func $i64.shr_u (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.shr_u
  )
  (func $i64.rotl (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.rotl
  )
  (func $i64.rotr (type $19) (param $0 i64) (param $1 i64) (result i64)
    local.get $0
    local.get $1
    i64.rotr
  )
  (func $f32.abs (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.abs
  )
  (func $f32.neg (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.neg
  )
  (func $f32.ceil (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.ceil
  )
  (func $f32.floor (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.floor
  )
  (func $f32.trunc (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.trunc
  )
  (func $f32.nearest (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.nearest
  )
  (func $f32.sqrt (type $20) (param $0 f32) (result f32)
    local.get $0
    f32.sqrt
  )
  (func $f32.add (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.add
  )
  (func $f32.sub (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.sub
  )
  (func $f32.mul (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.mul
  )
  (func $f32.div (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.div
  )
  (func $f32.min (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.min
  )
  (func $f32.max (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.max
  )
  (func $f32.copysign (type $21) (param $0 f32) (param $1 f32) (result f32)
    local.get $0
    local.get $1
    f32.copysign
  )
  (func $f64.abs (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.abs
  )
  (func $f64.neg (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.neg
  )
  (func $f64.ceil (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.ceil
  )
  (func $f64.floor (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.floor
  )
  (func $f64.trunc (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.trunc
  )
  (func $f64.nearest (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.nearest
  )
  (func $f64.sqrt (type $22) (param $0 f64) (result f64)
    local.get $0
    f64.sqrt
  )
  (func $f64.add (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.add
  )
  (func $f64.sub (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.sub
  )
  (func $f64.mul (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.mul
  )
  (func $f64.div (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.div
  )
  (func $f64.min (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.min
  )
  (func $f64.max (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.max
  )
  (func $f64.copysign (type $23) (param $0 f64) (param $1 f64) (result f64)
    local.get $0
    local.get $1
    f64.copysign
  )
  (func $i32.wrap_i64 (type $14) (param $0 i64) (result i32)
    local.get $0
    i32.wrap_i64
  )
  (func $i32.trunc_f32_s (type $24) (param $0 f32) (result i32)
    local.get $0
    i32.trunc_f32_s
  )
  (func $i32.trunc_f32_u (type $24) (param $0 f32) (result i32)
    local.get $0
    i32.trunc_f32_u
  )
  (func $i32.trunc_f64_s (type $25) (param $0 f64) (result i32)
    local.get $0
    i32.trunc_f64_s
  )
  (func $i32.trunc_f64_u (type $25) (param $0 f64) (result i32)
    local.get $0
    i32.trunc_f64_u
  )
  (func $i64.extend_i32_s (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.extend_i32_s
  )
  (func $i64.extend_i32_u (type $2) (param $0 i32) (result i64)
    local.get $0
    i64.extend_i32_u
  )
  (func $i64.trunc_f32_s (type $26) (param $0 f32) (result i64)
    local.get $0
    i64.trunc_f32_s
  )
  (func $i64.trunc_f32_u (type $26) (param $0 f32) (result i64)
    local.get $0
    i64.trunc_f32_u
  )
  (func $i64.trunc_f64_s (type $27) (param $0 f64) (result i64)
    local.get $0
    i64.trunc_f64_s
  )
  (func $i64.trunc_f64_u (type $27) (param $0 f64) (result i64)
    local.get $0
    i64.trunc_f64_u
  )
  (func $f32.convert_i32_s (type $3) (param $0 i32) (result f32)
    local.get $0
    f32.convert_i32_s
  )
  (func $f32.convert_i32_u (type $3) (param $0 i32) (result f32)
    local.get $0
    f32.convert_i32_u
  )
  (func $f32.convert_i64_s (type $28) (param $0 i64) (result f32)
    local.get $0
    f32.convert_i64_s
  )
  (func $f32.convert_i64_u (type $28) (param $0 i64) (result f32)
    local.get $0
    f32.convert_i64_u
  )
  (func $f32.demote_f64 (type $29) (param $0 f64) (result f32)
    local.get $0
    f32.demote_f64
  )
  (func $f64.convert_i32_s (type $4) (param $0 i32) (result f64)
    local.get $0
    f64.convert_i32_s
  )
  (func $f64.convert_i32_u (type $4) (param $0 i32) (result f64)
    local.get $0
    f64.convert_i32_u
  )
  (func $f64.convert_i64_s (type $30) (param $0 i64) (result f64)
    local.get $0
    f64.convert_i64_s
  )
  (func $f64.convert_i64_u (type $30) (param $0 i64) (result f64)
    local.get $0
    f64.convert_i64_u
  )
  (func $f64.promote_f32 (type $31) (param $0 f32) (result f64)
    local.get $0
    f64.promote_f32
  )
  (func $i32.reinterpret_f32 (type $24) (param $0 f32) (result i32)
    local.get $0
    i32.reinterpret_f32
  )
  (func $i64.reinterpret_f64 (type $27) (param $0 f64) (result i64)
    local.get $0
    i64.reinterpret_f64
  )
  (func $f32.reinterpret_i32 (type $3) (param $0 i32) (result f32)
    local.get $0
    f32.reinterpret_i32
  )
  (func $f64.reinterpret_i64 (type $30) (param $0 i64) (result f64)
    local.get $0
    f64.reinterpret_i64
  )
  (func $i32.extend8_s (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.extend8_s
  )
  (func $i32.extend16_s (type $1) (param $0 i32) (result i32)
    local.get $0
    i32.extend16_s
  )
  (func $i64.extend8_s (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.extend8_s
  )
  (func $i64.extend16_s (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.extend16_s
  )
  (func $i64.extend32_s (type $18) (param $0 i64) (result i64)
    local.get $0
    i64.extend32_s
  )
  (func $i32.trunc_sat_f32_s (type $24) (param $0 f32) (result i32)
    local.get $0
    i32.trunc_sat_f32_s
  )
  (func $i32.trunc_sat_f32_u (type $24) (param $0 f32) (result i32)
    local.get $0
    i32.trunc_sat_f32_u
  )
  (func $i32.trunc_sat_f64_s (type $25) (param $0 f64) (result i32)
    local.get $0
    i32.trunc_sat_f64_s
  )
  (func $i32.trunc_sat_f64_u (type $25) (param $0 f64) (result i32)
    local.get $0
    i32.trunc_sat_f64_u
  )
  (func $i64.trunc_sat_f32_s (type $26) (param $0 f32) (result i64)
    local.get $0
    i64.trunc_sat_f32_s
  )
  (func $i64.trunc_sat_f32_u (type $26) (param $0 f32) (result i64)
    local.get $0
    i64.trunc_sat_f32_u
  )
  (func $i64.trunc_sat_f64_s (type $27) (param $0 f64) (result i64)
    local.get $0
    i64.trunc_sat_f64_s
  )
  (func $i64.trunc_sat_f64_u (type $27) (param $0 f64) (result i64)
    local.get $0
    i64.trunc_sat_f64_u
  )
  (func $memory.init (type $32) (param $0 i32) (param $1 i32) (param $2 i32)
    local.get $0
    local.get $1
    local.get $2
    memory.init $0
  )
  (func $data.drop (type $0)
    data.drop $0
  )
  (func $memory.copy (type $32) (param $0 i32) (param $1 i32) (param $2 i32)
    local.get $0
    local.get $1
    local.get $2
    memory.copy
  )
  (func $memory.fill (type $32) (param $0 i32) (param $1 i32) (param $2 i32)
    local.get $0
    local.get $1
    local.get $2
    memory.fill
  )
  (func $table.init (type $32) (param $0 i32) (param $1 i32) (param $2 i32)
    local.get $0
    local.get $1
    local.get $2
    table.init $0 $0
  )
  (func $elem.drop (type $0)
    elem.drop $0
  )
  (func $table.copy (type $32) (param $0 i32) (param $1 i32) (param $2 i32)
    local.get $0
    local.get $1
    local.get $2
    table.copy $0 $0
  )
  (func $table.size (type $9) (result i32)
    table.size $0
  )
  (func $v128.load (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load offset=8
  )
  (func $v128.load8x8_s (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load8x8_s offset=8
  )
  (func $v128.load8x8_u (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load8x8_u offset=8
  )
  (func $v128.load16x4_s (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load16x4_s offset=8
  )
  (func $v128.load16x4_u (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load16x4_u offset=8
  )
  (func $v128.load32x2_s (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load32x2_s offset=8
  )
  (func $v128.load32x2_u (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load32x2_u offset=8
  )
  (func $v128.load8_splat (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load8_splat offset=8
  )
  (func $v128.load16_splat (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load16_splat offset=8
  )
  (func $v128.load32_splat (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load32_splat offset=8
  )
  (func $v128.load64_splat (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load64_splat offset=8
  )
  (func $v128.store (type $34) (param $0 i32) (param $1 v128)
    local.get $0
    local.get $1
    v128.store offset=8
  )
  (func $v128.const (type $35) (result v128)
    v128.const i32x4 0x03020100 0x07060504 0x1b1a1918 0x1f1e1d1c
  )
  (func $i8x16.shuffle (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.shuffle 0 1 2 3 4 5 6 7 24 25 26 27 28 29 30 31
  )
  (func $i8x16.swizzle (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.swizzle
  )
  (func $i8x16.splat (type $33) (param $0 i32) (result v128)
    local.get $0
    i8x16.splat
  )
  (func $i16x8.splat (type $33) (param $0 i32) (result v128)
    local.get $0
    i16x8.splat
  )
  (func $i32x4.splat (type $33) (param $0 i32) (result v128)
    local.get $0
    i32x4.splat
  )
  (func $i64x2.splat (type $37) (param $0 i64) (result v128)
    local.get $0
    i64x2.splat
  )
  (func $f32x4.splat (type $38) (param $0 f32) (result v128)
    local.get $0
    f32x4.splat
  )
  (func $f64x2.splat (type $39) (param $0 f64) (result v128)
    local.get $0
    f64x2.splat
  )
  (func $i8x16.extract_lane_s (type $40) (param $0 v128) (result i32)
    local.get $0
    i8x16.extract_lane_s 1
  )
  (func $i8x16.extract_lane_u (type $40) (param $0 v128) (result i32)
    local.get $0
    i8x16.extract_lane_u 1
  )
  (func $i8x16.replace_lane (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i8x16.replace_lane 1
  )
  (func $i16x8.extract_lane_s (type $40) (param $0 v128) (result i32)
    local.get $0
    i16x8.extract_lane_s 1
  )
  (func $i16x8.extract_lane_u (type $40) (param $0 v128) (result i32)
    local.get $0
    i16x8.extract_lane_u 1
  )
  (func $i16x8.replace_lane (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i16x8.replace_lane 1
  )
  (func $i32x4.extract_lane (type $40) (param $0 v128) (result i32)
    local.get $0
    i32x4.extract_lane 1
  )
  (func $i32x4.replace_lane (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i32x4.replace_lane 1
  )
  (func $i64x2.extract_lane (type $42) (param $0 v128) (result i64)
    local.get $0
    i64x2.extract_lane 1
  )
  (func $i64x2.replace_lane (type $43) (param $0 v128) (param $1 i64) (result v128)
    local.get $0
    local.get $1
    i64x2.replace_lane 1
  )
  (func $f32x4.extract_lane (type $44) (param $0 v128) (result f32)
    local.get $0
    f32x4.extract_lane 1
  )
  (func $f32x4.replace_lane (type $45) (param $0 v128) (param $1 f32) (result v128)
    local.get $0
    local.get $1
    f32x4.replace_lane 1
  )
  (func $f64x2.extract_lane (type $46) (param $0 v128) (result f64)
    local.get $0
    f64x2.extract_lane 1
  )
  (func $f64x2.replace_lane (type $47) (param $0 v128) (param $1 f64) (result v128)
    local.get $0
    local.get $1
    f64x2.replace_lane 1
  )
  (func $i8x16.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.eq
  )
  (func $i8x16.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.ne
  )
  (func $i8x16.lt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.lt_s
  )
  (func $i8x16.lt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.lt_u
  )
  (func $i8x16.gt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.gt_s
  )
  (func $i8x16.gt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.gt_u
  )
  (func $i8x16.le_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.le_s
  )
  (func $i8x16.le_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.le_u
  )
  (func $i8x16.ge_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.ge_s
  )
  (func $i8x16.ge_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.ge_u
  )
  (func $i16x8.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.eq
  )
  (func $i16x8.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.ne
  )
  (func $i16x8.lt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.lt_s
  )
  (func $i16x8.lt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.lt_u
  )
  (func $i16x8.gt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.gt_s
  )
  (func $i16x8.gt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.gt_u
  )
  (func $i16x8.le_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.le_s
  )
  (func $i16x8.le_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.le_u
  )
  (func $i16x8.ge_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.ge_s
  )
  (func $i16x8.ge_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.ge_u
  )
  (func $i32x4.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.eq
  )
  (func $i32x4.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.ne
  )
  (func $i32x4.lt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.lt_s
  )
  (func $i32x4.lt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.lt_u
  )
  (func $i32x4.gt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.gt_s
  )
  (func $i32x4.gt_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.gt_u
  )
  (func $i32x4.le_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.le_s
  )
  (func $i32x4.le_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.le_u
  )
  (func $i32x4.ge_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.ge_s
  )
  (func $i32x4.ge_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.ge_u
  )
  (func $f32x4.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.eq
  )
  (func $f32x4.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.ne
  )
  (func $f32x4.lt (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.lt
  )
  (func $f32x4.gt (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.gt
  )
  (func $f32x4.le (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.le
  )
  (func $f32x4.ge (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.ge
  )
  (func $f64x2.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.eq
  )
  (func $f64x2.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.ne
  )
  (func $f64x2.lt (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.lt
  )
  (func $f64x2.gt (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.gt
  )
  (func $f64x2.le (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.le
  )
  (func $f64x2.ge (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.ge
  )
  (func $v128.not (type $48) (param $0 v128) (result v128)
    local.get $0
    v128.not
  )
  (func $v128.and (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.and
  )
  (func $v128.andnot (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.andnot
  )
  (func $v128.or (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.or
  )
  (func $v128.xor (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.xor
  )
  (func $v128.bitselect (type $49) (param $0 v128) (param $1 v128) (param $2 v128) (result v128)
    local.get $0
    local.get $1
    local.get $2
    v128.bitselect
  )
  (func $v128.any_true (type $40) (param $0 v128) (result i32)
    local.get $0
    v128.any_true
  )
  (func $v128.load8_lane (type $50) (param $0 i32) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.load8_lane offset=8 0
  )
  (func $v128.load16_lane (type $50) (param $0 i32) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.load16_lane offset=8 0
  )
  (func $v128.load32_lane (type $50) (param $0 i32) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.load32_lane offset=8 0
  )
  (func $v128.load64_lane (type $50) (param $0 i32) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    v128.load64_lane offset=8 0
  )
  (func $v128.store8_lane (type $34) (param $0 i32) (param $1 v128)
    local.get $0
    local.get $1
    v128.store8_lane offset=8 0
  )
  (func $v128.store16_lane (type $34) (param $0 i32) (param $1 v128)
    local.get $0
    local.get $1
    v128.store16_lane offset=8 0
  )
  (func $v128.store32_lane (type $34) (param $0 i32) (param $1 v128)
    local.get $0
    local.get $1
    v128.store32_lane offset=8 0
  )
  (func $v128.store64_lane (type $34) (param $0 i32) (param $1 v128)
    local.get $0
    local.get $1
    v128.store64_lane offset=8 0
  )
  (func $v128.load32_zero (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load32_zero offset=8
  )
  (func $v128.load64_zero (type $33) (param $0 i32) (result v128)
    local.get $0
    v128.load64_zero offset=8
  )
  (func $f32x4.demote_f64x2_zero (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.demote_f64x2_zero
  )
  (func $f64x2.promote_low_f32x4 (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.promote_low_f32x4
  )
  (func $i8x16.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    i8x16.abs
  )
  (func $i8x16.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    i8x16.neg
  )
  (func $i8x16.popcnt (type $48) (param $0 v128) (result v128)
    local.get $0
    i8x16.popcnt
  )
  (func $i8x16.all_true (type $40) (param $0 v128) (result i32)
    local.get $0
    i8x16.all_true
  )
  (func $i8x16.bitmask (type $40) (param $0 v128) (result i32)
    local.get $0
    i8x16.bitmask
  )
  (func $i8x16.narrow_i16x8_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.narrow_i16x8_s
  )
  (func $i8x16.narrow_i16x8_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.narrow_i16x8_u
  )
  (func $f32x4.ceil (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.ceil
  )
  (func $f32x4.floor (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.floor
  )
  (func $f32x4.trunc (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.trunc
  )
  (func $f32x4.nearest (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.nearest
  )
  (func $i8x16.shl (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i8x16.shl
  )
  (func $i8x16.shr_s (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i8x16.shr_s
  )
  (func $i8x16.shr_u (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i8x16.shr_u
  )
  (func $i8x16.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.add
  )
  (func $i8x16.add_sat_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.add_sat_s
  )
  (func $i8x16.add_sat_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.add_sat_u
  )
  (func $i8x16.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.sub
  )
  (func $i8x16.sub_sat_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.sub_sat_s
  )
  (func $i8x16.sub_sat_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.sub_sat_u
  )
  (func $f64x2.ceil (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.ceil
  )
  (func $f64x2.floor (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.floor
  )
  (func $i8x16.min_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.min_s
  )
  (func $i8x16.min_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.min_u
  )
  (func $i8x16.max_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.max_s
  )
  (func $i8x16.max_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.max_u
  )
  (func $f64x2.trunc (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.trunc
  )
  (func $i8x16.avgr_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i8x16.avgr_u
  )
  (func $i16x8.extadd_pairwise_i8x16_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extadd_pairwise_i8x16_s
  )
  (func $i16x8.extadd_pairwise_i8x16_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extadd_pairwise_i8x16_u
  )
  (func $i32x4.extadd_pairwise_i16x8_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extadd_pairwise_i16x8_s
  )
  (func $i32x4.extadd_pairwise_i16x8_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extadd_pairwise_i16x8_u
  )
  (func $i16x8.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.abs
  )
  (func $i16x8.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.neg
  )
  (func $i16x8.q15mulr_sat_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.q15mulr_sat_s
  )
  (func $i16x8.all_true (type $40) (param $0 v128) (result i32)
    local.get $0
    i16x8.all_true
  )
  (func $i16x8.bitmask (type $40) (param $0 v128) (result i32)
    local.get $0
    i16x8.bitmask
  )
  (func $i16x8.narrow_i32x4_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.narrow_i32x4_s
  )
  (func $i16x8.narrow_i32x4_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.narrow_i32x4_u
  )
  (func $i16x8.extend_low_i8x16_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extend_low_i8x16_s
  )
  (func $i16x8.extend_high_i8x16_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extend_high_i8x16_s
  )
  (func $i16x8.extend_low_i8x16_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extend_low_i8x16_u
  )
  (func $i16x8.extend_high_i8x16_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i16x8.extend_high_i8x16_u
  )
  (func $i16x8.shl (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i16x8.shl
  )
  (func $i16x8.shr_s (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i16x8.shr_s
  )
  (func $i16x8.shr_u (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i16x8.shr_u
  )
  (func $i16x8.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.add
  )
  (func $i16x8.add_sat_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.add_sat_s
  )
  (func $i16x8.add_sat_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.add_sat_u
  )
  (func $i16x8.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.sub
  )
  (func $i16x8.sub_sat_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.sub_sat_s
  )
  (func $i16x8.sub_sat_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.sub_sat_u
  )
  (func $f64x2.nearest (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.nearest
  )
  (func $i16x8.mul (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.mul
  )
  (func $i16x8.min_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.min_s
  )
  (func $i16x8.min_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.min_u
  )
  (func $i16x8.max_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.max_s
  )
  (func $i16x8.max_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.max_u
  )
  (func $i16x8.avgr_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.avgr_u
  )
  (func $i16x8.extmul_low_i8x16_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.extmul_low_i8x16_s
  )
  (func $i16x8.extmul_high_i8x16_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.extmul_high_i8x16_s
  )
  (func $i16x8.extmul_low_i8x16_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.extmul_low_i8x16_u
  )
  (func $i16x8.extmul_high_i8x16_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i16x8.extmul_high_i8x16_u
  )
  (func $i32x4.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.abs
  )
  (func $i32x4.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.neg
  )
  (func $i32x4.all_true (type $40) (param $0 v128) (result i32)
    local.get $0
    i32x4.all_true
  )
  (func $i32x4.bitmask (type $40) (param $0 v128) (result i32)
    local.get $0
    i32x4.bitmask
  )
  (func $i32x4.extend_low_i16x8_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extend_low_i16x8_s
  )
  (func $i32x4.extend_high_i16x8_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extend_high_i16x8_s
  )
  (func $i32x4.extend_low_i16x8_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extend_low_i16x8_u
  )
  (func $i32x4.extend_high_i16x8_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.extend_high_i16x8_u
  )
  (func $i32x4.shl (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i32x4.shl
  )
  (func $i32x4.shr_s (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i32x4.shr_s
  )
  (func $i32x4.shr_u (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i32x4.shr_u
  )
  (func $i32x4.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.add
  )
  (func $i32x4.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.sub
  )
  (func $i32x4.mul (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.mul
  )
  (func $i32x4.min_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.min_s
  )
  (func $i32x4.min_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.min_u
  )
  (func $i32x4.max_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.max_s
  )
  (func $i32x4.max_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.max_u
  )
  (func $i32x4.dot_i16x8_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.dot_i16x8_s
  )
  (func $i32x4.extmul_low_i16x8_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.extmul_low_i16x8_s
  )
  (func $i32x4.extmul_high_i16x8_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.extmul_high_i16x8_s
  )
  (func $i32x4.extmul_low_i16x8_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.extmul_low_i16x8_u
  )
  (func $i32x4.extmul_high_i16x8_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i32x4.extmul_high_i16x8_u
  )
  (func $i64x2.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.abs
  )
  (func $i64x2.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.neg
  )
  (func $i64x2.all_true (type $40) (param $0 v128) (result i32)
    local.get $0
    i64x2.all_true
  )
  (func $i64x2.bitmask (type $40) (param $0 v128) (result i32)
    local.get $0
    i64x2.bitmask
  )
  (func $i64x2.extend_low_i32x4_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.extend_low_i32x4_s
  )
  (func $i64x2.extend_high_i32x4_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.extend_high_i32x4_s
  )
  (func $i64x2.extend_low_i32x4_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.extend_low_i32x4_u
  )
  (func $i64x2.extend_high_i32x4_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i64x2.extend_high_i32x4_u
  )
  (func $i64x2.shl (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i64x2.shl
  )
  (func $i64x2.shr_s (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i64x2.shr_s
  )
  (func $i64x2.shr_u (type $41) (param $0 v128) (param $1 i32) (result v128)
    local.get $0
    local.get $1
    i64x2.shr_u
  )
  (func $i64x2.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.add
  )
  (func $i64x2.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.sub
  )
  (func $i64x2.mul (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.mul
  )
  (func $i64x2.eq (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.eq
  )
  (func $i64x2.ne (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.ne
  )
  (func $i64x2.lt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.lt_s
  )
  (func $i64x2.gt_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.gt_s
  )
  (func $i64x2.le_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.le_s
  )
  (func $i64x2.ge_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.ge_s
  )
  (func $i64x2.extmul_low_i32x4_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.extmul_low_i32x4_s
  )
  (func $i64x2.extmul_high_i32x4_s (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.extmul_high_i32x4_s
  )
  (func $i64x2.extmul_low_i32x4_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.extmul_low_i32x4_u
  )
  (func $i64x2.extmul_high_i32x4_u (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    i64x2.extmul_high_i32x4_u
  )
  (func $f32x4.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.abs
  )
  (func $f32x4.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.neg
  )
  (func $f32x4.sqrt (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.sqrt
  )
  (func $f32x4.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.add
  )
  (func $f32x4.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.sub
  )
  (func $f32x4.mul (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.mul
  )
  (func $f32x4.div (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.div
  )
  (func $f32x4.min (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.min
  )
  (func $f32x4.max (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.max
  )
  (func $f32x4.pmin (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.pmin
  )
  (func $f32x4.pmax (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f32x4.pmax
  )
  (func $f64x2.abs (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.abs
  )
  (func $f64x2.neg (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.neg
  )
  (func $f64x2.sqrt (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.sqrt
  )
  (func $f64x2.add (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.add
  )
  (func $f64x2.sub (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.sub
  )
  (func $f64x2.mul (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.mul
  )
  (func $f64x2.div (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.div
  )
  (func $f64x2.min (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.min
  )
  (func $f64x2.max (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.max
  )
  (func $f64x2.pmin (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.pmin
  )
  (func $f64x2.pmax (type $36) (param $0 v128) (param $1 v128) (result v128)
    local.get $0
    local.get $1
    f64x2.pmax
  )
  (func $i32x4.trunc_sat_f32x4_s (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.trunc_sat_f32x4_s
  )
  (func $i32x4.trunc_sat_f32x4_u (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.trunc_sat_f32x4_u
  )
  (func $f32x4.convert_i32x4_s (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.convert_i32x4_s
  )
  (func $f32x4.convert_i32x4_u (type $48) (param $0 v128) (result v128)
    local.get $0
    f32x4.convert_i32x4_u
  )
  (func $i32x4.trunc_sat_f64x2_s_zero (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.trunc_sat_f64x2_s_zero
  )
  (func $i32x4.trunc_sat_f64x2_u_zero (type $48) (param $0 v128) (result v128)
    local.get $0
    i32x4.trunc_sat_f64x2_u_zero
  )
  (func $f64x2.convert_low_i32x4_s (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.convert_low_i32x4_s
  )
  (func $f64x2.convert_low_i32x4_u (type $48) (param $0 v128) (result v128)
    local.get $0
    f64x2.convert_low_i32x4_u
  )
  (data $0 "x")
)
