/// A compiled unit to a program: the direct road, without text.
struct UnitAssembler {
    let program: Program
    let unit: P1Unit
    /// Labels of the unit's symbols, as they are met; -1 for those not met yet.
    private var labels: [Int32]

    init(program: Program, unit: P1Unit) {
        self.program = program
        self.unit = unit
        labels = [Int32](repeating: -1, count: unit.names.count)
    }

    mutating func run() {
        program.beginFile()
        // Definitions ask whether their name is weak.
        for case .weak(let symbol, _) in unit.items { program.markWeak(label(symbol)) }
        for item in unit.items {
            switch item {
            case .function(let function): add(function)
            case .object(let object): add(object)
            case .alias(let symbol, let target, let offset):
                program.defineAlias(label(symbol), target: label(target), offset: offset, Origin())
            case .common(let symbol, let size, let alignment):
                program.defineCommon(label(symbol), size: size, alignment: alignment, Origin())
            case .weak: break
            }
        }
        program.endChunk()
    }

    private mutating func label(_ symbol: Int32) -> Int32 {
        let known = labels[Int(symbol)]
        if known >= 0 { return known }
        let label = program.globalLabel(program.words.intern(unit.names.bytes(symbol)))
        labels[Int(symbol)] = label
        return label
    }

    private func sectionName(_ name: String) -> Int32 { name.isEmpty ? -1 : program.words.intern(name) }

    private mutating func add(_ function: P1Function) {
        program.beginChunk(.text, alignment: function.alignment > 0 ? function.alignment : program.machine.functionAlignment,
                           keep: function.keep, sectionName: sectionName(function.sectionName))
        program.define(label(function.symbol), Origin())
        // Local label ~n becomes label number firstLocal + n.
        var localCount: Int32 = 0
        for i in function.instructions where i.symbol < 0 { localCount = max(localCount, ~i.symbol + 1) }
        for table in function.tables {
            localCount = max(localCount, ~table.label + 1)
            for entry in table.entries where entry < 0 { localCount = max(localCount, ~entry + 1) }
        }
        for object in function.objects {
            for case .pointer(let symbol, _) in object.content where symbol < 0 { localCount = max(localCount, ~symbol + 1) }
        }
        let firstLocal = Int32(program.labels.count)
        for _ in 0..<localCount {
            let local = program.newLabel(name: -1)
            program.labels[Int(local)].isLocal = true
        }
        program.frames.reset()
        for var i in function.instructions {
            if i.op == .label {
                program.define(firstLocal + ~i.symbol, Origin())
                continue
            }
            if i.op == .enter { program.frames.enter(size: Int(i.imm)) }
            if i.op.refersToSymbol { i.symbol = i.symbol < 0 ? firstLocal + ~i.symbol : label(i.symbol) }
            program.append(i, frame: program.frames.current, Origin())
        }
        for table in function.tables {
            program.beginChunk(.rodata, alignment: 8)
            program.define(firstLocal + ~table.label, Origin())
            for entry in table.entries {
                program.appendReference(.absolute(size: 8), to: entry < 0 ? firstLocal + ~entry : label(entry), Origin())
            }
        }
        for object in function.objects { add(object, firstLocal: firstLocal) }
    }

    private mutating func add(_ object: P1Object, firstLocal: Int32 = 0) {
        program.beginChunk(object.section, alignment: object.alignment, keep: object.keep,
                           sectionName: sectionName(object.sectionName))
        program.define(label(object.symbol), Origin())
        for content in object.content {
            switch content {
            case .bytes(let bytes): program.bytes.bytes.append(contentsOf: bytes)
            case .zero(let count): program.appendSpace(count, fill: 0)
            case .pointer(let symbol, let offset):
                program.appendReference(.absolute(size: 8), to: symbol < 0 ? firstLocal + ~symbol : label(symbol), offset: offset, Origin())
            }
        }
        // As p1.md wants it of every string, so that the text and the direct road agree.
        if object.isString { program.appendAlign(8) }
    }
}
