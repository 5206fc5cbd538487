import P1Backend

/// Copies that happen at the same time, put in an order that gives the same result one after the other.
struct ParallelCopy {
    private struct Copy {
        var to: Reg
        var from: Reg
        var isFloat: Bool
    }

    private var copies: [Copy] = []
    /// Constants: they read no register and come last.
    private var late: [MachineInst] = []
    /// How many pending copies read a register; where the copy that writes it is.
    private var readers = Table<Reg, Int32>()
    private var writer = Table<Reg, Int32>()
    /// Kept from one sequence to the next, since most are of two or three copies.
    private var ready: [Int32] = []
    private var done: [Bool] = []

    mutating func clear() {
        copies.removeAll(keepingCapacity: true)
        late.removeAll(keepingCapacity: true)
    }

    mutating func add(_ to: Reg, _ from: Reg, isFloat: Bool) {
        if to != from { copies.append(Copy(to: to, from: from, isFloat: isFloat)) }
    }

    mutating func addLate(_ inst: MachineInst) { late.append(inst) }

    mutating func sequence(into out: inout [MachineInst], code: inout MachineCode) {
        let needed = code.virtualCount + Reg.machineCount
        if readers.count < needed {
            readers.grow(to: needed * 2, with: 0)
            writer.grow(to: needed * 2, with: -1)
        }
        for (index, copy) in copies.enumerated() {
            readers[copy.from] += 1
            writer[copy.to] = Int32(index)
        }
        // A copy whose target nobody still reads can go; that may free the target of another.
        ready.removeAll(keepingCapacity: true)
        for (index, copy) in copies.enumerated() where readers[copy.to] == 0 { ready.append(Int32(index)) }
        done.removeAll(keepingCapacity: true)
        for _ in copies { done.append(false) }
        var next = 0
        while true {
            while let index = ready.popLast() {
                let copy = copies[Int(index)]
                if done[Int(index)] { continue }
                done[Int(index)] = true
                out.append(MachineInst(copy.isFloat ? .fmov : .mov, rd: copy.to, ra: copy.from, width: copy.isFloat ? .f64 : .w64))
                readers[copy.from] -= 1
                if readers[copy.from] == 0 && writer[copy.from] >= 0 && !done[Int(writer[copy.from])] {
                    ready.append(writer[copy.from])
                }
            }
            while next < copies.count && done[next] { next += 1 }
            if next == copies.count { break }
            // Only rings are left: one value steps aside.
            let copy = copies[next]
            let aside = code.newRegister(float: copy.isFloat)
            out.append(MachineInst(copy.isFloat ? .fmov : .mov, rd: aside, ra: copy.to, width: copy.isFloat ? .f64 : .w64))
            for index in next..<copies.count where !done[index] && copies[index].from == copy.to { copies[index].from = aside }
            readers[copy.to] = 0
            readers.grow(to: aside.index + 1, with: 0)
            writer.grow(to: aside.index + 1, with: -1)
            readers[aside] = 1
            ready.append(Int32(next))
        }
        for copy in copies {
            readers[copy.from] = 0
            writer[copy.to] = -1
        }
        for inst in late { out.append(inst) }
    }
}
