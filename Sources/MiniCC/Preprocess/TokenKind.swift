/// What a token is. The parser sees the first four groups; the last one stays inside the preprocessor.
enum TokenKind: UInt8, Sendable, CaseIterable {
    // Ends and literals
    case endOfFile
    case identifier
    case integer
    case floating
    case character
    case string
    /// A pragma that concerns the parser, wherever it stands: see `Token.packAlignment`.
    case pragmaPack

    // Punctuators, digraphs included
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case dot, arrow, ellipsis
    case plusPlus, minusMinus
    case ampersand, star, plus, minus, tilde, exclamation
    case slash, percent, lessLess, greaterGreater
    case less, greater, lessEqual, greaterEqual, equalEqual, exclamationEqual
    case caret, pipe, ampersandAmpersand, pipePipe
    case question, colon, semicolon, comma
    case equal, starEqual, slashEqual, percentEqual, plusEqual, minusEqual
    case lessLessEqual, greaterGreaterEqual, ampersandEqual, caretEqual, pipeEqual
    /// # and ## outside of directives: an error in every grammar rule, left to the parser to report.
    case hash, hashHash

    // Keywords. Other spellings (__inline__, __const, …) become the same kind.
    case kwAuto, kwBreak, kwCase, kwChar, kwConst, kwContinue, kwDefault, kwDo, kwDouble, kwElse, kwEnum, kwExtern
    case kwFloat, kwFor, kwGoto, kwIf, kwInline, kwInt, kwLong, kwRegister, kwRestrict, kwReturn, kwShort, kwSigned
    case kwSizeof, kwStatic, kwStruct, kwSwitch, kwTypedef, kwUnion, kwUnsigned, kwVoid, kwVolatile, kwWhile
    case kwAlignas, kwAlignof, kwAtomic, kwBool, kwComplex, kwGeneric, kwImaginary, kwNoreturn, kwStaticAssert
    case kwThreadLocal
    // GNU C
    case kwAsm, kwAttribute, kwExtension, kwLabel, kwTypeof, kwAutoType, kwInt128
    /// __func__, __FUNCTION__, __PRETTY_FUNCTION__
    case kwFunctionName
    case kwBuiltinVaArg, kwBuiltinOffsetof, kwBuiltinTypesCompatible, kwBuiltinChooseExpr

    // Inside the preprocessor only
    /// A preprocessing number; payload: the address of its text.
    case number
    /// A character constant or string as written; payload: the address of its text, prefix included.
    case rawCharacter, rawString
    /// A character that begins no token; payload: the character.
    case other
    case endOfLine
    /// In a macro's body; payload: the number of the parameter.
    case parameter, stringifiedParameter
    /// __VA_OPT__( … ): payload: how many tokens of the body it covers.
    case vaOpt
    /// The result of an empty argument next to ##.
    case placemarker
    /// In -E output: a pragma the reader of the text must see; payload: index of its text.
    case pragmaText
}

extension TokenKind {
    var isKeyword: Bool { rawValue >= TokenKind.kwAuto.rawValue && rawValue <= TokenKind.kwBuiltinChooseExpr.rawValue }

    /// The text of a punctuator, in its usual spelling.
    var spelling: String {
        switch self {
        case .leftParen: return "("
        case .rightParen: return ")"
        case .leftBracket: return "["
        case .rightBracket: return "]"
        case .leftBrace: return "{"
        case .rightBrace: return "}"
        case .dot: return "."
        case .arrow: return "->"
        case .ellipsis: return "..."
        case .plusPlus: return "++"
        case .minusMinus: return "--"
        case .ampersand: return "&"
        case .star: return "*"
        case .plus: return "+"
        case .minus: return "-"
        case .tilde: return "~"
        case .exclamation: return "!"
        case .slash: return "/"
        case .percent: return "%"
        case .lessLess: return "<<"
        case .greaterGreater: return ">>"
        case .less: return "<"
        case .greater: return ">"
        case .lessEqual: return "<="
        case .greaterEqual: return ">="
        case .equalEqual: return "=="
        case .exclamationEqual: return "!="
        case .caret: return "^"
        case .pipe: return "|"
        case .ampersandAmpersand: return "&&"
        case .pipePipe: return "||"
        case .question: return "?"
        case .colon: return ":"
        case .semicolon: return ";"
        case .comma: return ","
        case .equal: return "="
        case .starEqual: return "*="
        case .slashEqual: return "/="
        case .percentEqual: return "%="
        case .plusEqual: return "+="
        case .minusEqual: return "-="
        case .lessLessEqual: return "<<="
        case .greaterGreaterEqual: return ">>="
        case .ampersandEqual: return "&="
        case .caretEqual: return "^="
        case .pipeEqual: return "|="
        case .hash: return "#"
        case .hashHash: return "##"
        default: return ""
        }
    }
}
