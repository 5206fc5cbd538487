import Glibc
import Testing
@testable import P1Backend

/// The bytes as upper-case digits, in groups as the expectation is written.
func digits(_ bytes: some Sequence<UInt8>) -> String { bytes.map { hex(UInt64($0), digits: 2) }.joined() }

func plain(_ digits: String) -> String { String(digits.filter { !$0.isWhitespace }) }

/// What a source becomes after macro expansion and assembly at address 0, as digits; nil after an error.
func expand(_ source: String, target: any Target.Type = AMD64.self) -> (bytes: String?, errors: String) {
    var diagnostics: Diagnostics?
    guard let text = Tools.expandMacros(&diagnostics, name: "in", bytes: Array(source.utf8), target: target) else {
        return (nil, diagnostics?.report ?? "")
    }
    let bytes = Tools.assembleHex2(&diagnostics, name: "in.hex2", bytes: text, options: Tools.Hex2Options(base: 0), target: target)
    return (bytes.map { digits($0) }, diagnostics?.report ?? "")
}

/// A program linked from one source: its file, what was reported, the map.
struct Linked {
    var bytes: [UInt8]?
    var report: String
    var map: String

    init(_ sources: String..., target: any Target.Type = AMD64.self, _ change: (inout LinkOptions) -> Void = { _ in }) {
        var options = LinkOptions()
        change(&options)
        let linker = Linker(target: target, options: options)
        for (index, source) in sources.enumerated() { linker.add(source: "s\(index).P1pp", bytes: Array(source.utf8)) }
        bytes = linker.link()
        report = linker.diagnostics.report
        map = linker.map
    }

    /// A field of the file, little endian; nil outside of it.
    func field(_ offset: Int, _ size: Int) -> UInt64? {
        guard let bytes, offset + size <= bytes.count else { return nil }
        return bytes[offset..<(offset + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// A file of this repository; nil if there is none.
func repositoryFile(_ path: String) -> [UInt8]? {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    guard let file = fopen(root + "/" + path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
}
