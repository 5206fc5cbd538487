/// A program that is its own layout: all bytes in the order of the source, from the base address on.
/// This is what hex2 makes.
struct FlatLink {
    let program: Program
    let base: UInt64

    func link() -> [UInt8]? {
        for fixup in program.fixups {
            var mentioned: [Int32] = []
            if fixup.kind == .reference || fixup.instruction.op.refersToSymbol { mentioned.append(fixup.instruction.symbol) }
            if fixup.kind == .reference, case .difference(_, let other) = fixup.reference { mentioned.append(other) }
            for label in mentioned where !program.labels[Int(program.resolve(label).label)].isDefined {
                let name = program.words.names.string(program.labels[Int(program.resolve(label).label)].name)
                program.diagnostics.error("undefined label '\(name)'", fixup.origin)
            }
        }
        guard program.diagnostics.errorCount == 0 else { return nil }
        var section = Layout.Section(kind: .data, name: "")
        section.chunks = program.chunks.indices.map { Int32($0) }
        let layout = Layout(program: program, sections: [section]) { sections in
            sections[0].address = base
            return [:]
        }
        Image.reportTooLarge(layout.sections[0].size, program)
        guard program.diagnostics.errorCount == 0 else { return nil }
        let bytes = layout.bytes(of: layout.sections[0])
        return program.diagnostics.errorCount == 0 ? bytes : nil
    }
}
