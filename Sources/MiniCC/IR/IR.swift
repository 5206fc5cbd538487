import P1Backend

// The intermediate representation: three-address code in SSA form over basic blocks.
//
// What the author of a lowering needs to know
//
// * A function is an `IRFunction`. Start it with `IRFunction(symbol:)`, which opens the entry block, and
//   append instructions at `current` with the methods of IRBuilder.swift; each returns the number of the
//   new instruction, which is at the same time the number of its value. No classes, no ownership.
// * There are four types. C's char and short live in i32 with explicit extensions, pointers are i64. The
//   upper half of an i32 in a machine register is unspecified: to read an i32 as 64 bits, write `sext32`
//   or `zext32`; the selector knows which of these cost nothing.
// * Local variables are slots. Load and store them through `IRAddress.slot(s)`; a slot (or a separate
//   scalar part of one) that is only loaded and stored becomes SSA values by itself. Stay naive here.
// * Words that cross a call (arguments, results, `param`) are i64, f32 or f64, never i32: extend with
//   `sext32` or `zext32` by the C type before the call, `trunc` after it. `param` and `call` are told in
//   `known` what the callee or caller promised (narrow values travel in canonical form), so that this costs nothing.
//   f32 and f64 argument words are passed as bit patterns; the selector sees to it.
// * A block ends with exactly one terminator. After a terminator open another block; code that nothing
//   reaches is allowed and dropped.
// * Variadic calls: store the variable words into a slot of the function (all call sites may share one
//   slot as long as the stores stand right before the call) and pass its address as the last argument.
// * `icmp` and `fcmp` give an i32 that is 0 or 1. `condbr` tests any integer for not being zero; write
//   `icmp` straight in front of it for comparisons, and branches for && || ! and ?:.
// * `switch` keeps its cases; the back end makes the tables.
// * Set `callsSetjmp` when the function calls something that returns twice.

/// An instruction, and the value that it makes.
struct IRValue: ID { let raw: Int32 }

/// What stands for each value of a function, or nothing.
typealias ValueMap = Table<IRValue, IRValue>

struct IRBlockID: ID { let raw: Int32 }

struct IRSlotID: ID { let raw: Int32 }

/// A number of `P1Unit.names`.
struct IRSymbol: ID { let raw: Int32 }

enum IRType: UInt8, Sendable {
    case void, i32, i64, f32, f64

    var isInteger: Bool { self == .i32 || self == .i64 }
    var isFloat: Bool { self == .f32 || self == .f64 }
    var size: Int {
        switch self {
        case .void: return 0
        case .i32, .f32: return 4
        case .i64, .f64: return 8
        }
    }
}

/// The letters are fields of `IRInst`. Unless something else is said, operands have the result's type.
enum IROp: UInt8, Sendable, CaseIterable {
    // Leaves
    case const          // imm; an i32 is kept sign-extended
    case fconst         // the value whose bit pattern is imm
    case address        // i64: base + imm; base slot, symbol or block
    case param          // argument word number imm
    case undef          // any value

    // Integers; arithmetic wraps, a zero divisor or MIN / -1 is undefined
    case add, sub, mul, divs, divu, rems, remu
    case and, or, xor
    case shl, shrs, shru          // the count b is of either integer type; counts beyond the width are undefined
    case mulhs, mulhu             // i64: upper half of the 128-bit product
    case neg, not
    case sext8, sext16, zext8, zext16
    case sext32, zext32           // i64 from i32
    case trunc                    // i32 from i64
    case icmp                     // i32: a condition b

    case select                   // integer a ≠ 0 ? x : y; x and y in the pool

    // Floating point
    case fadd, fsub, fmul, fdiv
    case fneg, fabs, fsqrt
    case fconvert                 // between f32 and f64
    case fcmp                     // i32: a condition b; eq ne lt le, nlt nle (true with NaN)
    case fromSigned, fromUnsigned // from i64
    case toSigned, toUnsigned     // i64
    case bits                     // f32 → i32, f64 → i64
    case fromBits                 // i32 → f32, i64 → f64

    // Memory: at base + imm; `memory` says size and extension
    case load
    case store                    // b
    case copy                     // imm bytes from b to a; the areas are the same or apart
    case fill                     // imm bytes at a become the low byte of b

    // Calls: base symbol or value (a); arguments in the pool
    case call
    case secondResult             // i64: the second word of call a; stands right behind the call

    // Dynamic stack
    case allocate                 // i64: address of a new area of a bytes, aligned to 16
    case saveStack                // i64
    case restoreStack             // to what saveStack gave: a
    case frameAddress             // i64: some address of the frame

    // Nothing at run time: memory may have changed, and is all written
    case barrier

    // SSA: a value for each predecessor, in `pairs`; first in the block
    case phi

    // Terminators
    case br                       // to target
    case condbr                   // to `then` if a ≠ 0, else to target
    case switchOn                 // the cases of `range` on a, default target
    case goto                     // to the block whose address is a
    case ret                      // a and b: result words, if any
    case trap
    case unreachable              // execution never comes here

    var isTerminator: Bool { rawValue >= IROp.br.rawValue }
}

/// Where the address of an instruction starts.
enum IRBase: Equatable, Sendable {
    /// At `a` of the instruction.
    case value
    case slot(IRSlotID)
    case symbol(IRSymbol)
    /// A label as value.
    case block(IRBlockID)

    @inline(__always) var slot: IRSlotID? { if case .slot(let slot) = self { slot } else { nil } }
    @inline(__always) var symbol: IRSymbol? { if case .symbol(let symbol) = self { symbol } else { nil } }
    @inline(__always) var isBlock: Bool { if case .block = self { true } else { false } }

    /// Two bases are the same exactly when these numbers are.
    @inline(__always) var bits: UInt64 {
        switch self {
        case .value: return 0
        case .slot(let slot): return 1 << 32 | UInt64(UInt32(bitPattern: slot.raw))
        case .symbol(let symbol): return 2 << 32 | UInt64(UInt32(bitPattern: symbol.raw))
        case .block(let block): return 3 << 32 | UInt64(UInt32(bitPattern: block.raw))
        }
    }

    @inline(__always) static func == (x: IRBase, y: IRBase) -> Bool { x.bits == y.bits }
}

/// One instruction, and its value. Plain data, linked into its block. The order of the fields leaves no gaps.
struct IRInst: Sendable {
    var base: IRBase = .value
    var op: IROp
    var type: IRType = .void
    /// load, store: size and extension. param, call: what is known of the upper bits of the word (.d64: nothing).
    var memory: Memory = .d64
    var condition: Condition = .eq
    var flags: IRFlags = []
    var a: IRValue = .none
    var b: IRValue = .none
    /// call, select: first operand in `pool`; phi: first of its `pairs`; switchOn: first of its `cases`.
    var list: Int32 = 0
    var count: Int32 = 0
    /// condbr: where to if a ≠ 0.
    var then: IRBlockID = .none
    var imm: Int64 = 0
    /// br: where to; condbr: where to if a = 0; switchOn: the default.
    var target: IRBlockID = .none
    var previous: IRValue = .none
    var next: IRValue = .none
    var block: IRBlockID = .none

    init(_ op: IROp, _ type: IRType = .void) {
        self.op = op
        self.type = type
    }

    /// Where its operands, pairs or cases lie.
    @inline(__always) var range: Range<Int> { Int(list)..<Int(list + count) }

    @inline(__always)
    mutating func setRange(_ range: Range<Int>) {
        list = Int32(truncatingIfNeeded: range.lowerBound)
        count = Int32(truncatingIfNeeded: range.count)
    }
}

struct IRFlags: OptionSet, Sendable {
    let rawValue: UInt8
    static let volatile = IRFlags(rawValue: 1)
    /// add, sub of i32: C says it does not overflow as a signed operation.
    static let noSignedWrap = IRFlags(rawValue: 2)
    /// call: does not return.
    static let noReturn = IRFlags(rawValue: 4)
    /// call: has no effect but its result, and does not read memory.
    static let pure = IRFlags(rawValue: 8)
    /// condbr: the first (second) target is the likely one.
    static let likely = IRFlags(rawValue: 16)
    static let unlikely = IRFlags(rawValue: 32)

    /// As the text of a function has them.
    static let named: [(flag: IRFlags, name: String)] = [
        (.volatile, "volatile"), (.noSignedWrap, "nsw"), (.noReturn, "noreturn"), (.pure, "pure"), (.likely, "likely"), (.unlikely, "unlikely"),
    ]
}

struct IRBlock: Sendable {
    var first: IRValue = .none
    var last: IRValue = .none
    /// Its address is taken: `goto` may come here.
    var isAddressTaken = false
    /// Not part of the function any more.
    var isRemoved = false
}

/// A piece of the frame.
struct IRSlot: Sendable {
    var size: Int64
    var alignment: Int32
}

struct IRCase: Sendable {
    var value: Int64
    var block: IRBlockID
}

/// What a phi gets on the edge from a block.
struct IRIncoming: Sendable {
    var from: IRBlockID
    var value: IRValue
}

/// An address as loads and stores take it.
struct IRAddress: Sendable {
    var base: IRBase
    /// Where the base is a value.
    var value: IRValue = .none
    var offset: Int64
    /// What lies there is volatile, as a whole or in a part: every load and store happens.
    var isVolatile = false

    static func value(_ value: IRValue, _ offset: Int64 = 0) -> IRAddress {
        IRAddress(base: .value, value: value, offset: offset)
    }
    static func slot(_ slot: IRSlotID, _ offset: Int64 = 0) -> IRAddress {
        IRAddress(base: .slot(slot), offset: offset)
    }
    static func symbol(_ symbol: IRSymbol, _ offset: Int64 = 0) -> IRAddress {
        IRAddress(base: .symbol(symbol), offset: offset)
    }
    func advanced(by bytes: Int64) -> IRAddress {
        IRAddress(base: base, value: value, offset: offset &+ bytes, isVolatile: isVolatile)
    }
}

struct IRFunction: Sendable {
    var symbol: IRSymbol
    var insts = Table<IRValue, IRInst>()
    /// The operands of calls and choices, the pairs of phis and the cases of switches; see `IRInst.range`.
    var pool: [IRValue] = []
    var pairs: [IRIncoming] = []
    var cases: [IRCase] = []
    var blocks = Table<IRBlockID, IRBlock>()
    var slots = Table<IRSlotID, IRSlot>()
    /// Static objects that hold addresses of labels (`static void *t[] = { &&a, &&b }`): pointers to ~block.
    var objects: [P1Object] = []
    /// Where the builder appends.
    var current = IRFunction.entry

    /// Argument words, the address of a result buffer and of the variadic block among them.
    var parameterCount = 0
    var callsSetjmp = false
    /// Not visible outside the unit: may vanish when nothing refers to it.
    var isPrivate = false
    var keep = false
    var inlining = Inlining.automatic
    var sectionName = ""
    var alignment = 0

    enum Inlining: UInt8, Sendable {
        case automatic, wanted, always, never

        /// As the text of a function has them; .automatic goes without saying.
        static let named: [(inlining: Inlining, name: String)] = [(.wanted, "inline"), (.always, "always-inline"), (.never, "never-inline")]
    }

    @inline(__always) static var entry: IRBlockID { IRBlockID(raw: 0) }

    init(symbol: IRSymbol) {
        self.symbol = symbol
        blocks.append(IRBlock())
    }

    subscript(_ value: IRValue) -> IRInst {
        @inline(__always) get { insts[value] }
        @inline(__always) _modify { yield &insts[value] }
    }
}

extension IRFunction {
    /// Adds an instruction that stands nowhere yet.
    @inline(__always)
    mutating func make(_ inst: IRInst) -> IRValue {
        insts.append(inst)
    }

    @inline(__always)
    mutating func append(_ value: IRValue, to block: IRBlockID) {
        let last = blocks[block].last
        insts[value].block = block
        insts[value].previous = last
        insts[value].next = .none
        if last != .none { insts[last].next = value } else { blocks[block].first = value }
        blocks[block].last = value
    }

    mutating func insert(_ value: IRValue, before place: IRValue) {
        let block = insts[place].block
        let previous = insts[place].previous
        insts[value].block = block
        insts[value].previous = previous
        insts[value].next = place
        insts[place].previous = value
        if previous != .none { insts[previous].next = value } else { blocks[block].first = value }
    }

    mutating func insertFirst(_ value: IRValue, in block: IRBlockID) {
        let first = blocks[block].first
        if first != .none { insert(value, before: first) } else { append(value, to: block) }
    }

    /// Takes the instruction out of its block; its number is not used again.
    mutating func remove(_ value: IRValue) {
        let inst = insts[value]
        if inst.previous != .none { insts[inst.previous].next = inst.next } else { blocks[inst.block].first = inst.next }
        if inst.next != .none { insts[inst.next].previous = inst.previous } else { blocks[inst.block].last = inst.previous }
        insts[value].block = .none
    }

    /// Calls `body` with every operand that is a value.
    @inline(__always)
    func forEachOperand(_ inst: IRInst, _ body: (IRValue) -> Void) {
        if inst.a != .none { body(inst.a) }
        if inst.b != .none { body(inst.b) }
        if inst.op == .call || inst.op == .select {
            for k in inst.range { body(pool[k]) }
        } else if inst.op == .phi {
            for k in inst.range { body(pairs[k].value) }
        }
    }

    /// Replaces every operand of `value` that is a value by what `body` makes of it.
    @inline(__always)
    mutating func mapOperands(_ value: IRValue, _ body: (IRValue) -> IRValue) {
        let inst = insts[value]
        // Most stay as they are.
        if inst.a != .none, case let new = body(inst.a), new != inst.a { insts[value].a = new }
        if inst.b != .none, case let new = body(inst.b), new != inst.b { insts[value].b = new }
        if inst.op == .call || inst.op == .select {
            for k in inst.range { pool[k] = body(pool[k]) }
        } else if inst.op == .phi {
            for k in inst.range { pairs[k].value = body(pairs[k].value) }
        }
    }

    /// Calls `body` with the target of every edge out of `block`; a target of several edges comes several times.
    @inline(__always)
    func forEachSuccessor(_ block: IRBlockID, _ body: (IRBlockID) -> Void) {
        let last = blocks[block].last
        guard last != .none else { return }
        let inst = insts[last]
        switch inst.op {
        case .br:
            body(inst.target)
        case .condbr:
            body(inst.then)
            body(inst.target)
        case .switchOn:
            for k in inst.range { body(cases[k].block) }
            body(inst.target)
        case .goto:
            for other in blocks.keys where blocks[other].isAddressTaken && !blocks[other].isRemoved { body(other) }
        default:
            break
        }
    }

    /// The same in a list, for those who change the function meanwhile.
    func collectSuccessors(_ block: IRBlockID, _ list: inout [IRBlockID]) {
        list.removeAll(keepingCapacity: true)
        forEachSuccessor(block) { list.append($0) }
    }
}

extension P1Object {
    /// Replaces the labels that pointers name by other symbols.
    mutating func mapLabels(_ body: (IRBlockID) -> Int32) {
        for index in content.indices {
            guard case .pointer(let symbol, let offset) = content[index], symbol < 0 else { continue }
            content[index] = .pointer(symbol: body(IRBlockID(raw: ~symbol)), offset: offset)
        }
    }
}
