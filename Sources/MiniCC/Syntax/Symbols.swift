/// What a name means. Symbols live as long as the translation unit: types and static objects refer to them.
struct SymbolID: ID { let raw: Int32 }

enum SymbolKind: UInt8, Sendable { case object, function, typedefName, enumConstant, tag }

enum StorageClass: UInt8, Sendable { case none, typedefName, external, `static`, auto, register }

enum Linkage: UInt8, Sendable { case none, intern, extern }

struct SymbolFlags: OptionSet, Sendable {
    let rawValue: UInt32
    /// Has a body or an initialiser.
    static let defined = SymbolFlags(rawValue: 1)
    /// `T x;` at file scope: defined with zeros if nothing better comes.
    static let tentative = SymbolFlags(rawValue: 2)
    static let used = SymbolFlags(rawValue: 4)
    static let addressTaken = SymbolFlags(rawValue: 16)
    static let parameter = SymbolFlags(rawValue: 32)
    static let inline = SymbolFlags(rawValue: 64)
    /// A declaration without `inline` or with `extern` makes an inline function an external definition.
    static let externInline = SymbolFlags(rawValue: 128)
    static let noReturn = SymbolFlags(rawValue: 256)
    static let weak = SymbolFlags(rawValue: 512)
    /// attribute((used)): must be in the output.
    static let keep = SymbolFlags(rawValue: 1024)
    /// attribute((unused)): no warning.
    static let maybeUnused = SymbolFlags(rawValue: 2048)
    static let constructor = SymbolFlags(rawValue: 4096)
    static let destructor = SymbolFlags(rawValue: 8192)
    /// Lives in static storage though declared in a block, or is a compound literal at file scope.
    static let staticStorage = SymbolFlags(rawValue: 16384)
    /// Declared by being called.
    static let implicit = SymbolFlags(rawValue: 32768)
    /// Returns twice: setjmp and its relatives.
    static let returnsTwice = SymbolFlags(rawValue: 65536)
    static let deprecated = SymbolFlags(rawValue: 1 << 17)
    static let register = SymbolFlags(rawValue: 1 << 18)
    /// gnu_inline: `extern inline` makes no external definition.
    static let gnuInline = SymbolFlags(rawValue: 1 << 19)
    /// Made by the compiler: no name in the source.
    static let hidden = SymbolFlags(rawValue: 1 << 20)
    /// Assigned to after its declaration.
    static let assigned = SymbolFlags(rawValue: 1 << 21)
    static let alwaysInline = SymbolFlags(rawValue: 1 << 22)
    static let neverInline = SymbolFlags(rawValue: 1 << 23)
    /// An inline definition was followed by the real one.
    static let redefined = SymbolFlags(rawValue: 1 << 24)
}

/// What the slot of an automatic object holds.
enum SlotContent: Sendable {
    case object
    /// The object's address: of large parameters and arrays of variable length.
    case address
    /// The object, at the first multiple of this alignment.
    case aligned(Int64)

    /// Of a slot with room for an object of this alignment. Frames are aligned to 8 bytes.
    init(alignment: Int32) { self = alignment > 8 ? .aligned(Int64(alignment)) : .object }
}

struct Symbol {
    var kind: SymbolKind
    var linkage = Linkage.none
    var flags: SymbolFlags = []
    var name: Name
    var type: TypeID
    var location: SourceLocation
    /// Depth of the scope it was declared in, 0 for the file.
    var depth: Int32 = 0
    /// What the name meant before, in an outer scope.
    var shadowed: SymbolID = .none
    /// Objects and functions with linkage: the one symbol that stands for all their declarations.
    var entity: SymbolID = .none
    /// Of an enumeration constant.
    var value: Int64 = 0
    /// Local variable: how often its name stands where it is not assigned to.
    var readCount: Int32 = 0
    /// Object in static storage: its number in the parser's `statics`.
    var staticNumber: Int32 = -1
    /// _Alignas and attribute((aligned)), 0 for the type's own.
    var alignment: Int32 = 0
    /// asm label, section and alias, or -1.
    var label: Name = -1
    var section: Name = -1
    var alias: Name = -1
    /// attribute((format(printf, …))): number of the format argument, and of the first one to check; 0 for none.
    var formatArgument: UInt8 = 0
    var firstFormatted: UInt8 = 0
    var formatIsScanf = false
    /// attribute((constructor)) and attribute((destructor)).
    var constructorPriority = Attributes.lastPriority
    var destructorPriority = Attributes.lastPriority
    /// Belong to the lowering: where an automatic object lies, and what anything else is called in the unit.
    var slot = IRSlotID.none
    var slotHolds = SlotContent.object
    var unitSymbol = IRSymbol.none
}

/// What every name means here. A name is looked up by one array access; leaving a scope restores what its
/// declarations hid.
struct Scopes: ~Copyable {
    struct Binding {
        var ordinary: SymbolID = .none
        var tag: SymbolID = .none
        var label: LabelID = .none
        /// The symbol with external or internal linkage, whether it is visible here or not.
        var linked: SymbolID = .none
    }

    var symbols = Arena<SymbolID, Symbol>(capacity: 1024)
    private(set) var depth: Int32 = 0
    private var bindings = Arena<Name, Binding>(capacity: 4096)
    /// Symbols of the open scopes, innermost last, and where each scope begins.
    private var declared: [SymbolID] = []
    private var starts: [Int] = []

    @inline(__always) subscript(symbol: SymbolID) -> Symbol {
        get { symbols[symbol] }
        nonmutating set { symbols[symbol] = newValue }
        nonmutating _modify { yield &symbols[symbol] }
    }

    @inline(__always) private mutating func reach(_ name: Name) {
        if name >= bindings.count {
            bindings.append(repeating: Binding(), count: max(name + 1 - bindings.count, 256))
        }
    }

    @inline(__always) mutating func ordinary(_ name: Name) -> SymbolID {
        reach(name)
        return bindings[name].ordinary
    }
    @inline(__always) mutating func tag(_ name: Name) -> SymbolID {
        reach(name)
        return bindings[name].tag
    }
    mutating func linked(_ name: Name) -> SymbolID {
        reach(name)
        return bindings[name].linked
    }
    mutating func link(_ name: Name, to symbol: SymbolID) {
        reach(name)
        bindings[name].linked = symbol
    }
    mutating func label(_ name: Name) -> LabelID {
        reach(name)
        return bindings[name].label
    }
    mutating func setLabel(_ name: Name, to label: LabelID) {
        reach(name)
        bindings[name].label = label
    }

    /// The name's meaning in the innermost scope only.
    mutating func ordinaryHere(_ name: Name) -> SymbolID? {
        let symbol = ordinary(name)
        return symbol != .none && symbols[symbol].depth == depth ? symbol : nil
    }
    mutating func tagHere(_ name: Name) -> SymbolID? {
        let symbol = tag(name)
        return symbol != .none && symbols[symbol].depth == depth ? symbol : nil
    }

    /// Adds a symbol without a name to be found by.
    mutating func add(_ symbol: Symbol) -> SymbolID {
        symbols.append(symbol)
    }

    /// Makes the symbol what its name means from here to the end of the scope.
    mutating func declare(_ symbol: Symbol) -> SymbolID {
        let id = symbols.append(symbol)
        bind(id)
        return id
    }

    /// Binds an existing symbol in the innermost scope: the parameters of a definition enter its body.
    mutating func bind(_ id: SymbolID) {
        let name = symbols[id].name
        symbols[id].depth = depth
        declared.append(id)
        guard name >= 0 else { return }
        reach(name)
        if symbols[id].kind == .tag {
            symbols[id].shadowed = bindings[name].tag
            bindings[name].tag = id
        } else {
            symbols[id].shadowed = bindings[name].ordinary
            bindings[name].ordinary = id
        }
    }

    mutating func enter() {
        depth += 1
        starts.append(declared.count)
    }

    /// Everything declared in the innermost scope, in order.
    var declaredHere: ArraySlice<SymbolID> { declared[(starts.last ?? 0)...] }

    mutating func leave() {
        let start = starts.removeLast()
        var index = declared.count
        while index > start {
            index -= 1
            let symbol = symbols[declared[index]]
            guard symbol.name >= 0 else { continue }
            if symbol.kind == .tag {
                bindings[symbol.name].tag = symbol.shadowed
            } else {
                bindings[symbol.name].ordinary = symbol.shadowed
            }
        }
        declared.removeLast(declared.count - start)
        depth -= 1
    }

    /// Calls `body` with every ordinary name that is visible, for "did you mean".
    mutating func forEachVisible(_ body: (SymbolID) -> Void) {
        for name in 0..<bindings.count where bindings[name].ordinary != .none { body(bindings[name].ordinary) }
    }
}
