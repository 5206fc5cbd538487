/// What a text says about labels beside defining them: places inside of objects, other names, weak and tentative definitions.
/// For hex2++ all of it becomes labels, or leaves labels out, when the text is complete.
struct TextPlaces {
    struct Definition {
        /// Where `:name` stands in the text.
        let at: Int
        let pointerSize: Int
        let isWeak: Bool
        let isCommon: Bool
    }

    /// `name` = `target` + `offset`.
    struct Alias {
        let name: Int32
        let target: Int32
        let offset: Int64
        let isWeak: Bool
        let origin: Origin
    }

    /// What gives a name its place.
    enum Home {
        case definition(Definition)
        case alias(Alias)
    }

    private(set) var definitions: [Int32: [Definition]] = [:]
    private(set) var aliases: [Alias] = []
    private var aliasesOf: [Int32: [Int]] = [:]
    private(set) var weak: [(name: Int32, origin: Origin)] = []
    /// The weak names of the unit that is being read.
    private var unitWeak: Set<Int32> = []

    mutating func beginUnit() { unitWeak = [] }

    mutating func define(_ name: Int32, at: Int, _ pointerSize: Int, isCommon: Bool = false) {
        definitions[name, default: []].append(
            Definition(at: at, pointerSize: pointerSize, isWeak: unitWeak.contains(name), isCommon: isCommon))
    }

    mutating func markWeak(_ name: Int32, _ origin: Origin) {
        weak.append((name, origin))
        unitWeak.insert(name)
    }

    mutating func alias(_ name: Int32, of target: Int32, _ offset: Int64, _ origin: Origin) {
        aliasesOf[name, default: []].append(aliases.count)
        aliases.append(Alias(name: name, target: target, offset: offset, isWeak: unitWeak.contains(name), origin: origin))
    }

    /// The name of a place behind a label.
    mutating func label(behind name: Int32, _ offset: Int64, _ words: WordTable, _ origin: Origin) -> String {
        let label = words.names.string(name) + ".at.\(offset)"
        let word = words.intern(label)
        if aliasesOf[word] == nil { alias(word, of: name, offset, origin) }
        return label
    }

    /// Of several definitions of a name the first that is not weak; else the first weak one; else a tentative one.
    func home(_ name: Int32) -> Home? {
        let definitions = definitions[name] ?? [], aliases = (aliasesOf[name] ?? []).map { self.aliases[$0] }
        if let strong = definitions.first(where: { !$0.isWeak && !$0.isCommon }) { return .definition(strong) }
        if let strong = aliases.first(where: { !$0.isWeak }) { return .alias(strong) }
        if let weak = definitions.first(where: { !$0.isCommon }) { return .definition(weak) }
        return aliases.first.map { .alias($0) } ?? definitions.first.map { .definition($0) }
    }

    /// The definition that an alias leads to at last, and how far behind it the place is.
    func resolve(_ alias: Alias) -> (Definition, Int64)? {
        var offset = alias.offset
        var target = alias.target
        for _ in 0...aliases.count {
            switch home(target) {
            case .definition(let definition): return (definition, offset)
            case .alias(let next):
                offset &+= next.offset
                target = next.target
            case nil: return nil
            }
        }
        return nil
    }
}

extension TextSink {
    /// The gaps, with those that the labels make, in the order of the text.
    func placeLabels() -> [Gap] {
        var made = namesToDrop()
        var zeros: [Int: [(offset: Int, label: String)]] = [:]
        for alias in places.aliases {
            guard case .alias(let home) = places.home(alias.name), home.origin.position == alias.origin.position else { continue }
            guard let (definition, offset) = places.resolve(alias) else {
                diagnostics.error("nothing in this text defines '\(words.names.string(alias.target))'; only a link can place what lies "
                    + "\(alias.offset) bytes behind it", alias.origin)
                continue
            }
            let label = ":\(words.names.string(alias.name)) "
            switch place(definition, offset) {
            case .text(let at): made.append(Gap(at: at, content: .text(" " + label)))
            case .zeros(let gap, let offset): zeros[gap, default: []].append((offset, label))
            case nil:
                diagnostics.error("hex2 text cannot have a label \(alias.offset) bytes from '\(words.names.string(alias.target))': "
                    + "that is no byte of its data", alias.origin)
            }
        }
        for (index, gap) in gaps.enumerated() {
            guard case .zeros(let count) = gap.content, let labels = zeros[index] else {
                made.append(gap)
                continue
            }
            var text = "", done = 0
            for (offset, label) in labels.sorted(by: { $0.offset < $1.offset }) {
                text += (offset > done ? ".fill \(offset - done) 00 " : "") + label
                done = offset
            }
            made.append(Gap(at: gap.at, content: .text(text + (count > done ? ".fill \(count - done) 00" : ""))))
        }
        // Stable: a label stands before what begins at its place.
        return made.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// Weak and tentative definitions that others replace lose their names.
    private func namesToDrop() -> [Gap] {
        var dropped: [Gap] = []
        for (name, definitions) in places.definitions where definitions.contains(where: { $0.isWeak || $0.isCommon }) {
            let kept: Int
            switch places.home(name) {
            case .definition(let definition): kept = definition.at
            default: kept = -1
            }
            for definition in definitions where (definition.isWeak || definition.isCommon) && definition.at != kept {
                dropped.append(Gap(at: definition.at, content: .nothing(1 + words.names.bytes(name).count)))
            }
        }
        for (name, origin) in places.weak where places.home(name) == nil {
            diagnostics.error("nothing in this text defines the weak '\(words.names.string(name))'; only a link gives it the address 0", origin)
        }
        return dropped
    }

    private enum Place {
        case text(Int)
        case zeros(gap: Int, offset: Int)
    }

    /// Where the byte lies that is so far behind a label: counts what the text there stands for. Nil beyond data.
    private func place(_ definition: TextPlaces.Definition, _ offset: Int64) -> Place? {
        var i = definition.at
        while i < out.count && !isSpace(out[i]) { i += 1 }
        if offset == 0 { return .text(i) }
        guard offset > 0 && offset < 1 << 60 else { return nil }
        var gap = firstGap(from: definition.at)
        var pointerSize = definition.pointerSize
        var digitsLeft = offset * 2
        while digitsLeft > 0 {
            while i < out.count && isSpace(out[i]) && !(gap < gaps.count && gaps[gap].at == i) { i += 1 }
            if gap < gaps.count && gaps[gap].at == i {
                guard case .zeros(let count) = gaps[gap].content else { return nil }
                if digitsLeft <= 2 * count { return .zeros(gap: gap, offset: Int(digitsLeft / 2)) }
                digitsLeft -= Int64(2 * count)
                gap += 1
                if i < out.count && isSpace(out[i]) { i += 1 }
                continue
            }
            let start = i
            while i < out.count && !isSpace(out[i]) { i += 1 }
            guard i > start else { return nil }
            switch out[start] {
            case UInt8(ascii: ":"): continue
            case UInt8(ascii: "!"): digitsLeft -= 2
            case UInt8(ascii: "@"), UInt8(ascii: "$"): digitsLeft -= 4
            case UInt8(ascii: "~"): digitsLeft -= 6
            case UInt8(ascii: "%"), UInt8(ascii: "&"): digitsLeft -= Int64(2 * pointerSize)
            case UInt8(ascii: "."):
                let word = String(decoding: out[start..<i], as: UTF8.self)
                if word == ".scope" || word == ".endscope" { continue }
                guard word == ".ptrsize" else { return nil }
                while i < out.count && isSpace(out[i]) { i += 1 }
                pointerSize = i < out.count && out[i] == UInt8(ascii: "8") ? 8 : 4
                i += 1
            default:
                guard Int64(i - start) > digitsLeft else {
                    digitsLeft -= Int64(i - start)
                    continue
                }
                return .text(start + Int(digitsLeft))
            }
        }
        return digitsLeft == 0 ? .text(i) : nil
    }

    private func firstGap(from at: Int) -> Int {
        var low = 0, high = gaps.count
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].at < at { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 }
}
