/// "Did you mean", for words from a list: directives, options.
public enum Spellcheck {
    /// The candidate that differs least from a word, if it differs little enough; of equals the first.
    public static func closest(to word: String, among candidates: [String]) -> String? {
        var best: String?
        var bestDistance = Similarity.limit(word)
        for candidate in candidates where bestDistance > 0 {
            let distance = Similarity.distance(word, candidate, limit: bestDistance)
            if distance < bestDistance {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }
}
