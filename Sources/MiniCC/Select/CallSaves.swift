import P1Backend

/// Saves around calls. A value that lives across a call may stay in a caller-saved register if the call is rare enough
/// that saving it there costs less than a callee-saved register, which is saved in every run of the function. The emitter walks
/// each block once: before such a call the register is stored to its place in the frame, unless that place already holds
/// its value, and it is reloaded before its next use or at the end of the block.
struct CallSaves {
    struct Save: Sendable {
        /// The call, as a number in `MachineCode.insts`.
        var call: Int32
        var register: UInt8
        /// Number of its place in the frame.
        var home: Int32
    }

    /// A store of a register to its place, or a load.
    struct Step {
        var isStore: Bool
        var register: Register
        var home: Int32
    }

    /// What has to be done in front of the next instruction; the emitter does it and empties the list.
    var steps: [Step] = []

    /// By call and register.
    private let saves: [Save]
    private var next = 0
    /// By register: the place in the frame that holds the register's value, -1 for none.
    private var home = [Int32](repeating: -1, count: Reg.machineCount)
    /// Bit n: register n was changed by a call, and `home` has its value.
    private(set) var pending: UInt32 = 0

    init(_ saves: [Save]) { self.saves = saves }

    var isEmpty: Bool { saves.isEmpty }

    mutating func beginBlock() {
        pending = 0
        for register in home.indices { home[register] = -1 }
    }

    /// Registers of the mask are read.
    mutating func need(_ mask: UInt32) {
        var rest = mask & pending
        pending &= ~mask
        while rest != 0 {
            let number = rest.trailingZeroBitCount
            rest &= rest - 1
            steps.append(Step(isStore: false, register: Register(rawValue: UInt8(truncatingIfNeeded: number)), home: home[number]))
        }
    }

    /// A register has got another value.
    mutating func write(_ register: Register) {
        let number = Int(register.rawValue)
        if number >= home.count { return }
        home[number] = -1
        pending &= ~(1 << UInt32(number))
    }

    /// Whether values are needed behind call `index`, which comes next.
    mutating func isNeeded(at index: Int) -> Bool {
        while next < saves.count && Int(saves[next].call) < index { next += 1 }
        return next < saves.count && Int(saves[next].call) == index
    }

    /// Call `index` comes.
    mutating func call(_ index: Int) {
        while next < saves.count && Int(saves[next].call) < index { next += 1 }
        var kept: UInt32 = 0
        while next < saves.count && Int(saves[next].call) == index {
            let save = saves[next]
            next += 1
            let number = Int(save.register)
            let bit = UInt32(1) << UInt32(number)
            kept |= bit
            if home[number] == save.home { continue }
            need(bit)
            steps.append(Step(isStore: true, register: Register(rawValue: save.register), home: save.home))
            home[number] = save.home
        }
        for number in home.indices where kept & 1 << UInt32(number) == 0 { home[number] = -1 }
        pending = kept
    }
}
