/// Which registers an operation takes in which field. Readers of text ask before they fill a field; whoever puts an
/// instruction into a program asks again, since an encoder makes another instruction of a register that has no place in it.
struct OperandKinds {
    struct Kind: OptionSet {
        let rawValue: UInt8
        static let general = Kind(rawValue: 1)
        static let stackPointer = Kind(rawValue: 2)
        static let float = Kind(rawValue: 4)
        static let none = Kind(rawValue: 8)
        /// What addresses begin with.
        static let base: Kind = [.general, .stackPointer]
        /// Base P1's macros name a scratch register there.
        static let scratch: Kind = [.general, .none]
    }

    let rd: Kind
    let ra: Kind
    let rb: Kind

    @inline(__always)
    private init(_ rd: Kind, _ ra: Kind, _ rb: Kind) {
        self.rd = rd
        self.ra = ra
        self.rb = rb
    }

    init(_ op: Operation) {
        switch op {
        case .li, .la, .ldarg: self.init(.general, .none, .none)
        case .mov, .addi: self.init(.general, .base, .none)
        case .add, .sub, .and, .or, .xor, .shl, .shr, .sar, .mul, .div, .rem, .divu, .remu, .mulhs, .mulhu, .cmpset, .selcc:
            self.init(.general, .general, .general)
        case .andi, .ori, .xori, .muli, .shli, .shri, .sari, .sext8, .sext16, .sext32, .zext8, .zext16, .cmpseti, .selcci, .spalloc:
            self.init(.general, .general, .none)
        case .neg, .not, .zext32: self.init(.general, .general, .scratch)
        case .load, .store: self.init(.general, .base, .scratch)
        case .loadx, .storex, .leax: self.init(.general, .base, .general)
        case .loadg, .storeg: self.init(.general, .none, .scratch)
        case .bcc, .codesync, .ctxload: self.init(.none, .general, .general)
        case .br, .bcci, .callr, .tailr, .sprestore, .ctxsave: self.init(.none, .general, .none)
        case .fmov, .fneg, .fabs, .fsqrt, .fcvtff: self.init(.float, .float, .none)
        case .fadd, .fsub, .fmul, .fdiv: self.init(.float, .float, .float)
        case .fli, .floadg, .fstoreg: self.init(.float, .none, .none)
        case .fbits, .fcvtsf, .fcvtuf: self.init(.general, .float, .none)
        case .fset, .fcvtfs, .fcvtfu: self.init(.float, .general, .none)
        case .fload, .fstore: self.init(.float, .base, .none)
        case .floadx, .fstorex: self.init(.float, .base, .general)
        case .fcmpset: self.init(.general, .float, .float)
        case .fbcc: self.init(.none, .float, .float)
        case .b, .call, .callnative, .ret, .enter, .eret, .tail, .syscall, .trap, .copyblocks, .fillblocks, .label:
            self.init(.none, .none, .none)
        }
    }
}

extension Register {
    /// Empty for a number that is no register.
    @inline(__always)
    var kind: OperandKinds.Kind {
        if isGeneral { return .general }
        if isFloat { return .float }
        return self == .sp ? .stackPointer : self == .none ? .none : []
    }
}

extension Instruction {
    /// The first operand that no machine's instruction takes in its place, as a message says it; nil for all that can be encoded.
    var misfit: String? {
        let kinds = OperandKinds(op)
        if kinds.rd.isSuperset(of: rd.kind) && kinds.ra.isSuperset(of: ra.kind) && kinds.rb.isSuperset(of: rb.kind)
            && !rd.kind.isEmpty && !ra.kind.isEmpty && !rb.kind.isEmpty && misfitNumber == nil { return nil }
        for (register, kind) in [(rd, kinds.rd), (ra, kinds.ra), (rb, kinds.rb)] where register.kind.isEmpty || !kind.isSuperset(of: register.kind) {
            return register == .none ? "a register is missing" : "\(register.name) cannot be used here"
        }
        return misfitNumber
    }

    /// A number that is out of range for the operation.
    @inline(__always)
    var misfitNumber: String? {
        switch op {
        case .shli, .shri, .sari:
            let most: Int64 = width == .w64 ? 63 : 31
            return imm >= 0 && imm <= most ? nil : "the shift count \(imm) is not in 0…\(most)"
        case .enter: return imm >= 0 && imm <= 1 << 30 ? nil : "a frame of \(imm) bytes is out of range"
        case .spalloc: return imm >= 0 && imm <= 1 << 30 ? nil : "\(imm) bytes of staged arguments are out of range"
        case .ldarg: return imm >= 0 && imm < 1 << 27 ? nil : "there is no stack argument \(imm)"
        case .loadx, .storex, .leax, .floadx, .fstorex: return shift <= 3 ? nil : "the index can be shifted by 0 to 3, not by \(shift)"
        case .selcc, .selcci: return source.isGeneral ? nil : "\(source.name) cannot be used here"
        default: return nil
        }
    }
}
