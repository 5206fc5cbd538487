import P1Backend

/// Atomic operations as volatile accesses between barriers, which is what they come to in a program of one thread.
extension Lowering {
    mutating func lowerAtomic(_ node: Node) -> IRValue {
        guard let operation = AtomicOperation(rawValue: UInt8(node.value)) else { return .none }
        let arguments = node.list.map { parser.tree.lists[$0] }
        let object = parser.types.base(parser.type(arguments[0])).unqualified
        var place = pointer(arguments[0])
        place.isVolatile = true
        // Operands first: what lies between the read and the write is the operation alone.
        let expected: IRAddress? = operation == .compareExchange ? pointer(arguments[1]) : nil
        let first = arguments.count > 1 && expected == nil ? value(arguments[1]) : .none
        let second = arguments.count > 2 ? value(arguments[2]) : .none
        f.barrier()
        defer { f.barrier() }
        if operation == .store {
            f.store(first, memory(object), place)
            return .none
        }
        let old = f.load(irType(object), memory(object), place)
        switch operation {
        case .load, .store: return old
        case .exchange:
            f.store(first, memory(object), place)
            return old
        case .compareExchange:
            guard let expected else { return .none }
            let isEqual = f.icmp(.eq, old, f.load(irType(object), memory(object), expected))
            replace(place, by: second, object, if: isEqual, otherwise: (expected, old))
            return isEqual
        case .valueCompareAndSwap, .boolCompareAndSwap:
            let isEqual = f.icmp(.eq, old, first)
            replace(place, by: second, object, if: isEqual, otherwise: nil)
            return operation == .valueCompareAndSwap ? old : isEqual
        default:
            let new = narrow(updated(operation, old, first), to: object)
            f.store(new, memory(object), place)
            return operation.rawValue >= AtomicOperation.addFetch.rawValue ? new : old
        }
    }

    private mutating func updated(_ operation: AtomicOperation, _ old: IRValue, _ operand: IRValue) -> IRValue {
        switch operation {
        case .fetchAdd, .addFetch: return f.binary(.add, old, operand)
        case .fetchSub, .subFetch: return f.binary(.sub, old, operand)
        case .fetchAnd, .andFetch: return f.binary(.and, old, operand)
        case .fetchOr, .orFetch: return f.binary(.or, old, operand)
        case .fetchXor, .xorFetch: return f.binary(.xor, old, operand)
        default: return f.unary(.not, f.binary(.and, old, operand))
        }
    }

    private mutating func replace(_ place: IRAddress, by new: IRValue, _ object: TypeID, if condition: IRValue,
                                  otherwise: (place: IRAddress, value: IRValue)?) {
        let success = f.newBlock(), end = f.newBlock()
        let failure = otherwise == nil ? end : f.newBlock()
        f.condbr(condition, success, failure)
        f.current = success
        f.store(new, memory(object), place)
        f.br(end)
        if let otherwise {
            f.current = failure
            f.store(otherwise.value, memory(object), otherwise.place)
            f.br(end)
        }
        f.current = end
    }
}
