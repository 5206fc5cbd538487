/// Which chunks a program can reach: the rest is dropped from the link.
struct Reachability {
    let program: Program

    /// For each chunk, whether a path of references leads to it from `roots` or from a chunk that must stay.
    func live(from roots: [Int32]) -> [Bool] {
        var live = [Bool](repeating: false, count: program.chunks.count)
        var waiting: [Int] = []
        func mark(_ label: Int32) {
            let chunk = Int(program.labels[Int(program.resolve(label).label)].chunk)
            if chunk >= 0 && !live[chunk] {
                live[chunk] = true
                waiting.append(chunk)
            }
        }
        for root in roots { mark(root) }
        for (index, chunk) in program.chunks.enumerated() where !live[index] {
            // The start-up code walks the arrays; nothing names their members.
            if chunk.keep || chunk.section == .note || chunk.section == .initArray || chunk.section == .finiArray {
                live[index] = true
                waiting.append(index)
            }
        }
        // Naming a section's bounds keeps what is in it.
        let named = namedSections()
        while let index = waiting.popLast() {
            let chunk = program.chunks[index]
            for f in chunk.fixupStart..<chunk.fixupEnd {
                let fixup = program.fixups[f]
                guard fixup.kind == .reference || fixup.instruction.op.refersToSymbol else { continue }
                mark(fixup.instruction.symbol)
                if fixup.kind == .reference, case .difference(_, let other) = fixup.reference { mark(other) }
                for member in named[fixup.instruction.symbol] ?? [] where !live[member] {
                    live[member] = true
                    waiting.append(member)
                }
            }
        }
        return live
    }

    /// The chunks of each named section, keyed by the labels __start_NAME and __stop_NAME.
    private func namedSections() -> [Int32: [Int]] {
        var byLabel: [Int32: [Int]] = [:]
        for (index, chunk) in program.chunks.enumerated() where chunk.sectionName >= 0 {
            let name = program.words.names.string(chunk.sectionName)
            for prefix in ["__start_", "__stop_"] {
                let label = program.words[program.words.intern(prefix + name)].label
                if label >= 0 { byLabel[label, default: []].append(index) }
            }
        }
        return byLabel
    }
}
