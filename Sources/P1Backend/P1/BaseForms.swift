/// What a unit holds that base P1 says in another way than ext, or not at all.
struct BaseForms {
    /// Other names of what the unit defines: labels beside its own.
    var aliases: [Int32: [(symbol: Int32, offset: Int64)]] = [:]
    /// In the order in which they run. Base P1 has no sections to collect them in.
    var constructors: [Int32] = []
    var destructors: [Int32] = []
    /// Names in place of the unit's. Copies of an inline function in several units would be one label defined twice; and a main
    /// that calls constructors goes on in the one that was written.
    var privateNames: [Int32: String] = [:]
    var problems: [Problem] = []

    /// What base P1 has no words for, and the symbol that it is about.
    struct Problem {
        let symbol: Int32
        let text: String
    }

    init() {}

    /// The main of a unit with constructors, behind the calls of these.
    static func mainName(_ prefix: String) -> String { prefix + "cc__main" }

    init(_ unit: P1Unit, prefix: String) {
        func name(_ symbol: Int32) -> String { unit.names.string(symbol) }
        var defined: Set<Int32> = []
        var main: Int32?
        var arrays: [SectionKind: [(priority: Int, target: Int32)]] = [:]
        for item in unit.items {
            switch item {
            case .function(let function):
                defined.insert(function.symbol)
                if name(function.symbol) == "main" { main = function.symbol }
            case .object(let object):
                defined.insert(object.symbol)
                guard object.section.isArray else { continue }
                for case .pointer(let target, _) in object.content {
                    arrays[object.section, default: []].append((Int(object.sectionName) ?? Int.max, target))
                }
            case .common(let symbol, _, _): defined.insert(symbol)
            case .alias, .weak: continue
            }
        }
        for case .alias(let symbol, let target, let offset) in unit.items {
            if defined.contains(target) {
                aliases[target, default: []].append((symbol, offset))
                defined.insert(symbol)
            } else {
                problems.append(Problem(symbol: symbol, text: "'\(name(symbol))' as another name of '\(name(target))', which is not defined here"))
            }
        }
        for case .weak(let symbol, let isInline) in unit.items {
            if !defined.contains(symbol) {
                problems.append(Problem(symbol: symbol, text: "the weak reference to '\(name(symbol))'"))
            } else if isInline {
                privateNames[symbol] = prefix + name(symbol)
            }
        }
        addLinkerLabels(unit, defined)
        func sorted(_ kind: SectionKind) -> [Int32] {
            // Stable: equal priorities stay in the order of the source.
            (arrays[kind] ?? []).enumerated().sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }.map(\.element.target)
        }
        constructors = sorted(.initArray)
        destructors = sorted(.finiArray)
        if constructors.isEmpty && destructors.isEmpty { return }
        if let main {
            privateNames[main] = BaseForms.mainName(prefix)
        } else {
            problems.append(Problem(symbol: (constructors + destructors)[0], text: "constructors and destructors in a unit without main"))
        }
    }

    /// Labels that the linker makes; there the program's end is ELF_end.
    private mutating func addLinkerLabels(_ unit: P1Unit, _ defined: Set<Int32>) {
        var seen = defined
        func isMade(_ name: String) -> Bool {
            name.hasPrefix("_") && (Image.linkerLabels.contains(name) || name.hasPrefix("__start_") || name.hasPrefix("__stop_"))
        }
        func lookUp(_ symbol: Int32) {
            guard symbol >= 0, seen.insert(symbol).inserted, isMade(unit.names.string(symbol)) else { return }
            problems.append(Problem(symbol: symbol, text: "'\(unit.names.string(symbol))', which minicc's linker makes"))
        }
        func lookUp(_ objects: [P1Object]) {
            for object in objects {
                for case .pointer(let symbol, _) in object.content { lookUp(symbol) }
            }
        }
        for item in unit.items {
            switch item {
            case .function(let function):
                for i in function.instructions where i.op.refersToSymbol { lookUp(i.symbol) }
                lookUp(function.objects)
            case .object(let object): lookUp([object])
            default: continue
            }
        }
    }
}
