import P1Backend

/// Algebra on single instructions: constants are computed, identities taken away, and instructions brought
/// into the one form that the other passes look for (constants on the right, subtraction of a constant as
/// addition, masks as extensions).
struct Fold {
    /// An existing value that `value` equals, or nil. `value` itself may be rewritten in place.
    static func simplify(_ f: inout IRFunction, _ value: IRValue) -> IRValue? {
        let op = f[value].op
        switch op {
        case .add, .sub, .mul, .divs, .divu, .rems, .remu, .and, .or, .xor, .shl, .shrs, .shru:
            return integer(&f, value)
        case .neg, .not, .sext8, .sext16, .zext8, .zext16, .sext32, .zext32, .trunc:
            return unary(&f, value)
        case .icmp:
            return comparison(&f, value)
        case .select:
            return choice(&f, value)
        case .fadd, .fsub, .fmul, .fdiv, .fneg, .fabs, .fconvert, .fromSigned, .toSigned, .bits, .fromBits, .fcmp:
            float(&f, value)
            return nil
        case .load, .store:
            address(&f, value)
            return nil
        case .condbr:
            branch(&f, value)
            return nil
        case .phi:
            return phi(f, value)
        default:
            return nil
        }
    }

    // MARK: Helpers

    private static func constant(_ f: IRFunction, _ value: IRValue) -> Int64? {
        f[value].op == .const ? f[value].imm : nil
    }

    /// Turns `value` into the constant.
    private static func become(_ f: inout IRFunction, _ value: IRValue, _ constant: Int64) {
        f[value].op = .const
        f[value].imm = f[value].type == .i32 ? Int64(Int32(truncatingIfNeeded: constant)) : constant
        f[value].a = .none
        f[value].b = .none
        f[value].flags = []
    }

    /// A constant in front of `place`.
    private static func insert(_ f: inout IRFunction, _ constant: Int64, _ type: IRType, before place: IRValue) -> IRValue {
        var inst = IRInst(.const, type)
        inst.imm = type == .i32 ? Int64(Int32(truncatingIfNeeded: constant)) : constant
        let value = f.make(inst)
        f.insert(value, before: place)
        return value
    }

    private static func unsigned(_ value: Int64, _ type: IRType) -> UInt64 {
        type == .i32 ? UInt64(UInt32(truncatingIfNeeded: value)) : UInt64(bitPattern: value)
    }

    /// What a binary operation gives; nil where it is undefined.
    static func compute(_ op: IROp, _ type: IRType, _ a: Int64, _ b: Int64) -> Int64? {
        let mask: Int64 = type == .i32 ? 31 : 63
        switch op {
        case .add: return a &+ b
        case .sub: return a &- b
        case .mul: return a &* b
        case .divs: return b == 0 || b == -1 && a == Int64.min ? nil : a / b
        case .rems: return b == 0 ? nil : b == -1 ? 0 : a % b
        case .divu: return b == 0 ? nil : Int64(bitPattern: unsigned(a, type) / unsigned(b, type))
        case .remu: return b == 0 ? nil : Int64(bitPattern: unsigned(a, type) % unsigned(b, type))
        case .and: return a & b
        case .or: return a | b
        case .xor: return a ^ b
        case .shl: return a << (b & mask)
        case .shrs: return a >> (b & mask)
        case .shru: return Int64(bitPattern: unsigned(a, type) >> UInt64(b & mask))
        default: return nil
        }
    }

    /// Number of low bits outside of which an unsigned value has only zeros; 64 when nothing is known.
    private static func significantBits(_ f: IRFunction, _ value: IRValue) -> Int {
        let inst = f[value]
        switch inst.op {
        case .icmp, .fcmp: return 1
        case .zext8: return 8
        case .zext16: return 16
        case .zext32: return min(32, significantBits(f, inst.a))
        case .const: return inst.imm < 0 ? 64 : 64 - inst.imm.leadingZeroBitCount
        case .load, .param, .call:
            switch inst.memory {
            case .u8: return 8
            case .u16: return 16
            case .u32: return inst.type == .i64 ? 32 : 64
            default: return 64
            }
        case .and:
            if let mask = constant(f, inst.b), mask >= 0 { return 64 - mask.leadingZeroBitCount }
            return 64
        case .trunc:
            let bits = significantBits(f, inst.a)
            return bits < 32 ? bits : 64
        case .shru:
            if let count = constant(f, inst.b), count > 0 { return (inst.type == .i32 ? 32 : 64) - Int(count & 63) }
            return 64
        default: return 64
        }
    }

    /// Whether the value is its own sign extension from `bits`.
    private static func isSigned(_ f: IRFunction, _ value: IRValue, _ bits: Int) -> Bool {
        let inst = f[value]
        switch inst.op {
        case .sext8: return bits >= 8
        case .sext16: return bits >= 16
        case .sext32: return bits >= 32 || isSigned(f, inst.a, bits)
        case .trunc: return bits <= 32 && isSigned(f, inst.a, bits)
        case .load, .param, .call:
            switch inst.memory {
            case .s8: return bits >= 8
            case .s16: return bits >= 16
            case .s32: return bits >= 32
            default: break
            }
        default: break
        }
        return significantBits(f, value) < bits
    }

    // MARK: Integers

    private static func integer(_ f: inout IRFunction, _ value: IRValue) -> IRValue? {
        var inst = f[value]
        let isCommutative = inst.op == .add || inst.op == .mul || inst.op == .and || inst.op == .or || inst.op == .xor
        if isCommutative && f[inst.a].op == .const && f[inst.b].op != .const {
            (f[value].a, f[value].b) = (f[value].b, f[value].a)
            inst = f[value]
        }
        if inst.a == inst.b {
            switch inst.op {
            case .sub, .xor:
                become(&f, value, 0)
                return nil
            case .and, .or: return inst.a
            default: break
            }
        }
        guard let b = constant(f, inst.b) else {
            // 0 - x
            if inst.op == .sub, constant(f, inst.a) == 0 {
                f[value].op = .neg
                f[value].a = inst.b
                f[value].b = .none
                f[value].flags = []
            }
            return nil
        }
        if let a = constant(f, inst.a), let result = compute(inst.op, inst.type, a, b) {
            become(&f, value, result)
            return nil
        }
        switch inst.op {
        case .sub:
            if b == 0 { return inst.a }
            f[value].op = .add
            f[value].b = insert(&f, 0 &- b, inst.type, before: value)
            if b == Int64(Int32.min) || b == Int64.min { f[value].flags = [] }
            return integer(&f, value)
        case .add:
            if b == 0 { return inst.a }
            let inner = f[inst.a]
            if inner.op == .add, let c = constant(f, inner.b) {
                let sum = b &+ c
                // Two steps in the same direction that do not overflow are one that does not.
                let keeps = inst.flags.contains(.noSignedWrap) && inner.flags.contains(.noSignedWrap)
                    && (b < 0) == (c < 0) && sum == Int64(Int32(truncatingIfNeeded: sum))
                f[value].a = inner.a
                f[value].b = insert(&f, sum, inst.type, before: value)
                f[value].flags = keeps ? .noSignedWrap : []
                return integer(&f, value)
            }
            if inner.op == .address && inner.base != .value && IRFunction.isInReach(inner.imm &+ b) {
                f[value].op = .address
                f[value].base = inner.base
                f[value].imm = inner.imm &+ b
                f[value].a = .none
                f[value].b = .none
            }
        case .mul:
            if b == 1 { return inst.a }
            if b == 0 { become(&f, value, 0) } else if b > 0 && b & (b - 1) == 0 {
                f[value].op = .shl
                f[value].b = insert(&f, Int64(b.trailingZeroBitCount), .i32, before: value)
                f[value].flags = []
            } else if b == -1 {
                f[value].op = .neg
                f[value].b = .none
                f[value].flags = []
            }
        case .rems:
            if b == 1 || b == -1 { become(&f, value, 0) } else if b != 0 { rest(&f, value, .divs) }
        case .divs:
            if b == 1 { return inst.a }
        case .divu:
            if b == 1 { return inst.a }
            if let shift = powerOfTwo(b, inst.type) {
                f[value].op = .shru
                f[value].b = insert(&f, shift, .i32, before: value)
            }
        case .remu:
            if powerOfTwo(b, inst.type) != nil {
                f[value].op = .and
                f[value].b = insert(&f, Int64(bitPattern: unsigned(b, inst.type) - 1), inst.type, before: value)
                return integer(&f, value)
            }
            if b != 0 { rest(&f, value, .divu) }
        case .and:
            return mask(&f, value, b)
        case .or:
            if b == 0 { return inst.a }
            if b == -1 { become(&f, value, -1) }
        case .xor:
            if b == 0 { return inst.a }
            if b == -1 {
                f[value].op = .not
                f[value].b = .none
            }
        case .shl, .shrs, .shru:
            if b == 0 { return inst.a }
        default:
            break
        }
        return nil
    }

    private static func powerOfTwo(_ value: Int64, _ type: IRType) -> Int64? {
        let bits = unsigned(value, type)
        return bits != 0 && bits & (bits - 1) == 0 ? Int64(bits.trailingZeroBitCount) : nil
    }

    private static func mask(_ f: inout IRFunction, _ value: IRValue, _ mask: Int64) -> IRValue? {
        let inst = f[value]
        if mask == -1 { return inst.a }
        if mask == 0 {
            become(&f, value, 0)
            return nil
        }
        // Nothing is masked away.
        let bits = significantBits(f, inst.a)
        if bits < 64 && mask & ((1 << Int64(bits)) &- 1) == (1 << Int64(bits)) &- 1 { return inst.a }
        let inner = f[inst.a]
        if inner.op == .and, let other = constant(f, inner.b) {
            f[value].a = inner.a
            f[value].b = insert(&f, mask & other, inst.type, before: value)
            return Fold.mask(&f, value, mask & other)
        }
        // Extensions below the mask say nothing.
        let covered: Int64
        switch inner.op {
        case .zext8, .sext8: covered = 0xFF
        case .zext16, .sext16: covered = 0xFFFF
        case .sext32: covered = 0
        default: covered = 0
        }
        if covered != 0 && mask & ~covered == 0 { f[value].a = inner.a }
        if mask == 0xFF || mask == 0xFFFF {
            f[value].op = mask == 0xFF ? .zext8 : .zext16
            f[value].b = .none
            return unary(&f, value)
        }
        return nil
    }

    private static func unary(_ f: inout IRFunction, _ value: IRValue) -> IRValue? {
        let inst = f[value]
        if let a = constant(f, inst.a) {
            switch inst.op {
            case .neg: become(&f, value, 0 &- a)
            case .not: become(&f, value, ~a)
            case .sext8: become(&f, value, Int64(Int8(truncatingIfNeeded: a)))
            case .sext16: become(&f, value, Int64(Int16(truncatingIfNeeded: a)))
            case .zext8: become(&f, value, a & 0xFF)
            case .zext16: become(&f, value, a & 0xFFFF)
            case .zext32: become(&f, value, a & 0xFFFF_FFFF)
            default: become(&f, value, a)
            }
            return nil
        }
        let inner = f[inst.a]
        switch inst.op {
        case .neg where inner.op == .neg, .not where inner.op == .not:
            return inner.a
        case .zext8 where significantBits(f, inst.a) <= 8, .zext16 where significantBits(f, inst.a) <= 16,
             .sext8 where isSigned(f, inst.a, 8), .sext16 where isSigned(f, inst.a, 16):
            return inst.a
        case .zext8 where inner.op == .sext8 || inner.op == .sext16 || inner.op == .zext16,
             .sext8 where inner.op == .zext8 || inner.op == .zext16 || inner.op == .sext16,
             .zext16 where inner.op == .sext16, .sext16 where inner.op == .zext16:
            f[value].a = inner.a
        case .trunc where inner.op == .sext32 || inner.op == .zext32:
            return inner.a
        case .trunc:
            narrow(&f, value)
        case .sext32 where inner.op == .trunc && isSigned(f, inner.a, 32),
             .zext32 where inner.op == .trunc && significantBits(f, inner.a) <= 32:
            return inner.a
        default:
            break
        }
        return nil
    }

    private static func comparison(_ f: inout IRFunction, _ value: IRValue) -> IRValue? {
        var inst = f[value]
        if f[inst.a].op == .const && f[inst.b].op != .const {
            (f[value].a, f[value].b) = (f[value].b, f[value].a)
            f[value].condition = inst.condition.swapped
            inst = f[value]
        }
        if inst.a == inst.b {
            switch inst.condition {
            case .eq, .le, .ge, .leu, .geu: become(&f, value, 1)
            default: become(&f, value, 0)
            }
            return nil
        }
        guard let b = constant(f, inst.b) else { return nil }
        let type = f[inst.a].type
        if let a = constant(f, inst.a) {
            become(&f, value, holds(inst.condition, a, b, unsigned(a, type), unsigned(b, type)) ? 1 : 0)
            return nil
        }
        let inner = f[inst.a]
        if b == 0 && (inst.condition == .ne || inst.condition == .eq) {
            // A comparison that is itself tested.
            if inner.op == .icmp || inner.op == .fcmp {
                if inst.condition == .ne { return inst.a }
                f[value].op = inner.op
                f[value].a = inner.a
                f[value].b = inner.b
                f[value].condition = inner.op == .icmp ? inner.condition.inverted : floatInverse(inner.condition)
                return nil
            }
            if (inner.op == .sext32 || inner.op == .zext32) && isComparison(f, inner.a) {
                f[value].a = inner.a
                f[value].b = insert(&f, 0, .i32, before: value)
                return comparison(&f, value)
            }
        }
        // x < 1 and x >= 1 of unsigned values, x ≤ 0, x > 0: a test for zero.
        switch (inst.condition, b) {
        case (.ltu, 1), (.leu, 0): return test(&f, value, .eq, type)
        case (.geu, 1), (.gtu, 0): return test(&f, value, .ne, type)
        case (.ltu, 0):
            become(&f, value, 0)
            return nil
        case (.geu, 0):
            become(&f, value, 1)
            return nil
        default: return nil
        }
    }

    /// x % c as x - x / c * c: the quotient is often wanted as well.
    private static func rest(_ f: inout IRFunction, _ value: IRValue, _ division: IROp) {
        let inst = f[value]
        var quotient = IRInst(division, inst.type)
        (quotient.a, quotient.b) = (inst.a, inst.b)
        let divided = f.make(quotient)
        f.insert(divided, before: value)
        var product = IRInst(.mul, inst.type)
        (product.a, product.b) = (divided, inst.b)
        if f[inst.b].imm > 0, let shift = powerOfTwo(f[inst.b].imm, inst.type) {
            product.op = .shl
            product.b = insert(&f, shift, .i32, before: value)
        }
        let multiple = f.make(product)
        f.insert(multiple, before: value)
        f[value].op = .sub
        f[value].b = multiple
        f[value].flags = []
    }

    /// The low half of a sum is the sum of low halves: worth saying where an operand was only extended for it.
    private static func narrow(_ f: inout IRFunction, _ value: IRValue) {
        let inner = f[f[value].a]
        switch inner.op {
        case .add, .sub, .mul, .and, .or, .xor: break
        default: return
        }
        func isExtended(_ operand: IRValue) -> Bool { f[operand].op == .sext32 || f[operand].op == .zext32 }
        guard isExtended(inner.a) || isExtended(inner.b) else { return }
        let a = low(&f, inner.a, before: value)
        let b = low(&f, inner.b, before: value)
        f[value].op = inner.op
        f[value].a = a
        f[value].b = b
    }

    private static func low(_ f: inout IRFunction, _ operand: IRValue, before place: IRValue) -> IRValue {
        let inst = f[operand]
        if inst.op == .sext32 || inst.op == .zext32 { return inst.a }
        if inst.op == .const { return insert(&f, inst.imm, .i32, before: place) }
        var half = IRInst(.trunc, .i32)
        half.a = operand
        let value = f.make(half)
        f.insert(value, before: place)
        return value
    }

    private static func choice(_ f: inout IRFunction, _ value: IRValue) -> IRValue? {
        let inst = f[value]
        let x = f.pool[Int(inst.list)]
        let y = f.pool[Int(inst.list) + 1]
        if x == y { return x }
        if let known = constant(f, inst.a) { return known != 0 ? x : y }
        guard isComparison(f, inst.a), let first = constant(f, x), let second = constant(f, y) else { return nil }
        if first == second { return x }
        if first == 1 && second == 0 {
            if inst.type == .i32 { return inst.a }
            f[value].op = .zext32
            f[value].count = 0
        } else if first == 0 && second == 1 && inst.type == .i32 && f[inst.a].op == .icmp {
            let test = f[inst.a]
            f[value].op = .icmp
            f[value].a = test.a
            f[value].b = test.b
            f[value].condition = test.condition.inverted
            f[value].count = 0
        }
        return nil
    }

    private static func isComparison(_ f: IRFunction, _ value: IRValue) -> Bool { f[value].op == .icmp || f[value].op == .fcmp }

    private static func test(_ f: inout IRFunction, _ value: IRValue, _ condition: Condition, _ type: IRType) -> IRValue? {
        f[value].condition = condition
        f[value].b = insert(&f, 0, type, before: value)
        return comparison(&f, value)
    }

    private static func floatInverse(_ condition: Condition) -> Condition {
        switch condition {
        case .lt: return .nlt
        case .le: return .nle
        default: return condition.inverted
        }
    }

    /// For constants; sign extension keeps the order of unsigned values, too.
    static func holds(_ condition: Condition, _ a: Int64, _ b: Int64) -> Bool {
        holds(condition, a, b, UInt64(bitPattern: a), UInt64(bitPattern: b))
    }

    private static func holds(_ condition: Condition, _ a: Int64, _ b: Int64, _ ua: UInt64, _ ub: UInt64) -> Bool {
        switch condition {
        case .eq: return a == b
        case .ne: return a != b
        case .lt: return a < b
        case .ge, .nlt: return a >= b
        case .le: return a <= b
        case .gt, .nle: return a > b
        case .ltu: return ua < ub
        case .geu: return ua >= ub
        case .leu: return ua <= ub
        case .gtu: return ua > ub
        }
    }

    // MARK: Floating point

    private static func double(_ f: IRFunction, _ value: IRValue) -> Double? {
        let inst = f[value]
        guard inst.op == .fconst else { return nil }
        return inst.type == .f32 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: inst.imm))) : Double(bitPattern: UInt64(bitPattern: inst.imm))
    }

    /// f32 arithmetic in double and rounded once more is exact for + - * /; a NaN is left to the machine.
    /// x / 2^n is x * 2^-n, exactly.
    private static func multiplyByInverse(_ f: inout IRFunction, _ value: IRValue, _ divisor: Double) {
        guard divisor.isNormal, divisor.significandBitPattern == 0, divisor.exponent.magnitude <= 120 else { return }
        var factor = IRInst(.fconst, f[value].type)
        let inverse = 1 / divisor
        factor.imm = factor.type == .f32 ? Int64(Float(inverse).bitPattern) : Int64(bitPattern: inverse.bitPattern)
        let constant = f.make(factor)
        f.insert(constant, before: value)
        f[value].op = .fmul
        f[value].b = constant
    }

    private static func float(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        var result: Double?
        switch inst.op {
        case .fadd, .fsub, .fmul, .fdiv:
            if inst.op == .fdiv, let b = double(f, inst.b), f[inst.a].op != .fconst { multiplyByInverse(&f, value, b) }
            guard let a = double(f, inst.a), let b = double(f, inst.b) else { return }
            switch inst.op {
            case .fadd: result = a + b
            case .fsub: result = a - b
            case .fmul: result = a * b
            default: result = a / b
            }
        case .fneg:
            result = double(f, inst.a).map { -$0 }
        case .fabs:
            result = double(f, inst.a).map { $0.magnitude }
        case .fconvert:
            result = double(f, inst.a)
        case .fromSigned:
            guard let a = constant(f, inst.a) else { return }
            // Directly to float: through double it would be rounded twice.
            result = inst.type == .f32 ? Double(Float(a)) : Double(a)
        case .toSigned:
            if let a = double(f, inst.a), a.magnitude < 9e18 { become(&f, value, Int64(a)) }
            return
        case .bits:
            if f[inst.a].op == .fconst {
                become(&f, value, f[inst.a].imm)
            }
            return
        case .fromBits:
            guard let a = constant(f, inst.a) else { return }
            f[value].op = .fconst
            f[value].imm = inst.type == .f32 ? Int64(UInt32(truncatingIfNeeded: a)) : a
            f[value].a = .none
            return
        case .fcmp:
            guard let a = double(f, inst.a), let b = double(f, inst.b), !a.isNaN, !b.isNaN else { return }
            let isTrue: Bool
            switch inst.condition {
            case .eq: isTrue = a == b
            case .ne: isTrue = a != b
            case .lt: isTrue = a < b
            case .le: isTrue = a <= b
            case .nlt: isTrue = !(a < b)
            default: isTrue = !(a <= b)
            }
            become(&f, value, isTrue ? 1 : 0)
            return
        default:
            return
        }
        guard let result, !result.isNaN else { return }
        f[value].op = .fconst
        f[value].imm = inst.type == .f32 ? Int64(Float(result).bitPattern) : Int64(bitPattern: result.bitPattern)
        f[value].a = .none
        f[value].b = .none
    }

    // MARK: Others

    /// Constant parts of an address go into the access.
    private static func address(_ f: inout IRFunction, _ value: IRValue) {
        while f[value].base == .value {
            let base = f[f[value].a]
            if base.op == .add, let offset = constant(f, base.b) {
                let sum = f[value].imm &+ offset
                guard sum == Int64(Int32(truncatingIfNeeded: sum)) else { return }
                f[value].imm = sum
                f[value].a = base.a
            } else if base.op == .address && (base.base.slot != nil || base.base.symbol != nil) {
                guard IRFunction.isInReach(f[value].imm &+ base.imm) else { return }
                f[value].imm &+= base.imm
                f[value].base = base.base
                f[value].a = .none
            } else {
                return
            }
        }
    }

    /// An extended value is zero when the value is: if ((long)x). Comparisons of comparisons are folded before.
    private static func branch(_ f: inout IRFunction, _ value: IRValue) {
        let test = f[f[value].a]
        if test.op == .sext32 || test.op == .zext32 { f[value].a = test.a }
    }

    /// A phi whose values are all the same.
    private static func phi(_ f: IRFunction, _ value: IRValue) -> IRValue? {
        let inst = f[value]
        var same: IRValue = .none
        for pair in f.pairs[inst.range] {
            let operand = pair.value
            if operand == value || operand == same { continue }
            if same != .none { return nil }
            same = operand
        }
        return same != .none ? same : nil
    }
}
