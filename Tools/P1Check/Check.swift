import Glibc
import Harness
import P1Backend

/// Runs cases on one machine and compares what they did with the model.
struct Check {
    let target: any Target.Type
    let emulator: String?
    let seed: UInt64
    private let systemCalls: CallNumbers
    private let folder: String
    private(set) var passed = 0
    private(set) var failed = 0
    /// How many failures were printed, by mnemonic: one mistake in a machine makes many.
    private var reported: [String: Int] = [:]
    private var deaths = 0

    private static let blocksPerCase = 8
    private static let casesPerProgram = 6000

    init(target: any Target.Type, emulator: String?, seed: UInt64, folder: String) {
        self.target = target
        self.emulator = emulator
        self.seed = seed
        self.folder = folder
        systemCalls = CallNumbers(target: target)
    }

    // MARK: All of them

    /// About `count` executions: first what must not be missed, in random order, then at random.
    mutating func run(count: Int) {
        var maker = CaseMaker(seed: seed, systemCalls: systemCalls)
        var plans = CaseMaker.systematicPlans()
        maker.random.shuffle(&plans)
        let wanted = max(1, count / Check.blocksPerCase)
        if plans.count > wanted { plans.removeSubrange(wanted...) }
        while plans.count < wanted { plans.append(maker.randomPlan()) }

        checkTrap()
        checkFarJumps()
        for start in stride(from: 0, to: plans.count, by: Check.casesPerProgram) {
            // A maker for each program, so that its symbols are few.
            var maker = CaseMaker(seed: seed &+ UInt64(start) &* 0x1_0001, systemCalls: systemCalls)
            let part = plans[start..<min(plans.count, start + Check.casesPerProgram)]
            let cases = part.compactMap { maker.makeCase($0) }
            run(cases, &maker.random, blocksPerCase: Check.blocksPerCase)
        }
    }

    /// Branches over more than a megabyte, and calls past it.
    private mutating func checkFarJumps() {
        var maker = CaseMaker(seed: seed, systemCalls: systemCalls)
        var cases: [Case] = []
        let branches = ["b", "beq", "bltuiw", "fbne", "fbeq_s"].compactMap { name in Mnemonic.all.first { $0.name == name } }
        for (k, mnemonic) in branches.enumerated() {
            var i = mnemonic.template
            let isFloat = i.op == .fbcc
            i.ra = isFloat ? Register.floats[k] : Register.generals[k]
            i.rb = isFloat ? Register.floats[k + 2] : Register.generals[k + 2]
            cases.append(maker.branch(i.with(mnemonic.format), mnemonic.format, distance: 270_000))
            for transfer in [CaseMaker.Transfer.call, .tail, .br] { cases.append(maker.calls(transfer, through: .t0)) }
        }
        run(cases, &maker.random, blocksPerCase: Check.blocksPerCase)
    }

    /// `trap` ends a program, so it has one for itself.
    private mutating func checkTrap() {
        var unit = P1Unit()
        var main = P1Function(symbol: unit.names.intern("p1_main"))
        main.instructions = [Instruction(.enter, imm: 0), Instruction(.trap), Instruction(.eret)]
        unit.items = [.function(main)]
        guard let program = link(unit) else { return }
        let end = execute(program, input: [])
        if end == .signal(Int(SIGILL)) {
            passed += 1
        } else {
            fail("%trap: expected an illegal instruction, got \(end.text)", count: 1)
        }
    }

    // MARK: One program

    /// A case that kills its program is reported, and the others are tried again without it.
    private mutating func run(_ cases: [Case], _ random: inout Random, blocksPerCase: Int) {
        var cases = cases
        while !cases.isEmpty {
            let global = (0..<TestProgram.globalSize).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let program = TestProgram(cases: cases, blocksPerCase: blocksPerCase, globalBytes: global, systemCalls: systemCalls)
            guard let file = link(program.unit()) else { return }
            let input = program.input(&random)
            let end = execute(file, input: input)
            let output = FileSystem.read(outputPath) ?? []
            let header = 8 * program.reportedSymbols.count
            let done = max(0, (output.count - header) / program.inputSizePerCase)
            if end == .exit(0) && done == cases.count && output.count >= header {
                return compare(program, input, output)
            }
            guard done < cases.count, output.count >= header else {
                return fail("the test program could not run: \(end.text)", count: cases.count * blocksPerCase)
            }
            fail("the program ended with \(end.text) in\n" + listing(cases[done]), name: cases[done].name, count: blocksPerCase)
            cases.remove(at: done)
            deaths += 1
            if deaths >= 100 { return fail("too many programs that die", count: cases.count * blocksPerCase) }
        }
    }

    /// The program of a unit; and its text must become the same program.
    private mutating func link(_ unit: P1Unit) -> [UInt8]? {
        guard let direct = link({ $0.add(unit: unit) }) else { return nil }
        var writer = P1ppWriter(unit: unit, level: .ext)
        let text = writer.text()
        guard let fromText = link({ $0.add(source: "text", bytes: text) }) else { return nil }
        if direct == fromText {
            passed += 1
        } else {
            let place = zip(direct, fromText).enumerated().first { $1.0 != $1.1 }?.offset ?? min(direct.count, fromText.count)
            fail("the program from text differs from the direct one at byte \(place) of \(direct.count)", count: 1)
        }
        return direct
    }

    private mutating func link(_ add: (Linker) -> Void) -> [UInt8]? {
        var options = LinkOptions()
        options.strip = true
        let linker = Linker(target: target, options: options)
        add(linker)
        guard let bytes = linker.link() else {
            fail("the test program does not link:\n" + linker.diagnostics.report, count: 1)
            return nil
        }
        return bytes
    }

    private func execute(_ program: [UInt8], input: [UInt8]) -> Command.Ending {
        FileSystem.write(programPath, program)
        chmod(programPath, 0o755)
        FileSystem.write(folder + "/input", input)
        // What takes a minute is taken to hang.
        return Command(words: (emulator.map { [$0] } ?? []) + [programPath], folder: folder, input: folder + "/input",
                       output: outputPath, errors: "/dev/null", timeLimit: 60).run()
    }

    private var programPath: String { folder + "/program" }
    private var outputPath: String { folder + "/output" }

    // MARK: Comparison

    private mutating func compare(_ program: TestProgram, _ input: [UInt8], _ output: [UInt8]) {
        var known = ModelProgram(systemCalls: systemCalls)
        for (index, symbol) in program.reportedSymbols.enumerated() {
            let address = Check.word(output, 8 * index)
            known.addresses[symbol] = address
            known.symbolsByAddress[address] = symbol
        }
        for testCase in program.cases {
            for callee in testCase.callees { known.functions[callee.symbol] = callee }
        }
        let buffer = known.addresses[KnownSymbol.buffer] ?? 0
        var global = program.globalBytes
        let header = 8 * program.reportedSymbols.count
        for (index, testCase) in program.cases.enumerated() {
            var function = P1Function(symbol: -1)
            function.instructions = testCase.body
            function.tables = testCase.tables
            var firstDifference = ""
            var wrong = 0
            for block in 0..<program.blocksPerCase {
                let at = index * program.inputSizePerCase + block * Block.size
                let before = input[at..<at + Block.size], after = output[header + at..<header + at + Block.size]
                let memory = ModelMemory(blockStart: buffer + UInt64(block * Block.size), block: Array(before),
                                         globalStart: known.addresses[KnownSymbol.global] ?? 0, global: global)
                var model = Model(running: function, of: known, memory: memory)
                let sp = testCase.readsStack ? Check.word(after, Block.stackAt) : 0x7000_0000_0000
                model.setRegisters(from: before, sp: sp, base: testCase.base)
                let start = model
                model.run()
                global = model.memory.global
                let difference = differences(model, after, testCase)
                if difference.isEmpty { continue }
                wrong += 1
                if wrong == 1 { firstDifference = inputs(start, testCase) + difference }
            }
            passed += program.blocksPerCase - wrong
            if wrong > 0 { fail("wrong result of\n" + listing(testCase) + firstDifference, name: testCase.name, count: wrong) }
        }
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }

    private static func word(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }

    /// What the machine did otherwise than the model, a line for each register or piece of memory.
    private func differences(_ model: Model, _ after: ArraySlice<UInt8>, _ testCase: Case) -> String {
        if let problem = model.problem { return "  the model cannot follow: \(problem)\n" }
        var text = ""
        func compare(_ name: String, _ expected: UInt64, _ actual: UInt64) {
            if expected != actual { text += "  \(name): expected \(hex(expected)), got \(hex(actual))\n" }
        }
        for register in Register.generals where !model.generalIsOpen[Int(register.rawValue)] {
            compare(register.name, UInt64(bitPattern: model.general[Int(register.rawValue)]), Check.word(after, Block.slot(register)))
        }
        if testCase.readsStack {
            compare("sp", UInt64(bitPattern: model.general[13]), Check.word(after, Block.stackAfterAt))
        }
        for register in Register.floats where !model.floatIsOpen[register.floatIndex] {
            let k = register.floatIndex
            let mask: UInt64 = model.floatIsNarrow[k] ? 0xFFFF_FFFF : .max
            let expected = model.float[k] & mask, actual = Check.word(after, Block.slot(register)) & mask
            if model.floatIsAnyNaN[k] && Check.isNaN(actual, narrow: model.floatIsNarrow[k]) { continue }
            compare(register.name, expected, actual)
        }
        for offset in stride(from: Block.memoryAt, to: Block.memoryAt + Block.memorySize, by: 8) {
            compare("memory at \(offset)", Check.word(model.memory.block, offset), Check.word(after, offset))
        }
        return text
    }

    private static func isNaN(_ bits: UInt64, narrow: Bool) -> Bool {
        narrow ? Float(bitPattern: UInt32(truncatingIfNeeded: bits)).isNaN : Double(bitPattern: bits).isNaN
    }

    // MARK: Reports

    private mutating func fail(_ message: String, name: String = "", count: Int) {
        failed += count
        reported[name, default: 0] += 1
        if reported[name, default: 0] <= 2 { Output.write("FAIL \(target.name) --seed=\(seed): \(message)\n") }
    }

    private func listing(_ testCase: Case) -> String {
        func lines(_ instructions: [Instruction]) -> String {
            // Far branches lead over very many.
            let shown = instructions.count <= 60 ? instructions : Array(instructions.prefix(8) + instructions.suffix(8))
            return shown.map { "    " + $0.text(name: KnownSymbol.name) + "\n" }.joined()
        }
        return lines(testCase.body) + testCase.callees.map { "  f\($0.symbol):\n" + lines($0.instructions) }.joined()
    }

    /// The registers that the body names, as they were before.
    private func inputs(_ start: Model, _ testCase: Case) -> String {
        var named: [Register] = []
        for i in testCase.body {
            for register in [i.rd, i.ra, i.rb] where register != .none && !named.contains(register) { named.append(register) }
        }
        let values = named.map { "\($0.name)=" + hex($0.isFloat ? start.float[$0.floatIndex] : UInt64(bitPattern: start.general[Int($0.rawValue)])) }
        return "  before: \(values.joined(separator: " "))\n"
    }

    private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
}

extension Model {
    /// The registers of a block, with the ones that the program provides itself.
    mutating func setRegisters(from block: ArraySlice<UInt8>, sp: UInt64, base: Register) {
        block.withUnsafeBytes { block in
            for register in Register.generals {
                general[Int(register.rawValue)] = block.loadUnaligned(fromByteOffset: Block.slot(register), as: Int64.self)
            }
            for register in Register.floats {
                float[register.floatIndex] = block.loadUnaligned(fromByteOffset: Block.slot(register), as: UInt64.self)
            }
        }
        general[13] = Int64(bitPattern: sp)
        general[Int(base.rawValue)] = Int64(bitPattern: memory.blockStart)
    }
}
