import Harness

/// Expected and actual bytes side by side.
enum Comparison {
    /// nil if they are equal.
    static func difference(_ what: String, expected: [UInt8], actual: [UInt8]) -> Verdict? {
        if expected == actual { return nil }
        return .fail("\(what) differs", sideBySide(lines(expected), lines(actual)))
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { printable($0) }
        // What ends in a newline has no further line; what does not should be seen.
        if lines.last == "" {
            lines.removeLast()
        } else {
            lines[lines.count - 1] += "⏎̸"
        }
        return lines
    }

    private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: bytes.prefix(longestLine), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 9: text += "\\t"
            case 13: text += "\\r"
            case 0..<32, 127, 0xFFFD: text += "\\x" + hex(UInt8(truncatingIfNeeded: scalar.value))
            default: text.unicodeScalars.append(scalar)
            }
        }
        return bytes.count > longestLine ? text + "… (\(bytes.count) bytes)" : text
    }

    static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }

    private static let columnWidth = 56
    /// Bytes of a line that are shown.
    private static let longestLine = 120
    private static let before = 3
    private static let after = 16

    /// The first difference with some lines around it.
    private static func sideBySide(_ expected: [String], _ actual: [String]) -> [String] {
        let count = max(expected.count, actual.count)
        let first = (0..<count).first { line(expected, $0) != line(actual, $0) } ?? 0
        let start = max(0, first - before)
        let end = min(count, first + after)
        var table = [pad("expected") + "   actual"]
        if start > 0 { table.append("… \(start) equal lines") }
        for k in start..<end {
            let left = line(expected, k)
            let right = line(actual, k)
            table.append(pad(left ?? "") + (left == right ? "   " : " ≠ ") + (right ?? "(no line)"))
        }
        if end < count { table.append("… \(count - end) more lines") }
        return table
    }

    private static func line(_ lines: [String], _ k: Int) -> String? { k < lines.count ? lines[k] : nil }

    private static func pad(_ text: String) -> String {
        text.count < columnWidth ? text + String(repeating: " ", count: columnWidth - text.count) : text
    }

    /// The end of a log, for a stage that failed.
    static func tail(of path: String, lines count: Int = 20) -> [String] {
        guard let content = FileSystem.read(path), !content.isEmpty else { return [] }
        let all = content.split(separator: 10, omittingEmptySubsequences: true).map { printable($0) }
        return (all.count > count ? ["… \(all.count - count) lines before, see \(path)"] : []) + all.suffix(count)
    }
}
