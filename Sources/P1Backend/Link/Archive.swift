/// A library made by any `ar`: its members are P1pp texts. Which labels a member defines is read off its lines, so no
/// index is needed: a definition is a line that begins with `:` and a name without a dot, or one of the ext level's
/// %common, %alias and %weak.
public struct Archive {
    struct Member {
        let name: String
        let bytes: Range<Int>
    }

    let name: String
    let bytes: [UInt8]
    private(set) var members: [Member] = []

    static let magic = Array("!<arch>\n".utf8)

    /// Nil, with the reason, if the file is not an archive of such members.
    init?(name: String, bytes: [UInt8], problem: inout String) {
        self.name = name
        self.bytes = bytes
        guard bytes.starts(with: Archive.magic) else {
            problem = "not an archive"
            return nil
        }
        var offset = 8
        var longNames: Range<Int> = 0..<0
        while offset + 60 <= bytes.count {
            let header = bytes[offset..<(offset + 60)]
            guard let size = Archive.decimal(bytes[(offset + 48)..<(offset + 58)]), offset + 60 + size <= bytes.count,
                  bytes[offset + 58] == 0x60, bytes[offset + 59] == 10 else {
                problem = "broken archive: the member header at byte \(offset) makes no sense"
                return nil
            }
            let content = (offset + 60)..<(offset + 60 + size)
            let rawName = String(decoding: header.prefix(16), as: UTF8.self).trimmingSpaces()
            if rawName == "//" {
                longNames = content
            } else if rawName != "/" && rawName != "/SYM64/" {
                members.append(Member(name: memberName(rawName, longNames), bytes: content))
            }
            offset = content.upperBound + size % 2
        }
        if offset < bytes.count - 1 {
            problem = "broken archive: it ends inside a member"
            return nil
        }
    }

    /// `name/` or `/offset` into the table of long names.
    private func memberName(_ raw: String, _ longNames: Range<Int>) -> String {
        if raw.hasPrefix("/"), let offset = Int(raw.dropFirst()), longNames.lowerBound + offset < longNames.upperBound {
            let start = longNames.lowerBound + offset
            let end = bytes[start..<longNames.upperBound].firstIndex { $0 == UInt8(ascii: "/") || $0 == 10 } ?? longNames.upperBound
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        return raw.hasSuffix("/") ? String(raw.dropLast()) : raw
    }

    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self).trimmingSpaces())
    }

    /// Calls `found` with the name of every label that a member defines.
    func definitions(of member: Member, found: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { text in
            var i = member.bytes.lowerBound
            let end = member.bytes.upperBound
            while i < end {
                if text[i] == UInt8(ascii: ":") && i + 1 < end && text[i + 1] != UInt8(ascii: ".") {
                    report(text, from: i + 1, to: end, found)
                } else if text[i] == UInt8(ascii: "%") {
                    for prefix in Archive.definingMacros where text[i..<end].starts(with: prefix) {
                        report(text, from: i + prefix.count, to: end, found)
                    }
                }
                while i < end && text[i] != 10 { i += 1 }
                i += 1
            }
        }
    }

    private static let definingMacros = ["%common(", "%alias(", "%fn("].map { Array($0.utf8) }

    private func report(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
                        _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
        var stop = start
        while stop < end, text[stop] > 32, text[stop] != UInt8(ascii: ","), text[stop] != UInt8(ascii: ")") { stop += 1 }
        if stop > start { found(UnsafeBufferPointer(rebasing: text[start..<stop])) }
    }
}

// MARK: Writing

extension Archive {
    /// The bytes of an archive with these members, in the form that `ar` reads: no times, owners or index.
    public static func make(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var longNames: [UInt8] = []
        var body: [UInt8] = []
        for (name, bytes) in members {
            var short = name + "/"
            if short.utf8.count > 16 {
                short = "/\(longNames.count)"
                longNames += Array((name + "/\n").utf8)
            }
            append(&body, short, bytes)
        }
        var out = magic
        if !longNames.isEmpty { append(&out, "//", longNames) }
        return out + body
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

private extension String {
    func trimmingSpaces() -> String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
