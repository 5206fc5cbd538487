import P1Backend
import Support

/// For --p1=base, whose machine has neither floating point nor unsigned division, and no stack that grows within a
/// function: float and double become their bit patterns in i32 and i64, and every operation on them a call of the
/// run-time library, as is every use of the dynamic stack.
struct SoftwareArithmetic {
    private let names: NameTable
    private var forward: ValueMap
    /// The type a value had before.
    private let types: Table<IRValue, IRType>
    /// Low halves of words that hold a float.
    private var cuts: [(low: IRValue, word: IRValue)] = []

    static func run(_ f: inout IRFunction, names: NameTable) {
        var pass = SoftwareArithmetic(names: names, forward: ValueMap(repeating: .none, count: f.insts.count), types: Table(f.insts.rows.map(\.type)))
        let present = f.insts.keys
        if f.insts.rows.contains(where: { $0.op == .allocate && $0.block != .none }) { pass.frameDynamicStack(&f) }
        for value in present where f[value].block != .none {
            if f[value].type == .f32 { f[value].type = .i32 }
            if f[value].type == .f64 { f[value].type = .i64 }
        }
        for value in present where f[value].block != .none { pass.lower(&f, value) }
        f.replaceAll(pass.forward)
        for cut in pass.cuts { f[cut.low].a = cut.word }
    }

    private init(names: NameTable, forward: ValueMap, types: Table<IRValue, IRType>) {
        self.names = names
        self.forward = forward
        self.types = types
    }

    private func isDouble(_ value: IRValue) -> Bool { types[value] == .f64 }

    // MARK: Building

    private func insert(_ f: inout IRFunction, _ inst: IRInst, before place: IRValue) -> IRValue {
        let value = f.make(inst)
        f.insert(value, before: place)
        return value
    }

    private func convert(_ f: inout IRFunction, _ op: IROp, _ type: IRType, _ a: IRValue, before place: IRValue) -> IRValue {
        var inst = IRInst(op, type)
        inst.a = a
        return insert(&f, inst, before: place)
    }

    private func constant(_ f: inout IRFunction, _ imm: Int64, _ type: IRType, before place: IRValue) -> IRValue {
        var inst = IRInst(.const, type)
        inst.imm = imm
        return insert(&f, inst, before: place)
    }

    /// An argument word.
    private func word(_ f: inout IRFunction, _ value: IRValue, before place: IRValue) -> IRValue {
        let wasFloat = types.has(value) && types[value] == .f32
        return wasFloat || f[value].type == .i32 ? convert(&f, .zext32, .i64, value, before: place) : value
    }

    /// The instruction becomes a call; a narrow result is cut off behind it.
    private mutating func call(_ f: inout IRFunction, _ value: IRValue, _ name: String, _ operands: [IRValue], known: Memory = .d64,
                               flags: IRFlags = .pure) {
        let type = f[value].type
        let words = operands.map { word(&f, $0, before: value) }
        let result = insertCall(&f, name, words, .i64, known: known, flags: flags, before: value)
        if type == .i32 {
            become(&f, value, .trunc, result)
        } else {
            forward[value] = result
            f.remove(value)
        }
    }

    private func insertCall(_ f: inout IRFunction, _ name: String, _ words: [IRValue], _ type: IRType, known: Memory = .d64,
                            flags: IRFlags = [], before place: IRValue) -> IRValue {
        var inst = IRInst(.call, type)
        inst.base = .symbol(IRSymbol(raw: names.intern(name)))
        inst.list = Int32(truncatingIfNeeded: f.pool.count)
        inst.count = Int32(truncatingIfNeeded: words.count)
        f.pool.append(contentsOf: words)
        inst.memory = known
        inst.flags = flags
        return insert(&f, inst, before: place)
    }

    private func frameAddress(_ f: inout IRFunction, before place: IRValue) -> IRValue {
        insert(&f, IRInst(.frameAddress, .i64), before: place)
    }

    /// What the function takes off the dynamic stack is given back where it returns.
    private func frameDynamicStack(_ f: inout IRFunction) {
        // Behind all parameters, which lie in registers that the call changes.
        var start = f.blocks[IRFunction.entry].first
        var place = start
        while place != .none {
            if f[place].op == .param { start = f[place].next }
            place = f[place].next
        }
        let returns = f.insts.keys.filter { f.insts[$0].op == .ret && f.insts[$0].block != .none }
        let mark = insertCall(&f, "__dynamic_mark", [frameAddress(&f, before: start)], .i64, before: start)
        for place in returns {
            _ = insertCall(&f, "__dynamic_release", [mark], .void, before: place)
        }
    }

    private func become(_ f: inout IRFunction, _ value: IRValue, _ op: IROp, _ a: IRValue, _ b: IRValue = .none) {
        f[value].op = op
        f[value].a = a
        f[value].b = b
        f[value].imm = 0
        f[value].flags = []
    }

    // MARK: Operations

    private mutating func lower(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        let type = types[value]
        switch inst.op {
        case .fconst:
            f[value].op = .const
            if type == .f32 { f[value].imm = Int64(Int32(truncatingIfNeeded: inst.imm)) }
        case .param:
            if type == .f32 { narrow(&f, value) }
        case .call:
            for k in inst.range where types[f.pool[k]] == .f32 {
                let extended = word(&f, f.pool[k], before: value)
                f.pool[k] = extended
            }
            if type == .f32 { narrow(&f, value) }
        case .ret:
            if inst.a != .none && types[inst.a] == .f32 { f[value].a = word(&f, inst.a, before: value) }
        case .load:
            if type == .f32 { f[value].memory = .u32 }
            if type == .f64 { f[value].memory = .d64 }
        case .bits, .fromBits:
            forward[value] = inst.a
            f.remove(value)
        case .fadd: call(&f, value, type == .f64 ? "__adddf3" : "__addsf3", [inst.a, inst.b])
        case .fsub: call(&f, value, type == .f64 ? "__subdf3" : "__subsf3", [inst.a, inst.b])
        case .fmul: call(&f, value, type == .f64 ? "__muldf3" : "__mulsf3", [inst.a, inst.b])
        case .fdiv: call(&f, value, type == .f64 ? "__divdf3" : "__divsf3", [inst.a, inst.b])
        case .fsqrt: call(&f, value, type == .f64 ? "__sqrtdf2" : "__sqrtsf2", [inst.a])
        case .fneg:
            let sign = constant(&f, type == .f64 ? Int64.min : Int64(Int32.min), f[value].type, before: value)
            become(&f, value, .xor, inst.a, sign)
        case .fabs:
            let rest = constant(&f, type == .f64 ? Int64.max : Int64(Int32.max), f[value].type, before: value)
            become(&f, value, .and, inst.a, rest)
        case .fconvert: call(&f, value, type == .f64 ? "__extendsfdf2" : "__truncdfsf2", [inst.a])
        case .fromSigned: call(&f, value, type == .f64 ? "__floatdidf" : "__floatdisf", [inst.a])
        case .fromUnsigned: call(&f, value, type == .f64 ? "__floatundidf" : "__floatundisf", [inst.a])
        case .toSigned: call(&f, value, isDouble(inst.a) ? "__fixdfdi" : "__fixsfdi", [inst.a])
        case .toUnsigned: call(&f, value, isDouble(inst.a) ? "__fixunsdfdi" : "__fixunssfdi", [inst.a])
        case .fcmp: compare(&f, value)
        case .divu, .remu: divide(&f, value)
        case .mulhu: call(&f, value, "__umulh", [inst.a, inst.b])
        case .mulhs: multiplyHigh(&f, value)
        case .allocate: call(&f, value, "__dynamic_allocate", [inst.a, frameAddress(&f, before: value)], flags: [])
        case .saveStack: call(&f, value, "__dynamic_mark", [frameAddress(&f, before: value)], flags: [])
        case .restoreStack:
            _ = insertCall(&f, "__dynamic_release", [inst.a], .void, before: value)
            f.remove(value)
        case .trap, .unreachable:
            // A store to address 0 ends the program; where it does not, this is a return, and nothing runs on into
            // what happens to stand behind.
            let zero = constant(&f, 0, .i64, before: value)
            var store = IRInst(.store)
            store.a = zero
            store.b = zero
            store.flags = .volatile
            _ = insert(&f, store, before: value)
            f[value].op = .ret
        default:
            break
        }
    }

    /// A word that holds a float: the value is its low half, cut off behind it.
    private mutating func narrow(_ f: inout IRFunction, _ value: IRValue) {
        f[value].type = .i64
        var cut = IRInst(.trunc, .i32)
        cut.a = value
        let low = f.make(cut)
        f.insert(low, before: f[value].next)
        forward[value] = low
        cuts.append((low, value))
    }

    /// The library's answer: below, at or above zero; with NaN such that only "not" conditions hold.
    private mutating func compare(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        let name: String
        let condition: Condition
        switch inst.condition {
        case .eq: (name, condition) = ("__eq", .eq)
        case .ne: (name, condition) = ("__eq", .ne)
        case .lt: (name, condition) = ("__lt", .lt)
        case .nlt: (name, condition) = ("__lt", .ge)
        case .le: (name, condition) = ("__le", .le)
        default: (name, condition) = ("__le", .gt)
        }
        var inner = IRInst(.call, .i64)
        inner.base = .symbol(IRSymbol(raw: names.intern(name + (isDouble(inst.a) ? "df2" : "sf2"))))
        let words = [word(&f, inst.a, before: value), word(&f, inst.b, before: value)]
        inner.list = Int32(truncatingIfNeeded: f.pool.count)
        inner.count = 2
        f.pool.append(contentsOf: words)
        inner.memory = .s32
        inner.flags = .pure
        let result = insert(&f, inner, before: value)
        let zero = constant(&f, 0, .i64, before: value)
        become(&f, value, .icmp, result, zero)
        f[value].condition = condition
    }

    /// The signed product is the unsigned one less each operand where the other is negative.
    private mutating func multiplyHigh(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        var correction: IRValue = .none
        for (sign, other) in [(inst.a, inst.b), (inst.b, inst.a)] {
            let count = constant(&f, 63, .i32, before: value)
            let mask = binary(&f, .shrs, sign, count, before: value)
            let part = binary(&f, .and, mask, other, before: value)
            correction = correction == .none ? part : binary(&f, .add, correction, part, before: value)
        }
        var product = IRInst(.call, .i64)
        product.base = .symbol(IRSymbol(raw: names.intern("__umulh")))
        product.list = Int32(truncatingIfNeeded: f.pool.count)
        product.count = 2
        product.flags = .pure
        f.pool.append(inst.a)
        f.pool.append(inst.b)
        let upper = insert(&f, product, before: value)
        become(&f, value, .sub, upper, correction)
    }

    private func binary(_ f: inout IRFunction, _ op: IROp, _ a: IRValue, _ b: IRValue, before place: IRValue) -> IRValue {
        var inst = IRInst(op, .i64)
        inst.a = a
        inst.b = b
        return insert(&f, inst, before: place)
    }

    private mutating func divide(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        if inst.type == .i64 {
            call(&f, value, inst.op == .divu ? "__udivdi3" : "__umoddi3", [inst.a, inst.b])
            return
        }
        // Two unsigned ints are not negative as longs.
        let a = convert(&f, .zext32, .i64, inst.a, before: value)
        let b = convert(&f, .zext32, .i64, inst.b, before: value)
        var wide = IRInst(inst.op == .divu ? .divs : .rems, .i64)
        wide.a = a
        wide.b = b
        let result = insert(&f, wide, before: value)
        become(&f, value, .trunc, result)
    }
}
