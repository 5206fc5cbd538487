import MiniCC
import P1Backend
import Support

/// `minicc nm`: the names that objects, members of archives and programs define and refer to.
enum SymbolCommand {
    private struct Options {
        var externOnly = false, undefinedOnly = false, definedOnly = false
        var isSorted = true, byAddress = false, isReversed = false
        var isPOSIX = false, namesFile = false
    }

    static func run(_ words: [String]) -> Int32 {
        var options = Options()
        var files: [String] = []
        for word in words {
            switch word {
            case "--extern-only": options.externOnly = true
            case "--undefined-only": options.undefinedOnly = true
            case "--defined-only": options.definedOnly = true
            case "--no-sort": options.isSorted = false
            case "--numeric-sort": options.byAddress = true
            case "--reverse-sort": options.isReversed = true
            case "--print-file-name": options.namesFile = true
            case "--portability", "--format=posix": options.isPOSIX = true
            case "--format=bsd", "--no-demangle": break
            case "--version", "-V":
                _ = OperatingSystem.put(1, Array((Release.line + "\n").utf8))
                return 0
            default:
                guard word.hasPrefix("-"), word != "-" else {
                    files.append(word)
                    continue
                }
                for letter in word.dropFirst() {
                    switch letter {
                    case "g": options.externOnly = true
                    case "u": options.undefinedOnly = true
                    case "U": options.definedOnly = true
                    case "p": options.isSorted = false
                    case "n", "v": options.byAddress = true
                    case "r": options.isReversed = true
                    case "P": options.isPOSIX = true
                    case "A", "o": options.namesFile = true
                    // All symbols are there, in BSD's form, with addresses in hexadecimal digits.
                    case "B", "C", "D", "a", "x", "t": break
                    default:
                        Message.print("usage: minicc nm [-gupnrPA] [--defined-only] FILE…")
                        return 1
                    }
                }
            }
        }
        if files.isEmpty { files = ["a.out"] }
        var status: Int32 = 0
        for file in files where !show(file, options, isOneOfSeveral: files.count > 1) { status = 1 }
        return status
    }

    private static func show(_ file: String, _ options: Options, isOneOfSeveral: Bool) -> Bool {
        guard let bytes = ToolCommands.read(file) else { return false }
        if bytes.starts(with: Array("!<arch>\n".utf8)) {
            var problem = ""
            guard let members = ArchiveWriter.members(of: bytes, problem: &problem) else {
                Message.error("\(file): \(problem)")
                return false
            }
            var isGood = true
            for member in members {
                guard let symbols = SymbolTable.symbols(ofObject: member.name, member.bytes) else {
                    Message.error("\(file)(\(member.name)): no object of minicc's")
                    isGood = false
                    continue
                }
                write(symbols, options, heading: member.name, prefix: "\(file):\(member.name):")
            }
            return isGood
        }
        let symbols = ProgramFile(bytes)?.symbols() ?? SymbolTable.symbols(ofObject: file, bytes)
        guard let symbols else {
            Message.error("\(file): neither a program nor an object of minicc's")
            return false
        }
        write(symbols, options, heading: isOneOfSeveral ? file : nil, prefix: "\(file):")
        return true
    }

    private static func write(_ symbols: [SymbolTable.Symbol], _ options: Options, heading: String?, prefix: String) {
        var symbols = symbols.filter { symbol in
            let isUndefined = symbol.value == nil
            if options.externOnly && symbol.letter.isLowercase && symbol.letter != "w" { return false }
            return !(options.undefinedOnly && !isUndefined) && !(options.definedOnly && isUndefined)
        }
        if options.byAddress {
            symbols.sort { ($0.value ?? 0, $0.name) < ($1.value ?? 0, $1.name) }
        } else if options.isSorted {
            symbols.sort { $0.name < $1.name }
        }
        if options.isReversed { symbols.reverse() }
        var text = ""
        if let heading, !options.namesFile { text += options.isPOSIX ? "\(heading):\n" : "\n\(heading):\n" }
        for symbol in symbols {
            if options.namesFile { text += prefix + (options.isPOSIX ? " " : "") }
            let digits = symbol.value.map { hexadecimal($0, width: 16) }
            if options.isPOSIX {
                text += "\(symbol.name) \(symbol.letter) \(symbol.value.map { hexadecimal($0, width: 1) } ?? "")"
                text += symbol.value == nil ? " \n" : " \(hexadecimal(symbol.size, width: 1))\n"
            } else {
                text += "\(digits ?? String(repeating: " ", count: 16)) \(symbol.letter) \(symbol.name)\n"
            }
        }
        _ = OperatingSystem.put(1, Array(text.utf8))
    }

    private static func hexadecimal(_ value: UInt64, width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
