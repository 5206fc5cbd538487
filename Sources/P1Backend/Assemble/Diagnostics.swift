/// Where something stands: a character of a source, and the macro call that led there (0: none).
struct Origin {
    var position: UInt32 = 0
    var expansion: UInt32 = 0
}

/// Collects errors, and prints each with its line, a caret, and the chain of macro calls that led there.
public final class Diagnostics {
    public let source = SourceText()
    public private(set) var errorCount = 0
    private var shownElsewhere = 0
    private var text = ""

    /// A call of a macro; `parent` is the call in whose expansion it stands.
    struct Expansion {
        var macroName: Int32
        var origin: Origin
    }
    var expansions: [Expansion] = [Expansion(macroName: -1, origin: Origin())]
    let names: NameTable

    /// More than this many errors are counted, not printed.
    static let limit = 20

    init(names: NameTable) { self.names = names }

    func error(_ message: String, _ origin: Origin, notes: [(String, Origin)] = []) {
        errorCount += 1
        if errorCount - shownElsewhere > Diagnostics.limit { return }
        write("error", message, origin)
        writeChain(origin.expansion)
        for (message, origin) in notes { write("note", message, origin) }
    }

    /// One that somebody else shows.
    func countError() {
        errorCount += 1
        shownElsewhere += 1
    }

    /// What there is to say, ready for stderr.
    public var report: String {
        let left = errorCount - shownElsewhere - Diagnostics.limit
        return left > 0 ? text + "\(left) more errors not shown\n" : text
    }

    private func write(_ kind: String, _ message: String, _ origin: Origin) {
        guard let place = source.place(origin.position) else {
            text += "minicc: \(kind): \(message)\n"
            return
        }
        text += "\(place.file):\(place.line):\(place.column): \(kind): \(message)\n"
        // Lines of rubbish or of machine-made text are not worth a screen.
        let shown = Array(place.text.utf8)
        guard shown.count <= 400, !shown.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 }) else { return }
        var caret = "    "
        for byte in shown.prefix(place.column - 1) where byte & 0xC0 != 0x80 { caret += byte == 9 ? "\t" : " " }
        text += "    \(place.text)\n\(caret)^\n"
    }

    /// The calls around an error from the inside out; of a long chain its two ends.
    private func writeChain(_ expansion: UInt32) {
        var chain: [Expansion] = []
        var current = expansion
        while current != 0 {
            chain.append(expansions[Int(current)])
            current = expansions[Int(current)].origin.expansion
        }
        for (index, call) in chain.enumerated() {
            if chain.count > 6 && index == 3 { text += "    (\(chain.count - 5) more calls between these)\n" }
            if chain.count > 6 && index >= 3 && index < chain.count - 2 { continue }
            write("note", "in the expansion of \(names.string(call.macroName)) called here", call.origin)
        }
    }
}

/// The nearest of `candidates` to a misspelt name, if one is near enough to be worth saying.
func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
        let other = Array(candidate.utf8)
        guard abs(other.count - wanted.count) <= 2, wanted.count > 1 else { continue }
        var row = Array(0...other.count)
        for (i, a) in wanted.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let next = min(diagonal + (a == b ? 0 : 1), row[j] + 1, row[j + 1] + 1)
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        let distance = row[other.count]
        if distance <= max(1, wanted.count / 3), distance <= 2, best == nil || distance < best!.distance { best = (distance, candidate) }
    }
    return best?.name
}
