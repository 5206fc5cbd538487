import Support

/// @FILE on a command line stands for the words in the file.
enum ResponseFile {
    /// Words of such a file may be such files again. What cannot be read is an ordinary word, as with other compilers.
    static func expand(_ words: [String], depth: Int = 0) -> [String] {
        guard words.contains(where: { $0.hasPrefix("@") }) else { return words }
        var result: [String] = []
        for word in words {
            if word.hasPrefix("@"), word != "@", depth < 20, case .success(let bytes) = OperatingSystem.read(String(word.dropFirst())) {
                result += expand(split(bytes), depth: depth + 1)
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// Words are separated by white space; quotation marks of both kinds keep it, a backslash keeps the next character.
    private static func split(_ bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var isInWord = false
        var quote: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") && index < bytes.count {
                word.append(bytes[index])
                index += 1
                isInWord = true
            } else if quote != 0 {
                if byte == quote { quote = 0 } else { word.append(byte) }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
                isInWord = true
            } else if byte == 32 || byte >= 9 && byte <= 13 {
                if isInWord { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll()
                isInWord = false
            } else {
                word.append(byte)
                isInWord = true
            }
        }
        if isInWord { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
