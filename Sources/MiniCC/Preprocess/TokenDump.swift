/// --dump=tokens: the tokens as the parser gets them, one a line, with their places.
enum TokenDump {
    static func text(_ preprocessor: Preprocessor) -> [UInt8] {
        var reader = TokenReader(preprocessor)
        var text: [UInt8] = []
        while true {
            let token = reader.current.pointee
            let position = preprocessor.sources.position(token.location)
            text += "\(position.file):\(position.line):\(position.column): \(describe(token, preprocessor))\n".utf8
            if token.kind == .endOfFile { return text }
            reader.advance()
        }
    }

    private static func describe(_ token: Token, _ preprocessor: Preprocessor) -> String {
        switch token.kind {
        case .identifier: return "identifier \(preprocessor.names.string(token.name))"
        case .integer: return "\(token.integerType) \(token.payload)"
        case .floating: return "\(token.floatingType) \(token.floatingValue)"
        case .character: return "character \(token.characterValue) (\(token.encoding))"
        case .string:
            let bytes = preprocessor.strings.content(token.stringIndex)
            return "string \(String(decoding: Preprocessor.quoted(String(decoding: bytes, as: UTF8.self)), as: UTF8.self)) (\(token.encoding))"
        case .pragmaPack: return "pragma pack \(token.packAlignment)"
        case .endOfFile: return "end of file"
        default: return token.kind.isKeyword ? "keyword \(preprocessor.names.string(token.name))" : token.kind.spelling
        }
    }
}
