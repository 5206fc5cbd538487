import Testing
@testable import P1Backend

/// Operands that no machine instruction holds are refused; they never become another instruction.
@Suite struct OperandTests {
    private static let machines: [any Target.Type] = [AMD64.self, AArch64.self, RISCV64.self]

    private func problems(_ i: Instruction) -> [String] {
        OperandTests.machines.map { machine in
            let linker = Linker(target: machine)
            var unit = P1Unit()
            var function = P1Function(symbol: unit.names.intern("p1_main"))
            function.instructions = [Instruction(.enter, imm: 16), i, Instruction(.eret)]
            unit.items = [.function(function)]
            linker.add(unit: unit)
            _ = linker.link()
            return linker.diagnostics.report
        }
    }

    private func refuses(_ i: Instruction, _ message: String) -> Bool { problems(i).allSatisfy { $0.contains(message) } }

    @Test func registers() {
        #expect(refuses(Instruction(.store, rd: .sp, ra: .s3, imm: 8), "'%st(sp, s3, 8)': sp cannot be used here"))
        #expect(refuses(Instruction(.storex, rd: .sp, ra: .a0, rb: .a1), "sp cannot be used here"))
        #expect(refuses(Instruction(.add, rd: .a0, ra: .a1, rb: .sp), "sp cannot be used here"))
        #expect(refuses(Instruction(.loadx, rd: .a0, ra: .a1, rb: .sp), "sp cannot be used here"))
        #expect(refuses(Instruction(.mov, rd: .sp, ra: .a0), "sp cannot be used here"))
        #expect(refuses(Instruction(.fadd, rd: .f0, ra: .f1, rb: .a0, width: .f64), "a0 cannot be used here"))
        #expect(refuses(Instruction(.fload, rd: .a0, ra: .a1, width: .f64), "a0 cannot be used here"))
        #expect(refuses(Instruction(.add, rd: .a0, ra: .a1), "a register is missing"))
        #expect(refuses(Instruction(.sub, rd: .f0, ra: .a1, rb: .a1), "f0 cannot be used here"))
        var choice = Instruction(.selcci, rd: .a0, ra: .a1, imm: 3, condition: .lt)
        choice.source = .sp
        #expect(refuses(choice, "sp cannot be used here"))
    }

    @Test func numbers() {
        #expect(refuses(Instruction(.shli, rd: .a0, ra: .a1, imm: 64), "the shift count 64 is not in 0…63"))
        #expect(refuses(Instruction(.sari, rd: .a0, ra: .a1, imm: 32, width: .w32), "the shift count 32 is not in 0…31"))
        #expect(refuses(Instruction(.loadx, rd: .a0, ra: .a1, rb: .a2, shift: 4), "the index can be shifted by 0 to 3"))
        #expect(refuses(Instruction(.ldarg, rd: .a0, imm: -1), "there is no stack argument -1"))
        #expect(refuses(Instruction(.spalloc, rd: .a0, ra: .a0, imm: -8), "out of range"))
    }

    /// All that the mnemonics say can be encoded, registers of the right kind given.
    @Test func everyMnemonic() {
        for mnemonic in Mnemonic.all where !mnemonic.template.op.refersToSymbol && mnemonic.template.op != .enter {
            var i = mnemonic.template
            let kinds = OperandKinds(i.op)
            func register(_ kind: OperandKinds.Kind) -> Register { kind.contains(.general) ? .a1 : kind.contains(.float) ? .f1 : .none }
            (i.rd, i.ra, i.rb) = (register(kinds.rd), i.ra == .sp ? .sp : register(kinds.ra), kinds.rb.contains(.none) ? .none : register(kinds.rb))
            if i.op == .selcc || i.op == .selcci { i.source = .a2 }
            #expect(problems(i) == ["", "", ""], "\(mnemonic.name)")
        }
    }

    /// Fields are the last to look: what does not fit ends the command.
    @Test func fields() async {
        await #expect(processExitsWith: .exitCode(1)) { _ = RISCV64Word.addi(10, 10, 2048) }
        await #expect(processExitsWith: .exitCode(1)) { _ = RISCV64Word.sd(10, 2, -2049) }
        await #expect(processExitsWith: .exitCode(1)) { _ = A64.indexed(A64.strPreIndex, 30, 31, offset: -257) }
        await #expect(processExitsWith: .exitCode(1)) { _ = A64.pair(A64.stpPreIndex, 30, 31, 31, offset: 12) }
        await #expect(processExitsWith: .exitCode(1)) { _ = A64Access(load: .d64).scaled(0, 1, 8 * 4096) }
        #expect(RISCV64Word.addi(10, 10, -2048) == 0x8005_0513)
        #expect(A64.indexed(A64.strPreIndex, 30, 31, offset: -256) == 0xF810_0FFE)
    }
}
