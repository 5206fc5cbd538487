import P1Backend

/// What is known of the upper halves of registers. An i32 may lie in its register sign-extended,
/// zero-extended, both (it is small and not negative), or with rubbish above; for an i64 the same bits say
/// whether the value is in the range of int or of unsigned int. The analysis also decides how i32
/// operations are computed, by what their users need, so that most sext32 and zext32 cost nothing.
struct Extensions {
    static let signed: UInt8 = 1
    static let zero: UInt8 = 2
    static let both: UInt8 = 3
    /// A user would profit from the sign-extended form, but need not have it.
    private static let preferSigned: UInt8 = 4

    /// Per value: `signed`, `zero`.
    private(set) var known: Table<IRValue, UInt8>
    /// Per i32 operation: the width to compute it in.
    private(set) var width: Table<IRValue, Width>
    private var wanted: Table<IRValue, UInt8>

    init(_ f: IRFunction, _ flow: ControlFlow) {
        let order = flow.order
        known = Table(repeating: Extensions.both, count: f.insts.count)
        width = Table<IRValue, Width>(repeating: .w64, count: f.insts.count)
        wanted = Table<IRValue, UInt8>(repeating: 0, count: f.insts.count)
        // Wishes travel against the flow; a second round carries them around loops.
        for _ in 0..<(flow.hasBackEdge ? 2 : 1) {
            for block in order.reversed() {
                var value = f.blocks[block].last
                while value != .none {
                    collectWishes(f, value)
                    value = f[value].previous
                }
            }
        }
        // Knowledge starts at its best and only shrinks, so the rounds end.
        // Without loops every operand is done before its user, and one round is enough.
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
        return wanted[value] & (Extensions.signed | Extensions.preferSigned) != 0 ? .s32 : .u32
    }

    private mutating func collectWishes(_ f: IRFunction, _ value: IRValue) {
        let inst = f[value]
        let wish = wanted[value]
        switch inst.op {
        case .sext32:
            wanted[inst.a] |= Extensions.signed
        case .zext32:
            wanted[inst.a] |= Extensions.zero
        case .phi:
            if wish == 0 { return }
            for pair in f.pairs[inst.range] { wanted[pair.value] |= wish }
        case .select:
            if wish == 0 { return }
            for operand in f.pool[inst.range] { wanted[operand] |= wish }
        case .and, .or, .xor:
            if wish == 0 || inst.type != .i32 { return }
            wanted[inst.a] |= wish
            wanted[inst.b] |= wish
        case .not, .add, .sub:
            if inst.type != .i32 || wish & Extensions.signed == 0 { return }
            if inst.op == .not || isSafeStep(f, inst) { wanted[inst.a] |= Extensions.signed }
            // Loops step by what does not change in them: extending that once saves extending every sum.
            if inst.op != .not && inst.flags.contains(.noSignedWrap) {
                wanted[inst.a] |= Extensions.preferSigned
                wanted[inst.b] |= Extensions.preferSigned
            }
        case .shrs:
            if inst.type == .i32 { wanted[inst.a] |= Extensions.preferSigned }
        case .icmp:
            if f[inst.a].type != .i32 { return }
            switch inst.condition {
            case .lt, .ge, .le, .gt:
                wanted[inst.a] |= Extensions.preferSigned
                wanted[inst.b] |= Extensions.preferSigned
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
            return Extensions.range(inst.imm)
        case .param, .call:
            return Extensions.range(inst.memory)
        case .load:
            return Extensions.range(memory(inst, value))
        case .add, .sub:
            if isNarrow && a & b & Extensions.signed != 0 && inst.flags.contains(.noSignedWrap) {
                width[value] = .w64
                return Extensions.signed
            }
            return choose(value, isNarrow)
        case .mul, .shl, .neg:
            return choose(value, isNarrow)
        case .divs, .rems:
            if !isNarrow { return 0 }
            width[value] = .w32
            return Extensions.signed
        case .divu, .remu:
            if !isNarrow { return inst.op == .divu ? a & Extensions.zero : b & Extensions.zero }
            width[value] = .u32
            return Extensions.zero
        case .and:
            if a == Extensions.both || b == Extensions.both { return Extensions.both }
            return (a & b & Extensions.signed) | ((a | b) & Extensions.zero)
        case .or, .xor:
            return a & b
        case .shrs:
            if isNarrow {
                width[value] = a & Extensions.signed != 0 ? .w64 : .w32
                return Extensions.signed | (a == Extensions.both ? Extensions.zero : 0)
            }
            if f[inst.b].op == .const && f[inst.b].imm >= 32 { return Extensions.signed }
            return a
        case .shru:
            let count = f[inst.b].op == .const ? f[inst.b].imm : 0
            if isNarrow {
                width[value] = a & Extensions.zero != 0 ? .w64 : .u32
                return Extensions.zero | (count > 0 || a == Extensions.both ? Extensions.signed : 0)
            }
            if count > 32 { return Extensions.both }
            return count == 32 ? Extensions.zero : a & Extensions.zero
        case .not:
            if isNarrow {
                if a & Extensions.signed == 0 && wanted[value] & Extensions.zero != 0 {
                    width[value] = .u32
                    return Extensions.zero
                }
                width[value] = .w64
            }
            return a & Extensions.signed
        case .sext8, .sext16:
            return Extensions.signed
        case .zext8, .zext16, .icmp, .fcmp:
            return Extensions.both
        case .sext32:
            return Extensions.signed | (a == Extensions.both ? Extensions.zero : 0)
        case .zext32:
            return Extensions.zero | (a == Extensions.both ? Extensions.signed : 0)
        case .trunc:
            return a
        case .bits:
            return isNarrow ? Extensions.zero : 0
        case .undef:
            return Extensions.both
        case .select:
            return f.pool[inst.range].reduce(Extensions.both) { $0 & known[$1] }
        case .phi:
            var bits = Extensions.both
            for pair in f.pairs[inst.range] { bits &= known[pair.value] }
            return bits
        default:
            return 0
        }
    }

    /// The form of an operation whose upper half is rubbish unless a 32-bit instruction is used.
    private mutating func choose(_ value: IRValue, _ isNarrow: Bool) -> UInt8 {
        if !isNarrow { return 0 }
        let wish = wanted[value]
        if wish & Extensions.signed != 0 {
            width[value] = .w32
            return Extensions.signed
        }
        if wish & Extensions.zero != 0 {
            width[value] = .u32
            return Extensions.zero
        }
        width[value] = .w64
        return 0
    }
}
