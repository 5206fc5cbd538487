/// What a function's final code puts where in its frame, as its instructions show it, and whether two things share bytes:
/// slots of the function, words that hold values, words staged for calls, and the room that spalloc leaves to these,
/// at the end of which the block begins that it gives.
struct FrameCheck {
    private var slots: [IRSlot] = []
    private var offsets = ScratchList<Int64>()
    private var words = ScratchList<Bool>()
    /// Bytes of the frame, nil when there is none.
    var size: Int64?
    private var staged: Int64 = 0
    /// The least and the most that spalloc leaves free at the stack pointer.
    private var kept: ClosedRange<Int64>?

    private static let unknown = Int64.min

    /// Begins another function.
    mutating func begin(_ slots: Table<IRSlotID, IRSlot>, words count: Int) {
        self.slots = slots.rows
        offsets.fill(with: FrameCheck.unknown, count: slots.count)
        words.fill(with: false, count: count)
        size = nil
        staged = 0
        kept = nil
    }

    func free() {
        offsets.free()
        words.free()
    }

    /// Whether the slot is known to be there.
    @inline(__always)
    func isPlaced(_ slot: Int, at offset: Int64) -> Bool { offsets[slot] == offset }

    /// False when the slot was elsewhere before.
    func place(_ slot: Int, at offset: Int64) -> Bool {
        if offsets[slot] == FrameCheck.unknown { offsets[slot] = offset }
        return offsets[slot] == offset
    }

    /// The number of the word at an offset, nil if there is none within the frame.
    @inline(__always)
    func word(at offset: Int64) -> Int? {
        guard let size, offset >= 0, offset & 7 == 0, offset + 8 <= size, Int(offset >> 3) < words.count else { return nil }
        words[Int(offset) >> 3] = true
        return Int(offset >> 3)
    }

    mutating func stage(at offset: Int64) { staged = max(staged, offset + 8) }

    mutating func keep(_ bytes: Int64) { kept = kept.map { min($0.lowerBound, bytes)...max($0.upperBound, bytes) } ?? bytes...bytes }

    private struct Part {
        var start: Int64
        var end: Int64
        /// Number of the slot, -1 for a value that is kept, -2 for what lies at the stack pointer.
        var slot: Int
    }

    private func text(_ part: Part) -> String {
        let name = part.slot >= 0 ? "slot \(part.slot)" : part.slot == -1 ? "a kept value"
            : kept == nil ? "staged arguments" : "staged arguments and the block of spalloc"
        return "\(name) at \(part.start)..<\(part.end)"
    }

    /// The first two things that share bytes, or one outside the frame.
    func overlap() -> String? {
        let size = size ?? 0
        if let kept, kept.lowerBound < staged { return "spalloc keeps \(kept.lowerBound) bytes, of which calls use \(staged)" }
        var parts: [Part] = []
        parts.reserveCapacity(slots.count + words.count + 1)
        let reserved = max(staged, kept?.upperBound ?? 0)
        if reserved > 0 { parts.append(Part(start: 0, end: reserved, slot: -2)) }
        for slot in slots.indices where offsets[slot] != FrameCheck.unknown && slots[slot].size > 0 {
            parts.append(Part(start: offsets[slot], end: offsets[slot] + slots[slot].size, slot: slot))
        }
        for word in 0..<words.count where words[word] { parts.append(Part(start: Int64(word) * 8, end: Int64(word) * 8 + 8, slot: -1)) }
        if parts.count < 2 && (parts.first?.end ?? 0) <= size && (parts.first?.start ?? 0) >= 0 { return nil }
        parts.sort { $0.start < $1.start }
        for (index, part) in parts.enumerated() {
            if part.start < 0 || part.end > size { return "\(text(part)) is outside the frame of \(size) bytes" }
            if index > 0 && parts[index - 1].end > part.start { return "\(text(parts[index - 1])) and \(text(part)) share bytes of the frame" }
        }
        return nil
    }
}
