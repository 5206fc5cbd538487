/// Where everything lies: chunks to sections, sections to addresses, branches to their shortest form.
struct Layout {
    struct Section {
        let kind: SectionKind
        let name: String
        var chunks: [Int32] = []
        var address: UInt64 = 0
        var size: UInt64 = 0
        var alignment = 1
    }

    private(set) var sections: [Section] = []
    private var chunkAddresses: [UInt64]
    /// The sizes of the fixups of a chunk up to each one, and to its end: see `sumIndex`.
    private var fixupSums: [Int]
    private var linkerLabels: [Int32: UInt64] = [:]

    let program: Program
    private let target: any Target.Type

    /// `sections` list the chunks to place; `place` is called with the sections' sizes and sets their addresses.
    init(program: Program, sections: [Section], place: (inout [Section]) -> [Int32: UInt64]) {
        self.program = program
        target = program.target
        self.sections = sections
        chunkAddresses = [UInt64](repeating: 0, count: program.chunks.count)
        fixupSums = [Int](repeating: 0, count: program.fixups.count + program.chunks.count)
        resolveAliases()
        setFirstSizes()
        repeat {
            // A section's place depends on the sizes of those before it, and an alignment inside it on its place:
            // after as many rounds as there are sections nothing moves any more.
            var before: [UInt64]
            repeat {
                before = self.sections.map(\.address)
                measure()
                linkerLabels = place(&self.sections)
            } while before != self.sections.map(\.address)
        } while growForms()
    }

    // MARK: Questions

    func address(ofChunk chunk: Int32) -> UInt64 { chunkAddresses[Int(chunk)] }

    /// The address of a label; nil if it is undefined or its chunk was dropped.
    func address(_ label: Int32) -> UInt64? {
        let (label, offset) = program.resolve(label)
        return baseAddress(label).map { $0 &+ UInt64(bitPattern: offset) }
    }

    @inline(__always)
    private func baseAddress(_ label: Int32) -> UInt64? {
        let chunk = program.labels[Int(label)].chunk
        guard chunk >= 0 else { return linkerLabels[label] }
        let l = program.labels[Int(label)]
        let offset = l.byte - program.chunks[Int(chunk)].byteStart + fixupSums[sumIndex(l.fixup, chunk)]
        return chunkAddresses[Int(chunk)] &+ UInt64(offset)
    }

    func size(ofChunk index: Int32) -> Int {
        let chunk = program.chunks[Int(index)]
        return chunk.byteEnd - chunk.byteStart + fixupSums[sumIndex(chunk.fixupEnd, index)]
    }

    /// Where the sum before a fixup stands. The place behind a chunk's last fixup is not that of the next chunk's
    /// first one, since chunks are measured in an order of their own.
    @inline(__always)
    private func sumIndex(_ fixup: Int, _ chunk: Int32) -> Int { fixup + Int(chunk) }

    // MARK: Making it

    private func resolveAliases() {
        for index in program.fixups.indices where program.fixups[index].instruction.op.refersToSymbol {
            let (label, offset) = program.resolve(program.fixups[index].instruction.symbol)
            program.fixups[index].instruction.symbol = label
            if offset != 0 { program.fixups[index].instruction.imm &+= offset }
        }
    }

    private func setFirstSizes() {
        for section in sections {
            for chunk in section.chunks {
                let chunk = program.chunks[Int(chunk)]
                for index in chunk.fixupStart..<chunk.fixupEnd where program.fixups[index].kind == .instruction {
                    // A frame may have been joined with a larger one since.
                    if program.fixups[index].instruction.op == .enter {
                        program.fixups[index].instruction.imm = Int64(frame(program.fixups[index]))
                    }
                    let fixup = program.fixups[index]
                    if fixup.instruction.op.refersToSymbol {
                        program.fixups[index].size = target.size(fixup.instruction, form: 0, frame: frame(fixup))
                    } else {
                        var scratch = ByteBuffer()
                        target.encode(fixup.instruction, frame: frame(fixup), into: &scratch)
                        program.fixups[index].size = scratch.count
                    }
                }
            }
        }
    }

    private func frame(_ fixup: Program.Fixup) -> Int { program.frames.size(fixup.frame) }

    /// Chunk addresses and section sizes from the sections' addresses and the fixups' sizes.
    private mutating func measure() {
        for s in sections.indices {
            var address = sections[s].address
            var alignment = 1
            for index in sections[s].chunks {
                let chunk = program.chunks[Int(index)]
                alignment = max(alignment, chunk.alignment)
                address = roundUp(address, UInt64(chunk.alignment))
                chunkAddresses[Int(index)] = address
                var sum = 0
                for f in chunk.fixupStart..<chunk.fixupEnd {
                    fixupSums[sumIndex(f, index)] = sum
                    if program.fixups[f].kind == .align {
                        let at = address &+ UInt64(program.fixups[f].byte - chunk.byteStart + sum)
                        let to = UInt64(program.fixups[f].instruction.imm)
                        program.fixups[f].size = Int((to - at % to) % to)
                        if to & (to - 1) == 0 { alignment = max(alignment, Int(to)) }
                    }
                    sum += program.fixups[f].size
                }
                fixupSums[sumIndex(chunk.fixupEnd, index)] = sum
                address &+= UInt64(chunk.byteEnd - chunk.byteStart + sum)
            }
            sections[s].size = address &- sections[s].address
            sections[s].alignment = alignment
        }
    }

    /// Gives every instruction whose label is out of reach its next form; false at the fixed point.
    private func growForms() -> Bool {
        var grown = false
        for section in sections {
            for index in section.chunks {
                let chunk = program.chunks[Int(index)]
                let chunkAddress = chunkAddresses[Int(index)]
                for f in chunk.fixupStart..<chunk.fixupEnd {
                    let fixup = program.fixups[f]
                    guard fixup.kind == .instruction, fixup.instruction.op.refersToSymbol else { continue }
                    let last = target.formCount(fixup.instruction) - 1
                    guard fixup.form < last else { continue }
                    let to = baseAddress(fixup.instruction.symbol) ?? 0
                    let at = chunkAddress &+ UInt64(fixup.byte - chunk.byteStart + fixupSums[sumIndex(f, index)])
                    let frame = frame(fixup)
                    var form = Int(fixup.form)
                    while form < last && !target.reaches(fixup.instruction, form: form, frame: frame, at: at, target: to) { form += 1 }
                    if form != Int(fixup.form) {
                        program.fixups[f].form = UInt8(form)
                        program.fixups[f].size = target.size(fixup.instruction, form: form, frame: frame)
                        grown = true
                    }
                }
            }
        }
        return grown
    }

    // MARK: The bytes

    /// The final bytes of a section; not for bss.
    func bytes(of section: Section) -> [UInt8] {
        var out = ByteBuffer()
        out.bytes.reserveCapacity(Int(section.size))
        program.bytes.bytes.withUnsafeBufferPointer { source in
            for index in section.chunks {
                let chunk = program.chunks[Int(index)]
                fill(&out, upTo: Int(chunkAddresses[Int(index)] - section.address), isCode: section.kind == .text)
                var byte = chunk.byteStart
                for f in chunk.fixupStart..<chunk.fixupEnd {
                    let fixup = program.fixups[f]
                    if fixup.byte > byte { out.append(UnsafeBufferPointer(rebasing: source[byte..<fixup.byte])) }
                    byte = fixup.byte
                    write(fixup, at: section.address + UInt64(out.count), chunk: chunk, into: &out)
                }
                out.append(UnsafeBufferPointer(rebasing: source[byte..<chunk.byteEnd]))
            }
        }
        return out.bytes
    }

    private func fill(_ out: inout ByteBuffer, upTo offset: Int, isCode: Bool) {
        guard offset > out.count else { return }
        appendPadding(&out, offset - out.count, isCode ? program.machine.padding : [0])
    }

    /// The pattern repeated; where less than a whole one fits, zeros come first.
    private func appendPadding(_ out: inout ByteBuffer, _ count: Int, _ pattern: [UInt8]) {
        guard count > 0 else { return }
        if pattern.count == 1 { return out.bytes.append(contentsOf: repeatElement(pattern[0], count: count)) }
        for _ in 0..<(count % pattern.count) { out.u8(0) }
        for _ in 0..<(count / pattern.count) { out.bytes.append(contentsOf: pattern) }
    }

    private func write(_ fixup: Program.Fixup, at: UInt64, chunk: Program.Chunk, into out: inout ByteBuffer) {
        switch fixup.kind {
        case .instruction:
            let before = out.count
            if fixup.instruction.op.refersToSymbol {
                // An undefined weak label is address 0; other undefined ones were reported before.
                let to = baseAddress(fixup.instruction.symbol) ?? 0
                if !target.reaches(fixup.instruction, form: Int(fixup.form), frame: frame(fixup), at: at, target: to) {
                    program.diagnostics.error("'\(name(fixup.instruction.symbol))' is out of reach", fixup.origin)
                }
                target.encodeLinked(fixup.instruction, form: Int(fixup.form), frame: frame(fixup), at: at, target: to, into: &out)
            } else {
                target.encode(fixup.instruction, frame: frame(fixup), into: &out)
            }
            precondition(out.count - before == fixup.size, "\(fixup.instruction.op) took \(out.count - before) bytes, not \(fixup.size)")
        case .reference: write(reference: fixup, at: at, into: &out)
        case .align:
            if fixup.pattern < 0 {
                appendPadding(&out, fixup.size, fixup.isCode ? program.machine.padding : [0])
            } else {
                let pattern = patternBytes(fixup.pattern, program.words)
                for i in 0..<fixup.size { out.u8(pattern[i % pattern.count]) }
            }
        case .space:
            out.bytes.append(contentsOf: repeatElement(fixup.fill, count: fixup.size))
        }
    }

    private func write(reference fixup: Program.Fixup, at: UInt64, into out: inout ByteBuffer) {
        let size = fixup.reference.size
        let to = (address(fixup.instruction.symbol) ?? 0) &+ UInt64(bitPattern: fixup.instruction.imm)
        let value: Int64
        let isSigned: Bool
        switch fixup.reference {
        case .absolute:
            value = Int64(bitPattern: to)
            isSigned = false
        case .relative:
            value = Int64(bitPattern: to &- (at + UInt64(size)))
            isSigned = true
        case .difference(_, let other):
            value = Int64(bitPattern: to &- (address(other) ?? 0))
            isSigned = true
        }
        if size < 8 {
            let bits = Int64(size * 8)
            let low = isSigned ? -(1 << (bits - 1)) : 0, high = isSigned ? Int64(1) << (bits - 1) : 1 << bits
            // A difference of two labels may also be meant as an unsigned length.
            let isLength = if case .difference = fixup.reference { value >= 0 && value < 1 << bits } else { false }
            if !(value >= low && value < high) && !isLength {
                program.diagnostics.error("the reference to '\(name(fixup.instruction.symbol))' does not fit: its value is "
                    + "\(value), and it has \(size) byte\(size == 1 ? "" : "s")", fixup.origin)
            }
        }
        out.little(program.isBigEndian ? value.byteSwapped >> Int64(64 - 8 * size) : value, size: size)
    }

    func name(_ label: Int32) -> String {
        let name = program.labels[Int(label)].name
        return name >= 0 ? program.words.names.string(name) : "a local label"
    }
}

@inline(__always)
func roundUp(_ value: UInt64, _ alignment: UInt64) -> UInt64 {
    alignment <= 1 ? value : (value &+ alignment &- 1) / alignment &* alignment
}
