/// The tokens as the parser gets them: keywords known, constants evaluated, strings joined.
extension Preprocessor {
    /// Fills the buffer anew. The tokens from `keeping` on were looked ahead at and stay, at its beginning.
    func fill(keeping: UnsafePointer<Token>?) -> (current: UnsafePointer<Token>, refillMark: UnsafePointer<Token>) {
        clock?.begin("preprocess")
        defer { clock?.end() }
        var kept = 0
        if let keeping {
            kept = max(0, UnsafePointer(bufferEnd) - keeping)
            buffer.update(from: keeping, count: kept)
        }
        var out = buffer + kept
        let full = buffer + Preprocessor.bufferSize
        while out < full && !reachedEnd {
            if diagnostics.shouldStop {
                reachedEnd = true
                break
            }
            // Text without macros, the usual case, takes the short way.
            if contextCount == 0 && carriedFlags.isEmpty {
                lexer.lex(into: out)
                switch out.pointee.kind {
                case .identifier:
                    let entry = facts[out.pointee.name]
                    if entry.macro < 0 {
                        out.pointee.kind = entry.keyword
                        out += 1
                    } else if !expand(out, macro: entry.macro) {
                        out = finish(out)
                    }
                case .number:
                    convertNumber(out)
                    out += 1
                case .hash, .endOfFile, .rawString, .rawCharacter, .other:
                    if readSpecial(out) { out = finish(out) }
                default:
                    out += 1
                }
            } else {
                expandedToken(into: out)
                out = finish(out)
            }
        }
        if reachedEnd {
            // So many that looking ahead at the very end finds nothing else.
            let location = lexer.location(lexer.cursor)
            for index in 0...TokenReader.lookahead { out[index] = Token(.endOfFile, flags: .startsLine, location: location) }
            bufferEnd = out + TokenReader.lookahead + 1
            return (UnsafePointer(buffer), UnsafePointer(max(out + 1, buffer + 1)))
        }
        bufferEnd = out
        return (UnsafePointer(buffer), UnsafePointer(out - TokenReader.lookahead))
    }

    /// A token that the short way does not know. False if it leaves nothing to be passed on.
    private func readSpecial(_ out: UnsafeMutablePointer<Token>) -> Bool {
        switch out.pointee.kind {
        case .hash: return out.pointee.flags.contains(.startsLine) ? directive(out) : true
        case .endOfFile: return !leaveFile()
        default: return true
        }
    }

    /// Completes the token at `out`; where the next one goes.
    private func finish(_ out: UnsafeMutablePointer<Token>) -> UnsafeMutablePointer<Token> {
        switch out.pointee.kind {
        case .identifier:
            out.pointee.kind = facts[out.pointee.name].keyword
        case .number:
            convertNumber(out)
        case .rawCharacter:
            convertCharacter(out)
        case .rawString:
            return finishStrings(out)
        case .other:
            reportStray(out.pointee)
            // A literal without end stands for one; other strays are as if they were not there.
            return isQuote(out.pointee) ? out + 1 : out
        case .endOfFile:
            reachedEnd = true
            return out
        default:
            break
        }
        return out + 1
    }

    /// A string and those that follow it; then the token behind them, which had to be read to know that.
    private func finishStrings(_ out: UnsafeMutablePointer<Token>) -> UnsafeMutablePointer<Token> {
        var pieces = [out.pointee]
        let next = out + 1
        while true {
            expandedToken(into: next)
            if next.pointee.kind == .other {
                reportStray(next.pointee)
                continue
            }
            guard next.pointee.kind == .rawString else { break }
            pieces.append(next.pointee)
        }
        convertStrings(pieces, into: out)
        return finish(next)
    }

    private func isQuote(_ token: Token) -> Bool {
        let first = rawText(token)[0]
        return first == Byte.quote || first == Byte.apostrophe
    }

    private func reportStray(_ token: Token) {
        let text = rawText(token)
        if text[0] == Byte.quote || text[0] == Byte.apostrophe {
            let quote = text[0] == Byte.quote ? "\"" : "'"
            diagnostics.error(token.location, "missing terminating \(quote) character")
        } else if text[0] >= 0x80 && UnicodeText.decode(text.baseAddress!) == nil {
            diagnostics.error(token.location, "the source is not valid UTF-8 here")
        } else if text[0] < 32 || text[0] == 127 {
            diagnostics.error(token.location, "stray control character with code \(text[0])")
        } else {
            diagnostics.error(token.location, "stray '\(String(decoding: text, as: UTF8.self))' in the program")
        }
    }
}
