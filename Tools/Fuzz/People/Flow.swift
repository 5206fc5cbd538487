import Harness

// Loops, jumps and choices.

extension Body {
    // MARK: - Loops

    private func loop(_ head: String, times: Int, tail: String = "", step: String? = nil, counter: String) {
        let next = random.chance(1, in: 3) ? name("next") : nil
        block(head, times: times, tail: tail) {
            variables.append(Variable(name: counter, type: .number(.i32), canWrite: false))
            if random.chance(1, in: 3) { makeVariables(1 + random.below(3)) }
            statements(1 + random.below(2))
            if let next {
                line("if (\(seldom())) goto \(next);")
            } else if random.chance(1, in: 3) {
                line("if (\(seldom())) \(step == nil ? random.pick(["continue", "break"]) : "break");")
            }
            statements(random.below(3))
            if let next { line("\(next): ;") }
            if let step { line(step) }
        }
    }

    func forLoop() {
        let counter = name("i")
        if random.chance(1, in: 2) {
            let count = 1 + random.below(8)
            loop("for (int \(counter) = 0; \(counter) < \(count); \(counter)++)", times: count, counter: counter)
        } else {
            loop("for (int \(counter) = \(integer(1).text) & 7; \(counter) >= 0; \(counter)--)", times: 8, counter: counter)
        }
    }

    func whileLoop() {
        let counter = name("n")
        block("") {
            line("int \(counter) = \(1 + random.below(6));")
            loop("while (\(counter) > 0 && \(condition(1).text))", times: 6, step: "\(counter)--;", counter: counter)
        }
    }

    func doLoop() {
        let counter = name("n")
        block("") {
            line("int \(counter) = \(random.below(6));")
            loop("do", times: 6, tail: " while (\(counter)-- > 0);", counter: counter)
        }
    }

    // MARK: - Choices

    func choice() {
        block("if (\(condition(2).text))") { statements(1 + random.below(3)) }
        if random.chance(1, in: 3) { block("else if (\(condition(1).text))") { statements(1) } }
        if random.chance(1, in: 2) { block("else") { statements(1 + random.below(2)) } }
    }

    func seldomReturn() {
        block("if (\(seldom()))") {
            if random.chance(1, in: 2) { statement() }
            earlyReturn()
        }
    }

    func errorExit() {
        block("if (\(seldom()))") {
            if random.chance(1, in: 2) { statement() }
            gotoEnd()
        }
    }

    /// Values in a row, from a first one that may be as low or high as the type has it.
    func denseSwitch() {
        let (type, first) = random.pick([
            (Number.i32, "0"), (.i32, "-3"), (.i32, "INT_MIN"), (.i32, "(INT_MAX - 7)"), (.u32, "0x80000000u"), (.u32, "4294967288u"),
            (.i64, "LONG_MIN"), (.i64, "(LONG_MAX - 7)"), (.u64, "(1ul << 63)"), (.u64, "0ul"), (.i64, "0x7fffffff0l"),
        ])
        // Long ones are cheap: most of their cases do the same.
        let isLong = random.chance(1, in: 6) && !first.contains("MAX") && first != "4294967288u"
        let order = Array(0..<(isLong ? 20 + random.below(40) : 4 + random.below(4)))
        block("switch ((\(type.rawValue))((unsigned long)\(first) + (\(integer(1).text) & \(isLong ? 63 : 7))))") {
            for value in order where !random.chance(1, in: 8) {
                if value > 7 { line("case \(first) + \(value): \(assignment()) break;") } else { section("case \(first) + \(value):") }
            }
            if random.chance(2, in: 3) { section("default:") }
        }
    }

    func sparseSwitch() {
        let value = integer(2)
        let low: [Number: [String]] = [
            .i32: ["INT_MIN", "-1", "0", "'a'", "1000 ... 2000", "INT_MAX"], .u32: ["0u", "7u", "255u ... 300u", "0x80000000u", "UINT_MAX"],
            .i64: ["LONG_MIN", "LONG_MIN + 1", "(long)INT_MIN", "-1l", "0l", "1l ... 9l", "(long)INT_MAX", "LONG_MAX"],
            .u64: ["0ul", "1ul", "100ul ... 4000000000ul", "1ul << 63", "ULONG_MAX"],
        ]
        let shown = random.chance(1, in: 2) ? value.text : "(\(value.text) & 1023)"
        block("switch ((\(value.type.rawValue))\(shown))") {
            if random.chance(1, in: 3) { section("default:") }
            for constant in low[value.type] ?? [] where !random.chance(1, in: 3) { section("case \(constant):") }
        }
    }

    private func section(_ label: String) {
        line(label)
        if random.chance(1, in: 5) { return line("    ;") }
        block("") { statements(1) }
        if !random.chance(1, in: 4) { line("break;") }
    }

    /// A switch in a loop without end, which says itself what comes next.
    func stateLoop() {
        let (state, left) = (name("state"), name("left"))
        line("int \(state) = \(integer(1).text) & 3, \(left) = \(2 + random.below(10));")
        block("for (;;)", times: 12) {
            block("switch (\(state))") {
                for value in 0..<3 {
                    line("case \(value):")
                    block("") { statements(1) }
                    line("\(state) = (\(integer(1).text) & 3) + \(value == 2 ? 1 : 0);")
                    line("if (\(left)-- > 0) continue;")
                    line(random.pick(["break;", "goto \(state)end;"]))
                }
                line("default: if (\(left)-- > 0) { \(state) = \(random.below(3)); break; }")
                line("goto \(state)end;")
            }
            line("if (\(left) < -1) break;")
        }
        line("\(state)end: ;")
    }

    // MARK: - Jumps

    /// Labels in a static table, and a list of small numbers that says where to go.
    func interpreter() {
        let labels = (0..<(2 + random.below(3))).map { _ in name("do") }
        let (table, code, at, end) = (name("labels"), name("code"), name("pc"), name("halt"))
        let isWritten = random.chance(1, in: 4)
        let steps = (0..<(2 + random.below(8))).map { _ in random.below(labels.count) } + [labels.count]
        let list = (labels + [end]).map { "&&" + $0 }.joined(separator: ", ")
        line("static \(isWritten ? "void *" : "void *const ")\(table)[] = { \(list) };")
        line("static const unsigned char \(code)[] = { \(steps.map(String.init).joined(separator: ", ")) };")
        line("int \(at) = 0;")
        if isWritten {
            let pointer = name("to")
            line("void **\(pointer) = \(table);")
            line("\(pointer)[0] = &&\(labels[1]);")
        }
        line("goto *\(table)[\(code)[\(at)++]];")
        for label in labels {
            line("\(label): ;")
            block("", times: steps.count) { statements(1) }
            line("goto *\(table)[\(code)[\(at)++]];")
        }
        line("\(end): ;")
    }

    /// Promises that hold, and ends that are never come to.
    func unreachable() {
        let x = integer(1).text
        switch random.below(5) {
        case 0: line("if ((\(x) & 7) > 7) __builtin_unreachable();")
        case 1: line("assume((\(x) & 15) < \(16 + random.below(2)));")
        case 2: line("if ((\(x) & 15) == 16) die(\"never\", \(random.below(100)));")
        case 3:
            block("switch (\(x) & 3)") {
                for value in 0..<4 { line("case \(value): \(assignment()) break;") }
                line("default: __builtin_unreachable();")
            }
        default:
            block("if ((\(x) & 3) == 3)") { line(assignment()) }
            block("else if ((\(x) & 3) < 3)") { line(assignment()) }
            line("else __builtin_unreachable();")
        }
    }

    private func assignment() -> String { assignable().map { "\($0.text) = \(value($0.number, 1));" } ?? ";" }

    /// setjmp, with a way back from here or from a function. What lived before is not written until then, unless it is volatile.
    func jump() {
        let (place, step) = (name("env"), name("step"))
        line("jmp_buf \(place);")
        line("volatile int \(step) = 0;")
        variables.append(Variable(name: step, type: .number(.i32), canWrite: false, isVolatile: true))
        let before = firstWritable
        firstWritable = variables.count
        block("if (setjmp(\(place)) == 0)") {
            statements(1)
            line("\(step) = \(1 + random.below(9));")
            line("if (\(condition(1).text)) throw_to(&\(place), \(random.below(3)));")
            makeVariables(random.below(3))
            statements(1)
            line("\(step) = \(10 + random.below(9));")
            line("if (\(condition(1).text)) longjmp(\(place), 1);")
            statements(random.below(2))
        }
        block("else") { statements(1 + random.below(2)) }
        firstWritable = before
    }
}
