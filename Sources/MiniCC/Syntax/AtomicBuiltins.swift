/// GNU C's __sync_… and __atomic_… functions. A program has one thread, so an operation is a read and a write that the
/// optimiser neither moves nor drops; the memory orders make no difference.
enum AtomicOperation: UInt8, Sendable {
    case load, store, exchange
    /// (object, pointer to the expected value, new value): whether it was replaced; if not, the expected value is updated.
    case compareExchange
    /// (object, expected value, new value): what the object held; whether it was replaced.
    case valueCompareAndSwap, boolCompareAndSwap
    /// These return what the object held before,
    case fetchAdd, fetchSub, fetchAnd, fetchOr, fetchXor, fetchNand
    /// and these what it holds afterwards.
    case addFetch, subFetch, andFetch, orFetch, xorFetch, nandFetch
}

/// What one of the functions does with its arguments.
struct AtomicFunction: Sendable {
    enum Form: Sendable { case fence, lockFree, direct(AtomicOperation), indirect(AtomicOperation), testAndSet, clear }

    let form: Form
    /// Arguments it takes; the __sync_… functions allow more.
    let count: Int

    static func named(_ name: String) -> AtomicFunction? { table[name] }

    private static let table: [String: AtomicFunction] = {
        var table: [String: AtomicFunction] = [
            "__sync_synchronize": AtomicFunction(form: .fence, count: 0),
            "__sync_bool_compare_and_swap": AtomicFunction(form: .direct(.boolCompareAndSwap), count: 3),
            "__sync_val_compare_and_swap": AtomicFunction(form: .direct(.valueCompareAndSwap), count: 3),
            "__sync_lock_test_and_set": AtomicFunction(form: .direct(.exchange), count: 2),
            "__sync_lock_release": AtomicFunction(form: .clear, count: 1),
            "__atomic_thread_fence": AtomicFunction(form: .fence, count: 1),
            "__atomic_signal_fence": AtomicFunction(form: .fence, count: 1),
            "__atomic_always_lock_free": AtomicFunction(form: .lockFree, count: 2),
            "__atomic_is_lock_free": AtomicFunction(form: .lockFree, count: 2),
            "__atomic_load_n": AtomicFunction(form: .direct(.load), count: 2),
            "__atomic_load": AtomicFunction(form: .indirect(.load), count: 3),
            "__atomic_store_n": AtomicFunction(form: .direct(.store), count: 3),
            "__atomic_store": AtomicFunction(form: .indirect(.store), count: 3),
            "__atomic_exchange_n": AtomicFunction(form: .direct(.exchange), count: 3),
            "__atomic_exchange": AtomicFunction(form: .indirect(.exchange), count: 4),
            "__atomic_compare_exchange_n": AtomicFunction(form: .direct(.compareExchange), count: 6),
            "__atomic_compare_exchange": AtomicFunction(form: .indirect(.compareExchange), count: 6),
            "__atomic_test_and_set": AtomicFunction(form: .testAndSet, count: 2),
            "__atomic_clear": AtomicFunction(form: .clear, count: 2),
        ]
        let updates: [(String, AtomicOperation, AtomicOperation)] = [
            ("add", .fetchAdd, .addFetch), ("sub", .fetchSub, .subFetch), ("and", .fetchAnd, .andFetch), ("or", .fetchOr, .orFetch),
            ("xor", .fetchXor, .xorFetch), ("nand", .fetchNand, .nandFetch),
        ]
        for (name, old, new) in updates {
            table["__sync_fetch_and_" + name] = AtomicFunction(form: .direct(old), count: 2)
            table["__sync_" + name + "_and_fetch"] = AtomicFunction(form: .direct(new), count: 2)
            table["__atomic_fetch_" + name] = AtomicFunction(form: .direct(old), count: 3)
            table["__atomic_" + name + "_fetch"] = AtomicFunction(form: .direct(new), count: 3)
        }
        return table
    }()
}

extension Parser {
    /// The arguments lie on the stack from `mark` on.
    mutating func makeAtomic(_ text: String, _ mark: Int, _ place: SourceLocation) -> NodeID {
        guard let function = AtomicFunction.named(text) else { return invalid(place) }
        let count = stack.count - mark
        guard count == function.count || count > function.count && text.hasPrefix("__sync_") else {
            error(place, "'\(text)' takes \(function.count) arguments, not \(count)")
            return invalid(place)
        }
        switch function.form {
        case .fence:
            return make(.builtin, place, detail: Builtin.barrier.rawValue)
        case .lockFree:
            let size = tree[stack[mark]].kind == .integer ? tree[stack[mark]].value : 0
            return makeInteger([1, 2, 4, 8].contains(size) ? 1 : 0, .int, place)
        case .testAndSet:
            stack[mark] = make(.cast, place, type: types.pointer(to: .unsignedChar), a: rvalue(stack[mark]))
            stack[mark + 1] = makeInteger(1, .int, place)
            return convert(makeAtomic(.exchange, text, mark, place), to: .bool)
        case .clear:
            let pointer = rvalue(stack[mark])
            let isUntyped = types.isPointer(type(pointer)) && types.kind(types.base(type(pointer))) == .void
            stack[mark] = isUntyped ? make(.cast, place, type: types.pointer(to: .unsignedChar), a: pointer) : pointer
            if count == 1 { stack.append(invalid(place)) }
            stack[mark + 1] = makeInteger(0, .int, place)
            return makeAtomic(.store, text, mark, place)
        case .direct(let operation):
            return makeAtomic(operation, text, mark, place)
        case .indirect(let operation):
            return makeIndirectAtomic(operation, text, mark, place)
        }
    }

    /// The generic forms, which take and leave values behind pointers. Structs are only loaded and stored.
    private mutating func makeIndirectAtomic(_ operation: AtomicOperation, _ text: String, _ mark: Int, _ place: SourceLocation) -> NodeID {
        let pointer = rvalue(stack[mark])
        guard types.isPointer(type(pointer)) else { return refuseAtomic(text, pointer, place) }
        let isRecord = types.isRecord(types.base(type(pointer)))
        var result: NodeID
        switch operation {
        case .load:
            let value = isRecord ? makeDereference(pointer, place) : makeAtomic(.load, text, mark, place)
            result = makeAssignment(makeDereference(stack[mark + 1], place), value, place)
        case .store where isRecord:
            result = makeAssignment(makeDereference(pointer, place), makeDereference(stack[mark + 1], place), place)
        case .store:
            stack[mark + 1] = makeDereference(stack[mark + 1], place)
            return makeAtomic(.store, text, mark, place)
        case .exchange:
            let target = makeDereference(stack[mark + 2], place)
            stack[mark + 1] = makeDereference(stack[mark + 1], place)
            result = makeAssignment(target, makeAtomic(.exchange, text, mark, place), place)
        default:
            stack[mark + 2] = makeDereference(stack[mark + 2], place)
            return makeAtomic(operation, text, mark, place)
        }
        if type(result) == .invalid { return result }
        result = make(.cast, place, type: .void, a: result, flags: .explicitCast)
        return result
    }

    private mutating func makeAtomic(_ operation: AtomicOperation, _ text: String, _ mark: Int, _ place: SourceLocation) -> NodeID {
        let pointer = rvalue(stack[mark])
        guard types.isPointer(type(pointer)) else { return refuseAtomic(text, pointer, place) }
        let object = types.base(type(pointer)).unqualified
        guard types.isInteger(object) || types.isPointer(object) else { return refuseAtomic(text, pointer, place) }
        var arguments = [pointer]
        func add(_ index: Int, _ type: TypeID, _ parser: inout Parser) {
            arguments.append(parser.convertForAssignment(parser.stack[mark + index], to: type, .passing(Int32(index), .none), place))
        }
        switch operation {
        case .load: break
        case .store, .exchange: add(1, object, &self)
        case .compareExchange:
            add(1, types.pointer(to: object), &self)
            add(2, object, &self)
        case .valueCompareAndSwap, .boolCompareAndSwap:
            add(1, object, &self)
            add(2, object, &self)
        // Pointers move by bytes.
        default: add(1, types.isPointer(object) ? .long : object, &self)
        }
        for argument in arguments where type(argument) == .invalid { return invalid(place) }
        let result: TypeID
        switch operation {
        case .store: result = .void
        case .compareExchange, .boolCompareAndSwap: result = .bool
        default: result = object
        }
        let start = tree.lists.count
        for argument in arguments { tree.lists.append(argument) }
        return make(.builtin, place, type: result, b: NodeID(raw: start), c: NodeID(raw: Int32(arguments.count)), value: Int64(operation.rawValue),
                    detail: Builtin.atomic.rawValue)
    }

    private mutating func refuseAtomic(_ text: String, _ pointer: NodeID, _ place: SourceLocation) -> NodeID {
        if type(pointer) != .invalid {
            error(place, "operand of '\(text)' must be a pointer to an integer or a pointer (\(describe(type(pointer))) invalid)")
        }
        return invalid(place)
    }
}
