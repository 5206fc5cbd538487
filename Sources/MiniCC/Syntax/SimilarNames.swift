import Support

extension Parser {
    /// The visible name most like `text`, among symbols of the kinds asked for.
    mutating func similarName(to text: String, where isWanted: (SymbolKind) -> Bool) -> SymbolID? {
        var best: SymbolID?
        var bestDistance = Similarity.limit(text)
        guard bestDistance > 0 else { return nil }
        var candidates: [SymbolID] = []
        scopes.forEachVisible { candidates.append($0) }
        for id in candidates where isWanted(scopes[id].kind) && scopes[id].name >= 0 {
            let length = names.bytes(scopes[id].name).count
            if abs(length - text.utf8.count) >= bestDistance { continue }
            let distance = Similarity.distance(text, names.string(scopes[id].name), limit: bestDistance)
            if distance < bestDistance && distance > 0 {
                bestDistance = distance
                best = id
            }
        }
        return best
    }
}
