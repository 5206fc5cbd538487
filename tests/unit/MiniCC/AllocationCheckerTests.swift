import P1Backend
import Support
import Testing
@testable import MiniCC

/// Allocations that are right, and each of them with one fault put in: the checker accepts the first and names the second.
@Suite struct AllocationCheckerTests {
    private static let sp = Register.sp.reg
    private static let a0 = Register.a0.reg, a1 = Register.a1.reg
    private static func v(_ number: Int32) -> Reg { VirtualRegister(raw: number).reg }

    /// Selected code, and final code with the number of the selected instruction that each one is.
    private struct Sample {
        var selected: [[MachineInst]]
        var slots: [IRSlot] = []
        var final: [(inst: Instruction, origin: Int32)]
        /// Where each block begins in `final`.
        var starts: [Int32]

        /// What the checker says.
        func check() -> String? {
            let names = NameTable()
            _ = ["f", "g"].map { names.intern($0) }
            var code = MachineCode()
            var sources: [[Int32]] = selected.map { _ in [] }
            for (number, insts) in selected.enumerated() {
                let start = Int32(code.insts.count)
                code.insts += insts
                code.blocks.append(MachineCode.Block(start: start, end: Int32(code.insts.count), depth: 0, frequency: 1))
                code.labels.append(IRBlockID(number))
                code.indexOfBlock.append(Int32(number))
                for inst in insts where inst.op == .b || inst.op == .bcci { sources[Int(~inst.symbol)].append(Int32(number)) }
                let highest = insts.flatMap { [$0.rd, $0.ra, $0.rb] }.max() ?? .none
                while code.virtualCount + Reg.machineCount <= highest.index { _ = code.newRegister(float: false) }
            }
            code.predecessorStart = [0]
            for list in sources {
                code.predecessors += list
                code.predecessorStart.append(Int32(code.predecessors.count))
            }
            var function = P1Function(symbol: 0)
            function.instructions = final.map { inst, origin in
                var inst = inst
                inst.origin = origin
                return inst
            }
            let blockStarts = Scratch<Int, Int32>(repeating: -1, count: starts.count)
            defer { blockStarts.free() }
            for (block, start) in starts.enumerated() { blockStarts[block] = start }
            return AllocationChecker.check(code, slots: Table(slots), objects: [], function, starts: blockStarts, names, AllocationChecker.Memory())
        }

        /// The same with a fault.
        func with(_ change: (inout Sample) -> Void) -> String {
            var sample = self
            change(&sample)
            return sample.check() ?? "nothing"
        }
    }

    /// Two parameters are alive across a call, one in a saved register, one in the frame.
    private let call = Sample(
        selected: [[
            MachineInst(.mov, rd: v(0), ra: a0),
            MachineInst(.mov, rd: v(1), ra: a1),
            MachineInst(.call, symbol: 1),
            MachineInst(.mov, rd: v(2), ra: a0),
            MachineInst(.mov, rd: v(5), ra: a1),
            MachineInst(.sub, rd: v(3), ra: v(2), rb: v(0)),
            MachineInst(.sub, rd: v(4), ra: v(3), rb: v(1)),
            MachineInst(.sub, rd: v(6), ra: v(4), rb: v(5)),
            MachineInst(.mov, rd: a0, ra: v(6)),
            MachineInst(.ret, shift: 1),
        ]],
        final: [
            (Instruction(.enter, imm: 24), -1),
            (Instruction(.store, rd: .s0, ra: .sp, imm: 16), -1),
            (Instruction(.mov, rd: .s0, ra: .a0), 0),
            (Instruction(.store, rd: .a1, ra: .sp, imm: 8), -1),
            (Instruction(.call, symbol: 1), 2),
            (Instruction(.sub, rd: .a0, ra: .a0, rb: .s0), 5),
            (Instruction(.load, rd: .a2, ra: .sp, imm: 8), -1),
            (Instruction(.sub, rd: .a0, ra: .a0, rb: .a2), 6),
            (Instruction(.sub, rd: .a0, ra: .a0, rb: .a1), 7),
            (Instruction(.load, rd: .s0, ra: .sp, imm: 16), -1),
            (Instruction(.eret), 9),
        ],
        starts: [2])

    @Test func valuesAcrossCalls() {
        #expect(call.check() == nil)
        #expect(call.with { $0.final[6].inst.imm = 0 }.contains("'%sub(a0, a0, a2)'"))                 // another word
        #expect(call.with { $0.final[6].inst.imm = 16 }.contains("'%sub(a0, a0, a2)'"))
        #expect(call.with { $0.final.remove(at: 6) }.contains("a2 should hold v1"))                       // no reload
        #expect(call.with { $0.final[7].inst.rb = .a3 }.contains("holds what '%call(&g)' left there"))    // lost in the call
        #expect(call.with { $0.final[5].inst.rb = .a1 }.contains("a1 should hold v0"))
        #expect(call.with { $0.final[8].inst.rb = .a0 }.contains("a0 should hold v5"))                    // the second result
        #expect(call.with { $0.final[3].inst.rd = .a0 }.contains("a2 should hold v1"))
        #expect(call.with { $0.final.swapAt(5, 7) }.contains("without 'sub v3 v2 v0'"))                   // another order
        #expect(call.with { $0.final.remove(at: 7) }.contains("without 'sub v4 v3 v1'"))                  // one is lost
        #expect(call.with { $0.final[5].inst.op = .add }.contains("stands for 'sub v3 v2 v0'"))
        #expect(call.with { $0.final[5].inst.width = .w32 }.contains("stands for"))
        #expect(call.with { $0.final[10].inst.op = .ret }.contains("stands for 'ret'"))
        #expect(call.with { $0.final.insert((Instruction(.addi, rd: .a0, ra: .a0, imm: 1), -1), at: 10) }.contains("is no instruction of the selected code"))
        #expect(call.with { $0.final[6].inst.imm = 24 }.contains("outside the frame"))
    }

    @Test func registersOfTheCaller() {
        #expect(call.with { $0.final.remove(at: 9) }.contains("the caller's s0"))
        #expect(call.with { $0.final[9].inst.imm = 8 }.contains("the caller's s0"))
        #expect(call.with { $0.final[1].inst.rd = .s1 }.contains("the caller's s0"))
        #expect(call.with { $0.final[3].inst.imm = 16 } != "nothing")                                    // one place for two
    }

    /// A choice: the same variable from two ways.
    private let join = Sample(
        selected: [
            [MachineInst(.mov, rd: v(0), ra: a0), MachineInst(.bcci, ra: v(0), imm: 0, symbol: ~1, condition: .eq), MachineInst(.b, symbol: ~2)],
            [MachineInst(.li, rd: v(1), imm: 1), MachineInst(.b, symbol: ~3)],
            [MachineInst(.addi, rd: v(1), ra: v(0), imm: 5), MachineInst(.b, symbol: ~3)],
            [MachineInst(.mov, rd: a0, ra: v(1)), MachineInst(.ret, shift: 1)],
        ],
        final: [
            (Instruction(.bcci, ra: .a0, imm: 0, symbol: ~2, condition: .ne), 1),
            (Instruction(.li, rd: .a0, imm: 1), 3),
            (Instruction(.b, symbol: ~3), -1),
            (Instruction(.label, symbol: ~2), -1),
            (Instruction(.addi, rd: .a0, ra: .a0, imm: 5), 5),
            (Instruction(.label, symbol: ~3), -1),
            (Instruction(.ret), 8),
        ],
        starts: [0, 1, 3, 5])

    @Test func ways() {
        #expect(join.check() == nil)
        #expect(join.with { $0.final[4].inst.rd = .a1 }.contains("'%ret' needs v1"))
        #expect(join.with { $0.final[1].inst.rd = .a1 }.contains("'%ret' needs v1"))
        #expect(join.with { $0.final[1].inst.imm = 2 }.contains("stands for 'li v1 1'"))
        #expect(join.with { $0.final[0].inst.condition = .eq }.contains("goes elsewhere"))
        #expect(join.with { $0.final[0].inst.condition = .lt }.contains("stands for 'bcci"))
        #expect(join.with { $0.final[0].inst.symbol = ~3 }.contains("goes elsewhere"))
        #expect(join.with { $0.final[0].inst.imm = 1 }.contains("stands for"))
        #expect(join.with { $0.final[2].inst.symbol = ~2 }.contains("goes elsewhere"))
        #expect(join.with { $0.final.remove(at: 2); $0.starts = [0, 1, 2, 4] }.contains("goes elsewhere"))
    }

    /// A variable without a value on one of the ways: there any register will do.
    private let undefined = Sample(
        selected: [
            [MachineInst(.mov, rd: v(0), ra: a0), MachineInst(.bcci, ra: v(0), imm: 0, symbol: ~2, condition: .eq), MachineInst(.b, symbol: ~1)],
            [MachineInst(.addi, rd: v(1), ra: v(0), imm: 5), MachineInst(.b, symbol: ~2)],
            [MachineInst(.mov, rd: a0, ra: v(1)), MachineInst(.ret, shift: 1)],
        ],
        final: [
            (Instruction(.bcci, ra: .a0, imm: 0, symbol: ~2, condition: .eq), 1),
            (Instruction(.addi, rd: .t0, ra: .a0, imm: 5), 3),
            (Instruction(.label, symbol: ~2), -1),
            (Instruction(.mov, rd: .a0, ra: .t0), 5),
            (Instruction(.ret), 6),
        ],
        starts: [0, 1, 2])

    @Test func undefinedValues() {
        #expect(undefined.check() == nil)
        #expect(undefined.with { $0.final[3].inst.ra = .t1 }.contains("'%ret' needs v1"))
        #expect(undefined.with { $0.final[1].inst.rd = .t1 }.contains("'%ret' needs v1"))
    }

    /// The same, with the register used for something else on that way.
    private let overwritten = Sample(
        selected: [
            [MachineInst(.mov, rd: v(0), ra: a0), MachineInst(.bcci, ra: v(0), imm: 0, symbol: ~2, condition: .eq), MachineInst(.b, symbol: ~1)],
            [MachineInst(.addi, rd: v(1), ra: v(0), imm: 5), MachineInst(.b, symbol: ~3)],
            [MachineInst(.addi, rd: v(2), ra: v(0), imm: 7), MachineInst(.storeg, rd: v(2), symbol: 1), MachineInst(.b, symbol: ~3)],
            [MachineInst(.mov, rd: a0, ra: v(1)), MachineInst(.ret, shift: 1)],
        ],
        final: [
            (Instruction(.bcci, ra: .a0, imm: 0, symbol: ~2, condition: .eq), 1),
            (Instruction(.addi, rd: .t0, ra: .a0, imm: 5), 3),
            (Instruction(.b, symbol: ~3), -1),
            (Instruction(.label, symbol: ~2), -1),
            (Instruction(.addi, rd: .t0, ra: .a0, imm: 7), 5),
            (Instruction(.storeg, rd: .t0, symbol: 1), 6),
            (Instruction(.label, symbol: ~3), -1),
            (Instruction(.mov, rd: .a0, ra: .t0), 8),
            (Instruction(.ret), 9),
        ],
        starts: [0, 1, 3, 6])

    @Test func undefinedValuesInUsedRegisters() {
        #expect(overwritten.check() == nil)
        #expect(overwritten.with { $0.final[1].inst.rd = .t1 }.contains("'%ret' needs v1"))
        // Defined in front of the branch it is none.
        let defined = overwritten.with {
            $0.selected[0].insert(MachineInst(.addi, rd: Self.v(1), ra: Self.v(0), imm: 3), at: 1)
            for index in $0.final.indices where $0.final[index].origin >= 0 { $0.final[index].origin += 1 }
            $0.final.insert((Instruction(.addi, rd: .t0, ra: .a0, imm: 3), 1), at: 0)
            $0.starts = [0, 2, 4, 7]
        }
        #expect(defined.contains("'%ret' needs v1") && defined.contains("holds what '%addi(t0, a0, 7)' left there"))
    }

    /// A constant is computed in front of a branch, or, in the second sample, only on one way.
    private static func constant(onBothWays: Bool) -> Sample {
        let li = MachineInst(.li, rd: v(1), imm: 7)
        let first = [MachineInst(.mov, rd: v(0), ra: a0)] + (onBothWays ? [li] : [])
            + [MachineInst(.bcci, ra: v(0), imm: 0, symbol: ~2, condition: .eq), MachineInst(.b, symbol: ~1)]
        let second = (onBothWays ? [] : [li]) + [MachineInst(.addi, rd: v(2), ra: v(0), imm: 1), MachineInst(.storeg, rd: v(2), symbol: 1), MachineInst(.b, symbol: ~2)]
        let load = (inst: Instruction(.li, rd: .t0, imm: 7), origin: onBothWays ? 1 : 3 as Int32)
        return Sample(
            selected: [first, second, [MachineInst(.mov, rd: v(3), ra: v(1)), MachineInst(.b, symbol: ~3)], [MachineInst(.mov, rd: a0, ra: v(3)), MachineInst(.ret, shift: 1)]],
            final: (onBothWays ? [load] : []) + [(Instruction(.bcci, ra: .a0, imm: 0, symbol: ~2, condition: .eq), onBothWays ? 2 : 1)] + (onBothWays ? [] : [load])
                + [(Instruction(.addi, rd: .t1, ra: .a0, imm: 1), 4), (Instruction(.storeg, rd: .t1, symbol: 1), 5), (Instruction(.label, symbol: ~2), -1),
                   (Instruction(.mov, rd: .a0, ra: .t0), 7), (Instruction(.ret), 10)],
            starts: onBothWays ? [0, 2, 4, 5] : [0, 1, 4, 5])
    }

    @Test func constants() {
        let always = Self.constant(onBothWays: true), once = Self.constant(onBothWays: false)
        #expect(always.check() == nil)
        #expect(once.check() == nil)
        // Lost on one way, computed again, computed nowhere.
        #expect(always.with { $0.final[2].inst.rd = .t0; $0.final[3].inst.rd = .t0 }.contains("'%ret' needs v1"))
        #expect(always.with {
            $0.final[2].inst.rd = .t0
            $0.final[3].inst.rd = .t0
            $0.final.insert($0.final[0], at: 4)
            $0.starts = [0, 2, 5, 6]
        } == "nothing")
        #expect(always.with { $0.final[0].inst.rd = .t2 }.contains("'%ret' needs v1"))
        #expect(once.with { $0.final[1].inst.rd = .t2 }.contains("'%ret' needs v1"))
        #expect(once.with { $0.final[2].inst.rd = .t0; $0.final[3].inst.rd = .t0 }.contains("'%ret' needs v1"))
    }

    /// Nothing is added by an addition of nothing.
    private let copy = Sample(
        selected: [[MachineInst(.mov, rd: v(0), ra: a0), MachineInst(.addi, rd: v(1), ra: v(0)), MachineInst(.mov, rd: a0, ra: v(1)), MachineInst(.ret, shift: 1)]],
        final: [(Instruction(.mov, rd: .a0, ra: .a0), 1), (Instruction(.ret), 3)],
        starts: [0])

    @Test func additionOfNothing() {
        #expect(copy.check() == nil)
        #expect(copy.with { $0.final[0].inst.ra = .a1 }.contains("a1 should hold v0"))
        #expect(copy.with { $0.selected[0][1].imm = 1 }.contains("stands for 'addi v1 v0 1'"))
        #expect(copy.with { $0.selected[0][1].width = .w32 }.contains("stands for"))
    }

    /// A block of the stack of run-time size, below a word for a call and one value that is kept.
    private let dynamic = Sample(
        selected: [[
            MachineInst(.mov, rd: v(0), ra: a0),
            MachineInst(.mov, rd: v(1), ra: a1),
            MachineInst(.spalloc, rd: v(2), ra: v(0)),
            MachineInst(.store, rd: v(1), ra: sp, imm: 0),
            MachineInst(.mov, rd: a0, ra: v(2)),
            MachineInst(.call, symbol: 1, shift: 1),
            MachineInst(.mov, rd: a0, ra: v(1)),
            MachineInst(.ret, shift: 1),
        ]],
        final: [
            (Instruction(.enter, imm: 32), -1),
            (Instruction(.store, rd: .s3, ra: .sp, imm: 24), -1),
            (Instruction(.mov, rd: .s3, ra: .sp), -1),
            (Instruction(.store, rd: .a1, ra: .s3, imm: 16), -1),
            (Instruction(.spalloc, rd: .a0, ra: .a0, imm: 16), 2),
            (Instruction(.store, rd: .a1, ra: .sp, imm: 0), 3),
            (Instruction(.call, symbol: 1), 5),
            (Instruction(.load, rd: .a0, ra: .s3, imm: 16), -1),
            (Instruction(.sprestore, ra: .s3), -1),
            (Instruction(.load, rd: .s3, ra: .sp, imm: 24), -1),
            (Instruction(.eret), 7),
        ],
        starts: [3])

    @Test func theStack() {
        #expect(dynamic.check() == nil)
        // spalloc gives bytes that the frame has not left free for it.
        #expect(dynamic.with { $0.final[3].inst.imm = 8; $0.final[7].inst.imm = 8 }.contains("the block of spalloc at 0..<16 and a kept value at 8..<16"))
        #expect(dynamic.with { $0.final[4].inst.imm = 0 }.contains("spalloc keeps 0 bytes"))
        #expect(dynamic.with { $0.final.remove(at: 8) }.contains("the address of the frame"))             // nothing given back
        #expect(dynamic.with { $0.final[7].inst.ra = .sp }.contains("sp should hold the address of the frame"))
        #expect(dynamic.with { $0.final[3].inst.rd = .sp }.contains("'%st(sp, s3, 16)' is no instruction"))
        #expect(dynamic.with { $0.final[5].inst.rd = .sp }.contains("sp cannot be the register of v1"))
        #expect(dynamic.with { $0.final[5].inst.ra = .s3 }.contains("stands for"))
        #expect(dynamic.with { $0.final[6].inst = Instruction(.tail, symbol: 1) } != "nothing")
    }

    /// Two slots and a staged word.
    private let slots = Sample(
        selected: [[
            MachineInst(.mov, rd: v(0), ra: a0),
            MachineInst(.store, rd: v(0), ra: sp, imm: 8, symbol: FrameArea.slot(IRSlotID(0))),
            MachineInst(.store, rd: v(0), ra: sp, imm: 4, symbol: FrameArea.slot(IRSlotID(1)), memory: .u32),
            MachineInst(.load, rd: v(1), ra: sp, imm: 0, symbol: FrameArea.slot(IRSlotID(0))),
            MachineInst(.store, rd: v(1), ra: sp, imm: 0),
            MachineInst(.call, symbol: 1),
            MachineInst(.ret),
        ]],
        slots: [IRSlot(size: 16, alignment: 8), IRSlot(size: 8, alignment: 4)],
        final: [
            (Instruction(.enter, imm: 32), -1),
            (Instruction(.store, rd: .a0, ra: .sp, imm: 24), 1),
            (Instruction(.store, rd: .a0, ra: .sp, imm: 12, memory: .u32), 2),
            (Instruction(.load, rd: .a0, ra: .sp, imm: 16), 3),
            (Instruction(.store, rd: .a0, ra: .sp, imm: 0), 4),
            (Instruction(.call, symbol: 1), 5),
            (Instruction(.eret), 6),
        ],
        starts: [1])

    @Test func theFrame() {
        #expect(slots.check() == nil)
        #expect(slots.with { $0.final[2].inst.imm = 20 }.contains("share bytes of the frame"))
        #expect(slots.with { $0.final[2].inst.imm = 8 }.contains("staged arguments at 0..<8 and slot 1 at 4..<12"))
        #expect(slots.with { $0.final[3].inst.imm = 8 }.contains("at another place"))
        #expect(slots.with { $0.final[0].inst.imm = 24 }.contains("slot 0 at 16..<32 is outside the frame"))
        #expect(slots.with { $0.final.remove(at: 0); $0.final[5].inst.op = .ret; $0.starts = [0] } != "nothing")
        #expect(slots.with { $0.final.insert((Instruction(.store, rd: .a0, ra: .sp, imm: 16), -1), at: 2) }.contains("and a kept value at 16..<24 share"))
    }

    /// A call in the place of a return.
    private let tail = Sample(
        selected: [[
            MachineInst(.mov, rd: v(0), ra: a0),
            MachineInst(.load, rd: v(1), ra: v(0), imm: 8),
            MachineInst(.callr, ra: v(1), shift: 1),
            MachineInst(.mov, rd: v(2), ra: a0),
            MachineInst(.b, symbol: ~1),
        ], [
            MachineInst(.mov, rd: a0, ra: v(2)),
            MachineInst(.ret, shift: 1),
        ]],
        final: [
            (Instruction(.enter, imm: 0), -1),
            (Instruction(.load, rd: .a3, ra: .a0, imm: 8), 1),
            (Instruction(.tailr, ra: .a3), 2),
        ],
        starts: [1, -1])

    @Test func tailCalls() {
        #expect(tail.check() == nil)
        #expect(tail.with { $0.final[2].inst.ra = .a0 }.contains("a0 should hold v1"))
        #expect(tail.with { $0.final[1].inst.rd = .a0; $0.final[2].inst.ra = .a0 }.contains("what a0 is meant to hold"))
        #expect(tail.with { $0.final[1].inst.rd = .s0; $0.final[2].inst.ra = .s0 }.contains("the caller's s0"))
        #expect(tail.with { $0.final.remove(at: 0); $0.starts[0] = 0 }.contains("needs a frame"))
    }

    /// What the real allocator makes of random functions is right.
    @Test(arguments: [0, 1, 2], [false, true]) func randomFunctions(level: Int, isBase: Bool) {
        var options = CompilerOptions()
        options.level = level
        options.isBase = isBase
        options.checksAllocation = true
        let globals = RandomIR.Globals.numbered
        for seed in 0..<200 as Range<UInt64> {
            let names = NameTable()
            for number in 0..<200 { _ = names.intern("s\(number)") }
            var generator = CodeGenerator(options, names: names, objects: ObjectFacts())
            var f = RandomIR.function(IRSymbol(0), seed: seed, callees: [], globals: globals)
            _ = generator.compile(&f)
            #expect(generator.faults == [])
        }
    }
}
