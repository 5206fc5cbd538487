/// The tree of one external declaration. Its nodes are plain values in an arena and name each other by
/// number; when a function has been lowered the arena is emptied for the next one.
struct NodeID: ID { let raw: Int32 }

struct LabelID: ID { let raw: Int32 }

extension ID {
    /// As a field of a node holds it.
    @inline(__always) var inNode: NodeID { NodeID(raw: raw) }
}

/// What `a`, `b`, `c` and `value` of a node mean is said behind each kind; expressions have a type.
enum NodeKind: UInt8, Sendable {
    // Expressions
    case invalid
    case integer              // value
    case floating             // value: bit pattern of the Double that holds it
    case string               // a: string literal
    case variable             // a: symbol, object or function
    case decay                // array or function a as the pointer it becomes
    case cast                 // a converted to the type
    case negate, complement   // a
    case not                  // a, a scalar
    case dereference          // a, a pointer
    case addressOf            // lvalue or function a
    case member               // a: record, b: field
    case binary               // a, b of one type; detail: BinaryOperator
    case pointerAdd           // pointer a, integer b of type long, counted in elements; detail 1: subtract
    case pointerDifference    // a, b
    case logicalAnd, logicalOr // a, b
    case conditional          // a ? b : c
    case conditionalOmitted   // a ?: b; a already of the type, or converted to it where it is used
    case comma                // a, b
    case assign               // lvalue a, b
    case compoundAssign       // lvalue a, b; detail: BinaryOperator; c: type in which it is computed
    case increment            // lvalue a; detail: bit 0 postfix, bit 1 minus
    case call                 // a: function designator or pointer; b: arguments in `lists`; c: their number
    case builtin              // detail: Builtin; b, c: arguments in `lists`
    case compoundLiteral      // a: symbol, b: initializer
    case statementExpression  // a: compound; its value is that of the last expression statement
    case labelAddress         // a: label
    case vaArg                // a: lvalue, a va_list
    case bindArray            // a: number of elements, b: type number of the array of variable length

    // Statements
    case compound             // b: statements in `lists`; c: their number
    case expression           // a
    case declare              // a: symbol; b: initializer or -1
    case ifElse               // a, b, c or -1
    case whileLoop            // a, b
    case doLoop               // a: body, b: condition
    case forLoop              // a: statement or -1, b: condition or -1, c: step or -1, value: body
    case switchOn             // a, b; c: number in `switches`
    case caseLabel            // a: number in `cases`
    case defaultLabel         // a: number in `switches`
    case label                // a: label
    case jump                 // a: label
    case jumpComputed         // a
    case `break`
    case `continue`
    case `return`             // a or -1
    case cleanup              // a: number in `cleanups`, from here on to the end of the block
    case empty
}

struct NodeFlags: OptionSet, Sendable {
    let rawValue: UInt16
    /// Designates an object (or a function): it has an address.
    static let lvalue = NodeFlags(rawValue: 1)
    /// An integer constant expression in the strict sense.
    static let constantExpression = NodeFlags(rawValue: 2)
    static let nullPointerConstant = NodeFlags(rawValue: 4)
    static let parenthesized = NodeFlags(rawValue: 8)
    /// Cast: written by the programmer.
    static let explicitCast = NodeFlags(rawValue: 16)
}

struct Node {
    var kind: NodeKind
    var detail: UInt8 = 0
    var flags: NodeFlags = []
    var type = TypeID.void
    var location: SourceLocation
    var a: NodeID = .none
    var b: NodeID = .none
    var c: NodeID = .none
    var value: Int64 = 0

    // What the fields mean in nodes whose kind says so.
    @inline(__always) var symbol: SymbolID { SymbolID(raw: a.raw) }
    @inline(__always) var label: LabelID { LabelID(raw: a.raw) }
    /// String literal, or number of a cleanup, a case, or the switch of a default label.
    @inline(__always) var number: Int32 { a.raw }
    @inline(__always) var field: Int32 { b.raw }
    @inline(__always) var initializer: Int32 { b.raw }
    @inline(__always) var switchNumber: Int32 { c.raw }
    /// The statements or arguments, as numbers in `lists`.
    @inline(__always) var list: Range<Int32> { b.raw..<b.raw + max(0, c.raw) }
}

/// How an automatic object gets its values: some entries of `initEntries`, in order.
struct Initializer {
    var first: Int32
    var count: Int32
    /// The object has bytes that no entry writes.
    var zeroesFirst: Bool
}

struct InitEntry {
    var offset: Int64
    /// An expression of the type to be stored; a string literal for an array of characters.
    var value: NodeID
    /// The bit-field it goes to, or -1.
    var field: Int32
    /// [first ... last] = value: how many objects, `stride` bytes apart.
    var repeats: Int64 = 1
    var stride: Int64 = 0
    /// What is stored, an array type for string literals.
    var type: TypeID
}

struct SwitchCase {
    var low: Int64
    var high: Int64
    var location: SourceLocation
}

struct Switch {
    var type: TypeID
    var firstCase: Int32 = 0
    var caseCount: Int32 = 0
    var hasDefault = false
    var defaultLocation = SourceLocation.none
}

struct Label {
    var name: Name
    var location: SourceLocation
    var isDefined = false
    var isUsed = false
    var isAddressTaken = false
    /// What lives where it stands: number in `cleanups`, or -1.
    var cleanup: Int32 = -1
    /// GNU __label__: the outer label of the same name.
    var shadowed: LabelID = .none
}

struct Tree: ~Copyable {
    var nodes = Arena<NodeID, Node>(capacity: 4096)
    /// Statement and argument lists.
    var lists = Arena<Int32, NodeID>(capacity: 1024)
    var initializers = Arena<Int32, Initializer>()
    var initEntries = Arena<Int32, InitEntry>(capacity: 256)
    var cases = Arena<Int32, SwitchCase>()
    var switches = Arena<Int32, Switch>()
    var labels = Arena<LabelID, Label>()
    var cleanups = Arena<Int32, Cleanup>()

    @inline(__always) subscript(node: NodeID) -> Node {
        get { nodes[node] }
        nonmutating set { nodes[node] = newValue }
        nonmutating _modify { yield &nodes[node] }
    }

    mutating func clear() {
        nodes.truncate(to: 0)
        lists.truncate(to: 0)
        initializers.truncate(to: 0)
        initEntries.truncate(to: 0)
        cases.truncate(to: 0)
        switches.truncate(to: 0)
        labels.truncate(to: 0)
        cleanups.truncate(to: 0)
    }

    /// Moves the elements of `stack` from `mark` on into a list.
    mutating func list(from stack: inout [NodeID], mark: Int) -> (start: Int32, count: Int32) {
        let start = lists.count
        for i in mark..<stack.count { lists.append(stack[i]) }
        let count = Int32(stack.count - mark)
        stack.removeLast(stack.count - mark)
        return (start, count)
    }
}
