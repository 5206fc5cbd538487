import P1Backend
@testable import MiniCC

/// Runs IR directly, slowly and literally: what a pass makes of a function must do the same.
struct IRInterpreter {
    var functions: [IRSymbol: IRFunction] = [:]
    /// Objects of the program at fixed places of `memory`.
    var globals: [IRSymbol: Int64] = [:]
    var memory = [UInt8](repeating: 0, count: 1 << 16)
    var stackTop: Int64 = 4096
    var fuel = 200_000
    /// Something that this cannot do, or no end.
    var failed = false
    /// Memory was read that is not there.
    var faulted = false
    /// Sizes and values of volatile accesses, in order.
    var accesses: [Int64] = []

    mutating func read(_ at: Int64, _ size: Int, isVolatile: Bool = false) -> UInt64 {
        guard at >= 0, at + Int64(size) <= memory.count else {
            faulted = true
            return 0
        }
        var x: UInt64 = 0
        for k in 0..<size { x |= UInt64(memory[Int(at) + k]) << UInt64(8 * k) }
        if isVolatile { accesses += [Int64(size), Int64(bitPattern: x)] }
        return x
    }

    mutating func write(_ at: Int64, _ size: Int, _ v: UInt64, isVolatile: Bool = false) {
        if isVolatile { accesses += [Int64(-size), Int64(bitPattern: size == 8 ? v : v & (1 << UInt64(8 * size) - 1))] }
        for k in 0..<size { memory[Int(at) + k] = UInt8(truncatingIfNeeded: v >> UInt64(8 * k)) }
    }

    mutating func call(_ symbol: IRSymbol, _ arguments: [Int64]) -> (Int64, Int64) {
        guard let f = functions[symbol] else { failed = true; return (0, 0) }
        let saved = stackTop
        defer { stackTop = saved }
        var slotBase = Table<IRSlotID, Int64>()
        for slot in f.slots.rows {
            stackTop = (stackTop + 7) & ~7
            slotBase.append(stackTop)
            stackTop += slot.size
        }
        var v = Table<IRValue, Int64>(repeating: 0, count: f.insts.count)
        var second: Int64 = 0
        var block = IRFunction.entry
        var from = IRBlockID.none
        while true {
            var value = f.blocks[block].first
            var phis: [(IRValue, Int64)] = []
            while value != .none && f[value].op == .phi {
                for pair in f.pairs[f[value].range] where pair.from == from { phis.append((value, v[pair.value])) }
                value = f[value].next
            }
            for (p, x) in phis { v[p] = x }
            var goTo = IRBlockID.none
            while value != .none {
                fuel -= 1
                if fuel < 0 { failed = true }
                if failed { return (0, 0) }
                let i = f[value]
                let a = i.a != .none ? v[i.a] : 0
                let b = i.b != .none ? v[i.b] : 0
                var r: Int64 = 0
                let narrow = i.type == .i32
                func ua(_ x: Int64) -> UInt64 { narrow ? UInt64(UInt32(truncatingIfNeeded: x)) : UInt64(bitPattern: x) }
                func addr() -> Int64 {
                    switch i.base {
                    case .value: return a &+ i.imm
                    case .slot(let slot): return slotBase[slot] + i.imm
                    case .symbol(let symbol): return globals[symbol].map { $0 + i.imm } ?? -1
                    default: return 0
                    }
                }
                func fl(_ x: Int64, _ t: IRType) -> Double {
                    t == .f32 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: x))) : Double(bitPattern: UInt64(bitPattern: x))
                }
                func fr(_ d: Double) -> Int64 { i.type == .f32 ? Int64(Float(d).bitPattern) : Int64(bitPattern: d.bitPattern) }
                func cmp<T: Comparable>(_ x: T, _ y: T, _ c: Condition) -> Bool {
                    switch c {
                    case .eq: return x == y
                    case .ne: return x != y
                    case .lt, .ltu: return x < y
                    case .le, .leu: return x <= y
                    case .gt, .gtu: return x > y
                    case .ge, .geu: return x >= y
                    case .nlt: return !(x < y)
                    case .nle: return !(x <= y)
                    }
                }
                switch i.op {
                case .const, .fconst: r = i.imm
                case .address: r = addr()
                case .param: r = arguments[Int(i.imm)]
                case .add: r = a &+ b
                case .sub: r = a &- b
                case .mul: r = a &* b
                case .divs: r = b == 0 ? 0 : a.dividedReportingOverflow(by: b).partialValue
                case .rems: r = b == 0 ? 0 : a.remainderReportingOverflow(dividingBy: b).partialValue
                case .divu: r = b == 0 ? 0 : Int64(bitPattern: ua(a) / ua(b))
                case .remu: r = b == 0 ? 0 : Int64(bitPattern: ua(a) % ua(b))
                case .and: r = a & b
                case .or: r = a | b
                case .xor: r = a ^ b
                case .shl: r = a << (b & (narrow ? 31 : 63))
                case .shrs: r = a >> (b & (narrow ? 31 : 63))
                case .shru: r = Int64(bitPattern: ua(a) >> UInt64(b & (narrow ? 31 : 63)))
                case .mulhs: r = a.multipliedFullWidth(by: b).high
                case .mulhu: r = Int64(bitPattern: UInt64(bitPattern: a).multipliedFullWidth(by: UInt64(bitPattern: b)).high)
                case .neg: r = 0 &- a
                case .not: r = ~a
                case .sext8: r = Int64(Int8(truncatingIfNeeded: a))
                case .sext16: r = Int64(Int16(truncatingIfNeeded: a))
                case .zext8: r = a & 0xFF
                case .zext16: r = a & 0xFFFF
                case .sext32, .trunc: r = Int64(Int32(truncatingIfNeeded: a))
                case .zext32: r = a & 0xFFFF_FFFF
                case .icmp:
                    switch i.condition {
                    case .ltu, .leu, .gtu, .geu: r = cmp(UInt64(bitPattern: a), UInt64(bitPattern: b), i.condition) ? 1 : 0
                    default: r = cmp(a, b, i.condition) ? 1 : 0
                    }
                case .select: r = v[f.pool[Int(i.list) + (a != 0 ? 0 : 1)]]
                case .undef: r = 0
                case .barrier: break
                case .fadd: r = fr(fl(a, i.type) + fl(b, i.type))
                case .fsub: r = fr(fl(a, i.type) - fl(b, i.type))
                case .fmul: r = fr(fl(a, i.type) * fl(b, i.type))
                case .fdiv: r = fr(fl(a, i.type) / fl(b, i.type))
                case .fneg: r = i.type == .f32 ? a ^ 0x8000_0000 : a ^ Int64.min
                case .fabs: r = i.type == .f32 ? a & 0x7FFF_FFFF : a & Int64.max
                case .fsqrt: r = fr(fl(a, i.type).squareRoot())
                case .fconvert: r = fr(fl(a, f[i.a].type))
                case .fcmp: r = cmp(fl(a, f[i.a].type), fl(b, f[i.a].type), i.condition) ? 1 : 0
                case .fromSigned: r = i.type == .f32 ? Int64(Float(a).bitPattern) : fr(Double(a))
                case .fromUnsigned: r = i.type == .f32 ? Int64(Float(UInt64(bitPattern: a)).bitPattern) : fr(Double(UInt64(bitPattern: a)))
                case .toSigned, .toUnsigned:
                    let d = fl(a, f[i.a].type)
                    r = d.magnitude < 9e18 ? Int64(d) : 0
                case .bits: r = a
                case .fromBits: r = a
                case .load:
                    let x = read(addr(), i.type.isFloat ? i.type.size : i.memory.size, isVolatile: i.flags.contains(.volatile))
                    if i.type.isFloat { r = Int64(bitPattern: x) } else {
                        switch i.memory {
                        case .s8: r = Int64(Int8(truncatingIfNeeded: x))
                        case .s16: r = Int64(Int16(truncatingIfNeeded: x))
                        case .s32: r = Int64(Int32(truncatingIfNeeded: x))
                        default: r = Int64(bitPattern: x)
                        }
                    }
                case .store: write(addr(), f[i.b].type.isFloat ? f[i.b].type.size : i.memory.size, UInt64(bitPattern: b), isVolatile: i.flags.contains(.volatile))
                case .copy, .fill:
                    // In pieces of 8, 4, 2 and 1 bytes, as they are said to be done where each is seen.
                    let isVolatile = i.flags.contains(.volatile)
                    var at: Int64 = 0
                    while at < i.imm {
                        let size = i.imm - at >= 8 ? 8 : i.imm - at >= 4 ? 4 : i.imm - at >= 2 ? 2 : 1
                        let x = i.op == .copy ? read(b + at, size, isVolatile: isVolatile) : UInt64(UInt8(truncatingIfNeeded: b)) &* 0x0101_0101_0101_0101
                        write(a + at, size, x, isVolatile: isVolatile)
                        at += Int64(size)
                    }
                case .call:
                    guard let symbol = i.base.symbol else { failed = true; return (0, 0) }
                    (r, second) = call(symbol, f.pool[i.range].map { v[$0] })
                case .secondResult: r = second
                case .br: goTo = i.target
                case .condbr: goTo = a != 0 ? i.then : i.target
                case .switchOn:
                    goTo = i.target
                    for item in f.cases[i.range] where item.value == a { goTo = item.block }
                case .goto: failed = true
                case .ret: return (a, b)
                default: failed = true
                }
                if narrow { r = Int64(Int32(truncatingIfNeeded: r)) }
                v[value] = r
                value = i.next
            }
            from = block
            block = goTo
        }
    }
}
