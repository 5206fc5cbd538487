/// Function calls, and the functions of the library that the compiler knows by name.
extension Parser {
    mutating func parseCall(_ callee: NodeID, _ opened: SourceLocation) -> NodeID {
        advance()
        let mark = stack.count
        guard descend() else { return invalid(opened) }
        if kind != .rightParen {
            while true {
                let argument = parseAssignment()
                stack.append(argument)
                guard accept(.comma) else { break }
            }
        }
        depth -= 1
        let closing = location
        if !accept(.rightParen) {
            if syntaxError("expected ')'\(kind == .semicolon ? "" : " or ','")", afterPrevious: kind == .semicolon || token.flags.contains(.startsLine)) {
                diagnostics.note(opened, "to match this '('")
            }
            // How many arguments were meant is anybody's guess.
            stack.removeLast(stack.count - mark)
            return invalid(opened)
        }
        return makeCall(callee, mark, opened, closing)
    }

    mutating func makeCall(_ callee: NodeID, _ mark: Int, _ place: SourceLocation, _ closing: SourceLocation) -> NodeID {
        var functionType = type(callee)
        var target = callee
        if types.isPointer(functionType) && types.isFunction(types.base(functionType)) {
            functionType = types.base(functionType)
        } else if types.isFunction(functionType) {
            if tree[callee].kind == .dereference { target = tree[callee].a }
        } else {
            stack.removeLast(stack.count - mark)
            if functionType != .invalid {
                error(tree[callee].location, "called object type \(describe(functionType)) is not a function or function pointer")
            }
            return invalid(place)
        }
        let entry = types[functionType]
        let symbol = tree[callee].kind == .variable && types.isFunction(type(callee)) ? tree[callee].symbol : .none
        let count = Int32(stack.count - mark)
        if entry.isPrototype {
            checkArgumentCount(entry, count, symbol, closing, place)
        }
        for index in 0..<count {
            let node = stack[mark + Int(index)]
            if entry.isPrototype && index < entry.length {
                let parameter = types.parameters[entry.first + index]
                stack[mark + Int(index)] = convertForAssignment(node, to: parameter, .passing(index, symbol), place)
            } else {
                let value = rvalue(node)
                let valueType = type(value)
                if types.kind(valueType) == .void {
                    error(tree[value].location, "argument has type 'void'")
                    stack[mark + Int(index)] = invalid(place)
                } else if types.isInteger(valueType) {
                    stack[mark + Int(index)] = convert(value, to: promotedType(value))
                } else {
                    stack[mark + Int(index)] = types.isScalar(valueType) ? convert(value, to: types.defaultPromoted(valueType)) : value
                }
            }
        }
        if symbol != .none {
            if scopes[symbol].formatArgument > 0 { checkFormat(symbol, mark, count) }
            if scopes[symbol].flags.contains(.returnsTwice) { function.usesSetjmp = true }
        }
        let (start, length) = tree.list(from: &stack, mark: mark)
        let result = entry.base.unqualified
        if !types.isComplete(result) && types.isRecord(result) {
            diagnostics.error(place, "calling function with incomplete return type \(describe(result))")
            noteForwardDeclaration(result)
            return invalid(place)
        }
        return make(.call, place, type: result, a: target, b: NodeID(raw: start), c: NodeID(raw: length))
    }

    private func checkArgumentCount(_ entry: TypeInfo, _ count: Int32, _ symbol: SymbolID, _ closing: SourceLocation, _ place: SourceLocation) {
        if count == entry.length || count > entry.length && entry.isVariadic { return }
        let few = count < entry.length
        let least = entry.isVariadic ? "at least " : ""
        if symbol != .none {
            diagnostics.error(few ? closing : place, "too \(few ? "few" : "many") arguments to function call, expected \(least)\(entry.length), have \(count)")
            diagnostics.note(scopes[symbol].location, "'\(names.string(scopes[symbol].name))' declared here")
        } else {
            diagnostics.error(few ? closing : place, "too \(few ? "few" : "many") arguments to function call, expected \(least)\(entry.length), have \(count)")
        }
    }

    /// Makes a library function known with its proper type, as the header would.
    mutating func declareLibrary(_ library: LibraryFunction, _ place: SourceLocation) -> SymbolID {
        let name = names.intern(library.name)
        let linked = scopes.linked(name)
        if linked != .none {
            scopes[linked].flags.insert(.used)
            return linked
        }
        var letters = Array(library.signature.utf8)
        let isVariadic = letters.last == UInt8(ascii: ".")
        if isVariadic { letters.removeLast() }
        var list: [TypeID] = []
        for letter in letters.dropFirst() { list.append(libraryType(letter)) }
        let type = types.function(returning: libraryType(letters[0]), parameters: list, isVariadic: isVariadic, isPrototype: true)
        return declareAtFileLevel(name, type, place)
    }

    private mutating func libraryType(_ letter: UInt8) -> TypeID {
        switch letter {
        case UInt8(ascii: "v"): return .void
        case UInt8(ascii: "l"): return .long
        case UInt8(ascii: "q"): return .longLong
        case UInt8(ascii: "u"): return .unsignedLong
        case UInt8(ascii: "d"): return .double
        case UInt8(ascii: "f"): return .float
        case UInt8(ascii: "p"): return types.pointer(to: .void)
        case UInt8(ascii: "P"): return types.pointer(to: TypeID.void.qualified(.const))
        case UInt8(ascii: "c"), UInt8(ascii: "a"): return types.pointer(to: .char)
        case UInt8(ascii: "C"): return types.pointer(to: TypeID.char.qualified(.const))
        default: return .int
        }
    }
}

/// A function of the C library with its type: the letters of the result and the parameters; v void, i int,
/// l long, q long long, u size_t, d double, f float, p void *, P const void *, c char *, C const char *,
/// a va_list, and a dot at the end for variable arguments.
struct LibraryFunction {
    let name: String
    let signature: String

    private static let table: [String: String] = [
        "memcpy": "ppPu", "memmove": "ppPu", "memset": "ppiu", "memcmp": "iPPu", "memchr": "pPiu", "strlen": "uC",
        "strcpy": "ccC", "strncpy": "ccCu", "strcat": "ccC", "strncat": "ccCu", "strcmp": "iCC", "strncmp": "iCCu",
        "strchr": "cCi", "strrchr": "cCi", "strstr": "cCC", "strspn": "uCC", "strcspn": "uCC", "strpbrk": "cCC", "strdup": "cC",
        "stpcpy": "ccC", "bcopy": "vPpu", "bzero": "vpu", "bcmp": "iPPu", "mempcpy": "ppPu", "index": "cCi", "rindex": "cCi", "strndup": "cCu", "stpncpy": "ccCu",
        "strcasecmp": "iCC", "strncasecmp": "iCCu",
        "malloc": "pu", "calloc": "puu", "realloc": "ppu", "free": "vp", "abort": "v", "exit": "vi", "_exit": "vi", "_Exit": "vi",
        "abs": "ii", "labs": "ll", "llabs": "qq", "printf": "iC.", "fprintf": "ipC.", "sprintf": "icC.", "snprintf": "icuC.",
        "vprintf": "iCa", "vfprintf": "ipCa", "vsprintf": "icCa", "vsnprintf": "icuCa", "puts": "iC", "putchar": "ii",
        "fputs": "iCp", "fputc": "iip", "fwrite": "uPuup", "scanf": "iC.", "sscanf": "iCC.", "isalpha": "ii", "isdigit": "ii", "isalnum": "ii",
        "isspace": "ii", "isupper": "ii", "islower": "ii", "isxdigit": "ii", "ispunct": "ii", "isprint": "ii", "iscntrl": "ii", "isgraph": "ii",
        "toupper": "ii", "tolower": "ii",
        "ldexp": "ddi", "ldexpf": "ffi", "modf": "ddp", "frexp": "ddp", "lround": "ld", "lrint": "ld", "llround": "qd", "llrint": "qd",
        "lroundf": "lf", "lrintf": "lf", "llroundf": "qf", "llrintf": "qf",
    ]

    /// Functions of one, two and three numbers; each has a form for float (sinf) and one for long double (sinl).
    private static let mathematics: [String: Int] = [
        "sqrt": 1, "sin": 1, "cos": 1, "tan": 1, "asin": 1, "acos": 1, "atan": 1, "sinh": 1, "cosh": 1, "tanh": 1, "asinh": 1, "acosh": 1,
        "atanh": 1, "exp": 1, "exp2": 1, "expm1": 1, "log": 1, "log2": 1, "log10": 1, "log1p": 1, "logb": 1, "cbrt": 1, "erf": 1, "erfc": 1,
        "tgamma": 1, "lgamma": 1, "floor": 1, "ceil": 1, "round": 1, "trunc": 1, "rint": 1, "nearbyint": 1, "fabs": 1,
        "atan2": 2, "pow": 2, "fmod": 2, "fmax": 2, "fmin": 2, "fdim": 2, "hypot": 2, "remainder": 2, "nextafter": 2, "copysign": 2, "fma": 3,
    ]

    static func named(_ name: String) -> LibraryFunction? {
        if let signature = table[name] { return LibraryFunction(name: name, signature: signature) }
        if let count = mathematics[name] { return LibraryFunction(name: name, signature: String(repeating: "d", count: count + 1)) }
        guard name.hasSuffix("f") || name.hasSuffix("l"), let count = mathematics[String(name.dropLast())] else { return nil }
        return LibraryFunction(name: name, signature: String(repeating: name.hasSuffix("f") ? "f" : "d", count: count + 1))
    }
}
