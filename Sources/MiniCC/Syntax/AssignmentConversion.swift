/// Where a value meets the type it must have: assignment, initialisation, argument, result.
enum AssignmentContext {
    case assigning, initializing, returning
    /// Passing to the parameter of this number of the function.
    case passing(Int32, SymbolID)
}

extension Parser {
    /// The value as `target` holds it; a warning where C allows it but means no good, an error where it does not.
    mutating func convertForAssignment(_ node: NodeID, to target: TypeID, _ context: AssignmentContext, _ place: SourceLocation) -> NodeID {
        let value = rvalue(node)
        let from = type(value).unqualified
        let target = target.unqualified
        if from == target {
            if types.isRecord(from) && !types.isComplete(from) {
                error(place, "incomplete type \(describe(from)) has no value")
                return invalid(place)
            }
            if types.kind(from) != .void { return value }
        }
        if from == .invalid || target == .invalid { return invalid(place) }
        let source = types[from], goal = types[target]
        if types.isArithmetic(target) && types.isArithmetic(from) {
            if goal.kind != .bool { warnLossOfConstant(value, from, target) }
            return convert(value, to: target)
        }
        if goal.kind == .bool && source.kind == .pointer { return convert(value, to: target) }
        if goal.kind == .pointer {
            if source.kind == .pointer {
                checkPointers(value, from, target, context, place)
                return convert(value, to: target)
            }
            if types.isInteger(from) {
                if !isNullPointerConstant(value) {
                    report(.intConversion, "incompatible integer to pointer conversion", value, from, target, context, place)
                }
                return convert(value, to: target)
            }
        }
        if types.isInteger(target) && source.kind == .pointer {
            report(.intConversion, "incompatible pointer to integer conversion", value, from, target, context, place)
            return convert(value, to: target)
        }
        if types.isRecord(target) && types.isRecord(from) && types.compatibleUnqualified(from, target) { return value }
        let text: String
        switch context {
        case .assigning: text = "assigning to \(describe(target)) from incompatible type \(describe(from))"
        case .initializing: text = "initializing \(describe(target)) with an expression of incompatible type \(describe(from))"
        case .returning: text = "returning \(describe(from)) from a function with incompatible result type \(describe(target))"
        case .passing: text = "passing \(describe(from)) to parameter of incompatible type \(describe(target))"
        }
        diagnostics.error(errorPlace(value, context, place), text)
        if source.kind != .void { noteParameter(context) }
        return invalid(place)
    }

    private func errorPlace(_ value: NodeID, _ context: AssignmentContext, _ place: SourceLocation) -> SourceLocation {
        switch context {
        case .passing: return tree[value].location
        default: return place
        }
    }

    private func report(_ warning: Warning, _ what: String, _ value: NodeID, _ from: TypeID, _ target: TypeID,
                        _ context: AssignmentContext, _ place: SourceLocation) {
        if diagnostics.warning(warning, errorPlace(value, context, place), "\(what) \(phrase(from, target, context))") { noteParameter(context) }
    }

    private func phrase(_ from: TypeID, _ target: TypeID, _ context: AssignmentContext) -> String {
        switch context {
        case .assigning: return "assigning to \(describe(target)) from \(describe(from))"
        case .initializing: return "initializing \(describe(target)) with an expression of type \(describe(from))"
        case .returning: return "returning \(describe(from)) from a function with result type \(describe(target))"
        case .passing: return "passing \(describe(from)) to parameter of type \(describe(target))"
        }
    }

    private func noteParameter(_ context: AssignmentContext) {
        if case .passing(let number, let symbol) = context, symbol != .none {
            diagnostics.note(scopes[symbol].location, "passing argument \(number + 1) of '\(names.string(scopes[symbol].name))', declared here")
        }
    }

    private func checkPointers(_ value: NodeID, _ from: TypeID, _ target: TypeID, _ context: AssignmentContext, _ place: SourceLocation) {
        if isNullPointerConstant(value) { return }
        let source = types.base(from), goal = types.base(target)
        let sourceKind = types.kind(source), goalKind = types.kind(goal)
        let lost = elementQualifiers(source).subtracting(elementQualifiers(goal)).subtracting(.restrict)
        if sourceKind == .void || goalKind == .void || types.compatibleUnqualified(source, goal)
            || unqualifiedElements(source, goal) {
            if !lost.isEmpty && sourceKind != .function {
                if diagnostics.warning(.discardedQualifiers, errorPlace(value, context, place),
                                       "\(phrase(from, target, context)) discards qualifiers") { noteParameter(context) }
            }
            return
        }
        if sourceKind == .invalid || goalKind == .invalid { return }
        if types.isInteger(source) && types.isInteger(goal) && types.size(source) == types.size(goal)
            && sourceKind != .bool && goalKind != .bool && sourceKind != .enumeration && goalKind != .enumeration {
            if types.isUnsigned(source) != types.isUnsigned(goal) || types.size(source) == 1 {
                report(.pointerSign, "pointer types differ in signedness:", value, from, target, context, place)
                return
            }
        }
        report(.incompatiblePointers, "incompatible pointer types", value, from, target, context, place)
    }

    private func elementQualifiers(_ type: TypeID) -> Qualifiers {
        var type = type
        while types.kind(type) == .array { type = types.base(type) }
        return type.qualifiers
    }

    /// Arrays whose elements differ in qualifiers only.
    private func unqualifiedElements(_ a: TypeID, _ b: TypeID) -> Bool {
        var a = a, b = b
        while types.isArray(a) && types.isArray(b) {
            let x = types[a], y = types[b]
            if x.kind == .array && y.kind == .array && x.count >= 0 && y.count >= 0 && x.count != y.count { return false }
            a = x.base
            b = y.base
        }
        return types.compatibleUnqualified(a, b)
    }

    /// `char c = 300;`
    private func warnLossOfConstant(_ value: NodeID, _ from: TypeID, _ target: TypeID) {
        let current = tree[value]
        guard isComputed else { return }
        if current.kind == .integer && types.isInteger(target) {
            if current.flags.contains(.explicitCast) { return }
            let narrowed = types.canonical(current.value, target)
            if narrowed == current.value { return }
            // -1 for an unsigned type and 0xFF for a char are habits, not mistakes.
            let bits = types.size(target) * 8
            let isWrap = types.isUnsigned(target) ? current.value < 0 && current.value >= -(Int64(1) << (bits - 1))
                : current.value >= 0 && bits < 64 && current.value < Int64(1) << bits
            if bits == 64 || isWrap { return }
            warn(.constantConversion, current.location,
                 "implicit conversion from \(describe(from)) to \(describe(target)) changes value from \(types.isUnsigned(from) ? String(UInt64(bitPattern: current.value)) : String(current.value)) to \(narrowed)")
        } else if current.kind == .floating && types.isInteger(target) {
            let number = Double(bitPattern: UInt64(bitPattern: current.value))
            let whole = types.integer(number, target)
            if types.floating(whole, from: target, to: .double) != number {
                warn(.constantConversion, current.location, "implicit conversion from \(describe(from)) to \(describe(target)) changes value from \(number) to \(whole)")
            }
        }
    }
}
