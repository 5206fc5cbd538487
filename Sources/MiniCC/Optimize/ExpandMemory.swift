import P1Backend

/// Small struct copies and fills become loads and stores, which the passes after this one understand.
enum ExpandMemory {
    /// Up to this many bytes.
    static let limit: Int64 = 64

    /// Base P1 wants words at multiples of their size: there only what is known to lie so, or is a few bytes, is expanded.
    static func run(_ f: inout IRFunction, onlyAligned: Bool) {
        for value in f.insts.keys {
            let inst = f[value]
            guard inst.block != .none, inst.op == .copy || inst.op == .fill, inst.imm <= limit else { continue }
            let target = address(f, inst.a)
            let largest = onlyAligned ? min(alignment(f, target), inst.op == .copy ? alignment(f, address(f, inst.b)) : 8) : 8
            guard inst.imm <= limit / 8 * largest else { continue }
            if inst.op == .copy {
                expandCopy(&f, value, from: address(f, inst.b), to: target, inst, largest)
            } else {
                guard f[inst.b].op == .const else { continue }
                expandFill(&f, value, byte: f[inst.b].imm & 0xFF, to: target, inst, largest)
            }
            f.remove(value)
        }
    }

    /// What an address is known to be a multiple of, up to 8.
    private static func alignment(_ f: IRFunction, _ address: IRAddress) -> Int64 {
        guard let slot = address.base.slot else { return 1 }
        let all = Int64(f.slots[slot].alignment) | address.offset | 8
        return all & -all
    }

    private static func address(_ f: IRFunction, _ value: IRValue) -> IRAddress {
        let inst = f[value]
        if inst.op == .address && (inst.base.slot != nil || inst.base.symbol != nil) {
            return IRAddress(base: inst.base, offset: inst.imm)
        }
        return .value(value)
    }

    private static func piece(_ rest: Int64, _ largest: Int64) -> (type: IRType, memory: Memory) {
        let size = min(rest, largest)
        if size >= 8 { return (.i64, .d64) }
        if size >= 4 { return (.i32, .u32) }
        return size >= 2 ? (.i32, .u16) : (.i32, .u8)
    }

    private static func access(_ op: IROp, _ type: IRType, _ memory: Memory, _ address: IRAddress, _ flags: IRFlags) -> IRInst {
        var inst = IRInst(op, type)
        inst.flags = flags
        inst.memory = memory
        inst.base = address.base
        inst.a = address.value
        inst.imm = address.offset
        return inst
    }

    private static func expandCopy(_ f: inout IRFunction, _ place: IRValue, from: IRAddress, to: IRAddress, _ inst: IRInst,
                                   _ largest: Int64) {
        let size = inst.imm
        var offset: Int64 = 0
        while offset < size {
            let (type, memory) = piece(size - offset, largest)
            let load = f.make(access(.load, type, memory, from.advanced(by: offset), inst.flags))
            f.insert(load, before: place)
            var store = access(.store, .void, memory, to.advanced(by: offset), inst.flags)
            store.b = load
            f.insert(f.make(store), before: place)
            offset += Int64(memory.size)
        }
    }

    private static func expandFill(_ f: inout IRFunction, _ place: IRValue, byte: Int64, to: IRAddress, _ inst: IRInst,
                                   _ largest: Int64) {
        let size = inst.imm
        var offset: Int64 = 0
        var wide: IRValue = .none
        while offset < size {
            let (type, memory) = piece(size - offset, largest)
            var value = wide
            if type == .i32 || wide == .none {
                var constant = IRInst(.const, type)
                let pattern = byte &* 0x0101_0101_0101_0101
                constant.imm = type == .i32 ? Int64(Int32(truncatingIfNeeded: pattern)) : pattern
                value = f.make(constant)
                f.insert(value, before: place)
                if type == .i64 { wide = value }
            }
            var store = access(.store, .void, memory, to.advanced(by: offset), inst.flags)
            store.b = value
            f.insert(f.make(store), before: place)
            offset += Int64(memory.size)
        }
    }
}
