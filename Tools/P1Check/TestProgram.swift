import Harness
import P1Backend

/// A program that tries many cases: for each it reads blocks of registers and memory from standard input, runs the
/// case on each, and writes the blocks back. Before that it writes the addresses of its symbols.
struct TestProgram {
    static let globalSize = 8192

    let cases: [Case]
    let blocksPerCase: Int
    let globalBytes: [UInt8]
    private let systemCalls: CallNumbers

    init(cases: [Case], blocksPerCase: Int, globalBytes: [UInt8], systemCalls: CallNumbers) {
        self.cases = cases
        self.blocksPerCase = blocksPerCase
        self.globalBytes = globalBytes
        self.systemCalls = systemCalls
    }

    /// Whose addresses the program writes, in order.
    var reportedSymbols: [Int32] {
        [KnownSymbol.buffer, KnownSymbol.global] + cases.flatMap { $0.callees.map(\.symbol) }
    }

    var inputSizePerCase: Int { blocksPerCase * Block.size }

    // MARK: As a unit

    func unit() -> P1Unit {
        var unit = P1Unit()
        // Symbol numbers are fixed beforehand, so the names are made to fit.
        for name in KnownSymbol.names { _ = unit.names.intern(name) }
        for base in Register.generals {
            _ = unit.names.intern("load_all_" + base.name)
            _ = unit.names.intern("store_all_" + base.name)
        }
        let callees = cases.flatMap(\.callees)
        let lastCallee = callees.map(\.symbol).max() ?? KnownSymbol.firstFree
        for symbol in KnownSymbol.firstFree...lastCallee { _ = unit.names.intern("f\(symbol)") }

        unit.items.append(.function(main()))
        for base in Register.generals {
            unit.items.append(.function(allRegisters(base, load: true)))
            unit.items.append(.function(allRegisters(base, load: false)))
        }
        var pointers: [P1Content] = []
        for (index, testCase) in cases.enumerated() {
            let symbol = unit.names.intern("case\(index)")
            unit.items.append(.function(function(testCase, symbol: symbol)))
            for callee in testCase.callees { unit.items.append(.function(callee)) }
            pointers.append(.pointer(symbol: symbol, offset: 0))
        }
        pointers.append(.bytes([UInt8](repeating: 0, count: 8)))

        func object(_ symbol: Int32, _ section: SectionKind, _ content: [P1Content]) {
            var object = P1Object(symbol: symbol, section: section, alignment: 16)
            object.content = content
            unit.items.append(.object(object))
        }
        object(KnownSymbol.cases, .rodata, pointers)
        object(KnownSymbol.addresses, .rodata, reportedSymbols.map { .pointer(symbol: $0, offset: 0) })
        object(KnownSymbol.global, .data, [.bytes(globalBytes)])
        object(KnownSymbol.current, .bss, [.zero(8)])
        object(KnownSymbol.buffer, .bss, [.zero(inputSizePerCase)])
        return unit
    }

    /// Nothing but the frame survives a case.
    private func main() -> P1Function {
        let next: Int32 = ~0, each: Int32 = ~1, end: Int32 = ~2
        func transfer(_ number: Int64, file: Int64, _ symbol: Int32, _ size: Int) -> [Instruction] {
            [Instruction(.li, rd: .a0, imm: number), Instruction(.li, rd: .a1, imm: file), Instruction(.la, rd: .a2, symbol: symbol),
             Instruction(.li, rd: .a3, imm: Int64(size)), Instruction(.syscall)]
        }
        var main = P1Function(symbol: KnownSymbol.main)
        main.instructions = [Instruction(.enter, imm: 16)]
        main.instructions += transfer(systemCalls.write, file: 1, KnownSymbol.addresses, 8 * reportedSymbols.count)
        main.instructions += [
            Instruction(.la, rd: .t1, symbol: KnownSymbol.cases),
            Instruction(.store, rd: .t1, ra: .sp, imm: 0),
            Instruction(.label, symbol: next),
            Instruction(.load, rd: .t1, ra: .sp, imm: 0),
            Instruction(.load, rd: .t1, ra: .t1, imm: 0),
            Instruction(.bcci, ra: .t1, symbol: end, condition: .eq),
        ]
        main.instructions += transfer(systemCalls.read, file: 0, KnownSymbol.buffer, inputSizePerCase)
        main.instructions += [
            Instruction(.la, rd: .t1, symbol: KnownSymbol.buffer),
            Instruction(.la, rd: .t2, symbol: KnownSymbol.current),
            Instruction(.store, rd: .t1, ra: .t2, imm: 0),
            Instruction(.li, rd: .t1, imm: Int64(blocksPerCase)),
            Instruction(.store, rd: .t1, ra: .sp, imm: 8),
            Instruction(.label, symbol: each),
            Instruction(.load, rd: .t1, ra: .sp, imm: 0),
            Instruction(.load, rd: .t1, ra: .t1, imm: 0),
            Instruction(.callr, ra: .t1),
            Instruction(.la, rd: .t2, symbol: KnownSymbol.current),
            Instruction(.load, rd: .t1, ra: .t2, imm: 0),
            Instruction(.addi, rd: .t1, ra: .t1, imm: Int64(Block.size)),
            Instruction(.store, rd: .t1, ra: .t2, imm: 0),
            Instruction(.load, rd: .t1, ra: .sp, imm: 8),
            Instruction(.addi, rd: .t1, ra: .t1, imm: -1),
            Instruction(.store, rd: .t1, ra: .sp, imm: 8),
            Instruction(.bcci, ra: .t1, symbol: each, condition: .ne),
        ]
        main.instructions += transfer(systemCalls.write, file: 1, KnownSymbol.buffer, inputSizePerCase)
        main.instructions += [
            Instruction(.load, rd: .t1, ra: .sp, imm: 0),
            Instruction(.addi, rd: .t1, ra: .t1, imm: 8),
            Instruction(.store, rd: .t1, ra: .sp, imm: 0),
            Instruction(.b, symbol: next),
            Instruction(.label, symbol: end),
            Instruction(.li, rd: .a0, imm: 0),
            Instruction(.eret),
        ]
        return main
    }

    private func allRegisters(_ base: Register, load: Bool) -> P1Function {
        var function = P1Function(symbol: load ? KnownSymbol.loadAll(base) : KnownSymbol.storeAll(base))
        for register in Register.generals where !load || register != base {
            function.instructions.append(Instruction(load ? .load : .store, rd: register, ra: base, imm: Int64(Block.slot(register))))
        }
        for register in Register.floats {
            function.instructions.append(Instruction(load ? .fload : .fstore, rd: register, ra: base,
                                                     imm: Int64(Block.slot(register)), width: .f64))
        }
        function.instructions.append(Instruction(.ret))
        return function
    }

    private func function(_ testCase: Case, symbol: Int32) -> P1Function {
        let base = testCase.base, other: Register = base == .a0 ? .a1 : .a0
        func storeStack(_ offset: Int) -> [Instruction] {
            guard testCase.readsStack else { return [] }
            return [Instruction(.mov, rd: other, ra: .sp), Instruction(.store, rd: other, ra: base, imm: Int64(offset))]
        }
        var function = P1Function(symbol: symbol)
        function.tables = testCase.tables
        function.instructions = [
            Instruction(.enter, imm: Int64(testCase.frame)),
            Instruction(.la, rd: base, symbol: KnownSymbol.current),
            Instruction(.load, rd: base, ra: base, imm: 0),
        ]
        function.instructions += storeStack(Block.stackAt)
        function.instructions.append(Instruction(.call, symbol: KnownSymbol.loadAll(base)))
        function.instructions += testCase.body
        function.instructions.append(Instruction(.call, symbol: KnownSymbol.storeAll(base)))
        function.instructions += storeStack(Block.stackAfterAt)
        function.instructions.append(Instruction(.eret))
        return function
    }

    // MARK: Input

    /// Blocks for all cases, with operands that P1 defines.
    func input(_ random: inout Random) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: cases.count * inputSizePerCase)
        bytes.withUnsafeMutableBytes { bytes in
            for (index, testCase) in cases.enumerated() {
                for block in 0..<blocksPerCase {
                    let start = index * inputSizePerCase + block * Block.size
                    fill(UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + Block.size]), testCase, &random)
                }
            }
        }
        return bytes
    }

    private func fill(_ block: UnsafeMutableRawBufferPointer, _ testCase: Case, _ random: inout Random) {
        let common = random.word()
        for k in 0..<13 {
            let word = random.chance(1, in: 4) ? common &+ Int64(random.below(4) / 3) : random.word()
            block.storeBytes(of: word, toByteOffset: Block.generalAt + 8 * k, as: Int64.self)
        }
        let commonFloat = floatInput(testCase, &random)
        for k in 0..<14 {
            let bits = random.chance(1, in: 4) ? commonFloat : floatInput(testCase, &random)
            block.storeBytes(of: bits, toByteOffset: Block.floatAt + 8 * k, as: UInt64.self)
        }
        for k in 0..<Block.memorySize / 8 {
            block.storeBytes(of: random.next(), toByteOffset: Block.memoryAt + 8 * k, as: UInt64.self)
        }
        guard let i = testCase.guarded else { return }
        var attempts = 0
        while !Model.isDefined(i, value: { general(block, $0) }, number: { number(block, $0, i.width) }) {
            attempts += 1
            if i.op == .fcvtsf || i.op == .fcvtuf {
                let bits = attempts < 40 ? floatInput(testCase, &random) : 0
                block.storeBytes(of: bits, toByteOffset: Block.slot(i.ra), as: UInt64.self)
            } else {
                let word = attempts < 40 ? random.word() : 1
                block.storeBytes(of: word, toByteOffset: Block.slot(i.rb), as: Int64.self)
            }
        }
    }

    private func floatInput(_ testCase: Case, _ random: inout Random) -> UInt64 {
        testCase.usesSingle ? random.next() << 32 | UInt64(random.floatBits()) : random.doubleBits()
    }

    private func general(_ block: UnsafeMutableRawBufferPointer, _ register: Register) -> Int64 {
        register.isGeneral ? block.load(fromByteOffset: Block.slot(register), as: Int64.self) : 0
    }

    private func number(_ block: UnsafeMutableRawBufferPointer, _ register: Register, _ width: Width) -> Double {
        guard register.isFloat else { return 0 }
        let bits = block.load(fromByteOffset: Block.slot(register), as: UInt64.self)
        return width == .f32 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
    }
}
