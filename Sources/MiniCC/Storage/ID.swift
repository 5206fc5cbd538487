/// What addresses the rows of a `Table`, a `Scratch` or an `Arena`: an `ID`, or a plain number for places in an order.
protocol RowNumber: Hashable, BitwiseCopyable, Sendable {
    init(_ index: Int)
    var index: Int { get }
}

extension Int: RowNumber {
    @inline(__always) var index: Int { self }
}

extension Int32: RowNumber {
    @inline(__always) var index: Int { Int(self) }
}

/// The number of something in its table. Each kind of thing has a type of its own, so that the number of a block cannot go
/// where that of a value is meant; in all of them -1 is `none`. Ranges of them can be walked.
protocol ID: RowNumber, Strideable, CustomStringConvertible where Stride == Int {
    var raw: Int32 { get }
    init(raw: Int32)
}

extension ID {
    @inline(__always) static var none: Self { Self(raw: -1) }

    @inline(__always) init(_ index: Int) { self.init(raw: Int32(truncatingIfNeeded: index)) }

    @inline(__always) var index: Int { Int(raw) }

    @inline(__always) static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
    @inline(__always) func distance(to other: Self) -> Int { other.index - index }
    @inline(__always) func advanced(by distance: Int) -> Self { Self(index + distance) }

    var description: String { String(raw) }
}
