import P1Backend

/// Division by constants becomes multiplication and shifts, multiplication by constants of two bits shifts
/// and additions. (Remainders are divisions already, see Fold.)
///
/// The multipliers are those of Granlund and Montgomery: with m = ⌊2^(N+l)/d⌋ + 1 the upper half of m·n is
/// the quotient, up to a shift, for every n of N bits.
enum StrengthReduction {
    static func run(_ f: inout IRFunction) {
        var forward = ValueMap()
        let count = f.insts.count
        for value in f.insts.keys where f[value].block != .none {
            let inst = f[value]
            guard inst.b != .none, f[inst.b].op == .const else { continue }
            let constant = f[inst.b].imm
            var result: IRValue?
            switch inst.op {
            case .mul: result = multiply(&f, value, constant)
            case .divs: result = divideSigned(&f, value, constant)
            case .divu: result = divideUnsigned(&f, value, constant)
            default: continue
            }
            guard let result else { continue }
            if forward.isEmpty { forward = ValueMap(repeating: .none, count: count) }
            forward[value] = result
            f.remove(value)
        }
        if !forward.isEmpty { f.replaceAll(forward) }
    }

    // MARK: Building in front of an instruction

    private static func constant(_ f: inout IRFunction, _ imm: Int64, _ type: IRType, _ place: IRValue) -> IRValue {
        var inst = IRInst(.const, type)
        inst.imm = imm
        let value = f.make(inst)
        f.insert(value, before: place)
        return value
    }

    private static func binary(_ f: inout IRFunction, _ op: IROp, _ a: IRValue, _ b: IRValue, _ place: IRValue) -> IRValue {
        var inst = IRInst(op, f[a].type)
        inst.a = a
        inst.b = b
        let value = f.make(inst)
        f.insert(value, before: place)
        return value
    }

    private static func unary(_ f: inout IRFunction, _ op: IROp, _ type: IRType, _ a: IRValue, _ place: IRValue) -> IRValue {
        var inst = IRInst(op, type)
        inst.a = a
        let value = f.make(inst)
        f.insert(value, before: place)
        return value
    }

    private static func shift(_ f: inout IRFunction, _ op: IROp, _ a: IRValue, _ count: Int, _ place: IRValue) -> IRValue {
        if count == 0 { return a }
        let amount = constant(&f, Int64(count), .i32, place)
        return binary(&f, op, a, amount, place)
    }

    // MARK: Multiplication

    /// 2^n + 1 for n ≤ 3 is one addition with a shifted operand, times a power of two one shift more; 2^n - 1 is
    /// a shift and a subtraction.
    private static func multiply(_ f: inout IRFunction, _ place: IRValue, _ constant: Int64) -> IRValue? {
        guard constant > 2 else { return nil }
        let x = f[place].a
        let low = constant.trailingZeroBitCount
        let odd = constant >> Int64(low)
        if odd == 3 || odd == 5 || odd == 9 {
            let scaled = shift(&f, .shl, x, odd == 3 ? 1 : odd == 5 ? 2 : 3, place)
            let sum = binary(&f, .add, x, scaled, place)
            return shift(&f, .shl, sum, low, place)
        }
        if low == 0 && constant < 1 << 30 && (constant + 1) & constant == 0 {
            let scaled = shift(&f, .shl, x, (constant + 1).trailingZeroBitCount, place)
            return binary(&f, .sub, scaled, x, place)
        }
        return nil
    }

    // MARK: Division

    private static func logarithmRoundedUp(_ d: UInt64) -> Int { d <= 1 ? 0 : 64 - (d - 1).leadingZeroBitCount }

    private static func divideSigned(_ f: inout IRFunction, _ place: IRValue, _ d: Int64) -> IRValue? {
        let x = f[place].a
        let type = f[place].type
        let bits = type == .i32 ? 32 : 64
        let size = d.magnitude
        if d == -1 { return unary(&f, .neg, type, x, place) }
        if d == 0 || d == 1 || type == .i64 && d == Int64.min || type == .i32 && size == 1 << 31 { return nil }
        var quotient: IRValue
        if size & (size - 1) == 0 {
            // Towards zero: a negative number gets 2^n - 1 added before the shift.
            let n = size.trailingZeroBitCount
            let sign = n == 1 ? x : shift(&f, .shrs, x, n - 1, place)
            let bias = shift(&f, .shru, sign, bits - n, place)
            let sum = binary(&f, .add, x, bias, place)
            quotient = shift(&f, .shrs, sum, n, place)
        } else if type == .i32 {
            let l = logarithmRoundedUp(size)
            let m = (UInt64(1) << UInt64(31 + l)) / size + 1
            let wide = unary(&f, .sext32, .i64, x, place)
            let factor = constant(&f, Int64(m), .i64, place)
            let product = binary(&f, .mul, wide, factor, place)
            let high = shift(&f, .shrs, product, 31 + l, place)
            let sign = shift(&f, .shrs, wide, 63, place)
            // Both fit 32 bits, and so does the quotient.
            quotient = binary(&f, .sub, unary(&f, .trunc, .i32, high, place), unary(&f, .trunc, .i32, sign, place), place)
            f[quotient].flags = .noSignedWrap
        } else {
            let l = logarithmRoundedUp(size)
            // 2^(63+l) / d + 1 lies between 2^63 and 2^64: as a signed factor it is less by 2^64, so x is added back.
            let m = size.dividingFullWidth((UInt64(1) << UInt64(l - 1), 0)).quotient &+ 1
            let factor = constant(&f, Int64(bitPattern: m), .i64, place)
            let upper = binary(&f, .mulhs, x, factor, place)
            let sum = binary(&f, .add, upper, x, place)
            let high = shift(&f, .shrs, sum, l - 1, place)
            let sign = shift(&f, .shrs, x, 63, place)
            quotient = binary(&f, .sub, high, sign, place)
        }
        if d < 0 { quotient = unary(&f, .neg, type, quotient, place) }
        return quotient
    }

    private static func divideUnsigned(_ f: inout IRFunction, _ place: IRValue, _ d: Int64) -> IRValue? {
        let x = f[place].a
        let type = f[place].type
        let divisor = type == .i32 ? UInt64(UInt32(truncatingIfNeeded: d)) : UInt64(bitPattern: d)
        if divisor < 2 || divisor & (divisor - 1) == 0 { return nil }
        let l = logarithmRoundedUp(divisor)
        if type == .i32 {
            let wide = unary(&f, .zext32, .i64, x, place)
            // The smallest multiplier of at most 32 bits that is exact for all 32-bit numbers, if there is one.
            for s in 0...l {
                let power = UInt64(1) << UInt64(32 + s - 1)      // half of 2^(32+s), which might not fit
                let (half, rest) = power.quotientAndRemainder(dividingBy: divisor)
                let m = half * 2 + (rest * 2 >= divisor ? 1 : 0) + 1
                if m >> 32 != 0 { break }
                // m d - 2^(32+s), the error, must not exceed 2^s.
                let error = m &* divisor &- (s == 32 ? 0 : UInt64(1) << UInt64(32 + s))
                if error <= UInt64(1) << UInt64(s) {
                    let factor = constant(&f, Int64(m), .i64, place)
                    let product = binary(&f, .mul, wide, factor, place)
                    let high = shift(&f, .shru, product, 32 + s, place)
                    return unary(&f, .trunc, .i32, high, place)
                }
            }
            // 2^64 / d + 1 always is: the error times a 32-bit number stays below 2^64.
            let factor = constant(&f, Int64(bitPattern: UInt64.max / divisor + 1), .i64, place)
            let high = binary(&f, .mulhu, wide, factor, place)
            return unary(&f, .trunc, .i32, high, place)
        }
        // 2^64 (2^l - d) / d + 1: the multiplier less 2^64.
        let distance = l == 64 ? 0 &- divisor : (UInt64(1) << UInt64(l)) - divisor
        let m = divisor.dividingFullWidth((distance, 0)).quotient &+ 1
        let factor = constant(&f, Int64(bitPattern: m), .i64, place)
        let upper = binary(&f, .mulhu, x, factor, place)
        let rest = binary(&f, .sub, x, upper, place)
        let half = shift(&f, .shru, rest, 1, place)
        let sum = binary(&f, .add, upper, half, place)
        return shift(&f, .shru, sum, l - 1, place)
    }
}
