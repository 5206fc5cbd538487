/// "Did you mean": how far two names are apart.
public enum Similarity {
    /// From this distance on a name is no longer similar.
    public static func limit(_ text: String) -> Int {
        let length = text.utf8.count
        return length <= 2 ? 0 : length <= 4 ? 2 : length <= 8 ? 3 : 4
    }

    /// Edits (insert, delete, replace, exchange of neighbours) that turn one into the other, at most `limit`.
    public static func distance(_ a: String, _ b: String, limit: Int) -> Int {
        let x = Array(a.utf8), y = Array(b.utf8)
        if abs(x.count - y.count) >= limit { return limit }
        var older = [Int](repeating: 0, count: y.count + 1)
        var row = Array(0...y.count)
        for i in 0..<x.count {
            var next = [Int](repeating: i + 1, count: y.count + 1)
            var best = i + 1
            for j in 0..<y.count {
                next[j + 1] = min(row[j + 1] + 1, next[j] + 1, row[j] + (x[i] == y[j] ? 0 : 1))
                if i > 0 && j > 0 && x[i] == y[j - 1] && x[i - 1] == y[j] { next[j + 1] = min(next[j + 1], older[j - 1] + 1) }
                best = min(best, next[j + 1])
            }
            if best >= limit { return limit }
            older = row
            row = next
        }
        return min(row[y.count], limit)
    }

    /// The candidate that differs least from a word, if it differs little enough; of equals the first.
    public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        var best: String?
        var bestDistance = limit(word)
        for candidate in candidates where bestDistance > 0 && candidate != word {
            let distance = distance(word, candidate, limit: bestDistance)
            if distance < bestDistance {
                best = candidate
                bestDistance = distance
            }
        }
        return best
    }
}
