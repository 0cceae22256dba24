;; The inner loops of the large regime, four lanes of 32-bit floats at a time. kernel.ts has the same in TypeScript, lane by
;; lane, so that both come to the same bits. Pointers and strides are in bytes; rows begin at multiples of 16 bytes and end
;; in padding, so that whole lanes may be read and written.
(module
  (import "kernel" "memory" (memory 1))

  ;; out[r][c] = a[r] · b[c]; `bytes` is the length of a vector, a multiple of 16, and `cols` a multiple of 4.
  (func (export "products")
    (param $a i32) (param $rows i32) (param $b i32) (param $cols i32) (param $bytes i32) (param $out i32) (param $stride i32)
    (local $row i32) (local $col i32) (local $at i32) (local $to i32) (local $value v128)
    (local $b1 i32) (local $b2 i32) (local $b3 i32) (local $b0 i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $low v128) (local $high v128)
    (block $done
      (loop $rows
        (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
        (local.set $col (i32.const 0))
        (local.set $to (local.get $out))
        (local.set $b0 (local.get $b))
        (block $rowDone
          (loop $cols
            (br_if $rowDone (i32.ge_s (local.get $col) (local.get $cols)))
            (local.set $b1 (i32.add (local.get $b0) (local.get $bytes)))
            (local.set $b2 (i32.add (local.get $b1) (local.get $bytes)))
            (local.set $b3 (i32.add (local.get $b2) (local.get $bytes)))
            (local.set $s0 (v128.const f32x4 0 0 0 0))
            (local.set $s1 (v128.const f32x4 0 0 0 0))
            (local.set $s2 (v128.const f32x4 0 0 0 0))
            (local.set $s3 (v128.const f32x4 0 0 0 0))
            (local.set $at (i32.const 0))
            (loop $dims
              (local.set $value (v128.load (i32.add (local.get $a) (local.get $at))))
              (local.set $s0 (f32x4.add (local.get $s0)
                (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $b0) (local.get $at))))))
              (local.set $s1 (f32x4.add (local.get $s1)
                (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $b1) (local.get $at))))))
              (local.set $s2 (f32x4.add (local.get $s2)
                (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $b2) (local.get $at))))))
              (local.set $s3 (f32x4.add (local.get $s3)
                (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $b3) (local.get $at))))))
              (br_if $dims (i32.lt_s (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
            ;; Each sum as (lane 0 + lane 2) + (lane 1 + lane 3).
            (local.set $low (f32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s0) (local.get $s1))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s0) (local.get $s1))))
            (local.set $high (f32x4.add
              (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s2) (local.get $s3))
              (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s2) (local.get $s3))))
            (v128.store (local.get $to) (f32x4.add
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $low) (local.get $high))
              (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $low) (local.get $high))))
            (local.set $to (i32.add (local.get $to) (i32.const 16)))
            (local.set $col (i32.add (local.get $col) (i32.const 4)))
            (local.set $b0 (i32.add (local.get $b3) (local.get $bytes)))
            (br $cols)))
        (local.set $a (i32.add (local.get $a) (local.get $bytes)))
        (local.set $out (i32.add (local.get $out) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $rows))))

  ;; The first two places, row by row from `row` and `from` on, whose exchange promises more than the row's bound:
  ;; slope[i]·(sums[g(i)][j] − own[i]) + slope[j]·(sums[g(j)][i] − own[j]) − (slope[i] + slope[j])·near[i][j] > bounds[i].
  ;; Group g has the places from g·capacity on; j stands in a later group than i. Answers i·65536 + j, or -1.
  (func (export "seek")
    (param $near i32) (param $stride i32) (param $sums i32) (param $own i32) (param $slopes i32) (param $bounds i32)
    (param $spread i32) (param $capacity i32) (param $places i32) (param $row i32) (param $from i32) (result i32)
    (local $group i32) (local $first i32) (local $at i32) (local $end i32) (local $wanted i32) (local $hits i32)
    (local $rowNear i32) (local $rowSums i32) (local $column i32) (local $k i32) (local $width i32)
    (local $slope v128) (local $bound v128) (local $value v128)
    (local.set $end (i32.shl (local.get $places) (i32.const 2)))
    (local.set $width (i32.shl (local.get $capacity) (i32.const 2)))
    (block $none
      (loop $rows
        (br_if $none (i32.ge_s (local.get $row) (local.get $places)))
        (local.set $group (i32.div_u (local.get $row) (local.get $capacity)))
        (local.set $first (i32.mul (i32.add (local.get $group) (i32.const 1)) (local.get $capacity)))
        (local.set $rowNear (i32.add (local.get $near) (i32.mul (local.get $row) (local.get $stride))))
        (local.set $rowSums (i32.add (local.get $sums) (i32.mul (local.get $group) (local.get $stride))))
        (local.set $k (i32.shl (local.get $row) (i32.const 2)))
        (local.set $slope (v128.load32_splat (i32.add (local.get $slopes) (local.get $k))))
        (local.set $bound (f32x4.add
          (v128.load32_splat (i32.add (local.get $bounds) (local.get $k)))
          (f32x4.mul (local.get $slope) (v128.load32_splat (i32.add (local.get $own) (local.get $k))))))
        ;; Each later group's sum with i, once for each of its places.
        (local.set $column (i32.add (i32.add (local.get $rowSums) (local.get $stride)) (local.get $k)))
        (local.set $at (i32.shl (local.get $first) (i32.const 2)))
        (block $spreadDone
          (loop $groups
            (br_if $spreadDone (i32.ge_s (local.get $at) (local.get $end)))
            (local.set $value (v128.load32_splat (local.get $column)))
            (local.set $k (i32.const 0))
            (loop $fill
              (v128.store (i32.add (i32.add (local.get $spread) (local.get $at)) (local.get $k)) (local.get $value))
              (br_if $fill (i32.lt_s (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $width))))
            (local.set $at (i32.add (local.get $at) (local.get $width)))
            (local.set $column (i32.add (local.get $column) (local.get $stride)))
            (br $groups)))
        (if (i32.gt_s (local.get $from) (local.get $first)) (then (local.set $first (local.get $from))))
        (local.set $wanted (i32.shl (i32.const 15) (i32.and (local.get $first) (i32.const 3))))
        (local.set $at (i32.shl (i32.and (local.get $first) (i32.const -4)) (i32.const 2)))
        (block $rowDone
          (loop $lanes
            (br_if $rowDone (i32.ge_s (local.get $at) (local.get $end)))
            (local.set $value (v128.load (i32.add (local.get $slopes) (local.get $at))))
            (local.set $hits (i32.and (local.get $wanted) (i32x4.bitmask (f32x4.gt
              (f32x4.sub
                (f32x4.add
                  (f32x4.mul (local.get $slope) (v128.load (i32.add (local.get $rowSums) (local.get $at))))
                  (f32x4.mul (local.get $value) (f32x4.sub
                    (v128.load (i32.add (local.get $spread) (local.get $at)))
                    (v128.load (i32.add (local.get $own) (local.get $at))))))
                (f32x4.mul
                  (f32x4.add (local.get $slope) (local.get $value))
                  (v128.load (i32.add (local.get $rowNear) (local.get $at)))))
              (local.get $bound)))))
            (if (local.get $hits)
              (then (return (i32.or (i32.shl (local.get $row) (i32.const 16))
                (i32.add (i32.shr_u (local.get $at) (i32.const 2)) (i32.ctz (local.get $hits)))))))
            (local.set $wanted (i32.const 15))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (br $lanes)))
        (local.set $from (i32.const 0))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br $rows)))
    (i32.const -1))

  ;; to += plus − minus, lane by lane.
  (func (export "shift") (param $to i32) (param $plus i32) (param $minus i32) (param $bytes i32)
    (local $at i32)
    (loop $next
      (v128.store (i32.add (local.get $to) (local.get $at))
        (f32x4.add
          (v128.load (i32.add (local.get $to) (local.get $at)))
          (f32x4.sub
            (v128.load (i32.add (local.get $plus) (local.get $at)))
            (v128.load (i32.add (local.get $minus) (local.get $at))))))
      (br_if $next (i32.lt_s (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))))

  ;; Rows p and q change places, and columns p and q of all `tall` rows.
  (func (export "exchange") (param $near i32) (param $stride i32) (param $tall i32) (param $p i32) (param $q i32)
    (local $a i32) (local $b i32) (local $at i32) (local $value v128) (local $one f32) (local $r i32)
    (local.set $a (i32.add (local.get $near) (i32.mul (local.get $p) (local.get $stride))))
    (local.set $b (i32.add (local.get $near) (i32.mul (local.get $q) (local.get $stride))))
    (loop $next
      (local.set $value (v128.load (i32.add (local.get $a) (local.get $at))))
      (v128.store (i32.add (local.get $a) (local.get $at)) (v128.load (i32.add (local.get $b) (local.get $at))))
      (v128.store (i32.add (local.get $b) (local.get $at)) (local.get $value))
      (br_if $next (i32.lt_s (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $stride))))
    (local.set $a (i32.add (local.get $near) (i32.shl (local.get $p) (i32.const 2))))
    (local.set $b (i32.add (local.get $near) (i32.shl (local.get $q) (i32.const 2))))
    (loop $rows
      (local.set $one (f32.load (local.get $a)))
      (f32.store (local.get $a) (f32.load (local.get $b)))
      (f32.store (local.get $b) (local.get $one))
      (local.set $a (i32.add (local.get $a) (local.get $stride)))
      (local.set $b (i32.add (local.get $b) (local.get $stride)))
      (br_if $rows (i32.lt_s (local.tee $r (i32.add (local.get $r) (i32.const 1))) (local.get $tall))))))
