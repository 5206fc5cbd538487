/// A compiled unit as P1pp text: what `minicc -S` prints. Assembling the text gives the bytes that encoding the unit
/// directly gives.
///
/// The ext level marks the sections of what it writes; the base level uses only what every implementation of the
/// dialect has, so the unit must hold base instructions only. What base says in another way, or not at all, is found
/// before anything is written (BaseForms).
public struct P1ppWriter {
    public enum Level: Sendable { case base, ext }

    private let unit: P1Unit
    private let level: Level
    private let spellings: [Spelling]
    private let spellingOf: SpellingTable
    private var out: [UInt8] = []
    /// Addresses in hex2 have no offsets: in base, where pointers lead into objects of the unit there are labels.
    private var innerLabels: [Int32: [Int64]] = [:]
    private var base = BaseForms()
    private let prefix: String
    private let isForOtherTools: Bool
    /// In base text code and data are one stream: behind data of odd length code has to be aligned.
    private var isBehindData = false
    /// The one that is being written, or written last.
    private var object: Int32 = -1
    /// Pending characters of the current line, names excepted; a line always fits.
    private let line: UnsafeMutablePointer<UInt8>
    private var lineCount = 0

    private static let longestLine = 256

    /// Constructs of the unit that base P1 cannot express, each with its symbol. If there are any, the text is not valid.
    public var problems: [(name: String, text: String)] { base.problems.map { (unit.names.string($0.symbol), $0.text) } }

    /// Private names begin with the prefix. An object is for minicc's linker alone: beside base instructions it has ext's directives.
    public init(unit: P1Unit, level: Level, prefix: String = "", isObject: Bool = false) {
        isForOtherTools = level == .base && !isObject
        self.unit = unit
        self.prefix = prefix
        self.level = level
        spellings = Spelling.all
        spellingOf = level == .base ? SpellingTable.base : SpellingTable.ext
        line = .allocate(capacity: P1ppWriter.longestLine)
    }

    /// The text of all items, in order. A writer writes once.
    public mutating func text() -> [UInt8] {
        defer { line.deallocate() }
        if isForOtherTools { base = BaseForms(unit, prefix: prefix) }
        if level == .base { findInnerLabels() }
        if !isForOtherTools {
            // Definitions ask whether their name is weak.
            for case .weak(let symbol, _) in unit.items { put("%weak(" + name(symbol) + ")\n") }
        }
        for item in unit.items {
            switch item {
            case .function(let function): write(function)
            case .object(let object):
                // A base unit's constructors are called by its main.
                if !isForOtherTools || !object.section.isArray { write(object) }
            case .alias(let symbol, let target, let offset):
                // In base a label beside the target's.
                if isForOtherTools { continue }
                put("%alias(" + name(symbol) + ", &" + name(target) + (offset == 0 ? ")\n" : ", \(offset))\n"))
            case .common(let symbol, let size, let alignment):
                if level == .ext {
                    put("%common(" + name(symbol) + ", \(size), \(alignment))\n")
                } else {
                    if alignment > 1 { put(".align \(alignment)\n") }
                    labels(symbol)
                    var at = 0
                    for offset in innerLabels[symbol] ?? [] {
                        fill(Int(offset) - at)
                        at = Int(offset)
                        label(symbol, offset)
                    }
                    fill(max(size, 1) - at)
                    isBehindData = true
                }
            case .weak: break
            }
        }
        if !base.constructors.isEmpty || !base.destructors.isEmpty { writeMainWithConstructors() }
        alignBehindData()
        return out
    }

    private mutating func alignBehindData() {
        if isBehindData { put(".align 4\n") }
        isBehindData = false
    }

    private func name(_ symbol: Int32) -> String {
        base.privateNames[symbol] ?? unit.names.string(symbol)
    }

    // MARK: Functions

    private mutating func write(_ function: P1Function) {
        let isPlaced = !isForOtherTools && (level == .ext || function.keep || !function.sectionName.isEmpty)
        if isPlaced { section(.text, function.alignment, function.keep, function.sectionName) }
        alignBehindData()
        labels(function.symbol)
        put(".scope\n")
        for i in function.instructions { write(i) }
        for table in function.tables {
            if level == .ext { section(.rodata, 8, false, "") } else { put(".align 8\n") }
            put(":")
            put(symbol: table.label)
            put("\n")
            for entry in table.entries { pointer(entry, 0) }
        }
        for object in function.objects { write(object) }
        put(".endscope\n")
        if isPlaced && level == .base { put("%section(auto)\n") }
    }

    /// Base P1 has no list of constructors: main calls those of its unit and goes on in the function that was written.
    private mutating func writeMainWithConstructors() {
        alignBehindData()
        put(":main\n.scope\n%enter(24)\n%st(a0, sp, 0)\n%st(a1, sp, 8)\n%st(a2, sp, 16)\n")
        for destructor in base.destructors { put("%la(a0, &" + name(destructor) + ")\n%call(&atexit)\n") }
        for constructor in base.constructors {
            put("%ld(a0, sp, 0)\n%ld(a1, sp, 8)\n%ld(a2, sp, 16)\n%call(&" + name(constructor) + ")\n")
        }
        put("%ld(a0, sp, 0)\n%ld(a1, sp, 8)\n%ld(a2, sp, 16)\n%call(&" + BaseForms.mainName(prefix) + ")\n%eret\n.endscope\n")
    }

    /// `:name`, and in base those of its aliases.
    private mutating func labels(_ symbol: Int32) {
        put(":")
        put(symbol: symbol)
        put("\n")
        for alias in base.aliases[symbol] ?? [] where alias.offset == 0 { put(":" + name(alias.symbol) + "\n") }
    }

    private mutating func section(_ kind: SectionKind, _ alignment: Int, _ keep: Bool, _ name: String) {
        put("%section(")
        put(kind.name)
        number(Int64(alignment), after: P1ppWriter.comma)
        end()
        if keep { put(", keep") }
        if !name.isEmpty { put(", " + name) }
        put(")\n")
    }

    private mutating func write(_ i: Instruction) {
        if i.op == .label {
            byte(UInt8(ascii: ":"))
            symbol(i.symbol)
            byte(10)
            return end()
        }
        let isSlotAddress = level == .base && i.op == .addi && i.ra == .sp
        let spelling = spellings[isSlotAddress ? SpellingTable.leaSlot : spellingOf.index(of: i)]
        UnsafeMutableRawPointer(line + lineCount).storeBytes(of: spelling.head, as: SIMD16<UInt8>.self)
        lineCount += Int(spelling.length)
        switch spelling.format {
        case .none:
            byte(10)
            return end()
        case .dImm, .dOffset:
            register(i.rd)
            number(i.imm, after: P1ppWriter.comma)
        case .dSymbol:
            register(i.rd)
            reference(i.symbol)
            if i.imm != 0 { number(i.imm, after: P1ppWriter.comma) }
        case .dA:
            register(i.rd)
            further(i.ra)
        case .dAScratch, .dAB:
            register(i.rd)
            further(i.ra)
            if i.rb != .none { further(i.rb) }
        case .dAImm:
            register(i.rd)
            further(i.ra)
            number(i.imm, after: P1ppWriter.comma)
        case .dSourceAB:
            register(i.rd)
            further(i.source)
            further(i.ra)
            further(i.rb)
        case .dSourceAImm:
            register(i.rd)
            further(i.source)
            further(i.ra)
            number(i.imm, after: P1ppWriter.comma)
        case .dBaseOffset:
            register(i.rd)
            further(i.ra)
            number(i.imm, after: P1ppWriter.comma)
            if i.rb != .none { further(i.rb) }
        case .dBaseIndex:
            register(i.rd)
            further(i.ra)
            further(i.rb)
            number(Int64(i.shift), after: P1ppWriter.comma)
            number(i.imm, after: P1ppWriter.comma)
        case .dSymbolScratch:
            register(i.rd)
            reference(i.symbol)
            if i.rb != .none { further(i.rb) }
        case .imm: number(i.imm)
        case .a: register(i.ra)
        case .aB:
            register(i.ra)
            further(i.rb)
        case .symbol:
            byte(UInt8(ascii: "&"))
            symbol(i.symbol)
        case .aSymbol, .aBSymbol, .aImmSymbol:
            register(i.ra)
            if i.rb != .none { further(i.rb) }
            if spelling.format == .aImmSymbol { number(i.imm, after: P1ppWriter.comma) }
            reference(i.symbol)
        }
        byte(UInt8(ascii: ")"))
        byte(10)
        end()
    }

    // MARK: Data

    private mutating func write(_ object: P1Object) {
        self.object = object.symbol
        if level == .base { isBehindData = true }
        let hasPlace = object.keep || !object.sectionName.isEmpty || object.section.rawValue >= SectionKind.note.rawValue
        let isPlaced = !isForOtherTools && (level == .ext || hasPlace)
        if isPlaced {
            section(object.section, object.alignment, object.keep, object.sectionName)
        } else if object.alignment > 1 && !object.isString {
            put(".align \(object.alignment)\n")
        }
        labels(object.symbol)
        if let offsets = innerLabels[object.symbol] {
            writeContent(object, labels: offsets)
        } else {
            for content in object.content { write(content, isString: object.isString) }
            // An object without bytes would name what comes next.
            if level == .base && object.content.allSatisfy({ P1ppWriter.size($0) == 0 }) { fill(1) }
        }
        if object.isString { put(".align 8\n") }
        if isPlaced && level == .base { put("%section(auto)\n") }
    }

    private mutating func write(_ content: P1Content, isString: Bool) {
        switch content {
        case .bytes(let bytes):
            if isString { string(bytes) } else { digits(bytes) }
        case .zero(let count): fill(count)
        case .pointer(let symbol, let offset): pointer(symbol, offset)
        }
    }

    private mutating func fill(_ count: Int) {
        if level == .ext { put("%zero(\(count))\n") } else if count > 0 { put(".fill \(count) 00\n") }
    }

    private mutating func pointer(_ symbol: Int32, _ offset: Int64) {
        if level == .base, offset == 0 || innerLabels[symbol]?.contains(offset) == true {
            put("&")
            put(symbol: symbol)
            put(offset == 0 ? " %(0)\n" : ".at.\(offset) %(0)\n")
        } else {
            if isForOtherTools {
                base.problems.append(BaseForms.Problem(symbol: object >= 0 ? object : symbol, text: "an address \(offset) bytes from '\(name(symbol))'"))
            }
            put("%ptr8(&")
            put(symbol: symbol)
            put(offset == 0 ? ")\n" : ", \(offset))\n")
        }
    }

    // MARK: Labels in objects

    /// Every place in an object of the unit that a pointer in its data leads to, apart from bytes within a pointer.
    private mutating func findInnerLabels() {
        let objects = unit.items.flatMap { item -> [P1Object] in
            switch item {
            case .object(let object): return [object]
            case .function(let function): return function.objects
            default: return []
            }
        }
        var wanted: [Int32: Set<Int64>] = [:]
        for object in objects {
            for case .pointer(let symbol, let offset) in object.content where offset > 0 { wanted[symbol, default: []].insert(offset) }
        }
        for (target, aliases) in base.aliases {
            for alias in aliases where alias.offset != 0 { wanted[target, default: []].insert(alias.offset) }
        }
        if wanted.isEmpty { return }
        for object in objects {
            guard let offsets = wanted[object.symbol] else { continue }
            var reachable = Set<Int64>()
            var at: Int64 = 0
            for content in object.content {
                let size = P1ppWriter.size(content)
                if case .pointer = content { if offsets.contains(at) { reachable.insert(at) } }
                else { reachable.formUnion(offsets.filter { $0 >= at && $0 < at + size }) }
                at += size
            }
            if offsets.contains(at) { reachable.insert(at) }
            innerLabels[object.symbol] = reachable.sorted()
        }
        for case .common(let symbol, let size, _) in unit.items {
            if let offsets = wanted[symbol] { innerLabels[symbol] = offsets.filter { $0 <= Int64(size) }.sorted() }
        }
    }

    private static func size(_ content: P1Content) -> Int64 {
        switch content {
        case .bytes(let bytes): return Int64(bytes.count)
        case .zero(let count): return Int64(count)
        case .pointer: return 8
        }
    }

    /// The content, in pieces with the labels between them.
    private mutating func writeContent(_ object: P1Object, labels: [Int64]) {
        var next = labels[...]
        var at: Int64 = 0
        for content in object.content {
            let end = at + P1ppWriter.size(content)
            var done: Int64 = 0
            while let offset = next.first, offset < end {
                next.removeFirst()
                write(P1ppWriter.part(content, done, offset - at), isString: object.isString)
                done = offset - at
                label(object.symbol, offset)
            }
            write(done == 0 ? content : P1ppWriter.part(content, done, end - at), isString: object.isString)
            at = end
        }
        for offset in next { label(object.symbol, offset) }
    }

    private static func part(_ content: P1Content, _ start: Int64, _ end: Int64) -> P1Content {
        switch content {
        case .bytes(let bytes): return .bytes(Array(bytes[Int(start)..<Int(end)]))
        case .zero: return .zero(Int(end - start))
        case .pointer: return start == end ? .zero(0) : content
        }
    }

    private mutating func label(_ symbol: Int32, _ offset: Int64) {
        put(":" + name(symbol) + ".at.\(offset)\n")
        for alias in base.aliases[symbol] ?? [] where alias.offset == offset { put(":" + name(alias.symbol) + "\n") }
    }

    /// A string's bytes with their NUL: text up to the last byte, then 00.
    private mutating func string(_ bytes: [UInt8]) {
        let text = bytes.last == 0 ? bytes.dropLast() : bytes[...]
        if !text.isEmpty {
            put("\"")
            for byte in text {
                switch byte {
                case 10: put("\\n")
                case 9: put("\\t")
                case 13: put("\\r")
                case 0: put("\\0")
                case UInt8(ascii: "\\"): put("\\\\")
                case UInt8(ascii: "\""): put("\\\"")
                case 32..<127: out.append(byte)
                default: put("\\x" + hex(UInt64(byte), digits: 2))
                }
            }
            put("\"")
        }
        put(bytes.last == 0 ? (text.isEmpty ? "00\n" : " 00\n") : "\n")
    }

    private mutating func digits(_ bytes: [UInt8]) {
        for (index, value) in bytes.enumerated() {
            if index > 0 { byte(index % 32 == 0 ? 10 : 32) }
            if index % 32 == 0 { end() }
            byte(P1ppWriter.digit(value >> 4))
            byte(P1ppWriter.digit(value & 15))
        }
        byte(10)
        end()
    }

    @inline(__always)
    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 48 : value + 55 }

    // MARK: Characters of a line

    /// ", " as it lies in memory.
    private static var comma: UInt16 { UInt16(UInt8(ascii: ",")) | 32 << 8 }

    @inline(__always)
    private mutating func byte(_ byte: UInt8) {
        line[lineCount] = byte
        lineCount &+= 1
    }

    @inline(__always)
    private mutating func pair(_ bytes: UInt16) {
        UnsafeMutableRawPointer(line + lineCount).storeBytes(of: bytes.littleEndian, as: UInt16.self)
        lineCount &+= 2
    }

    /// Flushes the pending characters to `out`.
    private mutating func end() {
        out.append(contentsOf: UnsafeBufferPointer(start: line, count: lineCount))
        lineCount = 0
    }

    @inline(__always)
    private mutating func register(_ register: Register) {
        let number = register.rawValue
        switch number {
        case 0...3: pair(UInt16(UInt8(ascii: "a")) | UInt16(48 + number) << 8)
        case 4...6: pair(UInt16(UInt8(ascii: "t")) | UInt16(48 + number - 4) << 8)
        case 7...12: pair(UInt16(UInt8(ascii: "s")) | UInt16(48 + number - 7) << 8)
        default: for letter in register.name.utf8 { byte(letter) }
        }
    }

    @inline(__always)
    private mutating func further(_ register: Register) {
        pair(P1ppWriter.comma)
        self.register(register)
    }

    private mutating func number(_ value: Int64, after separator: UInt16) {
        pair(separator)
        number(value)
    }

    private mutating func number(_ value: Int64) {
        var rest = value.magnitude
        if value < 0 { byte(UInt8(ascii: "-")) }
        var digits = 1
        var bound = rest / 10
        while bound > 0 {
            digits += 1
            bound /= 10
        }
        for place in stride(from: digits - 1, through: 0, by: -1) {
            line[lineCount + place] = UInt8(48 + rest % 10)
            rest /= 10
        }
        lineCount += digits
    }

    private mutating func reference(_ symbol: Int32) {
        pair(P1ppWriter.comma)
        byte(UInt8(ascii: "&"))
        self.symbol(symbol)
    }

    private mutating func symbol(_ symbol: Int32) {
        if symbol < 0 {
            byte(UInt8(ascii: "."))
            byte(UInt8(ascii: "L"))
            number(Int64(~symbol))
        } else {
            end()
            if isForOtherTools, let name = base.privateNames[symbol] { return put(name) }
            out.append(contentsOf: unit.names.bytes(symbol))
        }
    }

    // MARK: Text beside instructions, with no line begun

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { out.append(contentsOf: $0) }
    }

    private mutating func put(symbol number: Int32) {
        symbol(number)
        end()
    }
}

/// A mnemonic as it is written: `%name(`, or `%name` where nothing follows.
private struct Spelling {
    let head: SIMD16<UInt8>
    let length: UInt8
    let format: OperandFormat

    /// In the order of Mnemonic.all.
    static let all: [Spelling] = Mnemonic.all.map { mnemonic in
        var head = SIMD16<UInt8>()
        var length = 0
        func put(_ byte: UInt8) {
            precondition(length < 16, "a mnemonic longer than the writer's words")
            head[length] = byte
            length += 1
        }
        put(UInt8(ascii: "%"))
        for byte in mnemonic.name.utf8 { put(byte) }
        if mnemonic.format != .none { put(UInt8(ascii: "(")) }
        return Spelling(head: head, length: UInt8(length), format: mnemonic.format)
    }
}

/// The index in Mnemonic.all of the name to print for an instruction.
private struct SpellingTable {
    private var ordinary: [Int16]
    /// Comparisons with zero have names of their own.
    private var withZero: [Int16]

    static let base = SpellingTable { $0.isBase }
    static let ext = SpellingTable { _ in true }
    /// Base P1 takes sp as an operand of mov and as the base of memory only.
    static let leaSlot = Mnemonic.all.firstIndex { $0.name == "lea_slot" }!

    private init(_ belongs: (Mnemonic) -> Bool) {
        let size = Operation.allCases.count << 7
        ordinary = [Int16](repeating: -1, count: size)
        withZero = ordinary
        for (index, mnemonic) in Mnemonic.all.enumerated() {
            let key = SpellingTable.key(mnemonic.template)
            let isZeroForm = mnemonic.format == .aSymbol || mnemonic.format == .dA && mnemonic.template.op == .cmpseti
            if isZeroForm && withZero[key] < 0 { withZero[key] = Int16(index) }
            let isOrdinary = mnemonic.format != .aSymbol && mnemonic.format != .dOffset || mnemonic.template.op == .ldarg
            if isOrdinary && belongs(mnemonic) && ordinary[key] < 0 { ordinary[key] = Int16(index) }
        }
    }

    @inline(__always)
    func index(of i: Instruction) -> Int {
        let key = SpellingTable.key(i)
        if i.imm == 0 && (i.op == .bcci || i.op == .cmpseti) && withZero[key] >= 0 { return Int(withZero[key]) }
        precondition(ordinary[key] >= 0, "an instruction without a mnemonic")
        return Int(ordinary[key])
    }

    /// Operation, width, and what memory or which condition it is about: no operation has both.
    @inline(__always)
    private static func key(_ i: Instruction) -> Int {
        let detail: UInt8
        switch i.op {
        case .load, .store, .loadx, .storex, .loadg, .storeg: detail = i.memory.rawValue
        default: detail = i.condition.rawValue
        }
        return Int(i.op.rawValue) << 7 | Int(i.width.rawValue) << 4 | Int(detail)
    }
}
