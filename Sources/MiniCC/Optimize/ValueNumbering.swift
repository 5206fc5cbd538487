import P1Backend

/// Global value numbering. The walk follows the dominator tree in preorder, so that all operands of an instruction but those
/// of phis have been visited. Each instruction is simplified (`Fold`) and looked up in a hash table by operation and value
/// numbers of its operands; if an equal instruction dominates it, it is replaced by that one. Constants, addresses and
/// comparisons are only merged within a block: they are cheaper to repeat than to keep in a register.
///
/// Loads are replaced by values known to be in memory (`AvailableMemory`). That knowledge covers one extended basic block: it
/// is dropped wherever a block does not follow its only predecessor in the walk.
struct ValueNumbering {
    private let dominators: Dominators
    private let flow: ControlFlow
    private var forward: ValueMap
    /// The same for equal constants, though these are not merged between blocks.
    private var number: ValueMap
    private var table: [IRValue]
    private var mask: Int
    private var filled = 0
    private var memory: AvailableMemory

    static func run(_ f: inout IRFunction, _ objects: ObjectFacts) {
        var pass = ValueNumbering(f, objects)
        pass.memory.findEscapes(f)
        var previous: IRBlockID = .none
        for block in pass.dominators.preorder {
            let range = pass.flow.predecessorRange(block)
            let goesOn = range.count == 1 && pass.flow.predecessors[range.lowerBound] == previous
            if !goesOn { pass.memory.forgetAll() }
            pass.visit(&f, block)
            previous = block
        }
        f.replaceAll(pass.forward)
    }

    private init(_ f: IRFunction, _ objects: ObjectFacts) {
        memory = AvailableMemory(objects)
        flow = ControlFlow(f)
        dominators = Dominators(f, flow)
        forward = ValueMap(repeating: .none, count: f.insts.count)
        number = ValueMap(ownNumbers: f.insts.count)
        var size = 64
        while size < f.insts.count * 2 { size *= 2 }
        table = [IRValue](repeating: .none, count: size)
        mask = size - 1
    }

    private func resolve(_ value: IRValue) -> IRValue {
        var value = value
        while forward[value] != .none { value = forward[value] }
        return value
    }

    private mutating func extend(_ f: IRFunction) {
        while forward.count < f.insts.count {
            number.append(IRValue(forward.count))
            forward.append(.none)
        }
    }

    private mutating func visit(_ f: inout IRFunction, _ block: IRBlockID) {
        var value = f.blocks[block].first
        while value != .none {
            f.mapOperands(value) { resolve($0) }
            let before = f[value].previous
            let known = f.insts.count
            let replacement = Fold.simplify(&f, value)
            if f.insts.count > known {
                extend(f)
                // Constants that were put in front of it are numbered first.
                var fresh = before != .none ? f[before].next : f.blocks[block].first
                while fresh != value {
                    let next = f[fresh].next
                    number(&f, fresh)
                    fresh = next
                }
                f.mapOperands(value) { resolve($0) }
            }
            let next = f[value].next
            if let replacement {
                replace(&f, value, by: resolve(replacement))
            } else {
                process(&f, value)
            }
            value = next
        }
    }

    private mutating func replace(_ f: inout IRFunction, _ value: IRValue, by other: IRValue) {
        forward[value] = other
        f.remove(value)
    }

    private mutating func process(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        switch inst.op {
        case .load:
            if inst.flags.contains(.volatile) { return }
            if let found = memory.find(f, inst) {
                if let other = adapt(f, found, inst) {
                    replace(&f, value, by: other)
                    return
                }
                if extendStored(&f, found, value) {
                    memory.add(f, inst, resolve(value))
                    return
                }
            }
            memory.add(f, inst, value)
        case .store:
            memory.store(f, inst)
            if !inst.flags.contains(.volatile) { memory.add(f, inst, inst.b) }
        case .copy, .fill, .barrier:
            memory.forgetVisible()
        case .call:
            if !inst.flags.contains(.pure) { memory.forgetVisible() }
        case .param, .undef, .phi, .select, .secondResult, .allocate, .saveStack, .restoreStack, .frameAddress:
            return
        default:
            if !inst.op.isTerminator { number(&f, value) }
        }
    }

    /// What a load gives when the bytes are known to hold `found.value`.
    private func adapt(_ f: IRFunction, _ found: AvailableMemory.Entry, _ load: IRInst) -> IRValue? {
        guard f[found.value].type == load.type else { return nil }
        if found.isLoad { return found.memory == load.memory ? found.value : nil }
        let isWhole = load.type.isFloat || load.memory == .d64 || load.memory.size == 4 && load.type == .i32
        return isWhole ? found.value : nil
    }

    /// A load of a char or short that was stored before becomes the extension of what was stored.
    private mutating func extendStored(_ f: inout IRFunction, _ found: AvailableMemory.Entry, _ load: IRValue) -> Bool {
        let inst = f[load]
        guard !found.isLoad, inst.type == .i32, f[found.value].type == .i32 else { return false }
        switch inst.memory {
        case .u8: f[load].op = .zext8
        case .s8: f[load].op = .sext8
        case .u16: f[load].op = .zext16
        case .s16: f[load].op = .sext16
        default: return false
        }
        f[load].base = .value
        f[load].memory = .d64
        f[load].a = found.value
        f[load].imm = 0
        let known = f.insts.count
        if let simpler = Fold.simplify(&f, load) {
            replace(&f, load, by: resolve(simpler))
        } else if f.insts.count == known {
            number(&f, load)
        }
        extend(f)
        return true
    }

    // MARK: The table

    private mutating func number(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        var slot = hash(inst) & mask
        while true {
            let other = table[slot]
            if other == .none { break }
            if isEqual(f[other], inst) {
                number[value] = number[other]
                let isLeaf = inst.op == .const || inst.op == .fconst || inst.op == .address || inst.op == .icmp || inst.op == .fcmp
                let home = f[other].block
                // Leaves cost less to repeat than to keep in a register over blocks; a comparison goes into its branch.
                if isLeaf ? home == inst.block : dominators.dominates(home, inst.block) {
                    if other != value { replace(&f, value, by: other) }
                } else {
                    table[slot] = value
                }
                return
            }
            slot = (slot + 1) & mask
        }
        table[slot] = value
        filled += 1
        if filled * 2 > mask { grow(f) }
    }

    private mutating func grow(_ f: IRFunction) {
        let old = table
        mask = mask * 2 + 1
        table = [IRValue](repeating: .none, count: mask + 1)
        for value in old where value != .none {
            var slot = hash(f[value]) & mask
            while table[slot] != .none { slot = (slot + 1) & mask }
            table[slot] = value
        }
    }

    private func numberOf(_ value: IRValue) -> IRValue { value != .none ? number[value] : .none }

    private func hash(_ inst: IRInst) -> Int {
        var hash = inst.base.bits << 24 ^ UInt64(inst.op.rawValue) ^ UInt64(inst.type.rawValue) << 8 ^ UInt64(inst.condition.rawValue) << 16
        hash = (hash ^ UInt64(UInt32(bitPattern: numberOf(inst.a).raw))) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        hash = (hash ^ UInt64(UInt32(bitPattern: numberOf(inst.b).raw))) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 31
        hash = (hash ^ UInt64(bitPattern: inst.imm)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 20)
    }

    private func isEqual(_ x: IRInst, _ y: IRInst) -> Bool {
        x.op == y.op && x.type == y.type && x.condition == y.condition && x.base == y.base && x.imm == y.imm
            && numberOf(x.a) == numberOf(y.a) && numberOf(x.b) == numberOf(y.b) && x.flags == y.flags
    }
}

/// What memory is known to hold at a point of the walk.
struct AvailableMemory {
    struct Entry {
        var base: IRBase
        /// Where the base is a value.
        var address: IRValue
        var offset: Int64
        var size: Int32
        var value: IRValue
        /// The value is what a load with `memory` gave; else what was stored.
        var isLoad: Bool
        var memory: Memory
    }

    private static let capacity = 16
    private var entries: [Entry] = []
    private var escapes = Table<IRSlotID, Bool>()
    private let objects: ObjectFacts

    init(_ objects: ObjectFacts) { self.objects = objects }

    /// Slots whose address goes anywhere but into loads and stores.
    mutating func findEscapes(_ f: IRFunction) {
        escapes = Table<IRSlotID, Bool>(repeating: false, count: f.slots.count)
        for inst in f.insts.rows where inst.op == .address && inst.block != .none {
            if let slot = inst.base.slot { escapes[slot] = true }
        }
    }

    mutating func forgetAll() { entries.removeAll(keepingCapacity: true) }

    /// Something unknown was written: only slots that nobody else can see are left.
    mutating func forgetVisible() { entries.removeAll { AvailableMemory.isVisible($0.base, escapes) } }

    /// Whether code elsewhere may reach what lies at a base.
    private static func isVisible(_ base: IRBase, _ escapes: Table<IRSlotID, Bool>) -> Bool { base.slot.map { escapes[$0] } ?? true }

    private func size(_ f: IRFunction, _ inst: IRInst) -> Int32 {
        let type = inst.op == .load ? inst.type : f[inst.b].type
        return Int32(type.isFloat ? type.size : inst.memory.size)
    }

    func find(_ f: IRFunction, _ inst: IRInst) -> Entry? {
        let size = size(f, inst)
        for entry in entries.reversed()
        where AvailableMemory.isSamePlace(entry, inst) && entry.offset == inst.imm && entry.size == size { return entry }
        return nil
    }

    /// A store has other operands than its address.
    private static func address(_ inst: IRInst) -> IRValue { inst.base == .value ? inst.a : .none }

    private static func isSamePlace(_ entry: Entry, _ inst: IRInst) -> Bool { entry.base == inst.base && entry.address == address(inst) }

    mutating func add(_ f: IRFunction, _ inst: IRInst, _ value: IRValue) {
        if entries.count == AvailableMemory.capacity { entries.removeFirst() }
        entries.append(Entry(base: inst.base, address: AvailableMemory.address(inst), offset: inst.imm, size: size(f, inst),
                             value: value, isLoad: inst.op == .load, memory: inst.memory))
    }

    mutating func store(_ f: IRFunction, _ inst: IRInst) {
        let size = size(f, inst)
        entries.removeAll { entry in
            if AvailableMemory.isSamePlace(entry, inst) {
                let distance = inst.imm &- entry.offset
                return UInt64(bitPattern: distance) < UInt64(entry.size) || UInt64(bitPattern: 0 &- distance) < UInt64(size)
            }
            if entry.base == .value && inst.base == .value { return true }
            // A pointer reaches symbols and the slots whose address is taken; different slots lie apart.
            if entry.base == .value { return AvailableMemory.isVisible(inst.base, escapes) }
            if inst.base == .value { return AvailableMemory.isVisible(entry.base, escapes) }
            guard let first = entry.base.symbol, let second = inst.base.symbol else { return false }
            return !objects.areApart(first, second)
        }
    }
}
