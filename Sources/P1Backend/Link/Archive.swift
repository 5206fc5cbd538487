import Support

/// A library made by any `ar`: its members are P1pp texts.
///
/// Which labels a member defines is read off its lines: a definition is a line that begins with `:` and a name without
/// a dot, or one of the ext level's %common, %alias and %weak. `minicc ar` does that once and for all and puts the
/// result in front, as a symbol table of the usual form, so that a link looks only at the members it needs. Other
/// archivers, which know nothing of P1pp, leave that table out when they change such a library; theirs would lack
/// the texts' labels, so ours is told from theirs by its first name, which no label can have.
struct Archive {
    struct Member {
        let name: String
        let bytes: Range<Int>
    }

    let name: String
    let bytes: UnsafeBufferPointer<UInt8>
    private var longNames = 0..<0
    /// The symbol table's content, behind its count; empty if there is none of ours.
    private var index = 0..<0
    /// Where the headers of the members lie, if there is no symbol table.
    private var headers: [Int] = []

    fileprivate static let magic = Array("!<arch>\n".utf8)
    fileprivate static let mark = Array(":P1pp".utf8)
    fileprivate static let headerSize = 60

    /// Nil, with the reason, if the file is not an archive of such members.
    init?(name: String, bytes: UnsafeBufferPointer<UInt8>, problem: inout String) {
        self.name = name
        self.bytes = bytes
        guard bytes.starts(with: Archive.magic) else {
            problem = "not an archive"
            return nil
        }
        var offset = Archive.magic.count
        while offset + Archive.headerSize <= bytes.count {
            guard let content = content(at: offset) else {
                problem = Archive.noHeader(at: offset)
                return nil
            }
            if begins(offset, "// ") {
                longNames = content
            } else if begins(offset, "/ ") {
                index = ownIndex(content)
            } else if !begins(offset, "/SYM64/ ") {
                // With a symbol table, what is needed is found when it is needed.
                if !index.isEmpty { return }
                if begins(content.lowerBound, "\u{7F}ELF") {
                    problem = "its member '\(memberName(offset))' is an ELF object; minicc's objects are P1pp text"
                    return nil
                }
                headers.append(offset)
            }
            offset = content.upperBound + content.count % 2
        }
        if offset < bytes.count - 1 {
            problem = "broken archive: it ends inside a member"
            return nil
        }
    }

    static func noHeader(at offset: Int) -> String { "broken archive: the member header at byte \(offset) makes no sense" }

    /// The member whose header lies at an offset that `forEachDefinition` reported.
    func member(at offset: Int) -> Member? {
        guard let content = content(at: offset) else { return nil }
        return Member(name: memberName(offset), bytes: content)
    }

    /// Calls `found` with the offsets of all members' headers.
    func forEachMember(_ found: (UInt32) -> Void) {
        var offset = Archive.magic.count
        while offset + Archive.headerSize <= bytes.count, let content = content(at: offset) {
            if !isTable(offset) { found(UInt32(truncatingIfNeeded: offset)) }
            offset = content.upperBound + content.count % 2
        }
    }

    /// Names and indexes that archivers put in front.
    private func isTable(_ offset: Int) -> Bool { begins(offset, "// ") || begins(offset, "/ ") || begins(offset, "/SYM64/ ") }

    /// All members in their order; nil if the archive is broken somewhere.
    private func allMembers() -> [Member]? {
        var members: [Member] = []
        var offset = Archive.magic.count
        while offset + Archive.headerSize <= bytes.count {
            guard let content = content(at: offset) else { return nil }
            if !isTable(offset) {
                members.append(Member(name: memberName(offset), bytes: content))
            }
            offset = content.upperBound + content.count % 2
        }
        return offset < bytes.count - 1 ? nil : members
    }

    fileprivate static func members(of bytes: [UInt8], problem: inout String) -> [(name: String, bytes: [UInt8])]? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let archive = Archive(name: "", bytes: buffer, problem: &problem) else { return nil }
            guard let members = archive.allMembers() else {
                problem = "broken archive"
                return nil
            }
            return members.map { ($0.name, Array(buffer[$0.bytes])) }
        }
    }

    // MARK: Headers

    private func begins(_ offset: Int, _ text: StaticString) -> Bool {
        bytes.count - offset >= text.utf8CodeUnitCount && memcmp(bytes.baseAddress! + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    /// The content behind the header at an offset, or nil if no header is there.
    private func content(at offset: Int) -> Range<Int>? {
        let start = offset + Archive.headerSize
        guard offset >= 0, start <= bytes.count, bytes[offset + 58] == 0x60, bytes[offset + 59] == 10,
              let size = decimal(offset + 48, 10), size <= bytes.count - start else { return nil }
        return start..<(start + size)
    }

    /// A decimal field, padded with blanks.
    private func decimal(_ offset: Int, _ width: Int) -> Int? {
        var value = 0
        var digits = 0
        while digits < width, bytes[offset + digits] >= 48, bytes[offset + digits] < 58 {
            value = value * 10 + Int(bytes[offset + digits]) - 48
            digits += 1
        }
        return digits > 0 && (digits == width || bytes[offset + digits] == 32) ? value : nil
    }

    /// `name/` or `/offset` into the table of long names.
    private func memberName(_ offset: Int) -> String {
        var name = offset..<(offset + 16)
        if bytes[offset] == UInt8(ascii: "/"), let place = decimal(offset + 1, 15), place < longNames.count {
            name = (longNames.lowerBound + place)..<longNames.upperBound
        }
        var end = name.lowerBound
        while end < name.upperBound, bytes[end] != UInt8(ascii: "/"), bytes[end] != 10 { end += 1 }
        while end > name.lowerBound, bytes[end - 1] == 32 { end -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[name.lowerBound..<end]), as: UTF8.self)
    }

    // MARK: Definitions

    /// Calls `found` with every name that a member defines, and the offset of the member's header. Of several
    /// members with one name the first comes first.
    func forEachDefinition(_ found: (UnsafeBufferPointer<UInt8>, UInt32) -> Void) {
        guard index.isEmpty else { return forEachInIndex(found) }
        for header in headers {
            guard let content = content(at: header) else { continue }
            Archive.definitions(in: UnsafeBufferPointer(rebasing: bytes[content])) { found($0, UInt32(truncatingIfNeeded: header)) }
        }
    }

    /// All numbers first, then all names, each with a NUL behind it.
    private func forEachInIndex(_ found: (UnsafeBufferPointer<UInt8>, UInt32) -> Void) {
        let count = Int(number(index.lowerBound))
        var name = index.lowerBound + 4 + 4 * count
        for entry in 0..<count {
            let start = bytes.baseAddress! + name
            let length = strnlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), index.upperBound - name)
            guard name + length < index.upperBound else { return }
            if entry > 0 { found(UnsafeBufferPointer(start: start, count: length), number(index.lowerBound + 4 + 4 * entry)) }
            name += length + 1
        }
    }

    /// The content, if it is a symbol table as `make` writes it.
    private func ownIndex(_ content: Range<Int>) -> Range<Int> {
        guard content.count >= 4, case let count = Int(number(content.lowerBound)), count > 0, content.count >= 4 + 4 * count,
              bytes[(content.lowerBound + 4 + 4 * count)..<content.upperBound].starts(with: Archive.mark + [0]) else { return 0..<0 }
        return content
    }

    /// A number of the symbol table: 32 bits, big-endian.
    private func number(_ offset: Int) -> UInt32 {
        UInt32(bigEndian: UnsafeRawPointer(bytes.baseAddress! + offset).loadUnaligned(as: UInt32.self))
    }

    fileprivate static func definitions(in text: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        var i = 0
        while i < text.count {
            if text[i] == UInt8(ascii: ":") && i + 1 < text.count && text[i + 1] != UInt8(ascii: ".") {
                report(text, from: i + 1, found)
            } else if text[i] == UInt8(ascii: "%") {
                for macro in definingMacros where text[i...].starts(with: macro) { report(text, from: i + macro.count, found) }
            }
            while i < text.count && text[i] != 10 { i += 1 }
            i += 1
        }
    }

    private static let definingMacros = ["%common(", "%alias(", "%fn("].map { Array($0.utf8) }

    private static func report(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        var stop = start
        while stop < text.count, text[stop] > 32, text[stop] != UInt8(ascii: ","), text[stop] != UInt8(ascii: ")") { stop += 1 }
        if stop > start { found(UnsafeBufferPointer(rebasing: text[start..<stop])) }
    }
}

// MARK: - Writing

/// Makes an archive of members, in the form that `ar` reads: no times or owners, and a symbol table if all of it can be
/// addressed with four bytes.
public struct ArchiveWriter {
    private var longNames: [UInt8] = []
    private var body: [UInt8] = []
    /// Offsets count from the beginning of `body`.
    private var symbols: [(name: [UInt8], offset: Int)] = []

    public init() {}

    /// Names and contents of an archive's members; nil, with the reason, if it is none.
    public static func members(of bytes: [UInt8], problem: inout String) -> [(name: String, bytes: [UInt8])]? {
        Archive.members(of: bytes, problem: &problem)
    }

    public mutating func add(name: String, bytes: [UInt8]) {
        var short = name + "/"
        if short.utf8.count > 16 {
            short = "/\(longNames.count)"
            longNames += Array((name + "/\n").utf8)
        }
        let offset = body.count
        bytes.withUnsafeBufferPointer { text in
            Archive.definitions(in: text) { symbols.append((Array($0), offset)) }
        }
        ArchiveWriter.append(&body, short, bytes)
    }

    public func archive() -> [UInt8] {
        var names: [UInt8] = []
        if !longNames.isEmpty { ArchiveWriter.append(&names, "//", longNames) }
        let all = [(name: Archive.mark, offset: 0)] + symbols
        let spellings = Array(all.map { $0.name + [0] }.joined())
        let indexSize = 4 + 4 * all.count + spellings.count
        let first = Archive.magic.count + Archive.headerSize + indexSize + indexSize % 2 + names.count
        var out = Archive.magic
        if first + body.count < Int(UInt32.max) {
            var index: [UInt8] = []
            for number in [all.count] + all.map({ first + $0.offset }) {
                withUnsafeBytes(of: UInt32(number).bigEndian) { index += $0 }
            }
            ArchiveWriter.append(&out, "/", index + spellings)
        }
        return out + names + body
    }

    private static func append(_ out: inout [UInt8], _ name: String, _ bytes: [UInt8]) {
        func field(_ text: String, _ width: Int) {
            out += Array(text.utf8) + [UInt8](repeating: 32, count: width - text.utf8.count)
        }
        field(name, 16)
        field("0", 12)
        field("0", 6)
        field("0", 6)
        field("644", 8)
        field(String(bytes.count), 10)
        out += [0x60, 10]
        out += bytes
        if bytes.count % 2 == 1 { out.append(10) }
    }
}
