import Harness
import P1Backend
@testable import MiniCC

/// Makes a function of random IR whose result depends on all it did. It is always defined: divisors are not zero,
/// shifts are in range, addresses lie within their objects, loops end, what is said to be unreachable is.
struct RandomIR {
    private var random: Random
    private(set) var f: IRFunction
    /// Values that may be used here, by type.
    private var values: [[IRValue]] = [[], [], [], [], []]
    private var slots: [(id: IRSlotID, type: IRType, memory: Memory)] = []
    private var array: IRSlotID = .none
    private var record: IRSlotID = .none
    private var depth = 0
    private var budget = 60
    private let callees: [IRFunction]
    private let globals: Globals
    /// Eight bytes, volatile.
    private var port: IRSlotID = .none

    /// Objects of 64 bytes: one with two names, another one, and one that is not there.
    struct Globals {
        let first: IRSymbol, alias: IRSymbol, second: IRSymbol, missing: IRSymbol

        static let numbered = Globals(first: IRSymbol(100), alias: IRSymbol(101), second: IRSymbol(102), missing: IRSymbol(103))
    }

    static func function(_ symbol: IRSymbol, seed: UInt64, callees: [IRFunction], globals: Globals) -> IRFunction {
        var maker = RandomIR(symbol, seed, callees, globals)
        maker.body()
        return maker.f
    }

    private init(_ symbol: IRSymbol, _ seed: UInt64, _ callees: [IRFunction], _ globals: Globals) {
        f = IRFunction(symbol: symbol)
        random = Random(seed: seed)
        self.callees = callees
        self.globals = globals
    }

    // MARK: Chance

    private mutating func number() -> Int64 {
        switch random.below(8) {
        case 0: return 0
        case 1: return Int64(random.below(16)) - 8
        case 2: return Int64(random.below(300)) - 150
        case 3: return 1 << Int64(random.below(63))
        case 4: return (1 << Int64(random.below(63))) - 1
        case 5: return Int64(Int32(truncatingIfNeeded: random.next()))
        case 6: return Int64(bitPattern: random.next())
        default: return Int64(random.below(65536))
        }
    }

    private mutating func constant(_ type: IRType) -> IRValue {
        let number = self.number()
        return f.const(type == .i32 ? Int64(Int32(truncatingIfNeeded: number)) : number, type)
    }

    /// A value of this type: mostly one of the last.
    private mutating func operand(_ type: IRType) -> IRValue {
        let known = values[Int(type.rawValue)]
        if known.isEmpty || random.below(6) == 0 {
            return type.isFloat ? f.fconst(Double(random.below(1000) - 500) / 4, type) : constant(type)
        }
        return known[random.below(3) == 0 ? random.below(known.count) : max(0, known.count - 1 - random.below(4))]
    }

    private mutating func keep(_ value: IRValue) { values[Int(f[value].type.rawValue)].append(value) }

    // MARK: The function

    private mutating func body() {
        f.parameterCount = random.below(7)
        for index in 0..<f.parameterCount { keep(f.param(index, .i64)) }
        let kinds: [(IRType, Memory)] = [(.i32, .s32), (.i64, .d64), (.i32, .u8), (.i32, .s16), (.f64, .d64), (.i32, .u32), (.i64, .s32)]
        for index in 0..<6 {
            let (type, memory) = index == 5 ? (.f32, .u32) : random.pick(kinds)
            let slot = f.newSlot(size: Int64(type.isFloat ? type.size : memory.size), alignment: 8)
            slots.append((slot, type, memory))
            f.store(operand(type), memory, .slot(slot))
        }
        array = f.newSlot(size: 64, alignment: 8)
        record = f.newSlot(size: 32, alignment: 8)
        port = f.newSlot(size: 32, alignment: 8)
        f.fill(f.address(.slot(array)), byte: f.const(0, .i32), size: 64)
        f.fill(f.address(.slot(record)), byte: f.const(0, .i32), size: 32)
        f.fill(f.address(.slot(port)), byte: f.const(0, .i32), size: 32, volatile: true)
        statements(25)

        var sum = operand(.i64)
        for slot in slots where !slot.type.isFloat {
            let value = f.load(slot.type, slot.memory, .slot(slot.id))
            sum = f.binary(.xor, f.binary(.mul, sum, f.const(31, .i64)), slot.type == .i32 ? f.sext32(value) : value)
        }
        for offset in 0..<4 { sum = f.binary(.add, sum, f.load(.i64, .d64, .slot(random.below(2) == 0 ? array : record, Int64(offset) * 8))) }
        let second = operand(.i64)
        f.ret(sum, second)
    }

    private mutating func statements(_ count: Int) {
        for _ in 0..<count {
            budget -= 1
            if budget < 0 { return }
            guard depth < 4 && random.below(6) == 0 else {
                expression()
                continue
            }
            depth += 1
            switch random.below(4) {
            case 0, 1: branch()
            case 2: loop()
            default: switchOver()
            }
            depth -= 1
        }
    }

    /// Statements in a block of their own, which ends at `end`. What they compute is not known behind it.
    private mutating func block(_ block: IRBlockID, _ count: Int, end: IRBlockID) {
        let outer = values
        f.current = block
        statements(count)
        f.br(end)
        values = outer
    }

    private mutating func branch() {
        let condition = operand(random.below(2) == 0 ? .i32 : .i64)
        let then = f.newBlock(), otherwise = f.newBlock(), end = f.newBlock()
        f.condbr(condition, then, otherwise)
        block(then, random.below(5), end: end)
        block(otherwise, random.below(4), end: end)
        f.current = end
    }

    private mutating func loop() {
        let counter = f.newSlot(size: 4, alignment: 4)
        f.store(f.const(0, .i32), .u32, .slot(counter))
        let test = f.newBlock(), body = f.newBlock(), step = f.newBlock(), end = f.newBlock()
        f.br(test)
        f.current = test
        let index = f.load(.i32, .s32, .slot(counter))
        f.condbr(f.icmp(.lt, index, f.const(Int64(random.below(5) + 1), .i32)), body, end)
        let outer = values
        keep(index)
        block(body, random.below(6) + 1, end: step)
        values = outer
        f.current = step
        let sum = f.binary(.add, f.load(.i32, .s32, .slot(counter)), f.const(1, .i32), .noSignedWrap)
        f.store(sum, .u32, .slot(counter))
        f.br(test)
        f.current = end
    }

    private mutating func switchOver() {
        let value = f.binary(.and, operand(.i32), f.const(15, .i32))
        let otherwise = f.newBlock(), end = f.newBlock()
        var cases: [IRCase] = []
        var blocks: [IRBlockID] = []
        var used: Set<Int64> = []
        for index in 0..<random.below(9) {
            let label = Int64(index * (random.below(2) + 1))
            guard used.insert(label).inserted else { continue }
            if index % 3 != 2 { blocks.append(f.newBlock()) }
            cases.append(IRCase(value: label, block: blocks.last ?? otherwise))
        }
        f.switchOn(value, cases, default: otherwise)
        for target in blocks { block(target, random.below(3), end: end) }
        block(otherwise, random.below(3), end: end)
        f.current = end
    }

    // MARK: Expressions

    private mutating func expression() {
        let type: IRType = random.below(2) == 0 ? .i32 : .i64
        let real: IRType = random.below(2) == 0 ? .f32 : .f64
        switch random.below(29) {
        case 0...5: keep(f.binary(random.pick([.add, .sub, .mul, .and, .or, .xor]), operand(type), operand(type)))
        case 6: keep(f.binary(random.pick([.shl, .shrs, .shru]), operand(type), f.const(Int64(random.below(type == .i32 ? 32 : 64)), .i32)))
        case 7:
            let count = f.binary(.and, operand(.i32), f.const(type == .i32 ? 31 : 63, .i32))
            keep(f.binary(random.pick([.shl, .shrs, .shru]), operand(type), count))
        case 8:
            var divisor = number()
            if type == .i32 { divisor = Int64(Int32(truncatingIfNeeded: divisor)) }
            if divisor == 0 || divisor == -1 { divisor = 7 }
            keep(f.binary(random.pick([.divs, .rems, .divu, .remu]), operand(type), f.const(divisor, type)))
        case 9:
            let low = f.binary(.and, operand(type), f.const(0xFFFF, type))
            keep(f.binary(random.pick([.divs, .rems, .divu, .remu]), operand(type), f.binary(.or, low, f.const(1, type))))
        case 10: keep(f.unary(random.pick([.neg, .not, .sext8, .sext16, .zext8, .zext16]), operand(type)))
        case 11, 12: keep(random.below(2) == 0 ? f.sext32(operand(.i32)) : f.zext32(operand(.i32)))
        case 13: keep(f.trunc(operand(.i64)))
        case 14, 15: keep(f.icmp(random.pick([.eq, .ne, .lt, .ge, .le, .gt, .ltu, .geu, .leu, .gtu]), operand(type), operand(type)))
        case 16: keep(f.binary(random.below(2) == 0 ? .mulhs : .mulhu, operand(.i64), operand(.i64)))
        case 17: keep(f.convert(.fromSigned, f.sext32(operand(.i32)), real))
        case 18: keep(f.binary(random.pick([.fadd, .fsub, .fmul]), operand(real), operand(real)))
        case 19: keep(f.fcmp(random.pick([.eq, .ne, .lt, .le, .nlt, .nle]), operand(real), operand(real)))
        case 20:
            let slot = random.pick(slots)
            keep(f.load(slot.type, slot.memory, .slot(slot.id)))
        case 21:
            let slot = random.pick(slots)
            f.store(operand(slot.type), slot.memory, .slot(slot.id))
        case 22: element()
        case 23: words()
        case 24: named()
        case 25: guarded()
        case 26: assumption()
        case 27: volatile()
        default: call()
        }
    }

    private mutating func element() {
        let index = f.binary(.and, operand(.i32), f.const(7, .i32))
        let offset = f.binary(.shl, random.below(2) == 0 ? f.sext32(index) : f.zext32(index), f.const(2, .i64))
        let place = f.binary(.add, f.address(random.below(2) == 0 ? .slot(array) : .symbol(globals.first)), offset)
        let address = IRAddress.value(place, Int64(random.below(4)) * 4)
        if random.below(2) == 0 {
            keep(f.load(.i32, random.pick([.u8, .s8, .u16, .s16, .u32, .s32]), address))
        } else {
            f.store(operand(.i32), random.pick([.u8, .u16, .u32]), address)
        }
    }

    private mutating func words() {
        let size = Int64(random.below(33)), word = Int64(random.below(4)) * 8
        switch random.below(4) {
        case 0: f.copy(to: f.address(.slot(record)), from: f.address(.slot(array)), size: size)
        case 1: f.fill(f.address(.slot(record)), byte: operand(.i32), size: size)
        case 2: keep(f.load(.i64, .d64, .slot(record, word)))
        default: f.store(operand(.i64), .d64, .slot(record, word))
        }
    }

    /// A word of an object by one of its names.
    private mutating func named() {
        let address = IRAddress.symbol(random.pick([globals.first, globals.alias, globals.second]), Int64(random.below(3)) * 4)
        if random.below(2) == 0 { keep(f.load(.i32, .s32, address)) } else { f.store(operand(.i32), .u32, address) }
    }

    /// Something that is true, though no pass knows it.
    private mutating func truth() -> IRValue { f.icmp(.leu, f.binary(.and, operand(.i32), f.const(63, .i32)), f.const(63, .i32)) }

    /// A read that never happens.
    private mutating func guarded() {
        let then = f.newBlock(), end = f.newBlock()
        f.condbr(truth(), end, then)
        f.current = then
        let isOutside = random.below(2) == 0
        let value = f.load(.i32, .s32, isOutside ? .symbol(globals.second, 1 << 20) : .symbol(globals.missing))
        f.store(value, .u32, .symbol(globals.second))
        f.br(end)
        f.current = end
    }

    private mutating func assumption() {
        let never = f.newBlock(), end = f.newBlock()
        f.condbr(truth(), end, never)
        f.current = never
        if random.below(2) == 0 { f.store(operand(.i32), .u32, .symbol(globals.second)) }
        f.unreachable()
        f.current = end
    }

    /// Accesses that all must happen, in their order.
    private mutating func volatile() {
        var place = IRAddress.slot(port, Int64(random.below(3)) * 8)
        place.isVolatile = true
        switch random.below(4) {
        case 0: _ = f.load(.i64, .d64, place)
        case 1: keep(f.load(.i32, .u16, place))
        case 2: f.store(operand(.i32), .u32, place)
        default:
            let size = Int64(random.below(17))
            let isRead = random.below(2) == 0
            let other = f.address(.slot(record))
            f.copy(to: isRead ? other : f.address(.slot(port)), from: isRead ? f.address(.slot(port)) : other, size: size, volatile: true)
        }
    }

    private mutating func call() {
        guard !callees.isEmpty else { return }
        let callee = random.pick(callees)
        let arguments = (0..<callee.parameterCount).map { _ in operand(.i64) }
        let result = f.call(callee.symbol, arguments, .i64)
        if random.below(2) == 0 { keep(f.secondResult(of: result)) }
        keep(result)
    }
}
