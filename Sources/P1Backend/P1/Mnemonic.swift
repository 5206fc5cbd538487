/// How the operands of a mnemonic stand in P1pp text.
public enum OperandFormat: UInt8, Sendable {
    case none            // %ret
    case dImm           // %li(rd, imm)
    case dSymbol        // %la(rd, &label [, offset])
    case dA             // %mov(rd, ra)
    case dAScratch     // %neg(rd, ra [, scratch]): the scratch register is accepted and not needed
    case dAB           // %add(rd, ra, rb)
    case dAImm         // %addi(rd, ra, imm)
    case dSourceAB    // %sel_lt(rd, source, ra, rb)
    case dSourceAImm  // %seli_lt(rd, source, ra, imm)
    case dBaseOffset      // %ld(rd, base, off [, scratch])
    case dBaseIndex    // %ldx(rd, base, index, shift, off)
    case dSymbolScratch // %ld_global(rd, &g [, scratch])
    case dOffset           // %lea_slot(rd, off), %ldarg(rd, k)
    case imm             // %enter(size)
    case a               // %br(ra)
    case aB             // %ctxload(ra, rb)
    case symbol          // %call(&label)
    case aSymbol        // %beqz(ra, &label)
    case aBSymbol      // %beq(ra, rb, &label)
    case aImmSymbol    // %beqi(ra, imm, &label)
}

/// A name that P1pp text uses for an instruction.
public struct Mnemonic: Sendable {
    public let name: String
    public let format: OperandFormat
    /// The instruction with its operands still empty.
    public let template: Instruction
    /// Part of base P1 or libp1pp, and so understood by every implementation of the dialect.
    public let isBase: Bool
}

extension Mnemonic {
    /// All mnemonics, in the order of docs/p1.md. The one table that the reader, the writer and the tests use;
    /// where two names mean the same instruction the writer prefers the first.
    public static let all: [Mnemonic] = makeTable()

    private static func makeTable() -> [Mnemonic] {
        var table: [Mnemonic] = []
        table.reserveCapacity(512)
        func base(_ name: String, _ format: OperandFormat, _ template: Instruction) {
            table.append(Mnemonic(name: name, format: format, template: template, isBase: true))
        }
        func ext(_ name: String, _ format: OperandFormat, _ template: Instruction) {
            table.append(Mnemonic(name: name, format: format, template: template, isBase: false))
        }

        base("li", .dImm, Instruction(.li))
        base("la", .dSymbol, Instruction(.la))
        base("mov", .dA, Instruction(.mov))

        let arithmetic: [(String, Operation)] = [
            ("add", .add), ("sub", .sub), ("and", .and), ("or", .or), ("xor", .xor), ("shl", .shl), ("shr", .shr),
            ("sar", .sar), ("mul", .mul), ("div", .div), ("rem", .rem),
        ]
        for (name, op) in arithmetic { base(name, .dAB, Instruction(op)) }
        for (name, op) in [("divu", Operation.divu), ("remu", .remu), ("mulhs", .mulhs), ("mulhu", .mulhu)] {
            ext(name, .dAB, Instruction(op))
        }
        let immediates: [(String, Operation)] = [
            ("addi", .addi), ("andi", .andi), ("ori", .ori), ("shli", .shli), ("shri", .shri), ("sari", .sari),
        ]
        for (name, op) in immediates { base(name, .dAImm, Instruction(op)) }
        ext("xori", .dAImm, Instruction(.xori))
        ext("muli", .dAImm, Instruction(.muli))
        // 32-bit forms: w gives a sign-extended result, z a zero-extended one.
        for (name, op) in [("add", Operation.add), ("sub", .sub), ("mul", .mul), ("shl", .shl)] {
            ext(name + "w", .dAB, Instruction(op, width: .w32))
            ext(name + "z", .dAB, Instruction(op, width: .u32))
        }
        for (name, op) in [("sar", Operation.sar), ("div", .div), ("rem", .rem)] {
            ext(name + "w", .dAB, Instruction(op, width: .w32))
        }
        for (name, op) in [("shr", Operation.shr), ("divu", .divu), ("remu", .remu)] {
            ext(name + "z", .dAB, Instruction(op, width: .u32))
        }
        for (name, op) in [("addi", Operation.addi), ("muli", .muli), ("shli", .shli)] {
            ext(name + "w", .dAImm, Instruction(op, width: .w32))
            ext(name + "z", .dAImm, Instruction(op, width: .u32))
        }
        ext("sariw", .dAImm, Instruction(.sari, width: .w32))
        ext("shriz", .dAImm, Instruction(.shri, width: .u32))

        base("neg", .dAScratch, Instruction(.neg))
        ext("negw", .dA, Instruction(.neg, width: .w32))
        ext("negz", .dA, Instruction(.neg, width: .u32))
        base("bnot", .dAScratch, Instruction(.not))
        ext("bnotz", .dA, Instruction(.not, width: .u32))
        let extensions: [(String, Operation)] = [
            ("sext8", .sext8), ("sext16", .sext16), ("sext32", .sext32), ("zext8", .zext8), ("zext16", .zext16),
        ]
        for (name, op) in extensions { base(name, .dA, Instruction(op)) }
        base("zext32", .dAScratch, Instruction(.zext32))

        let integerConditions: [(String, Condition)] = [
            ("eq", .eq), ("ne", .ne), ("lt", .lt), ("ltu", .ltu), ("le", .le), ("leu", .leu), ("ge", .ge),
            ("geu", .geu), ("gt", .gt), ("gtu", .gtu),
        ]
        for (name, cc) in integerConditions {
            let isBase = cc != .gt && cc != .gtu
            (isBase ? base : ext)("cmpset_" + name, .dAB, Instruction(.cmpset, condition: cc))
            ext("cmpsetw_" + name, .dAB, Instruction(.cmpset, width: .w32, condition: cc))
            ext("cmpseti_" + name, .dAImm, Instruction(.cmpseti, condition: cc))
            ext("cmpsetiw_" + name, .dAImm, Instruction(.cmpseti, width: .w32, condition: cc))
        }
        for (name, cc) in integerConditions {
            ext("sel_" + name, .dSourceAB, Instruction(.selcc, condition: cc))
            ext("selw_" + name, .dSourceAB, Instruction(.selcc, width: .w32, condition: cc))
            ext("seli_" + name, .dSourceAImm, Instruction(.selcci, condition: cc))
            ext("seliw_" + name, .dSourceAImm, Instruction(.selcci, width: .w32, condition: cc))
        }
        for (name, cc) in [("eqz", Condition.eq), ("nez", .ne), ("ltz", .lt)] {
            base("cmpset_" + name, .dA, Instruction(.cmpseti, condition: cc))
        }
        base("bool", .dA, Instruction(.cmpseti, condition: .ne))

        let loads: [(String, Memory)] = [
            ("ld", .d64), ("lb", .u8), ("ld_sb", .s8), ("ld_h", .u16), ("ld_sh", .s16), ("ld_w", .u32), ("ld_sw", .s32),
        ]
        let stores: [(String, Memory)] = [("st", .d64), ("sb", .u8), ("st_h", .u16), ("st_w", .u32)]
        for (name, memory) in loads {
            (memory == .s8 ? ext : base)(name, .dBaseOffset, Instruction(.load, memory: memory))
            ext(indexed(name, "x"), .dBaseIndex, Instruction(.loadx, memory: memory))
            ext(indexed(name, "g"), .dSymbol, Instruction(.loadg, memory: memory))
        }
        for (name, memory) in stores {
            base(name, .dBaseOffset, Instruction(.store, memory: memory))
            ext(indexed(name, "x"), .dBaseIndex, Instruction(.storex, memory: memory))
            ext(indexed(name, "g"), .dSymbol, Instruction(.storeg, memory: memory))
        }
        base("ld_global", .dSymbolScratch, Instruction(.loadg))
        base("st_global", .dSymbolScratch, Instruction(.storeg))
        ext("leax", .dBaseIndex, Instruction(.leax))
        base("lea_slot", .dOffset, Instruction(.addi, ra: .sp))
        base("ldarg", .dOffset, Instruction(.ldarg))

        base("b", .symbol, Instruction(.b))
        base("br", .a, Instruction(.br))
        for (name, cc) in integerConditions {
            let isBase = [.eq, .ne, .lt, .ltu].contains(cc)
            (isBase ? base : ext)("b" + name, .aBSymbol, Instruction(.bcc, condition: cc))
            ext("b" + name + "w", .aBSymbol, Instruction(.bcc, width: .w32, condition: cc))
            ext("b" + name + "i", .aImmSymbol, Instruction(.bcci, condition: cc))
            ext("b" + name + "iw", .aImmSymbol, Instruction(.bcci, width: .w32, condition: cc))
        }
        for (name, cc) in [("eqz", Condition.eq), ("nez", .ne), ("ltz", .lt)] {
            base("b" + name, .aSymbol, Instruction(.bcci, condition: cc))
        }
        for (name, cc) in [("gez", Condition.ge), ("lez", .le), ("gtz", .gt)] {
            ext("b" + name, .aSymbol, Instruction(.bcci, condition: cc))
        }

        base("call", .symbol, Instruction(.call))
        base("callr", .a, Instruction(.callr))
        ext("callnative", .none, Instruction(.callnative))
        base("ret", .none, Instruction(.ret))
        base("enter", .imm, Instruction(.enter))
        base("eret", .none, Instruction(.eret))
        base("tail", .symbol, Instruction(.tail))
        base("tailr", .a, Instruction(.tailr))
        base("syscall", .none, Instruction(.syscall))
        ext("trap", .none, Instruction(.trap))
        ext("codesync", .aB, Instruction(.codesync))
        base("copyblocks", .none, Instruction(.copyblocks))
        base("fillblocks", .none, Instruction(.fillblocks))

        ext("spalloc", .dAImm, Instruction(.spalloc))
        ext("sprestore", .a, Instruction(.sprestore))
        ext("ctxsave", .a, Instruction(.ctxsave))
        ext("ctxload", .aB, Instruction(.ctxload))

        // Floating point: a suffix _s means float, none means double.
        for (suffix, width) in [("", Width.f64), ("_s", Width.f32)] {
            for (name, op) in [("fmov", Operation.fmov), ("fneg", .fneg), ("fabs", .fabs), ("fsqrt", .fsqrt)] {
                ext(name + suffix, .dA, Instruction(op, width: width))
            }
            for (name, op) in [("fadd", Operation.fadd), ("fsub", .fsub), ("fmul", .fmul), ("fdiv", .fdiv)] {
                ext(name + suffix, .dAB, Instruction(op, width: width))
            }
            ext("fli" + suffix, .dImm, Instruction(.fli, width: width))
            ext("fbits" + suffix, .dA, Instruction(.fbits, width: width))
            ext("fset" + suffix, .dA, Instruction(.fset, width: width))
            ext("fld" + suffix, .dBaseOffset, Instruction(.fload, width: width))
            ext("fst" + suffix, .dBaseOffset, Instruction(.fstore, width: width))
            ext("fldx" + suffix, .dBaseIndex, Instruction(.floadx, width: width))
            ext("fstx" + suffix, .dBaseIndex, Instruction(.fstorex, width: width))
            ext("fldg" + suffix, .dSymbol, Instruction(.floadg, width: width))
            ext("fstg" + suffix, .dSymbol, Instruction(.fstoreg, width: width))
            ext("fcvtfs" + suffix, .dA, Instruction(.fcvtfs, width: width))
            ext("fcvtfu" + suffix, .dA, Instruction(.fcvtfu, width: width))
            ext("fcvtsf" + suffix, .dA, Instruction(.fcvtsf, width: width))
            ext("fcvtuf" + suffix, .dA, Instruction(.fcvtuf, width: width))
            ext("fcvtff" + suffix, .dA, Instruction(.fcvtff, width: width))
            for (name, cc) in [("eq", Condition.eq), ("ne", .ne), ("lt", .lt), ("le", .le), ("nlt", .nlt), ("nle", .nle)] {
                ext("fcmpset_" + name + suffix, .dAB, Instruction(.fcmpset, width: width, condition: cc))
                ext("fb" + name + suffix, .aBSymbol, Instruction(.fbcc, width: width, condition: cc))
            }
        }
        return table
    }

    /// ld_sw → ldx_sw: the letter goes before the size.
    private static func indexed(_ name: String, _ letter: String) -> String {
        guard let underscore = name.firstIndex(of: "_") else { return name + letter }
        return name[..<underscore] + letter + name[underscore...]
    }
}
