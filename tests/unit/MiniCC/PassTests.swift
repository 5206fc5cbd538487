import P1Backend
import Support
import Testing
@testable import MiniCC

/// Each pass on its own behind those before it: the checker finds nothing, and the functions do what they did.
@Suite struct PassTests {
    private static let globals = RandomIR.Globals.numbered
    private static let inputs: [Int64] = [0, 1, -1, 7, 1 << 31, .min, .max]

    /// Functions, each of which may call those before it.
    private func functions(seed: UInt64) -> [IRFunction] {
        var made: [IRFunction] = []
        for number in 0..<4 {
            made.append(RandomIR.function(IRSymbol(number), seed: seed &* 64 &+ UInt64(number), callees: made, globals: Self.globals))
        }
        return made
    }

    /// What every function gives for some arguments; nil when one of them runs too long to say.
    private func results(_ functions: [IRFunction]) -> [[Int64]]? {
        var all: [[Int64]] = []
        for f in functions {
            for shift in 0..<2 {
                var interpreter = IRInterpreter()
                interpreter.globals = [Self.globals.first: 64, Self.globals.alias: 64, Self.globals.second: 128]
                for g in functions { interpreter.functions[g.symbol] = g }
                let arguments = (0..<f.parameterCount).map { Self.inputs[($0 + shift * 3) % Self.inputs.count] }
                let (first, second) = interpreter.call(f.symbol, arguments)
                if interpreter.failed { return nil }
                all.append([first, second, interpreter.faulted ? 1 : 0] + interpreter.accesses + interpreter.memory[64..<192].map { Int64($0) })
            }
        }
        return all
    }

    private func run(level: Int, isBase: Bool, seeds: Range<UInt64>) {
        var options = CompilerOptions()
        options.level = level
        options.isBase = isBase
        // What comes after keep-body makes code for the machine, which calls functions that the interpreter does not have.
        let passes = Pipeline.passes(for: options).prefix { $0.name != "software-arithmetic" }
        var compared = 0
        for seed in seeds {
            var functions = functions(seed: seed)
            for f in functions { #expect(IRChecker.check(f) == [], "seed \(seed), as made") }
            guard let expected = results(functions) else { continue }
            let objects = ObjectFacts()
            objects.note(Self.globals.first, size: 64, isOwn: true)
            objects.note(Self.globals.alias, size: 64, isOwn: false)
            objects.note(Self.globals.second, size: 64, isOwn: true)
            var context = PassContext(bodies: InlineBodies(level: level), objects: objects, names: NameTable())
            for number in functions.indices {
                for pass in passes {
                    pass.run(&functions[number], &context)
                    let faults = IRChecker.check(functions[number])
                    #expect(faults == [], "seed \(seed), function \(number) after \(pass.name)")
                    if !faults.isEmpty { return }
                    guard let actual = results(functions) else { continue }
                    #expect(actual == expected, "seed \(seed), function \(number) after \(pass.name)")
                    if actual != expected { return }
                    compared += 1
                }
            }
        }
        #expect(compared > 100)
    }

    @Test func passesAtLevel1() { run(level: 1, isBase: false, seeds: 0..<40) }
    @Test func passesAtLevel2() { run(level: 2, isBase: false, seeds: 1000..<1040) }
    @Test func passesForBase() { run(level: 1, isBase: true, seeds: 2000..<2020) }
}
