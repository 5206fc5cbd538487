/// Whether control can reach the end of a statement: for missing returns and unreachable code.
extension Parser {
    mutating func checkFlow(_ body: NodeID, _ end: SourceLocation) {
        let result = types.base(function.type)
        let symbol = scopes[function.symbol]
        guard fallsThrough(body) else { return }
        if types.kind(result) != .void && result != .invalid && symbol.name != wellKnown.main {
            warn(.returnType, end, "non-void function does not return a value\(containsReturn ? " in all control paths" : "")")
        }
        if symbol.flags.contains(.noReturn) {
            warn(.invalidNoreturn, end, "function '\(names.string(symbol.name))' declared 'noreturn' should not return")
        }
    }

    private var containsReturn: Bool {
        for node in tree.nodes.keys where tree[node].kind == .return && tree[node].a != .none { return true }
        return false
    }

    /// A careful guess: true when in doubt about loops that a goto or break may leave. With `deciding` false, ifs with constant
    /// conditions may go both ways: such a condition is a setting, and the code behind it is for another one.
    private func fallsThrough(_ node: NodeID, deciding: Bool = true) -> Bool {
        let current = tree[node]
        switch current.kind {
        case .compound:
            var reached = true
            var warned = !deciding
            var last = node
            for index in current.list {
                let child = tree.lists[index]
                if !reached {
                    let kind = tree[child].kind
                    if kind == .label || kind == .caseLabel || kind == .defaultLabel || containsLabel(child) {
                        reached = true
                    } else {
                        if !warned && kind != .empty && kind != .break && kind != .return && kind != .declare
                            && !fallsThrough(last, deciding: false) {
                            warn(.unreachableCode, tree[child].location, "code will never be executed")
                            warned = true
                        }
                        continue
                    }
                }
                reached = fallsThrough(child, deciding: deciding)
                last = child
            }
            return reached
        case .return, .jump, .jumpComputed, .break, .continue:
            return false
        case .expression:
            return !neverReturns(current.a)
        case .ifElse:
            return fallsThroughChain(node, deciding: deciding)
        case .whileLoop:
            return !isAlwaysTrue(current.a) || containsBreak(current.b)
        case .doLoop:
            if isAlwaysTrue(current.b) { return containsBreak(current.a) }
            return fallsThrough(current.a, deciding: deciding) || containsBreak(current.a) || containsContinue(current.a)
        case .forLoop:
            return current.b != .none && !isAlwaysTrue(current.b) || containsBreak(NodeID(Int(current.value)))
        case .switchOn:
            return !tree.switches[current.switchNumber].hasDefault || containsBreak(current.b) || fallsThrough(current.b, deciding: deciding)
        default:
            return true
        }
    }

    private func fallsThroughChain(_ node: NodeID, deciding: Bool) -> Bool {
        var node = node
        while tree[node].kind == .ifElse {
            let current = tree[node]
            let isTrue = deciding && isAlwaysTrue(current.a), isFalse = deciding && isAlwaysFalse(current.a)
            if current.c == .none {
                return !isTrue || fallsThrough(current.b, deciding: deciding)
            }
            if !isFalse && fallsThrough(current.b, deciding: deciding) { return true }
            if isTrue { return false }
            node = current.c
        }
        return fallsThrough(node, deciding: deciding)
    }

    private func isAlwaysTrue(_ node: NodeID) -> Bool { tree[node].kind == .integer && tree[node].value != 0 }
    private func isAlwaysFalse(_ node: NodeID) -> Bool { tree[node].kind == .integer && tree[node].value == 0 }

    private func neverReturns(_ node: NodeID) -> Bool {
        let current = tree[node]
        switch current.kind {
        case .call:
            return tree[current.a].kind == .variable && scopes[tree[current.a].symbol].flags.contains(.noReturn)
        case .builtin:
            let builtin = Builtin(rawValue: current.detail)
            return builtin == .unreachable || builtin == .trap
        case .cast: return neverReturns(current.a)
        case .comma: return neverReturns(current.a) || neverReturns(current.b)
        case .conditional: return neverReturns(current.b) && neverReturns(current.c)
        case .statementExpression: return !fallsThrough(current.a)
        default: return false
        }
    }

    private func containsBreak(_ node: NodeID) -> Bool { contains(node) { $0 == .break } }
    private func containsContinue(_ node: NodeID) -> Bool { contains(node, throughSwitch: true) { $0 == .continue } }
    private func containsLabel(_ node: NodeID) -> Bool {
        contains(node, throughSwitch: true, throughLoops: true) { $0 == .label || $0 == .caseLabel || $0 == .defaultLabel }
    }

    /// Whether a statement of this kind stands in `node`, not counting inner loops, which take break and
    /// continue for themselves.
    private func contains(_ node: NodeID, throughSwitch: Bool = false, throughLoops: Bool = false, _ test: (NodeKind) -> Bool) -> Bool {
        let current = tree[node]
        if test(current.kind) { return true }
        switch current.kind {
        case .compound:
            for index in current.list
            where contains(tree.lists[index], throughSwitch: throughSwitch, throughLoops: throughLoops, test) { return true }
            return false
        case .ifElse:
            var node = node
            while tree[node].kind == .ifElse {
                if contains(tree[node].b, throughSwitch: throughSwitch, throughLoops: throughLoops, test) { return true }
                node = tree[node].c
                if node == .none { return false }
            }
            return contains(node, throughSwitch: throughSwitch, throughLoops: throughLoops, test)
        case .switchOn:
            return throughSwitch && contains(current.b, throughSwitch: throughSwitch, throughLoops: throughLoops, test)
        case .whileLoop:
            return throughLoops && contains(current.b, throughSwitch: throughSwitch, throughLoops: throughLoops, test)
        case .doLoop:
            return throughLoops && contains(current.a, throughSwitch: throughSwitch, throughLoops: throughLoops, test)
        case .forLoop:
            return throughLoops && contains(NodeID(Int(current.value)), throughSwitch: throughSwitch, throughLoops: throughLoops, test)
        default:
            return false
        }
    }
}
