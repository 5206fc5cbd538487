import Support

/// A text that was loaded: a file, or a piece the compiler made (predefined macros, -D options). Lives as
/// long as the compilation, so pointers into it stay good.
struct SourceBuffer {
    /// As the user will see it: the path that led to it.
    let name: String
    /// `count` bytes, then at least 64 zero bytes, so that a lexer needs no bounds checks.
    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// Offsets of the line starts, found when the first position is asked for.
    var lineStarts: [UInt32] = []
}

/// One reading of a buffer: the main file, or an #include of it.
struct Inclusion {
    /// The location of byte 0; the byte behind the last one (where the end-of-file token stands) belongs to it too.
    let start: UInt32
    let buffer: Int32
    /// The #include directive, or none.
    let includedFrom: SourceLocation
    var isSystem: Bool
    /// What #line and linemarkers changed, in order of position.
    var lineChanges: [LineChange] = []
}

/// From the line that follows `offset` on, positions are given as `line` and on of `file`.
struct LineChange {
    let offset: UInt32
    let line: Int
    let file: String
    /// What a linemarker says; nil if it leaves that as it is.
    let isSystem: Bool?
}

/// The tokens that one expansion of a macro took from its definition. Tokens of arguments keep the locations
/// they have in the call, so every entry maps one stretch of positions to one stretch of a definition.
struct MacroExpansion {
    /// Position of the definition's first body token in this expansion.
    let start: UInt32
    /// The same token in the definition: always a place in a file.
    let definition: UInt32
    /// The macro's name in the call: in a file, or in an expansion around this one.
    let caller: SourceLocation
    let macro: Name
}

/// All loaded text of a compilation and all macro expansions, and what a `SourceLocation` means in them.
final class SourceManager {
    private(set) var buffers: [SourceBuffer] = []
    private(set) var inclusions: [Inclusion] = []
    private var nextStart: UInt32 = 1
    private var lastFound = 0

    private var expansions: UnsafeMutablePointer<MacroExpansion>
    private(set) var expansionCount = 0
    private var expansionCapacity = 1024
    private var nextExpansion = SourceLocation.firstMacro

    init() {
        expansions = .allocate(capacity: expansionCapacity)
    }

    deinit {
        expansions.deallocate()
        for buffer in buffers { buffer.bytes.deallocate() }
    }

    // MARK: - Loading

    /// Takes a copy of `bytes` as a buffer of its own.
    func addBuffer(name: String, bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + SourceManager.padding)
        if let base = bytes.baseAddress { copy.update(from: base, count: bytes.count) }
        (copy + bytes.count).update(repeating: 0, count: SourceManager.padding)
        return addBuffer(name: name, adopting: copy, count: bytes.count)
    }

    /// Takes over `bytes`, which were allocated with `padding` zero bytes behind the text.
    func addBuffer(name: String, adopting bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int32 {
        buffers.append(SourceBuffer(name: name, bytes: UnsafePointer(bytes), count: count))
        return Int32(buffers.count - 1)
    }

    static let padding = 64

    /// Gives the buffer a range of positions of its own; nil when 2 GiB of positions are used up.
    func include(buffer: Int32, from: SourceLocation, isSystem: Bool) -> Int32? {
        let count = buffers[Int(buffer)].count + 1
        guard count < Int(SourceLocation.firstMacro) - Int(nextStart) else { return nil }
        inclusions.append(Inclusion(start: nextStart, buffer: buffer, includedFrom: from, isSystem: isSystem))
        nextStart += UInt32(count)
        return Int32(inclusions.count - 1)
    }

    func markSystem(inclusion: Int32) { inclusions[Int(inclusion)].isSystem = true }

    func addLineChange(inclusion: Int32, at location: SourceLocation, line: Int, file: String, isSystem: Bool?) {
        let offset = location.raw - inclusions[Int(inclusion)].start
        inclusions[Int(inclusion)].lineChanges.append(LineChange(offset: offset, line: line, file: file, isSystem: isSystem))
    }

    // MARK: - Expansions

    /// Positions for the `length` bytes of a definition that begins at `definition`. When the positions are
    /// used up, everything in the expansion stands where the macro was called: less to say, nothing wrong.
    func addExpansion(of macro: Name, definition: UInt32, length: UInt32, caller: SourceLocation) -> UInt32? {
        guard nextExpansion < UInt32.max - length - 1 else { return nil }
        if expansionCount == expansionCapacity { growExpansions() }
        let start = nextExpansion
        (expansions + expansionCount).initialize(
            to: MacroExpansion(start: start, definition: definition, caller: caller, macro: macro))
        expansionCount += 1
        nextExpansion = start &+ length &+ 1
        return start
    }

    private func growExpansions() {
        let larger = UnsafeMutablePointer<MacroExpansion>.allocate(capacity: expansionCapacity * 2)
        larger.moveInitialize(from: expansions, count: expansionCount)
        expansions.deallocate()
        expansions = larger
        expansionCapacity *= 2
    }

    /// The expansion a macro location lies in.
    func expansion(at location: SourceLocation) -> MacroExpansion {
        var low = 0
        var high = expansionCount
        while high - low > 1 {
            let middle = (low + high) / 2
            if expansions[middle].start <= location.raw { low = middle } else { high = middle }
        }
        return expansions[low]
    }

    // MARK: - What a location means

    /// Where the characters of the token stand: for a token from a macro's body, in the definition.
    func spelling(_ location: SourceLocation) -> SourceLocation {
        guard location.isMacro else { return location }
        let expansion = expansion(at: location)
        return SourceLocation(raw: expansion.definition &+ (location.raw - expansion.start))
    }

    /// Where in a file the user wrote what led to the token: for macros, the outermost call.
    func fileLocation(_ location: SourceLocation) -> SourceLocation {
        var location = location
        while location.isMacro { location = expansion(at: location).caller }
        return location
    }

    /// File, line and column of a location, as #line has them.
    func position(_ location: SourceLocation) -> Position {
        let location = fileLocation(location)
        guard location.isValid, let inclusion = inclusion(at: location) else {
            return Position(file: "<built-in>", line: 0, column: 0)
        }
        let physical = physicalPosition(location)
        if let change = lineChange(before: location, inclusion: inclusion) {
            let changedAt = line(ofOffset: change.offset, buffer: Int(inclusions[inclusion].buffer))
            if physical.line > changedAt {
                return Position(file: change.file, line: change.line + physical.line - changedAt - 1, column: physical.column)
            }
        }
        return physical
    }

    /// File, line and column where the bytes really are, whatever #line says.
    func physicalPosition(_ location: SourceLocation) -> Position {
        guard let index = inclusion(at: location) else { return Position(file: "<built-in>", line: 0, column: 0) }
        let buffer = Int(inclusions[index].buffer)
        let offset = location.raw - inclusions[index].start
        let line = line(ofOffset: offset, buffer: buffer)
        let column = Int(offset - buffers[buffer].lineStarts[line - 1]) + 1
        return Position(file: buffers[buffer].name, line: line, column: column)
    }

    func isInSystemHeader(_ location: SourceLocation) -> Bool {
        guard let index = inclusion(at: fileLocation(location)) else { return false }
        if !inclusions[index].lineChanges.isEmpty, let isSystem = lineChange(before: fileLocation(location), inclusion: index)?.isSystem {
            return isSystem
        }
        return inclusions[index].isSystem
    }

    private func lineChange(before location: SourceLocation, inclusion: Int) -> LineChange? {
        let offset = location.raw - inclusions[inclusion].start
        var low = 0
        var high = inclusions[inclusion].lineChanges.count
        while low < high {
            let middle = (low + high) / 2
            if inclusions[inclusion].lineChanges[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? inclusions[inclusion].lineChanges[low - 1] : nil
    }

    /// The #include directive that led to this file location; none in the main file.
    func includedFrom(_ location: SourceLocation) -> SourceLocation {
        guard let index = inclusion(at: location) else { return .none }
        return inclusions[index].includedFrom
    }

    /// The bytes from a file location to the end of its buffer.
    func text(at location: SourceLocation) -> UnsafeBufferPointer<UInt8> {
        guard !location.isMacro, let index = inclusion(at: location) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let buffer = buffers[Int(inclusions[index].buffer)]
        let offset = Int(location.raw - inclusions[index].start)
        return UnsafeBufferPointer(start: buffer.bytes + offset, count: buffer.count - offset)
    }

    /// The line a file location lies in, without its newline.
    func lineText(at location: SourceLocation) -> UnsafeBufferPointer<UInt8> {
        guard let index = inclusion(at: location) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let buffer = buffers[Int(inclusions[index].buffer)]
        let offset = Int(location.raw - inclusions[index].start)
        var start = offset
        while start > 0, buffer.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        var end = offset
        while end < buffer.count, buffer.bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if end > start, buffer.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return UnsafeBufferPointer(start: buffer.bytes + start, count: end - start)
    }

    /// Index of the inclusion a file location lies in. Questions come in runs about the same file.
    func inclusion(at location: SourceLocation) -> Int? {
        guard location.isValid, location.raw < nextStart else { return nil }
        if inclusions[lastFound].start <= location.raw,
           lastFound + 1 == inclusions.count || location.raw < inclusions[lastFound + 1].start {
            return lastFound
        }
        var low = 0
        var high = inclusions.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if inclusions[middle].start <= location.raw { low = middle } else { high = middle }
        }
        lastFound = low
        return low
    }

    /// Lines count from 1.
    private func line(ofOffset offset: UInt32, buffer: Int) -> Int {
        if buffers[buffer].lineStarts.isEmpty { findLines(buffer) }
        return buffers[buffer].lineStarts.withUnsafeBufferPointer { starts in
            var low = 0
            var high = starts.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= offset { low = middle } else { high = middle }
            }
            return low + 1
        }
    }

    private func findLines(_ index: Int) {
        let bytes = buffers[index].bytes
        let end = bytes + buffers[index].count
        var starts: [UInt32] = [0]
        var p = bytes
        while p < end, let newline = memchr(p, 10, end - p) {
            p = UnsafePointer(newline.assumingMemoryBound(to: UInt8.self)) + 1
            starts.append(UInt32(p - bytes))
        }
        buffers[index].lineStarts = starts
    }
}
