/// What is done when a local variable's life ends: attribute((cleanup(f))) calls f with its address, and the memory of an array of
/// variable length is given back.
///
/// Each place of a function knows the variables with a cleanup that live there as a chain, the innermost first. Whoever
/// leaves a place for another runs what lies on the way up to the first that both have in common.
struct Cleanup {
    /// f(&variable); -1 for an array of variable length.
    var call: NodeID
    /// The next in the chain, -1 at its end.
    var outer: Int32
}

extension Parser {
    /// The argument of the attribute; what it names is looked up where the variable is declared.
    mutating func parseCleanupArgument(into attributes: inout Attributes) {
        guard expect(.leftParen, "after 'cleanup'") else { return }
        if kind == .identifier {
            attributes.cleanup = token.name
            attributes.cleanupLocation = location
            advance()
        } else {
            syntaxError("attribute 'cleanup' takes the name of a function, not \(describeToken())")
            if kind != .rightParen { advance() }
        }
        expect(.rightParen, "after the name of the function")
    }

    /// From here on to the end of its scope, `variable` has something to be done at the end.
    mutating func beginCleanup(of variable: SymbolID, _ attributes: Attributes) {
        guard attributes.cleanup >= 0 else { return }
        let place = attributes.cleanupLocation
        let called = scopes.ordinary(attributes.cleanup)
        guard called != .none else {
            error(place, "use of undeclared identifier '\(names.string(attributes.cleanup))'")
            return
        }
        guard scopes[called].kind == .function else {
            error(place, "'cleanup' argument '\(names.string(attributes.cleanup))' is not a function")
            return
        }
        scopes[variable].flags.insert(.maybeUnused)
        scopes[called].flags.insert(.used)
        let entity = scopes[called].entity != .none ? scopes[called].entity : called
        scopes[entity].flags.insert(.used)
        let function = make(.variable, place, type: scopes[called].type, a: entity.inNode, flags: .lvalue)
        let object = make(.variable, place, type: scopes[variable].type, a: variable.inNode, flags: .lvalue)
        let mark = stack.count
        stack.append(makeAddress(object, place))
        let call = makeCall(function, mark, place, place)
        beginCleanup(call, place)
    }

    /// The declaration of an array of variable length comes next.
    mutating func beginVariableArray(_ place: SourceLocation) { beginCleanup(.none, place) }

    private mutating func beginCleanup(_ call: NodeID, _ place: SourceLocation) {
        let number = tree.cleanups.append(Cleanup(call: call, outer: function.cleanup))
        function.cleanup = number
        stack.append(make(.cleanup, place, a: NodeID(raw: number)))
    }

    func warnUselessCleanup(_ attributes: Attributes) {
        guard attributes.cleanup >= 0 else { return }
        warn(.attributes, attributes.cleanupLocation, "attribute 'cleanup' is only for local variables; ignored")
    }
}
