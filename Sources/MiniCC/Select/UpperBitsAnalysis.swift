import P1Backend

/// What is known of the upper halves of registers. An i32 may lie in its register sign-extended,
/// zero-extended, both (it is small and not negative), or with rubbish above; for an i64 the same bits say
/// whether the value is in the range of int or of unsigned int. The analysis also decides how i32
/// operations are computed, by what their users need, so that most sext32 and zext32 cost nothing.
struct UpperBitsAnalysis {
    static let signed: UInt8 = 1
    static let zero: UInt8 = 2
    static let both: UInt8 = 3
    /// A user would profit from the sign-extended form, but need not have it.
    private static let preferSigned: UInt8 = 4

    /// Per value: `signed`, `zero`.
    private(set) var known: Table<IRValue, UInt8>
    /// Per i32 operation: the width to compute it in.
    private(set) var width: Table<IRValue, Width>
    private var demanded: Table<IRValue, UInt8>

    init(_ f: IRFunction, _ flow: ControlFlow) {
        let order = flow.order
        known = Table(repeating: UpperBitsAnalysis.both, count: f.insts.count)
        width = Table<IRValue, Width>(repeating: .w64, count: f.insts.count)
        demanded = Table<IRValue, UInt8>(repeating: 0, count: f.insts.count)
        // Propagate demanded extensions backwards. A second round carries them around loops.
        for _ in 0..<(flow.hasBackEdge ? 2 : 1) {
            for block in order.reversed() {
                var value = f.blocks[block].last
                while value != .none {
                    propagateDemand(f, value)
                    value = f[value].previous
                }
            }
        }
        // Facts start at top and only descend, so this terminates. Without loops every operand is visited before its
        // user, and one round is enough.
        var changed = true
        while changed {
            changed = false
            for block in order {
                var value = f.blocks[block].first
                while value != .none {
                    let bits = known[value] & compute(f, value)
                    if bits != known[value] {
                        known[value] = bits
                        changed = flow.hasBackEdge
                    }
                    value = f[value].next
                }
            }
        }
    }

    /// How an i32 load of four bytes extends, and others as they are.
    @inline(__always)
    func memory(_ inst: IRInst, _ value: IRValue) -> Memory {
        guard inst.type == .i32 && inst.memory.size == 4 else { return inst.memory }
        return demanded[value] & (UpperBitsAnalysis.signed | UpperBitsAnalysis.preferSigned) != 0 ? .s32 : .u32
    }

    private mutating func propagateDemand(_ f: IRFunction, _ value: IRValue) {
        let inst = f[value]
        let demand = demanded[value]
        switch inst.op {
        case .sext32:
            demanded[inst.a] |= UpperBitsAnalysis.signed
        case .zext32:
            demanded[inst.a] |= UpperBitsAnalysis.zero
        case .phi:
            if demand == 0 { return }
            for pair in f.pairs[inst.range] { demanded[pair.value] |= demand }
        case .select:
            if demand == 0 { return }
            for operand in f.pool[inst.range] { demanded[operand] |= demand }
        case .and, .or, .xor:
            if demand == 0 || inst.type != .i32 { return }
            demanded[inst.a] |= demand
            demanded[inst.b] |= demand
        case .not, .add, .sub:
            if inst.type != .i32 || demand & UpperBitsAnalysis.signed == 0 { return }
            if inst.op == .not || isSafeStep(f, inst) { demanded[inst.a] |= UpperBitsAnalysis.signed }
            // Loops step by what does not change in them: extending that once saves extending every sum.
            if inst.op != .not && inst.flags.contains(.noSignedWrap) {
                demanded[inst.a] |= UpperBitsAnalysis.preferSigned
                demanded[inst.b] |= UpperBitsAnalysis.preferSigned
            }
        case .shrs:
            if inst.type == .i32 { demanded[inst.a] |= UpperBitsAnalysis.preferSigned }
        case .icmp:
            if f[inst.a].type != .i32 { return }
            switch inst.condition {
            case .lt, .ge, .le, .gt:
                demanded[inst.a] |= UpperBitsAnalysis.preferSigned
                demanded[inst.b] |= UpperBitsAnalysis.preferSigned
            default:
                break
            }
        default:
            break
        }
    }

    /// x ± constant that cannot overflow: in 64 bits the same step keeps a sign-extended x sign-extended.
    func isSafeStep(_ f: IRFunction, _ inst: IRInst) -> Bool {
        inst.flags.contains(.noSignedWrap) && f[inst.b].op == .const
    }

    private static func range(_ value: Int64) -> UInt8 {
        (value == Int64(Int32(truncatingIfNeeded: value)) ? signed : 0) | (value >= 0 && value <= 0xFFFF_FFFF ? zero : 0)
    }

    private static func range(_ memory: Memory) -> UInt8 {
        switch memory {
        case .u8, .u16: return both
        case .s8, .s16, .s32: return signed
        case .u32: return zero
        case .d64: return 0
        }
    }

    private mutating func compute(_ f: IRFunction, _ value: IRValue) -> UInt8 {
        let inst = f[value]
        let a = inst.a != .none ? known[inst.a] : 0
        let b = inst.b != .none ? known[inst.b] : 0
        let isNarrow = inst.type == .i32
        switch inst.op {
        case .const:
            return UpperBitsAnalysis.range(inst.imm)
        case .param, .call:
            return UpperBitsAnalysis.range(inst.memory)
        case .load:
            return UpperBitsAnalysis.range(memory(inst, value))
        case .add, .sub:
            if isNarrow && a & b & UpperBitsAnalysis.signed != 0 && inst.flags.contains(.noSignedWrap) {
                width[value] = .w64
                return UpperBitsAnalysis.signed
            }
            return choose(value, isNarrow)
        case .mul, .shl, .neg:
            return choose(value, isNarrow)
        case .divs, .rems:
            if !isNarrow { return 0 }
            width[value] = .w32
            return UpperBitsAnalysis.signed
        case .divu, .remu:
            if !isNarrow { return inst.op == .divu ? a & UpperBitsAnalysis.zero : b & UpperBitsAnalysis.zero }
            width[value] = .u32
            return UpperBitsAnalysis.zero
        case .and:
            if a == UpperBitsAnalysis.both || b == UpperBitsAnalysis.both { return UpperBitsAnalysis.both }
            return (a & b & UpperBitsAnalysis.signed) | ((a | b) & UpperBitsAnalysis.zero)
        case .or, .xor:
            return a & b
        case .shrs:
            if isNarrow {
                width[value] = a & UpperBitsAnalysis.signed != 0 ? .w64 : .w32
                return UpperBitsAnalysis.signed | (a == UpperBitsAnalysis.both ? UpperBitsAnalysis.zero : 0)
            }
            if f[inst.b].op == .const && f[inst.b].imm >= 32 { return UpperBitsAnalysis.signed }
            return a
        case .shru:
            let count = f[inst.b].op == .const ? f[inst.b].imm : 0
            if isNarrow {
                width[value] = a & UpperBitsAnalysis.zero != 0 ? .w64 : .u32
                return UpperBitsAnalysis.zero | (count > 0 || a == UpperBitsAnalysis.both ? UpperBitsAnalysis.signed : 0)
            }
            if count > 32 { return UpperBitsAnalysis.both }
            return count == 32 ? UpperBitsAnalysis.zero : a & UpperBitsAnalysis.zero
        case .not:
            if isNarrow {
                if a & UpperBitsAnalysis.signed == 0 && demanded[value] & UpperBitsAnalysis.zero != 0 {
                    width[value] = .u32
                    return UpperBitsAnalysis.zero
                }
                width[value] = .w64
            }
            return a & UpperBitsAnalysis.signed
        case .sext8, .sext16:
            return UpperBitsAnalysis.signed
        case .zext8, .zext16, .icmp, .fcmp:
            return UpperBitsAnalysis.both
        case .sext32:
            return UpperBitsAnalysis.signed | (a == UpperBitsAnalysis.both ? UpperBitsAnalysis.zero : 0)
        case .zext32:
            return UpperBitsAnalysis.zero | (a == UpperBitsAnalysis.both ? UpperBitsAnalysis.signed : 0)
        case .trunc:
            return a
        case .bits:
            return isNarrow ? UpperBitsAnalysis.zero : 0
        case .undef:
            return UpperBitsAnalysis.both
        case .select:
            return f.pool[inst.range].reduce(UpperBitsAnalysis.both) { $0 & known[$1] }
        case .phi:
            var bits = UpperBitsAnalysis.both
            for pair in f.pairs[inst.range] { bits &= known[pair.value] }
            return bits
        default:
            return 0
        }
    }

    /// The form of an operation whose upper half is rubbish unless a 32-bit instruction is used.
    private mutating func choose(_ value: IRValue, _ isNarrow: Bool) -> UInt8 {
        if !isNarrow { return 0 }
        let demand = demanded[value]
        if demand & UpperBitsAnalysis.signed != 0 {
            width[value] = .w32
            return UpperBitsAnalysis.signed
        }
        if demand & UpperBitsAnalysis.zero != 0 {
            width[value] = .u32
            return UpperBitsAnalysis.zero
        }
        width[value] = .w64
        return 0
    }
}
