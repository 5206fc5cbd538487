import Support

/// What a compiler hands to the backend: a translation unit as functions and data. From here two equal
/// roads lead on: print it as P1pp text (P1ppWriter), or give it to the linker at once (Linker.add).
public struct P1Unit {
    /// Symbol numbers in this unit are numbers of this table.
    public let names = NameTable()
    public var items: [P1Item] = []

    public init() {}
}

public enum P1Item: Sendable {
    case function(P1Function)
    case object(P1Object)
    /// `symbol` is another name of `target` + `offset`.
    case alias(symbol: Int32, target: Int32, offset: Int64)
    /// A tentative definition: zero-filled storage, unless another unit defines the symbol.
    case common(symbol: Int32, size: Int, alignment: Int)
    /// References may stay undefined (address 0), definitions give way to others. Of an inline function each unit has a copy.
    case weak(symbol: Int32, isInline: Bool = false)
}

public enum SectionKind: UInt8, Sendable, CaseIterable {
    case text, rodata, data, bss
    case note
    /// Arrays of function pointers that the start-up and exit code walks.
    case initArray, finiArray

    var isArray: Bool { self == .initArray || self == .finiArray }
}

extension SectionKind {
    public var name: String {
        switch self {
        case .text: return "text"
        case .rodata: return "rodata"
        case .data: return "data"
        case .bss: return "bss"
        case .note: return "note"
        case .initArray: return "init_array"
        case .finiArray: return "fini_array"
        }
    }

    public init?(name: String) {
        guard let kind = SectionKind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

public struct P1Function: Sendable {
    public var symbol: Int32
    /// Complete: with enter and eret where it has a frame. Local labels are .label instructions with symbol ~n.
    public var instructions: [Instruction] = []
    /// Read-only tables that belong to the function and may refer to its local labels (switch tables).
    public var tables: [P1Table] = []
    /// Objects whose content refers to local labels of the function.
    public var objects: [P1Object] = []
    /// attribute((section)): functions of the same name lie together. Empty for the usual place.
    public var sectionName = ""
    /// Stays in the link though nothing refers to it.
    public var keep = false
    /// Alignment of the first instruction, 0 for the machine's usual one.
    public var alignment = 0

    public init(symbol: Int32) { self.symbol = symbol }
}

public struct P1Table: Sendable {
    /// The local label ~n of the table's first byte.
    public var label: Int32
    /// Local labels (< 0) or symbols, 8 bytes each.
    public var entries: [Int32]

    public init(label: Int32, entries: [Int32]) {
        self.label = label
        self.entries = entries
    }
}

public struct P1Object: Sendable {
    public var symbol: Int32
    public var section: SectionKind
    public var alignment: Int
    public var content: [P1Content] = []
    /// attribute((section)): objects of the same name lie together, between __start_NAME and __stop_NAME.
    public var sectionName = ""
    public var keep = false
    /// A string literal: the writer prints it as a string.
    public var isString = false

    public init(symbol: Int32, section: SectionKind, alignment: Int) {
        self.symbol = symbol
        self.section = section
        self.alignment = alignment
    }
}

public enum P1Content: Sendable {
    case bytes([UInt8])
    case zero(Int)
    /// An 8-byte address. In objects of a function, of its local label ~symbol if that is negative.
    case pointer(symbol: Int32, offset: Int64)
}
