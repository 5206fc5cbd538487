/// How the operands of a mnemonic stand in P1pp text.
public enum OperandFormat: UInt8, Sendable {
    case none            // %ret
    case d_imm           // %li(rd, imm)
    case d_symbol        // %la(rd, &label [, offset])
    case d_a             // %mov(rd, ra)
    case d_a_scratch     // %neg(rd, ra [, scratch]): the scratch register is accepted and not needed
    case d_a_b           // %add(rd, ra, rb)
    case d_a_imm         // %addi(rd, ra, imm)
    case d_source_a_b    // %sel_lt(rd, source, ra, rb)
    case d_source_a_imm  // %seli_lt(rd, source, ra, imm)
    case d_base_off      // %ld(rd, base, off [, scratch])
    case d_base_index    // %ldx(rd, base, index, shift, off)
    case d_symbol_scratch // %ld_global(rd, &g [, scratch])
    case d_off           // %lea_slot(rd, off), %ldarg(rd, k)
    case imm             // %enter(size)
    case a               // %br(ra)
    case a_b             // %ctxload(ra, rb)
    case symbol          // %call(&label)
    case a_symbol        // %beqz(ra, &label)
    case a_b_symbol      // %beq(ra, rb, &label)
    case a_imm_symbol    // %beqi(ra, imm, &label)
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

        base("li", .d_imm, Instruction(.li))
        base("la", .d_symbol, Instruction(.la))
        base("mov", .d_a, Instruction(.mov))

        let arithmetic: [(String, Operation)] = [
            ("add", .add), ("sub", .sub), ("and", .and), ("or", .or), ("xor", .xor), ("shl", .shl), ("shr", .shr),
            ("sar", .sar), ("mul", .mul), ("div", .div), ("rem", .rem),
        ]
        for (name, op) in arithmetic { base(name, .d_a_b, Instruction(op)) }
        for (name, op) in [("divu", Operation.divu), ("remu", .remu), ("mulhs", .mulhs), ("mulhu", .mulhu)] {
            ext(name, .d_a_b, Instruction(op))
        }
        let immediates: [(String, Operation)] = [
            ("addi", .addi), ("andi", .andi), ("ori", .ori), ("shli", .shli), ("shri", .shri), ("sari", .sari),
        ]
        for (name, op) in immediates { base(name, .d_a_imm, Instruction(op)) }
        ext("xori", .d_a_imm, Instruction(.xori))
        ext("muli", .d_a_imm, Instruction(.muli))
        // 32-bit forms: w gives a sign-extended result, z a zero-extended one.
        for (name, op) in [("add", Operation.add), ("sub", .sub), ("mul", .mul), ("shl", .shl)] {
            ext(name + "w", .d_a_b, Instruction(op, width: .w32))
            ext(name + "z", .d_a_b, Instruction(op, width: .u32))
        }
        for (name, op) in [("sar", Operation.sar), ("div", .div), ("rem", .rem)] {
            ext(name + "w", .d_a_b, Instruction(op, width: .w32))
        }
        for (name, op) in [("shr", Operation.shr), ("divu", .divu), ("remu", .remu)] {
            ext(name + "z", .d_a_b, Instruction(op, width: .u32))
        }
        for (name, op) in [("addi", Operation.addi), ("muli", .muli), ("shli", .shli)] {
            ext(name + "w", .d_a_imm, Instruction(op, width: .w32))
            ext(name + "z", .d_a_imm, Instruction(op, width: .u32))
        }
        ext("sariw", .d_a_imm, Instruction(.sari, width: .w32))
        ext("shriz", .d_a_imm, Instruction(.shri, width: .u32))

        base("neg", .d_a_scratch, Instruction(.neg))
        ext("negw", .d_a, Instruction(.neg, width: .w32))
        ext("negz", .d_a, Instruction(.neg, width: .u32))
        base("bnot", .d_a_scratch, Instruction(.not))
        ext("bnotz", .d_a, Instruction(.not, width: .u32))
        let extensions: [(String, Operation)] = [
            ("sext8", .sext8), ("sext16", .sext16), ("sext32", .sext32), ("zext8", .zext8), ("zext16", .zext16),
        ]
        for (name, op) in extensions { base(name, .d_a, Instruction(op)) }
        base("zext32", .d_a_scratch, Instruction(.zext32))

        let integerConditions: [(String, Condition)] = [
            ("eq", .eq), ("ne", .ne), ("lt", .lt), ("ltu", .ltu), ("le", .le), ("leu", .leu), ("ge", .ge),
            ("geu", .geu), ("gt", .gt), ("gtu", .gtu),
        ]
        for (name, cc) in integerConditions {
            let isBase = cc != .gt && cc != .gtu
            (isBase ? base : ext)("cmpset_" + name, .d_a_b, Instruction(.cmpset, condition: cc))
            ext("cmpsetw_" + name, .d_a_b, Instruction(.cmpset, width: .w32, condition: cc))
            ext("cmpseti_" + name, .d_a_imm, Instruction(.cmpseti, condition: cc))
            ext("cmpsetiw_" + name, .d_a_imm, Instruction(.cmpseti, width: .w32, condition: cc))
        }
        for (name, cc) in integerConditions {
            ext("sel_" + name, .d_source_a_b, Instruction(.selcc, condition: cc))
            ext("selw_" + name, .d_source_a_b, Instruction(.selcc, width: .w32, condition: cc))
            ext("seli_" + name, .d_source_a_imm, Instruction(.selcci, condition: cc))
            ext("seliw_" + name, .d_source_a_imm, Instruction(.selcci, width: .w32, condition: cc))
        }
        for (name, cc) in [("eqz", Condition.eq), ("nez", .ne), ("ltz", .lt)] {
            base("cmpset_" + name, .d_a, Instruction(.cmpseti, condition: cc))
        }
        base("bool", .d_a, Instruction(.cmpseti, condition: .ne))

        let loads: [(String, Memory)] = [
            ("ld", .d64), ("lb", .u8), ("ld_sb", .s8), ("ld_h", .u16), ("ld_sh", .s16), ("ld_w", .u32), ("ld_sw", .s32),
        ]
        let stores: [(String, Memory)] = [("st", .d64), ("sb", .u8), ("st_h", .u16), ("st_w", .u32)]
        for (name, memory) in loads {
            (memory == .s8 ? ext : base)(name, .d_base_off, Instruction(.load, memory: memory))
            ext(indexed(name, "x"), .d_base_index, Instruction(.loadx, memory: memory))
            ext(indexed(name, "g"), .d_symbol, Instruction(.loadg, memory: memory))
        }
        for (name, memory) in stores {
            base(name, .d_base_off, Instruction(.store, memory: memory))
            ext(indexed(name, "x"), .d_base_index, Instruction(.storex, memory: memory))
            ext(indexed(name, "g"), .d_symbol, Instruction(.storeg, memory: memory))
        }
        base("ld_global", .d_symbol_scratch, Instruction(.loadg))
        base("st_global", .d_symbol_scratch, Instruction(.storeg))
        ext("leax", .d_base_index, Instruction(.leax))
        base("lea_slot", .d_off, Instruction(.addi, ra: .sp))
        base("ldarg", .d_off, Instruction(.ldarg))

        base("b", .symbol, Instruction(.b))
        base("br", .a, Instruction(.br))
        for (name, cc) in integerConditions {
            let isBase = [.eq, .ne, .lt, .ltu].contains(cc)
            (isBase ? base : ext)("b" + name, .a_b_symbol, Instruction(.bcc, condition: cc))
            ext("b" + name + "w", .a_b_symbol, Instruction(.bcc, width: .w32, condition: cc))
            ext("b" + name + "i", .a_imm_symbol, Instruction(.bcci, condition: cc))
            ext("b" + name + "iw", .a_imm_symbol, Instruction(.bcci, width: .w32, condition: cc))
        }
        for (name, cc) in [("eqz", Condition.eq), ("nez", .ne), ("ltz", .lt)] {
            base("b" + name, .a_symbol, Instruction(.bcci, condition: cc))
        }
        for (name, cc) in [("gez", Condition.ge), ("lez", .le), ("gtz", .gt)] {
            ext("b" + name, .a_symbol, Instruction(.bcci, condition: cc))
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
        ext("codesync", .a_b, Instruction(.codesync))
        base("copyblocks", .none, Instruction(.copyblocks))
        base("fillblocks", .none, Instruction(.fillblocks))

        ext("spalloc", .d_a_imm, Instruction(.spalloc))
        ext("sprestore", .a, Instruction(.sprestore))
        ext("ctxsave", .a, Instruction(.ctxsave))
        ext("ctxload", .a_b, Instruction(.ctxload))

        // Floating point: a suffix _s means float, none means double.
        for (suffix, width) in [("", Width.f64), ("_s", Width.f32)] {
            for (name, op) in [("fmov", Operation.fmov), ("fneg", .fneg), ("fabs", .fabs), ("fsqrt", .fsqrt)] {
                ext(name + suffix, .d_a, Instruction(op, width: width))
            }
            for (name, op) in [("fadd", Operation.fadd), ("fsub", .fsub), ("fmul", .fmul), ("fdiv", .fdiv)] {
                ext(name + suffix, .d_a_b, Instruction(op, width: width))
            }
            ext("fli" + suffix, .d_imm, Instruction(.fli, width: width))
            ext("fbits" + suffix, .d_a, Instruction(.fbits, width: width))
            ext("fset" + suffix, .d_a, Instruction(.fset, width: width))
            ext("fld" + suffix, .d_base_off, Instruction(.fload, width: width))
            ext("fst" + suffix, .d_base_off, Instruction(.fstore, width: width))
            ext("fldx" + suffix, .d_base_index, Instruction(.floadx, width: width))
            ext("fstx" + suffix, .d_base_index, Instruction(.fstorex, width: width))
            ext("fldg" + suffix, .d_symbol, Instruction(.floadg, width: width))
            ext("fstg" + suffix, .d_symbol, Instruction(.fstoreg, width: width))
            ext("fcvtfs" + suffix, .d_a, Instruction(.fcvtfs, width: width))
            ext("fcvtfu" + suffix, .d_a, Instruction(.fcvtfu, width: width))
            ext("fcvtsf" + suffix, .d_a, Instruction(.fcvtsf, width: width))
            ext("fcvtuf" + suffix, .d_a, Instruction(.fcvtuf, width: width))
            ext("fcvtff" + suffix, .d_a, Instruction(.fcvtff, width: width))
            for (name, cc) in [("eq", Condition.eq), ("ne", .ne), ("lt", .lt), ("le", .le), ("nlt", .nlt), ("nle", .nle)] {
                ext("fcmpset_" + name + suffix, .d_a_b, Instruction(.fcmpset, width: width, condition: cc))
                ext("fb" + name + suffix, .a_b_symbol, Instruction(.fbcc, width: width, condition: cc))
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
