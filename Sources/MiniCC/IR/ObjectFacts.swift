/// What a unit knows of the objects that its symbols name. It grows with the declarations: the facts are those of the
/// point that the unit has been read to.
final class ObjectFacts {
    private struct Facts {
        /// Bytes that are surely there.
        var size: Int64 = 0
        /// Defined in this unit: nothing else that it defines lies at the same place.
        var isOwn = false
    }

    private var facts = Table<IRSymbol, Facts>()

    func note(_ symbol: IRSymbol, size: Int64, isOwn: Bool) {
        facts.grow(to: symbol.index + 1, with: Facts())
        facts[symbol] = Facts(size: size, isOwn: isOwn)
    }

    /// Bytes that can be read at the symbol without a fault; 0 where there may be no object, and where nothing is known.
    func size(_ symbol: IRSymbol) -> Int64 { facts.has(symbol) ? facts[symbol].size : 0 }

    /// Whether objects of two different symbols surely lie apart. A name without a definition here may be an alias, in
    /// another unit or further down in this one, and __start_NAME is where the first object of a section lies.
    func areApart(_ x: IRSymbol, _ y: IRSymbol) -> Bool { isOwn(x) && isOwn(y) }

    private func isOwn(_ symbol: IRSymbol) -> Bool { facts.has(symbol) && facts[symbol].isOwn }
}
