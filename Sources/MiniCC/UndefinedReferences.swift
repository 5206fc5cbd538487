extension Compiler {
    /// What the linker misses, shown where the source names it first. The source is parsed once more for this: a program
    /// that links pays nothing for it. `hints` ends the message for each name; the names that were shown are returned.
    public static func showUndefined(_ hints: [String: String], in preprocessor: Preprocessor, _ options: CompilerOptions) -> Set<String> {
        let diagnostics = preprocessor.diagnostics
        diagnostics.isSilent = true
        var parser = Parser(preprocessor, options: options.language)
        var uses: [SymbolID: SourceLocation] = [:]
        var order: [SymbolID] = []
        func isWanted(_ symbol: Symbol) -> Bool {
            symbol.linkage != .none && (symbol.kind == .function || symbol.kind == .object)
                && hints[parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)] != nil
        }
        while parser.nextFunction() != nil {
            for number in 0..<parser.tree.nodes.count {
                let node = parser.tree.nodes[number]
                guard node.kind == .variable, uses[node.a] == nil, isWanted(parser.scopes[node.a]) else { continue }
                uses[node.a] = node.location
                order.append(node.a)
            }
        }
        // What only an initialiser names is shown where it is declared.
        for symbol in 0..<parser.scopes.symbols.count where uses[symbol] == nil && parser.scopes[symbol].flags.contains(.used) {
            guard isWanted(parser.scopes[symbol]), parser.scopes[symbol].depth == 0 else { continue }
            uses[symbol] = parser.scopes[symbol].location
            order.append(symbol)
        }
        diagnostics.isSilent = false
        var shown: Set<String> = []
        for number in order {
            let symbol = parser.scopes[number], place = uses[number]!
            let name = parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)
            guard shown.insert(name).inserted else { continue }
            diagnostics.error(place, "undefined reference to '\(name)'\(hints[name]!)")
            if symbol.location != place && !symbol.flags.contains(.implicit) {
                diagnostics.note(symbol.location, "'\(name)' is declared here, but nothing that is linked defines it")
            }
        }
        return shown
    }

    /// Where the source declares what has these names in its object. The source is parsed once more.
    public static func declarations(of labels: Set<String>, in preprocessor: Preprocessor, _ options: CompilerOptions) -> [String: SourceLocation] {
        preprocessor.diagnostics.isSilent = true
        var parser = Parser(preprocessor, options: options.language)
        while parser.nextFunction() != nil {}
        var places: [String: SourceLocation] = [:]
        for number in 0..<parser.scopes.symbols.count {
            let symbol = parser.scopes[number]
            guard symbol.kind == .function || symbol.kind == .object else { continue }
            let name = parser.names.string(symbol.label >= 0 ? symbol.label : symbol.name)
            if labels.contains(name) && places[name] == nil { places[name] = symbol.location }
        }
        return places
    }
}
