/// Which values the variables of selected code and the locations of final code hold, and whether a location holds what
/// a variable means: value numbering over two programs at once.
///
/// Variables are the registers of selected code (the numbers of `Reg`), locations are machine registers and words of the frame. The code is
/// walked in pieces without branches, nodes; those that follow each other and that nothing else leads to are a stretch.
/// Within a stretch both sides map to numbers of values; equal numbers are the same value. What a stretch has not set is "what X
/// held at its start". To ask whether a location then holds what a variable means is an obligation on the start of the stretch, and
/// so on the end of each node in front of it. `settle` pursues obligations backwards until each is met where its value is made; one
/// that comes back to itself in a loop holds, since nothing in the loop breaks it. So the work is in proportion to how far values
/// live, and no sets are merged.
///
/// A variable that has no value on some way from the entry is undefined there, and any location will do. So an obligation
/// whose location turns out to hold something else goes on without one, and fails only where the variable gets its value.
struct ValueFlow {
    typealias Variable = Int32
    typealias Location = Int32
    /// 0: none. Negative: made by an instruction. Below `base`: the constant that the variable of this number is, where it has
    /// been computed. From there on: what something held at the start of a stretch (`origins`).
    typealias Value = Int32

    /// A use that reads something else than its variable's value.
    struct Mismatch {
        var variable: Variable
        var location: Location
        /// The final instruction with the use.
        var use: Int32
        /// The final instruction that made what the location holds: -1 nobody, the function began with it.
        var maker: Int32
        /// Whether the location is the operand of the use, or where its value should have come from.
        var isOperand: Bool
    }

    /// What a location and a variable (-1: unknown) held at the start of the stretch.
    private struct Origin: BitwiseCopyable {
        var location: Location
        var variable: Variable
    }

    /// A variable or a location.
    private struct Subject: BitwiseCopyable {
        var value: Value = 0
        /// The stretch in which `value` was found out.
        var stretch: Int32 = -1
        /// The node that sets it, and to what. Of others that set it too their lists of changes know.
        var setter: Int32 = -1
        var setValue: Value = 0
        var hasMoreSetters = false
        var definition = Definition.none
        var isFloat = false

        /// A variable that is computed from nothing that changes, by one instruction.
        @inline(__always) var isConstant: Bool { definition == .constant }
    }

    private enum Definition: UInt8, BitwiseCopyable { case none, constant, other }

    private struct Node: BitwiseCopyable {
        /// The first node of the stretch, whose start values refer to.
        var stretch: Int32
        /// The number of the stretch.
        var row: Int32
        /// Registers that it sets.
        var registersHere: UInt32
        /// Registers, and variables that are registers, which have been set since its start; their values lie in `registerValues`.
        var registers: UInt32
        var fixedVariables: UInt32
        var firstRegister: Int32
        /// What the node sets otherwise, in `changes`; not those of which it is the first setter.
        var firstChange: Int32
        var endChange: Int32
        /// Bit n: a subject whose number ends in n is among these since the start of the stretch.
        var filter: UInt64
    }

    private struct Change: BitwiseCopyable {
        var subject: Int32
        var value: Value
    }

    /// That a variable has the value of a location, or none.
    private struct Obligation: BitwiseCopyable {
        var variable: Variable
        /// Negative: some other value is there (`losses`).
        var location: Location
        var node: Int32
        var use: Int32
        /// Of a constant: it has been computed, and is not undefined.
        var isDefined = false

        func isSame(_ other: Obligation) -> Bool {
            variable == other.variable && node == other.node && max(location, -1) == max(other.location, -1) && isDefined == other.isDefined
        }
    }

    /// Where an obligation lost its location.
    private struct Loss: BitwiseCopyable {
        var location: Location
        var maker: Int32
        var isOperand: Bool
    }

    private struct Edge: BitwiseCopyable {
        var from: Int32
        var to: Int32
    }

    static let registerCount: Int32 = 32

    /// The location of a word of the frame.
    @inline(__always)
    static func word(_ number: Int) -> Location { registerCount + Location(truncatingIfNeeded: number) }

    /// Variables, and from `base` on locations.
    private var subjects: ScratchList<Subject>
    private var base: Int32 = 0
    private var origins: ScratchList<Origin>
    private var nodes: ScratchList<Node>
    private var registerValues: ScratchList<Value>
    private var changes: ScratchList<Change>
    private var edges: ScratchList<Edge>
    /// Stretches that are but the end of another.
    private var divided: ScratchList<Int32>
    private var obligations: ScratchList<Obligation>
    private var losses: ScratchList<Loss>
    /// By stretch and register: the variable, plus one, that an obligation says to be there.
    private var known: ScratchList<Variable>
    /// A hash table of numbers in `obligations`, plus one, of all other obligations.
    private var slots: ScratchList<Int32>
    private var slotsUsed = 0
    /// Of each node those in front of it: before[start[n] ..< start[n + 1]].
    private var start: ScratchList<Int32>
    private var before: ScratchList<Int32>

    // Registers that a node sets, and that several set, apart from the first and from those behind which nothing comes; variables
    // that are registers and that another than the first sets.
    private var setOnce: UInt32 = 0
    private var setTwice: UInt32 = 0
    private var setFixedLater: UInt32 = 0

    // The node at hand.
    private(set) var node: Int32 = -1
    private var stretch: Int32 = -1
    private var row: Int32 = -1
    private var setRegisters: UInt32 = 0
    private var setFixedVariables: UInt32 = 0
    /// What the node itself sets of them.
    private var registersHere: UInt32 = 0
    private var fixedHere: UInt32 = 0
    private var isLast = false
    private var filter: UInt64 = 0
    private var setAgain: ScratchList<Int32>

    init() {
        subjects = ScratchList()
        origins = ScratchList()
        nodes = ScratchList()
        registerValues = ScratchList()
        changes = ScratchList()
        edges = ScratchList()
        divided = ScratchList()
        obligations = ScratchList()
        losses = ScratchList()
        known = ScratchList()
        slots = ScratchList()
        start = ScratchList()
        before = ScratchList()
        setAgain = ScratchList()
    }

    func free() {
        subjects.free()
        origins.free()
        nodes.free()
        registerValues.free()
        changes.free()
        edges.free()
        divided.free()
        obligations.free()
        losses.free()
        known.free()
        slots.free()
        start.free()
        before.free()
        setAgain.free()
    }

    /// Begins another function. The variables from 32 on are those of `isFloat`.
    mutating func begin(isFloat: Table<VirtualRegister, Bool>, words: Int) {
        base = ValueFlow.registerCount + Int32(truncatingIfNeeded: isFloat.count)
        subjects.fill(with: Subject(), count: Int(base + ValueFlow.registerCount) + words)
        for number in 16..<Int(ValueFlow.registerCount) { subjects.all[number].isFloat = true }
        let all = subjects.all
        var number = Int(ValueFlow.registerCount)
        for isFloat in isFloat.rows {
            all[number].isFloat = isFloat
            number += 1
        }
        origins.cut(to: 0)
        nodes.cut(to: 0)
        registerValues.cut(to: 0)
        changes.cut(to: 0)
        edges.cut(to: 0)
        divided.cut(to: 0)
        obligations.cut(to: 0)
        losses.cut(to: 0)
        slots.fill(with: 0, count: 64)
        slotsUsed = 0
        setOnce = 0
        setTwice = 0
        setFixedLater = 0
        node = -1
        row = -1
    }

    // MARK: Variables of all of the function

    /// The variable gets a value from a selected instruction. Of several none is a constant.
    @inline(__always)
    mutating func define(_ variable: Variable, isConstant: Bool) {
        let all = subjects.all, n = Int(variable)
        all[n].definition = isConstant && all[n].definition == .none ? .constant : .other
    }

    @inline(__always)
    func isConstant(_ variable: Variable) -> Bool { subjects[Int(variable)].isConstant }

    @inline(__always)
    func isFloat(_ variable: Variable) -> Bool { subjects[Int(variable)].isFloat }

    // MARK: A node

    /// A node to which others may jump.
    mutating func beginNode() {
        node += 1
        beginStretch()
        beginSets()
    }

    @inline(__always)
    private mutating func beginSets() {
        registersHere = 0
        fixedHere = 0
        isLast = false
        setAgain.cut(to: 0)
    }

    /// Nothing comes behind the node.
    mutating func leave() { isLast = true }

    @inline(__always)
    private mutating func beginStretch() {
        stretch = node
        row += 1
        setRegisters = 0
        setFixedVariables = 0
        filter = 0
    }

    /// A node that comes behind the one at hand, and behind nothing else.
    mutating func continueStretch() {
        endNode()
        node += 1
        if node - stretch == ValueFlow.longestStretch {
            divided.append(node)
            beginStretch()
        }
        beginSets()
    }

    /// A stretch may be walked for each edge from it.
    private static let longestStretch: Int32 = 32

    /// A value that the final instruction `maker` makes (-1: the function begins with it); `part` tells its values from each other.
    @inline(__always)
    static func made(by maker: Int, _ part: Int32 = 0) -> Value { ~(32 &* (Int32(truncatingIfNeeded: maker) &+ 1) &+ part) }

    private func maker(of value: Value) -> Int32 { value < 0 ? ~value >> 5 - 1 : -1 }

    @inline(never)
    private mutating func atStart(_ subject: Int32, location: Location, variable: Variable) -> Value {
        origins.append(Origin(location: location, variable: variable))
        let value = base + Int32(truncatingIfNeeded: origins.count - 1)
        bind(Int(subject), value)
        return value
    }

    @inline(__always)
    private func bind(_ subject: Int, _ value: Value) {
        let all = subjects.all
        all[subject].value = value
        all[subject].stretch = stretch
    }

    @inline(__always)
    mutating func value(ofVariable variable: Variable) -> Value {
        let state = subjects[Int(variable)]
        return state.stretch == stretch ? state.value : atStart(variable, location: -1, variable: variable)
    }

    @inline(__always)
    mutating func value(ofLocation location: Location) -> Value {
        let state = subjects[Int(base + location)]
        if state.stretch == stretch { return state.value }
        return atStart(base + location, location: location, variable: -1)
    }

    @inline(__always)
    private mutating func set(_ subject: Int32, _ value: Value) {
        let all = subjects.all, n = Int(subject)
        all[n].value = value
        all[n].stretch = stretch
        if all[n].setter == node {
            all[n].setValue = value
        } else if all[n].setter < 0 {
            all[n].setter = node
            all[n].setValue = value
        } else {
            all[n].hasMoreSetters = true
            setAgain.append(subject)
        }
    }

    @inline(__always)
    mutating func set(variable: Variable, _ value: Value) {
        precondition(UInt32(bitPattern: variable) < UInt32(bitPattern: base))
        if variable < ValueFlow.registerCount {
            fixedHere |= 1 << UInt32(variable)
            bind(Int(variable), value)
        } else {
            set(variable, value)
        }
    }

    @inline(__always)
    mutating func set(location: Location, _ value: Value) {
        if location < ValueFlow.registerCount {
            registersHere |= 1 << UInt32(location)
            bind(Int(base + location), value)
        } else {
            set(base + location, value)
        }
    }

    /// Locations that nothing may read any more.
    mutating func lose(registers: UInt32, _ value: Value) {
        registersHere |= registers
        var rest = registers
        while rest != 0 {
            bind(Int(base) + rest.trailingZeroBitCount, value)
            rest &= rest - 1
        }
    }

    /// Whether the location holds the variable's value, as far as this stretch can say; the rest becomes an obligation.
    @inline(__always)
    mutating func agree(_ variable: Variable, _ location: Location, use: Int) -> Bool {
        let v = subjects[Int(variable)], l = subjects[Int(base + location)]
        if v.value == l.value && v.stretch == stretch && l.stretch == stretch { return true }
        return compare(variable, location, use: Int32(truncatingIfNeeded: use))
    }

    @inline(never)
    private mutating func compare(_ variable: Variable, _ location: Location, use: Int32) -> Bool {
        let meant = value(ofVariable: variable), held = value(ofLocation: location)
        if meant == held { return true }
        if meant < 0 { return false }
        var open = Obligation(variable: meant, location: origin(of: held), node: stretch, use: use)
        if meant < base { open.isDefined = true } else { open.variable = origins[Int(meant - base)].variable }
        if held == open.variable { return true }
        if open.location < 0 {
            if open.isDefined || open.variable < ValueFlow.registerCount { return false }
            lose(&open, location, held, isOperand: true)
        } else if origins[Int(held - base)].variable < 0 && !isConstant(open.variable) {
            // From here on both are known to be one value.
            origins[Int(held - base)].variable = open.variable
            bind(Int(variable), held)
        }
        oblige(open)
        return true
    }

    /// The location that held a value at the start of the stretch, -1 when none is known to.
    @inline(__always)
    private func origin(of value: Value) -> Location { value < base ? -1 : origins[Int(value - base)].location }

    private mutating func lose(_ open: inout Obligation, _ location: Location, _ held: Value, isOperand: Bool) {
        losses.append(Loss(location: location, maker: maker(of: held), isOperand: isOperand))
        open.location = ~Int32(truncatingIfNeeded: losses.count - 1)
    }

    /// What made the value that a location holds, for messages.
    mutating func maker(ofLocation location: Location) -> Int32 { maker(of: value(ofLocation: location)) }

    mutating func endNode() {
        if isLast {
            // Nobody will ask.
            nodes.append(Node(stretch: stretch, row: row, registersHere: 0, registers: 0, fixedVariables: 0, firstRegister: 0, firstChange: 0, endChange: 0, filter: 0))
            return
        }
        setRegisters |= registersHere
        setFixedVariables |= fixedHere
        if node > 0 {
            setTwice |= setOnce & registersHere
            setOnce |= registersHere
            setFixedLater |= fixedHere
        }
        var record = Node(stretch: stretch, row: row, registersHere: registersHere, registers: setRegisters, fixedVariables: setFixedVariables,
                          firstRegister: Int32(truncatingIfNeeded: registerValues.count), firstChange: Int32(truncatingIfNeeded: changes.count), endChange: 0, filter: 0)
        let all = subjects.all
        registerValues.append(atMost: 64) { values in
            var count = 0
            var rest = setRegisters
            while rest != 0 {
                values[count] = all[Int(base) &+ rest.trailingZeroBitCount].value
                rest &= rest &- 1
                count &+= 1
            }
            rest = setFixedVariables
            while rest != 0 {
                values[count] = all[rest.trailingZeroBitCount].value
                rest &= rest &- 1
                count &+= 1
            }
            return count
        }
        for subject in setAgain.all {
            changes.append(Change(subject: subject, value: subjects[Int(subject)].value))
            filter |= 1 << UInt64(subject & 63)
        }
        record.filter = filter
        record.endChange = Int32(truncatingIfNeeded: changes.count)
        if record.endChange - record.firstChange > ValueFlow.longList {
            // Long lists are searched by halves.
            var list = UnsafeMutableBufferPointer(rebasing: changes.all[Int(record.firstChange)..<Int(record.endChange)])
            list.sort { $0.subject < $1.subject }
        }
        nodes.append(record)
    }

    private static let longList: Int32 = 16

    /// An edge to what `nameEdges` will be told of.
    @inline(__always)
    mutating func addEdge(from: Int32, to: Int32) { edges.append(Edge(from: from, to: to)) }

    /// Edges come from nodes or skips (~number), and go to blocks or skips. Gives all the numbers of nodes; a block that has none.
    mutating func nameEdges(firstSkip: Int32, nodeOf: (Int32) -> Int32) -> Int32? {
        for index in 0..<edges.count {
            var edge = edges[index]
            let to = edge.to < 0 ? firstSkip + ~edge.to : nodeOf(edge.to)
            if to < 0 { return edge.to }
            if edge.from < 0 { edge.from = firstSkip + ~edge.from }
            edge.to = to
            edges[index] = edge
        }
        for stretch in divided.all { edges.append(Edge(from: stretch - 1, to: stretch)) }
        return nil
    }

    // MARK: Obligations

    @inline(__always)
    private func hash(_ o: Obligation) -> Int {
        var h = UInt64(truncatingIfNeeded: o.variable) &* 0x9E37_79B9_7F4A_7C15
        h = (h ^ UInt64(truncatingIfNeeded: o.node)) &* 0xC2B2_AE3D_27D4_EB4F
        h = (h ^ UInt64(truncatingIfNeeded: max(o.location, -1))) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: h >> 32)
    }

    /// An obligation that `settle` comes to.
    @inline(__always)
    private mutating func pass(_ new: Obligation) {
        if UInt32(bitPattern: new.location) < UInt32(ValueFlow.registerCount) && !new.isDefined {
            if known.count == 0 { known.fill(with: 0, count: Int(row + 1) * Int(ValueFlow.registerCount)) }
            let place = Int(nodes[Int(new.node)].row &* ValueFlow.registerCount &+ new.location)
            let last = known[place]
            if last == new.variable + 1 { return }
            if last == 0 {
                known[place] = new.variable + 1
                obligations.append(new)
                return
            }
        }
        oblige(new)
    }

    private mutating func oblige(_ new: Obligation) {
        let mask = slots.count - 1
        var slot = hash(new) & mask
        while slots[slot] != 0 {
            if obligations[Int(slots[slot] - 1)].isSame(new) { return }
            slot = (slot + 1) & mask
        }
        obligations.append(new)
        slots[slot] = Int32(truncatingIfNeeded: obligations.count)
        slotsUsed += 1
        if 2 * slotsUsed > slots.count { enlargeTable() }
    }

    @inline(never)
    private mutating func enlargeTable() {
        var numbers = ScratchList<Int32>(capacity: slotsUsed)
        for number in slots.all where number != 0 { numbers.append(number) }
        slots.fill(with: 0, count: 4 * slots.count)
        for number in numbers.all {
            var slot = hash(obligations[Int(number) - 1]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
        numbers.free()
    }

    /// Sorts edges by where they lead.
    private mutating func collectPredecessors() {
        start.fill(with: 0, count: nodes.count + 2)
        before.fill(with: 0, count: edges.count)
        for edge in edges.all { start[Int(edge.to) + 2] += 1 }
        for k in 0..<nodes.count { start[k + 2] += start[k + 1] }
        for edge in edges.all {
            let place = start[Int(edge.to) + 1]
            before[Int(place)] = edge.from
            start[Int(edge.to) + 1] = place + 1
        }
    }

    /// Follows all obligations to where they are met; the first that is not.
    mutating func settle() -> Mismatch? {
        if obligations.count == 0 { return nil }
        collectPredecessors()
        known.cut(to: 0)
        var next = 0
        while next < obligations.count {
            let obligation = obligations[next]
            next += 1
            if obligation.node == 0 {
                if isUndefined(obligation) { continue }
                return mismatch(obligation, maker: -1, obligation)
            }
            if let setter = onlySetter(obligation) {
                var open = obligation
                open.node = setter
                if let mismatch = pursue(&open, obligation) { return mismatch }
                continue
            }
            for k in Int(start[Int(obligation.node)])..<Int(start[Int(obligation.node) + 1]) {
                var open = obligation
                open.node = before[k]
                if let mismatch = pursue(&open, obligation) { return mismatch }
            }
        }
        return nil
    }

    /// Follows an obligation on the end of a node, as far as there is only one way.
    @inline(__always)
    private mutating func pursue(_ open: inout Obligation, _ obligation: Obligation) -> Mismatch? {
        var passed = 0
        while true {
            switch check(&open) {
            case .met: return nil
            case .failed(let maker): return mismatch(obligation, maker: maker, open)
            case .atStart:
                // Most nodes have one in front of them; not every obligation on the way need be remembered.
                let first = Int(start[Int(open.node)])
                guard Int(start[Int(open.node) + 1]) - first == 1, passed < 8 else {
                    pass(open)
                    return nil
                }
                passed += 1
                open.node = before[first]
            }
        }
    }

    /// The node that alone sets both the variable and the location: behind it nothing changes either, and what uses the
    /// variable lies behind it. This saves the way through the function of most values that are kept for the caller.
    @inline(__always)
    private func onlySetter(_ obligation: Obligation) -> Int32? {
        if obligation.location < 0 { return nil }
        var setter: Int32 = 0
        if obligation.variable >= ValueFlow.registerCount {
            let variable = subjects[Int(obligation.variable)]
            if variable.hasMoreSetters || variable.isConstant || variable.setter < 0 { return nil }
            setter = variable.setter
        } else if setFixedLater & 1 << UInt32(obligation.variable) != 0 {
            return nil
        }
        if obligation.location >= ValueFlow.registerCount {
            let word = subjects[Int(base + obligation.location)]
            return word.hasMoreSetters || word.setter != setter ? nil : setter
        }
        let bit: UInt32 = 1 << UInt32(obligation.location)
        if (setter == 0 ? setOnce : setTwice) & bit != 0 || nodes[Int(setter)].registersHere & bit == 0 { return nil }
        return setter
    }

    /// At the entry a virtual register has no value: on this way selected code reads an undefined one. A constant may be that
    /// too: of a phi with one constant, the other ways undefined.
    private func isUndefined(_ open: Obligation) -> Bool { open.variable >= ValueFlow.registerCount && !open.isDefined }

    private func mismatch(_ obligation: Obligation, maker: Int32, _ open: Obligation) -> Mismatch {
        // What is wrong is where the location was lost.
        let lost = obligation.location < 0 ? obligation : open
        if lost.location >= 0 { return Mismatch(variable: obligation.variable, location: obligation.location, use: obligation.use, maker: maker, isOperand: false) }
        let loss = losses[Int(~lost.location)]
        return Mismatch(variable: obligation.variable, location: obligation.location < 0 ? loss.location : obligation.location,
                        use: obligation.use, maker: loss.maker, isOperand: loss.isOperand)
    }

    private enum Outcome {
        case met
        /// By what this final instruction made.
        case failed(Int32)
        /// The obligation is now one on the start of the stretch.
        case atStart
    }

    /// An obligation on the end of its node.
    @inline(__always)
    private mutating func check(_ open: inout Obligation) -> Outcome {
        let number = open.node
        let node = nodes[Int(number)]
        let variable = subjects[Int(open.variable)]
        let held = open.location < 0 ? 0 : end(ofLocation: open.location, node, number)
        let meant = end(ofVariable: open.variable, variable, node, number)
        open.node = node.stretch
        if variable.isConstant {
            if held == open.variable { return .met }
            if meant != 0 { open.isDefined = true }
        } else if meant != 0 {
            if meant == held { return .met }
            if meant < 0 { return .failed(maker(of: held)) }
            if meant < base {
                open.variable = meant
                open.isDefined = true
            } else {
                open.variable = origins[Int(meant - base)].variable
                if held == open.variable && held != 0 { return .met }
            }
        }
        if held != 0 {
            let before = origin(of: held)
            if before >= 0 { open.location = before } else { lose(&open, open.location, held, isOperand: false) }
        }
        if (open.location < 0 || open.node == 0) && !isUndefined(open) { return .failed(maker(of: held)) }
        return open.node == 0 ? .met : .atStart
    }

    /// The value at a node's end, 0 if it is that at the start of the stretch.
    @inline(__always)
    private func end(ofVariable variable: Variable, _ subject: Subject, _ node: Node, _ number: Int32) -> Value {
        if variable < ValueFlow.registerCount {
            let bit: UInt32 = 1 << UInt32(variable)
            if node.fixedVariables & bit == 0 { return 0 }
            return registerValues[Int(node.firstRegister) + node.registers.nonzeroBitCount + (node.fixedVariables & (bit - 1)).nonzeroBitCount]
        }
        return end(of: variable, subject, node, number)
    }

    @inline(__always)
    private func end(ofLocation location: Location, _ node: Node, _ number: Int32) -> Value {
        if location < ValueFlow.registerCount {
            let bit: UInt32 = 1 << UInt32(location)
            if node.registers & bit == 0 { return 0 }
            return registerValues[Int(node.firstRegister) + (node.registers & (bit - 1)).nonzeroBitCount]
        }
        return end(of: base + location, subjects[Int(base + location)], node, number)
    }

    @inline(__always)
    private func end(of number: Int32, _ subject: Subject, _ node: Node, _ nodeNumber: Int32) -> Value {
        if subject.hasMoreSetters && node.filter & 1 << UInt64(number & 63) != 0 {
            return ValueFlow.lastSet(number, subject, from: nodeNumber, nodes, changes)
        }
        return subject.setter >= node.stretch && subject.setter <= nodeNumber ? subject.setValue : 0
    }

    // What follows takes lists and not self, which would be copied for the call.

    @inline(never)
    private static func lastSet(_ number: Int32, _ subject: Subject, from node: Int32, _ nodes: ScratchList<Node>, _ changes: ScratchList<Change>) -> Value {
        let start = nodes[Int(node)].stretch
        var n = node
        while n >= start {
            if subject.setter == n { return subject.setValue }
            let value = find(number, changes, nodes[Int(n)].firstChange, nodes[Int(n)].endChange)
            if value != 0 { return value }
            n -= 1
        }
        return 0
    }

    private static func find(_ subject: Int32, _ changes: ScratchList<Change>, _ first: Int32, _ end: Int32) -> Value {
        if end - first <= longList {
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
