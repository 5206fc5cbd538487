/// How values travel between a caller and a function. A convention is a value of this type; the lowering asks it and
/// knows no sizes of its own.
///
/// Common to all: a scalar is one word. Variable arguments lie one behind the other in memory, laid out in the words that
/// they would be as fixed ones, and the last argument word is their address.
struct CallingConvention: Sendable {
    /// How one argument or result travels.
    enum Passing: Sendable {
        /// Not at all: void, and records without bytes.
        case nothing
        case word
        /// Split into two words, the first of which is full.
        case twoWords
        /// As the address of a copy that is the callee's, or for a result of a buffer that the caller provides.
        case reference

        /// Argument words that it takes.
        var words: Int {
            switch self {
            case .nothing: return 0
            case .word, .reference: return 1
            case .twoWords: return 2
            }
        }
    }

    /// Records of more bytes travel by reference.
    let largestRecordInWords: Int64

    /// That of P1.
    static let p1 = CallingConvention(largestRecordInWords: 16)

    func passing(_ type: TypeID, _ types: borrowing TypeTable) -> Passing {
        if types.kind(type) == .void { return .nothing }
        guard types.isRecord(type) else { return .word }
        let size = types.size(type)
        if size == 0 { return .nothing }
        if size > largestRecordInWords { return .reference }
        return size > 8 ? .twoWords : .word
    }
}

extension Lowering {
    func passing(_ type: TypeID) -> CallingConvention.Passing { convention.passing(type, parser.types) }
}
