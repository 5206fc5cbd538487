/// -M and its relatives: the files a translation unit is made of, as a rule for make.
public struct Dependencies {
    /// As they are to be written.
    public var targets: [String] = []
    /// -MM leaves out what was found in system directories.
    public var includesSystemHeaders = true
    /// -MP: an empty rule for each header, so that a header that vanishes is no error.
    public var hasPhonyTargets = false

    public init() {}

    func rule(_ preprocessor: Preprocessor) -> [UInt8] {
        let sources = preprocessor.sources
        var files: [String] = []
        var seen: Set<Int32> = []
        for inclusion in sources.inclusions where seen.insert(inclusion.buffer).inserted {
            let name = sources.buffers[Int(inclusion.buffer)].name
            if name == "<built-in>" || name == "<command line>" || inclusion.isSystem && !includesSystemHeaders { continue }
            files.append(name)
        }
        for name in preprocessor.missingHeaders where !files.contains(name) { files.append(name) }
        var text: [UInt8] = []
        var column = 0
        func put(_ word: String) {
            if column > 0 {
                if column + word.utf8.count > 76 {
                    text += " \\\n".utf8
                    column = 0
                }
                text.append(Byte.space)
                column += 1
            }
            text += word.utf8
            column += word.utf8.count
        }
        for target in targets { put(target) }
        text.append(UInt8(ascii: ":"))
        column += 1
        for file in files { put(Dependencies.escaped(file)) }
        text.append(Byte.newline)
        if hasPhonyTargets {
            for file in files.dropFirst() {
                text.append(Byte.newline)
                text += Dependencies.escaped(file).utf8
                text += ":\n".utf8
            }
        }
        return text
    }

    /// As make reads it.
    public static func escaped(_ word: String) -> String {
        var text: [UInt8] = []
        for byte in word.utf8 {
            if byte == Byte.space || byte == UInt8(ascii: "#") { text.append(Byte.backslash) }
            if byte == UInt8(ascii: "$") { text.append(byte) }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// -H: the headers as they were included, each with as many dots as it lies deep.
enum HeaderList {
    static func text(_ preprocessor: Preprocessor) -> String {
        let sources = preprocessor.sources
        var depths: [Int] = []
        var text = ""
        for inclusion in sources.inclusions {
            let outer = sources.inclusion(at: inclusion.includedFrom)
            let depth = outer.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            if outer == nil { continue }
            text += String(repeating: ".", count: depth) + " \(sources.buffers[Int(inclusion.buffer)].name)\n"
        }
        return text
    }
}
