/// Which values the variables of selected code and the locations of final code hold, and whether a location holds what
/// a variable means: value numbering over two programs at once.
///
/// Variables are the registers of selected code (`Reg`), locations are machine registers and words of the frame. The code is
/// walked in pieces without branches, nodes. Within a node both sides map to numbers of values; equal numbers are the
/// same value. What a node has not set is "what X held at the node's start". To ask whether a location then holds
/// what a variable means is an obligation on the node's start, and so on the end of each node in front of it. `settle` pursues
/// obligations backwards until each is met where its value is made; one that comes back to itself in a loop holds, since nothing
/// in the loop breaks it. So the work is in proportion to how far values live, and no sets are merged.
struct ValueFlow {
    typealias Variable = Int32
    typealias Location = Int32
    typealias Value = Int32

    /// A use that reads something else than its variable's value.
    struct Mismatch {
        var variable: Variable
        var location: Location
        /// The final instruction with the use.
        var use: Int32
        /// The final instruction that made what the location holds: -1 nobody, the function began with it.
        var maker: Int32
    }

    /// A value is made by an instruction, or it is what a location and a variable (-1: unknown) held at the node's start.
    private struct Origin: BitwiseCopyable {
        var location: Location
        var variable: Variable
        var maker: Int32
    }

    private struct VariableState: BitwiseCopyable {
        var value: Value = 0
        /// The node in which `value` was found out.
        var node: Int32 = -1
        /// The value that the variable has everywhere, 0 if it has none.
        var constant: Value = 0
        /// The node that sets it, `several` for more than one, -1 for none.
        var setter: Int32 = -1
        var isShared = false
    }

    private struct LocationState: BitwiseCopyable {
        var value: Value = 0
        var node: Int32 = -1
        var setter: Int32 = -1
    }

    private struct Node: BitwiseCopyable {
        /// Registers whose values at the end are not those at the start; the values lie in `registerValues`.
        var registers: UInt32 = 0
        var firstRegister: Int32 = 0
        /// The same for words of the frame and for variables, in `changes`.
        var firstWord: Int32 = 0
        var firstVariable: Int32 = 0
        var end: Int32 = 0
        /// Bit n: a variable whose number ends in n is among them.
        var variables: UInt64 = 0
        var words: UInt64 = 0
    }

    private struct Change: BitwiseCopyable {
        var subject: Int32
        var value: Value
    }

    private struct Obligation: BitwiseCopyable {
        var variable: Variable
        var location: Location
        var node: Int32
        var use: Int32
    }

    private struct Edge: BitwiseCopyable {
        var from: Int32
        var to: Int32
    }

    private static let registerCount: Int32 = 32
    private static let several: Int32 = -2

    /// The location of a word of the frame.
    @inline(__always)
    static func word(_ number: Int) -> Location { registerCount + Location(truncatingIfNeeded: number) }

    private let variables: Scratch<VariableState>
    private let locations: Scratch<LocationState>
    private var origins: ScratchList<Origin>
    private var nodes: ScratchList<Node>
    private var registerValues: ScratchList<Value>
    private var changes: ScratchList<Change>
    private var edges: ScratchList<Edge>
    private var obligations: ScratchList<Obligation>
    /// A hash table of numbers in `obligations`, plus one.
    private var slots: Scratch<Int32>

    // The node at hand.
    private(set) var node: Int32 = -1
    private var setRegisters: UInt32 = 0
    private var setWords: ScratchList<Location>
    private var setVariables: ScratchList<Variable>

    init(variables count: Int, words: Int) {
        variables = Scratch(repeating: VariableState(), count: count)
        locations = Scratch(repeating: LocationState(), count: Int(ValueFlow.registerCount) + words)
        origins = ScratchList(capacity: count + 64)
        nodes = ScratchList()
        registerValues = ScratchList()
        changes = ScratchList()
        edges = ScratchList()
        obligations = ScratchList()
        slots = Scratch(repeating: 0, count: 256)
        setWords = ScratchList(capacity: 16)
        setVariables = ScratchList()
        origins.append(Origin(location: -1, variable: -1, maker: -1))
    }

    func free() {
        variables.free()
        locations.free()
        origins.free()
        nodes.free()
        registerValues.free()
        changes.free()
        edges.free()
        obligations.free()
        slots.free()
        setWords.free()
        setVariables.free()
    }

    // MARK: Variables of all of the function

    /// The variable may be asked for in nodes that do not set it.
    @inline(__always)
    func share(_ variable: Variable) { variables[Int(variable)].isShared = true }

    /// The variable has one value wherever it has any: it is computed from nothing that changes.
    mutating func makeConstant(_ variable: Variable) { variables[Int(variable)].constant = newValue(Origin(location: -1, variable: variable, maker: -1)) }

    @inline(__always)
    func isConstant(_ variable: Variable) -> Bool { variables[Int(variable)].constant != 0 }

    // MARK: A node

    mutating func beginNode() {
        node += 1
        setRegisters = 0
        setWords.cut(to: 0)
        setVariables.cut(to: 0)
    }

    @inline(__always)
    private mutating func newValue(_ origin: Origin) -> Value {
        origins.append(origin)
        return Value(truncatingIfNeeded: origins.count - 1)
    }

    /// A value that the final instruction `maker` makes.
    @inline(__always)
    mutating func newValue(maker: Int) -> Value { newValue(Origin(location: -1, variable: -1, maker: Int32(truncatingIfNeeded: maker))) }

    @inline(__always)
    mutating func value(ofVariable variable: Variable) -> Value {
        let state = variables[Int(variable)]
        if state.constant != 0 { return state.constant }
        if state.node == node { return state.value }
        let value = newValue(Origin(location: -1, variable: variable, maker: -1))
        bind(variable, value)
        return value
    }

    @inline(__always)
    mutating func value(ofLocation location: Location) -> Value {
        let state = locations[Int(location)]
        if state.node == node { return state.value }
        let value = newValue(Origin(location: location, variable: -1, maker: -1))
        bind(location: location, value)
        return value
    }

    @inline(__always)
    private func bind(_ variable: Variable, _ value: Value) {
        variables[Int(variable)].value = value
        variables[Int(variable)].node = node
    }

    @inline(__always)
    private func bind(location: Location, _ value: Value) {
        locations[Int(location)].value = value
        locations[Int(location)].node = node
    }

    @inline(__always)
    private static func setter(_ before: Int32, _ node: Int32) -> Int32 { before == -1 || before == node ? node : several }

    @inline(__always)
    mutating func set(variable: Variable, _ value: Value) {
        bind(variable, value)
        if variables[Int(variable)].isShared {
            variables[Int(variable)].setter = ValueFlow.setter(variables[Int(variable)].setter, node)
            setVariables.append(variable)
        }
    }

    @inline(__always)
    mutating func set(location: Location, _ value: Value) {
        bind(location: location, value)
        if location < ValueFlow.registerCount {
            setRegisters |= 1 << UInt32(location)
        } else {
            locations[Int(location)].setter = ValueFlow.setter(locations[Int(location)].setter, node)
            setWords.append(location)
        }
    }

    /// Locations that nothing may read any more.
    mutating func lose(registers: UInt32, _ value: Value) {
        setRegisters |= registers
        var rest = registers
        while rest != 0 {
            bind(location: Location(rest.trailingZeroBitCount), value)
            rest &= rest - 1
        }
    }

    /// Whether the location holds the variable's value, as far as this node can say; the rest becomes an obligation.
    @inline(__always)
    mutating func agree(_ variable: Variable, _ location: Location, use: Int) -> Bool {
        let v = variables[Int(variable)], l = locations[Int(location)]
        if v.node == node && l.node == node && v.value == l.value { return true }
        return compare(variable, location, use: Int32(truncatingIfNeeded: use))
    }

    @inline(never)
    private mutating func compare(_ variable: Variable, _ location: Location, use: Int32) -> Bool {
        let meant = value(ofVariable: variable), held = value(ofLocation: location)
        if meant == held { return true }
        let atStart = origins[Int(meant)].variable, from = origins[Int(held)].location
        if atStart < 0 || from < 0 { return false }
        oblige(Obligation(variable: atStart, location: from, node: node, use: use))
        // From here on both are known to be one value.
        if origins[Int(held)].variable < 0 && !isConstant(atStart) {
            origins[Int(held)].variable = atStart
            bind(variable, held)
        }
        return true
    }

    /// What made the value that a location holds, for messages.
    mutating func maker(ofLocation location: Location) -> Int32 { origins[Int(value(ofLocation: location))].maker }

    mutating func endNode() {
        var record = Node()
        record.registers = setRegisters
        record.firstRegister = Int32(truncatingIfNeeded: registerValues.count)
        var rest = setRegisters
        while rest != 0 {
            registerValues.append(locations[rest.trailingZeroBitCount].value)
            rest &= rest - 1
        }
        record.firstWord = Int32(truncatingIfNeeded: changes.count)
        for word in setWords.all {
            changes.append(Change(subject: word, value: locations[Int(word)].value))
            record.words |= 1 << UInt64(word & 63)
        }
        record.firstVariable = Int32(truncatingIfNeeded: changes.count)
        for variable in setVariables.all {
            changes.append(Change(subject: variable, value: variables[Int(variable)].value))
            record.variables |= 1 << UInt64(variable & 63)
        }
        record.end = Int32(truncatingIfNeeded: changes.count)
        sort(record.firstWord, record.firstVariable)
        sort(record.firstVariable, record.end)
        nodes.append(record)
    }

    /// Long lists are searched by halves.
    private func sort(_ first: Int32, _ end: Int32) {
        if end - first > ValueFlow.longList {
            var list = UnsafeMutableBufferPointer(rebasing: changes.all[Int(first)..<Int(end)])
            list.sort { $0.subject < $1.subject }
        }
    }

    private static let longList: Int32 = 16

    mutating func addEdge(from: Int32, to: Int32) { edges.append(Edge(from: from, to: to)) }

    // MARK: Obligations

    private func hash(_ o: Obligation) -> Int {
        var h = UInt64(truncatingIfNeeded: o.variable) &* 0x9E37_79B9_7F4A_7C15
        h = (h ^ UInt64(truncatingIfNeeded: o.node)) &* 0xC2B2_AE3D_27D4_EB4F
        h = (h ^ UInt64(truncatingIfNeeded: o.location)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: h >> 32)
    }

    private mutating func oblige(_ new: Obligation) {
        var slot = hash(new) & (slots.count - 1)
        while slots[slot] != 0 {
            let old = obligations[Int(slots[slot] - 1)]
            if old.variable == new.variable && old.node == new.node && old.location == new.location { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        obligations.append(new)
        slots[slot] = Int32(truncatingIfNeeded: obligations.count)
        if 2 * obligations.count > slots.count { grow() }
    }

    private mutating func grow() {
        let larger = Scratch<Int32>(repeating: 0, count: 4 * slots.count)
        slots.free()
        slots = larger
        for index in 0..<obligations.count {
            var slot = hash(obligations[index]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index + 1)
        }
    }

    /// Follows all obligations to where they are met; the first that is not.
    mutating func settle() -> Mismatch? {
        let nodeCount = nodes.count
        let start = Scratch<Int32>(repeating: 0, count: nodeCount + 2)
        let before = Scratch<Int32>(repeating: 0, count: edges.count)
        defer {
            start.free()
            before.free()
        }
        for edge in edges.all { start[Int(edge.to) + 2] += 1 }
        for k in 0..<nodeCount { start[k + 2] += start[k + 1] }
        for edge in edges.all {
            before[Int(start[Int(edge.to) + 1])] = edge.from
            start[Int(edge.to) + 1] += 1
        }
        var next = 0
        while next < obligations.count {
            let obligation = obligations[next]
            next += 1
            if obligation.node == 0 { return mismatch(obligation, maker: -1) }
            if let setter = onlySetter(obligation) {
                var open = obligation
                open.node = setter
                switch check(&open) {
                case .met: break
                case .failed(let maker): return mismatch(obligation, maker: maker)
                case .atStart: oblige(open)
                }
                continue
            }
            for k in Int(start[Int(obligation.node)])..<Int(start[Int(obligation.node) + 1]) {
                var open = obligation
                open.node = before[k]
                var passed = 0
                while true {
                    switch check(&open) {
                    case .met: break
                    case .failed(let maker): return mismatch(obligation, maker: maker)
                    case .atStart:
                        // Most nodes have one in front of them; not every obligation on the way need be remembered.
                        let first = Int(start[Int(open.node)])
                        if Int(start[Int(open.node) + 1]) - first == 1 && passed < 8 {
                            passed += 1
                            open.node = before[first]
                            continue
                        }
                        oblige(open)
                    }
                    break
                }
            }
        }
        return nil
    }

    /// The node that alone sets both the variable and a word of the frame: behind it nothing changes either, and what
    /// uses the variable lies behind it. The entry does for constants.
    private func onlySetter(_ obligation: Obligation) -> Int32? {
        if obligation.location < ValueFlow.registerCount { return nil }
        let setter = locations[Int(obligation.location)].setter
        let other = isConstant(obligation.variable) ? 0 : variables[Int(obligation.variable)].setter
        return setter >= 0 && setter == other ? setter : nil
    }

    private func mismatch(_ obligation: Obligation, maker: Int32) -> Mismatch {
        Mismatch(variable: obligation.variable, location: obligation.location, use: obligation.use, maker: maker)
    }

    private enum Outcome {
        case met
        /// By what this final instruction made.
        case failed(Int32)
        /// The obligation is now one on the node's start.
        case atStart
    }

    /// An obligation on the end of its node.
    @inline(__always)
    private func check(_ open: inout Obligation) -> Outcome {
        let node = nodes[Int(open.node)]
        let meant = end(ofVariable: open.variable, node), held = end(ofLocation: open.location, node)
        if meant == held && meant != 0 { return .met }
        // A virtual register has no value at the entry: on this way selected code reads an undefined one.
        // (A constant may be that too: of a phi with one constant, the other ways undefined.)
        if open.node == 0 && open.variable >= firstVirtual && (meant == 0 || isConstant(open.variable)) { return .met }
        if meant != 0 { open.variable = origins[Int(meant)].variable }
        if held != 0 { open.location = origins[Int(held)].location }
        if open.variable < 0 || open.location < 0 { return .failed(held == 0 ? -1 : origins[Int(held)].maker) }
        return .atStart
    }

    /// The value at a node's end, 0 if it is that at the start.
    @inline(__always)
    private func end(ofVariable variable: Variable, _ node: Node) -> Value {
        let constant = variables[Int(variable)].constant
        if constant != 0 { return constant }
        return node.variables & 1 << UInt64(variable & 63) == 0 ? 0 : find(variable, node.firstVariable, node.end)
    }

    @inline(__always)
    private func end(ofLocation location: Location, _ node: Node) -> Value {
        if location < ValueFlow.registerCount {
            let bit: UInt32 = 1 << UInt32(location)
            if node.registers & bit == 0 { return 0 }
            return registerValues[Int(node.firstRegister) + (node.registers & (bit - 1)).nonzeroBitCount]
        }
        return node.words & 1 << UInt64(location & 63) == 0 ? 0 : find(location, node.firstWord, node.firstVariable)
    }

    private func find(_ subject: Int32, _ first: Int32, _ end: Int32) -> Value {
        if end - first <= ValueFlow.longList {
            for k in Int(first)..<Int(end) where changes[k].subject == subject { return changes[k].value }
            return 0
        }
        var low = Int(first), high = Int(end)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].subject < subject { low = middle + 1 } else { high = middle }
        }
        return low < Int(end) && changes[low].subject == subject ? changes[low].value : 0
    }
}
