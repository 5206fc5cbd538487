import P1Backend
import Support

/// How the names of a unit are written.
public struct UnitOptions: Sendable {
    /// --lib: stands before private names and string labels.
    public var prefix = ""
    /// -fwrapv: signed overflow wraps.
    public var wraps = false
    /// Functions of <math.h> that need no call set errno all the same: all but -fno-math-errno.
    public var setsErrno = true
    /// P1 has operations of floating point, and accesses of any alignment: all but --p1=base.
    var isExt = true
    /// -ftrivial-auto-var-init: the byte that local variables without an initialiser begin with.
    public var fill: UInt8?
    public init() {}
}

/// Turns the trees of a translation unit into IR, function by function as they are parsed, and its objects
/// into data. `parser` is part of it: when a function is lowered, the next one is read.
struct Lowering: ~Copyable {
    var parser: Parser
    var unit = P1Unit()
    let options: UnitOptions
    private let clock: PhaseClock?

    /// The function being lowered.
    let convention = CallingConvention.p1
    var f = IRFunction(symbol: IRSymbol(0))
    var state = FunctionState()

    /// Unit symbol of each string literal, none before it was needed.
    private var literalSymbols: [IRSymbol] = []
    /// Every content with its unit symbol.
    private let contents = NameTable(room: 128)
    private var contentSymbols: [IRSymbol] = []
    let objects = ObjectFacts()
    /// Nil with -fno-builtin.
    private(set) var libraryCalls: LibraryCalls?
    private var privateCount = 0
    private var emittedStatics = 0

    init(parser: consuming Parser, options: UnitOptions, clock: PhaseClock? = nil) {
        self.parser = parser
        self.clock = clock
        self.options = options
        if self.parser.options.hasLibrary {
            libraryCalls = LibraryCalls(self.parser.names, isExt: options.isExt, excluded: self.parser.options.ordinaryFunctions)
        }
    }

    /// Lowers the next function; nil at the end of the unit, when everything else of it is complete too.
    /// Functions with errors are parsed, but give nothing.
    mutating func next() -> IRFunction? {
        while let definition = nextDefinition() {
            if parser.diagnostics.errorCount > 0 { continue }
            if parser.scopes[definition.symbol].flags.contains(.redefined) { dropFunction(unitSymbol(definition.symbol)) }
            lower(definition)
            emitStatics()
            if parser.diagnostics.errorCount > 0 { continue }
            // Handed over, not shared: what is shared is copied when it changes.
            var lowered = IRFunction(symbol: IRSymbol(0))
            swap(&lowered, &f)
            return lowered
        }
        if parser.diagnostics.errorCount == 0 {
            emitStatics()
            emitDeclarations()
        }
        return nil
    }

    private mutating func dropFunction(_ symbol: IRSymbol) {
        unit.items.removeAll {
            if case .function(let function) = $0 { return function.symbol == symbol.raw }
            return false
        }
    }

    private mutating func nextDefinition() -> FunctionDefinition? {
        clock?.begin("parse")
        defer { clock?.end() }
        return parser.nextFunction()
    }

    /// The unit, once all of it is compiled.
    consuming func finished() -> P1Unit { unit }

    // MARK: NameTable

    /// The unit's symbol of something with static storage.
    mutating func unitSymbol(_ id: SymbolID) -> IRSymbol {
        let symbol = parser.scopes[id]
        if symbol.unitSymbol != .none { return symbol.unitSymbol }
        let name: String
        if symbol.label >= 0 {
            name = parser.names.string(symbol.label)
        } else if symbol.linkage == .extern {
            let number = IRSymbol(raw: unit.names.intern(parser.names.bytes(symbol.name)))
            parser.scopes[id].unitSymbol = number
            return number
        } else if symbol.linkage == .intern {
            name = options.prefix + parser.names.string(symbol.name)
        } else {
            // Objects of blocks and without names are numbered.
            name = options.prefix + (symbol.name >= 0 ? parser.names.string(symbol.name) : "cc__object") + ".\(privateCount)"
            privateCount += 1
        }
        let number = IRSymbol(raw: unit.names.intern(name))
        parser.scopes[id].unitSymbol = number
        return number
    }

    /// The symbol of a string literal; equal contents have one.
    mutating func stringSymbol(_ index: Int) -> IRSymbol {
        while literalSymbols.count <= index { literalSymbols.append(.none) }
        if literalSymbols[index] != .none { return literalSymbols[index] }
        let entry = parser.strings[index]
        var content = Array(parser.strings.content(index))
        for _ in 0..<entry.encoding.elementSize { content.append(0) }
        let symbol: IRSymbol
        let number = Int(content.withUnsafeBufferPointer { contents.intern($0) })
        if number < contentSymbols.count {
            symbol = contentSymbols[number]
        } else {
            symbol = IRSymbol(raw: unit.names.intern("\(options.prefix)cc__str_\(number)"))
            contentSymbols.append(symbol)
            var object = P1Object(symbol: symbol.raw, section: .rodata, alignment: 8)
            object.isString = entry.encoding.elementSize == 1
            object.content = [.bytes(content)]
            objects.note(symbol, size: Int64(content.count), isOwn: true)
            unit.items.append(.object(object))
        }
        literalSymbols[index] = symbol
        return symbol
    }

    // MARK: Data

    /// Emits the static objects that the parser has finished since the last time.
    private mutating func emitStatics() {
        while emittedStatics < parser.statics.count {
            let index = emittedStatics
            emittedStatics += 1
            emit(parser.statics[index])
            // Compound literals at file scope may still be copied into other objects.
            if !parser.scopes[parser.statics[index].symbol].flags.contains(.hidden) {
                parser.statics[index].bytes = []
                parser.statics[index].relocations = []
            }
        }
    }

    private mutating func emit(_ object: StaticObject) {
        let symbol = parser.scopes[object.symbol]
        let alignment = max(Int(symbol.alignment), Int(parser.types.alignment(symbol.type)))
        let number = unitSymbol(object.symbol)
        let isZero = object.relocations.isEmpty && !object.bytes.contains { $0 != 0 }
        var result = P1Object(symbol: number.raw, section: isZero ? .bss : isReadOnly(symbol.type) ? .rodata : .data, alignment: alignment)
        if symbol.section >= 0 {
            result.sectionName = parser.names.string(symbol.section)
            if isZero { result.section = .data }
        }
        if isZero && isReadOnly(symbol.type) && object.size <= 64 { result.section = .rodata }
        result.keep = symbol.flags.contains(.keep)
        result.content = content(of: object, isZero: isZero)
        let hasLabels = object.relocations.contains { if case .label = $0.base { return true } else { return false } }
        if hasLabels { f.objects.append(result) } else { unit.items.append(.object(result)) }
        finishLinkage(symbol, number)
    }

    private mutating func content(of object: StaticObject, isZero: Bool) -> [P1Content] {
        if isZero { return object.size > 0 ? [.zero(Int(object.size))] : [] }
        var content: [P1Content] = []
        var at = 0
        // Pieces in the order of their offsets, the last of several for the same place.
        var relocations = object.relocations
        if zip(relocations, relocations.dropFirst()).contains(where: { $0.offset >= $1.offset }) {
            relocations.sort { $0.offset < $1.offset }
        }
        for (index, relocation) in relocations.enumerated() {
            if index + 1 < relocations.count && relocations[index + 1].offset == relocation.offset { continue }
            let offset = Int(relocation.offset)
            if offset > at { appendBytes(object.bytes, at..<offset, &content) }
            switch relocation.base {
            case .symbol(let symbol): content.append(.pointer(symbol: unitSymbol(symbol).raw, offset: relocation.addend))
            case .string(let index): content.append(.pointer(symbol: stringSymbol(Int(index)).raw, offset: relocation.addend))
            case .label(let label): content.append(.pointer(symbol: ~addressedBlock(label).raw, offset: relocation.addend))
            }
            at = offset + 8
        }
        appendBytes(object.bytes, at..<max(at, object.bytes.count), &content)
        at = max(at, object.bytes.count)
        if Int(object.size) > at { content.append(.zero(Int(object.size) - at)) }
        return content
    }

    /// Long runs of zeros inside are kept apart: tables are often sparse.
    private func appendBytes(_ bytes: [UInt8], _ range: Range<Int>, _ content: inout [P1Content]) {
        var start = range.lowerBound
        var at = start
        while at < range.upperBound {
            if bytes[at] != 0 {
                at += 1
                continue
            }
            var end = at
            while end < range.upperBound && bytes[end] == 0 { end += 1 }
            if end - at >= 64 {
                if at > start { content.append(.bytes(Array(bytes[start..<at]))) }
                content.append(.zero(end - at))
                start = end
            }
            at = end
        }
        if range.upperBound > start { content.append(.bytes(Array(bytes[start..<range.upperBound]))) }
    }

    private func isReadOnly(_ type: TypeID) -> Bool {
        var type = type
        while parser.types.isArray(type) { type = parser.types.base(type) }
        return type.isConst && !type.isVolatile
    }

    private mutating func finishLinkage(_ symbol: Symbol, _ number: IRSymbol) {
        if symbol.flags.contains(.weak) { unit.items.append(.weak(symbol: number.raw)) }
    }

    /// What is left at the end: tentative definitions, aliases, weak declarations, constructors.
    private mutating func emitDeclarations() {
        for id in parser.definitions {
            let symbol = parser.scopes[id]
            if symbol.alias >= 0 {
                let target = parser.scopes.linked(symbol.alias)
                let targetNumber = target != .none ? unitSymbol(target).raw : unit.names.intern(parser.names.string(symbol.alias))
                let number = unitSymbol(id)
                // First: a weak alias gives way to a definition that is there.
                finishLinkage(symbol, number)
                unit.items.append(.alias(symbol: number.raw, target: targetNumber, offset: 0))
                continue
            }
            if symbol.kind == .object && symbol.flags.contains(.tentative) && !symbol.flags.contains(.defined) {
                emitTentative(id, symbol)
            } else if symbol.flags.contains(.weak) && !symbol.flags.contains(.defined) {
                finishLinkage(symbol, unitSymbol(id))
            }
            if symbol.kind == .function && symbol.flags.contains(.defined) {
                // An inline definition gives way to the external one, and to its copies in other units.
                if isInlineOnly(symbol) { unit.items.append(.weak(symbol: unitSymbol(id).raw, isInline: true)) }
                else { finishLinkage(symbol, unitSymbol(id)) }
                if symbol.flags.contains(.constructor) { emitPointer(to: id, .initArray, symbol.constructorPriority) }
                if symbol.flags.contains(.destructor) { emitPointer(to: id, .finiArray, symbol.destructorPriority) }
            }
        }
    }

    private func isInlineOnly(_ symbol: Symbol) -> Bool {
        guard symbol.linkage == .extern, symbol.flags.contains(.inline) else { return false }
        if symbol.flags.contains(.gnuInline) || parser.options.isC89 { return true }
        return !symbol.flags.contains(.externInline)
    }

    private mutating func emitTentative(_ id: SymbolID, _ symbol: Symbol) {
        let number = unitSymbol(id)
        let size = Int(parser.types.size(symbol.type))
        let alignment = max(Int(symbol.alignment), Int(parser.types.alignment(symbol.type)))
        if symbol.linkage == .extern && symbol.section < 0 && !symbol.flags.contains(.weak) {
            unit.items.append(.common(symbol: number.raw, size: size, alignment: alignment))
            return
        }
        var object = P1Object(symbol: number.raw, section: symbol.section >= 0 ? .data : .bss, alignment: alignment)
        if symbol.section >= 0 { object.sectionName = parser.names.string(symbol.section) }
        object.keep = symbol.flags.contains(.keep)
        if size > 0 { object.content = [.zero(size)] }
        unit.items.append(.object(object))
        finishLinkage(symbol, number)
    }

    private mutating func emitPointer(to id: SymbolID, _ section: SectionKind, _ priority: UInt16) {
        let target = unitSymbol(id)
        let word = section == .initArray ? "init" : "fini"
        var object = P1Object(symbol: unit.names.intern("\(options.prefix)cc__\(word).\(privateCount)"), section: section, alignment: 8)
        privateCount += 1
        object.keep = true
        if priority != Attributes.lastPriority { object.sectionName = "\(priority)" }
        object.content = [.pointer(symbol: target.raw, offset: 0)]
        unit.items.append(.object(object))
    }

    // MARK: Types

    @inline(__always)
    func irType(_ type: TypeID) -> IRType {
        let entry = parser.types[type]
        switch entry.kind {
        case .float: return .f32
        case .double, .longDouble: return .f64
        case .void, .structure, .union, .invalid: return .void
        default: return entry.size == 8 ? .i64 : .i32
        }
    }

    /// How an object of this type is loaded and stored.
    @inline(__always)
    func memory(_ type: TypeID) -> Memory {
        switch parser.types.storage(type) {
        case .bool, .unsignedChar: return .u8
        case .char: return parser.types.charIsUnsigned ? .u8 : .s8
        case .signedChar: return .s8
        case .short: return .s16
        case .unsignedShort: return .u16
        case .int: return .s32
        case .unsignedInt, .float: return .u32
        default: return .d64
        }
    }
}

/// What the lowering knows of the function at hand beside its IR.
struct FunctionState {
    /// Where break and continue lead, and which cleanup is the innermost there.
    var breakTargets: [(block: IRBlockID, cleanup: Int32)] = []
    var continueTargets: [(block: IRBlockID, cleanup: Int32)] = []
    var labelBlocks = Table<LabelID, IRBlockID>()
    var caseBlocks: [IRBlockID] = []
    var defaultBlocks: [IRBlockID] = []
    var resultType = TypeID.void
    /// Slot with the address of the result buffer, none for results in registers.
    var resultBuffer: IRSlotID = .none
    /// Slot with the address of the variable arguments.
    var variableArguments: IRSlotID = .none
    /// Slot in which calls lay out variable arguments.
    var outgoing: IRSlotID = .none
    /// By cleanup of an array of variable length: the slot that holds the stack pointer from before.
    var stackMarks: [Int32: IRSlotID] = [:]
    /// The innermost variable with a cleanup, number in the tree's `cleanups`, or -1.
    var cleanup: Int32 = -1
    var depth = 0
}
