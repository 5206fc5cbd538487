/// What -std= chooses.
public struct Dialect: Sendable, Equatable {
    /// The C standards, in order.
    public enum Standard: Int, Sendable, Comparable {
        case c89 = 1989, c94 = 1994, c99 = 1999, c11 = 2011, c17 = 2017, c23 = 2023
        /// The older one first.
        public static func < (a: Standard, b: Standard) -> Bool { a.rawValue < b.rawValue }
    }

    /// The standard that the dialect builds on.
    public var standard: Standard
    /// gnu11 and the like, not c11: GNU keywords without underscores, no trigraphs.
    public var hasGNUKeywords: Bool

    /// A standard, with or without the extensions of GNU C.
    public init(_ standard: Standard, gnu: Bool) {
        self.standard = standard
        hasGNUKeywords = gnu
    }

    /// The name behind -std=, nil if there is no such standard.
    public init?(option: String) {
        switch option {
        case "c89", "c90", "iso9899:1990", "ansi": self.init(.c89, gnu: false)
        case "iso9899:199409": self.init(.c94, gnu: false)
        case "c99", "c9x", "iso9899:1999", "iso9899:199x": self.init(.c99, gnu: false)
        case "c11", "c1x", "iso9899:2011": self.init(.c11, gnu: false)
        case "c17", "c18", "iso9899:2017", "iso9899:2018": self.init(.c17, gnu: false)
        case "c23", "c2x": self.init(.c23, gnu: false)
        case "gnu89", "gnu90": self.init(.c89, gnu: true)
        case "gnu99", "gnu9x": self.init(.c99, gnu: true)
        case "gnu11", "gnu1x": self.init(.c11, gnu: true)
        case "gnu17", "gnu18": self.init(.c17, gnu: true)
        case "gnu23", "gnu2x": self.init(.c23, gnu: true)
        default: return nil
        }
    }
}
