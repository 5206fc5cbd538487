/// `--dump=ast`: one node a line, children indented below it, types behind the colon.
struct TreePrinter {
    private(set) var text: [UInt8] = []

    private mutating func put(_ string: String) { text.append(contentsOf: string.utf8) }

    private mutating func line(_ depth: Int, _ string: String) {
        for _ in 0..<depth { text.append(contentsOf: "  ".utf8) }
        put(string)
        text.append(UInt8(ascii: "\n"))
    }

    mutating func print(_ definition: FunctionDefinition, _ parser: borrowing Parser) {
        let symbol = parser.scopes[definition.symbol]
        line(0, "function " + parser.types.describe(symbol.type, declaring: parser.names.string(symbol.name), parser.names))
        for bind in definition.prologue { print(bind, 1, parser) }
        print(definition.body, 1, parser)
    }

    mutating func print(_ object: StaticObject, _ parser: borrowing Parser) {
        let symbol = parser.scopes[object.symbol]
        line(0, "object \(parser.types.describe(symbol.type, declaring: name(object.symbol, parser), parser.names)): \(object.size) bytes")
        if !object.bytes.isEmpty {
            var hex = ""
            for byte in object.bytes.prefix(64) { hex += byte < 16 ? "0\(String(byte, radix: 16))" : String(byte, radix: 16) }
            line(1, "bytes \(hex)\(object.bytes.count > 64 ? "…" : "")")
        }
        for relocation in object.relocations.prefix(64) {
            let target: String
            switch relocation.base {
            case .symbol(let symbol): target = name(symbol, parser)
            case .string(let index): target = "string \(index)"
            case .label(let label): target = "label \(label)"
            }
            line(1, "at \(relocation.offset): \(target) + \(relocation.addend)")
        }
    }

    private func name(_ symbol: SymbolID, _ parser: borrowing Parser) -> String {
        parser.scopes[symbol].name < 0 ? ".\(symbol)" : parser.names.string(parser.scopes[symbol].name)
    }

    private mutating func printList(_ node: Node, _ depth: Int, _ parser: borrowing Parser) {
        for index in node.list { print(parser.tree.lists[index], depth, parser) }
    }

    private mutating func print(_ id: NodeID, _ depth: Int, _ parser: borrowing Parser) {
        if id == .none { return }
        if depth > 400 {
            line(depth, "…")
            return
        }
        let node = parser.tree[id]
        var head = "\(node.kind)"
        switch node.kind {
        case .integer: head += " \(node.value)"
        case .floating: head += " \(Double(bitPattern: UInt64(bitPattern: node.value)))"
        case .string: head += " \(node.a)"
        case .variable, .compoundLiteral, .declare: head += " " + name(node.symbol, parser)
        case .member:
            let field = parser.types.fields[node.field]
            head += " " + (field.name < 0 ? "<anonymous>" : parser.names.string(field.name))
        case .binary, .compoundAssign: head += " \(BinaryOperator(rawValue: node.detail).map { "\($0)" } ?? "?")"
        case .increment: head += node.detail & 2 != 0 ? (node.detail & 1 != 0 ? " x--" : " --x") : (node.detail & 1 != 0 ? " x++" : " ++x")
        case .builtin: head += " \(Builtin(rawValue: node.detail).map { "\($0)" } ?? "?")"
        case .label, .jump, .labelAddress: head += " " + parser.names.string(parser.tree.labels[node.label].name)
        case .caseLabel:
            let item = parser.tree.cases[node.number]
            head += item.low == item.high ? " \(item.low)" : " \(item.low) ... \(item.high)"
        case .bindArray: head += " .\(parser.types[TypeID(index: node.b.raw)].count)"
        default: break
        }
        if node.kind.rawValue < NodeKind.compound.rawValue && node.kind != .bindArray {
            head += ": " + parser.types.describe(node.type, parser.names)
        }
        line(depth, head)
        switch node.kind {
        case .decay, .cast, .negate, .complement, .not, .dereference, .addressOf, .member, .increment, .vaArg, .statementExpression,
             .bindArray, .expression, .return, .jumpComputed:
            print(node.a, depth + 1, parser)
        case .binary, .pointerAdd, .pointerDifference, .logicalAnd, .logicalOr, .conditionalOmitted, .comma, .assign, .compoundAssign,
             .whileLoop, .doLoop, .switchOn:
            print(node.a, depth + 1, parser)
            print(node.b, depth + 1, parser)
        case .conditional, .ifElse:
            print(node.a, depth + 1, parser)
            print(node.b, depth + 1, parser)
            print(node.c, depth + 1, parser)
        case .call:
            print(node.a, depth + 1, parser)
            printList(node, depth + 1, parser)
        case .builtin, .compound:
            printList(node, depth + 1, parser)
        case .forLoop:
            print(node.a, depth + 1, parser)
            print(node.b, depth + 1, parser)
            print(node.c, depth + 1, parser)
            print(NodeID(Int(node.value)), depth + 1, parser)
        case .declare, .compoundLiteral:
            guard node.b != .none else { break }
            let initializer = parser.tree.initializers[node.initializer]
            for index in 0..<initializer.count {
                let entry = parser.tree.initEntries[initializer.first + index]
                if initializer.count > 1 || entry.offset != 0 { line(depth + 1, "at \(entry.offset)") }
                print(entry.value, depth + 1, parser)
            }
        default: break
        }
    }
}
