import P1Backend

/// Cases in which control goes elsewhere: branches, calls, frames, contexts.
extension CaseMaker {
    private func at(_ label: Int32) -> Instruction { Instruction(.label, symbol: label) }

    // MARK: Branches

    /// How many instructions a branch leads over: none, few, more than 127 bytes, more than 4 KiB.
    mutating func branchDistance() -> Int { random.pick([0, 1, 5, 24, 28, 31, 40, 40, random.chance(1, in: 8) ? 1300 : 3]) }

    mutating func branch(_ instruction: Instruction, _ format: OperandFormat, distance: Int) -> Case {
        var i = instruction
        i.symbol = ~0
        if format == .aImmSymbol { i.imm = random.immediate() }
        let base = register(except: [i.ra, i.rb])
        let mark = register(except: [base])
        var prefix: [Instruction] = []
        if i.op == .bcci && random.chance(1, in: 2) {
            prefix = [Instruction(.li, rd: i.ra, imm: i.imm &+ Int64(random.below(3) - 1))]
        }
        if i.width == .f32 { prefix += singleLoads([i.ra, i.rb], base) }
        let between = (0..<distance).map { Instruction(.addi, rd: mark, ra: mark, imm: 3 + Int64($0 & 15)) }
        let one = Instruction(.li, rd: mark, imm: 1), two = Instruction(.li, rd: mark, imm: 2)
        let body: [Instruction]
        if random.chance(1, in: 2) {
            body = prefix + [i, one, Instruction(.b, symbol: ~1)] + between + [at(~0), two, at(~1)]
        } else {
            body = prefix + [Instruction(.b, symbol: ~1), at(~0), one, Instruction(.b, symbol: ~2)] + between
                + [at(~1), i, two, at(~2)]
        }
        return Case(body: body, frame: frameSize(), base: base, usesSingle: i.width == .f32)
    }

    mutating func tableJump(through register: Register) -> Case {
        let base = self.register(except: [register])
        let index = self.register(except: [register, base])
        let mark = self.register(except: [register, base])
        let count = 1 + random.below(5)
        let table: Int32 = ~10
        var body = [
            Instruction(.la, rd: register, symbol: table),
            Instruction(.li, rd: index, imm: Int64(random.below(count))),
            Instruction(.loadx, rd: register, ra: register, rb: index, shift: 3),
            Instruction(.br, ra: register),
        ]
        for k in 0..<count {
            body += [at(~Int32(k)), Instruction(.li, rd: mark, imm: Int64(100 + k)), Instruction(.b, symbol: ~9)]
        }
        body += [at(~9), Instruction(.li, rd: register, imm: 0)]
        return Case(body: body, tables: [P1Table(label: table, entries: (0..<Int32(count)).map { ~$0 })],
                    frame: frameSize(), base: base)
    }

    // MARK: Calls

    enum Transfer { case call, callr, tail, tailr, br }

    /// A call with staged words; the callee has a frame, or goes on to another function before it returns.
    mutating func calls(_ transfer: Transfer, through register: Register) -> Case {
        let base = self.register(except: [register])
        let words = random.pick([0, 1, 2, 5, 12, 40])
        let frame = 8 * words + 8 + frameSize()
        let inner = function(words: words, base: base, next: nil)
        var callees = [inner]
        var callee = inner.symbol
        if transfer != .call && transfer != .callr {
            let outer = function(words: words, base: base, next: (transfer, inner.symbol, register))
            callees.append(outer)
            callee = outer.symbol
        }
        var body: [Instruction] = []
        for word in 0..<words + 1 {
            body.append(Instruction(.store, rd: self.register(), ra: .sp, imm: Int64(8 * word)))
        }
        if transfer == .callr {
            body += [Instruction(.la, rd: register, symbol: callee), Instruction(.callr, ra: register)]
        } else {
            body.append(Instruction(.call, symbol: callee))
        }
        body.append(Instruction(.load, rd: self.register(except: [base]), ra: .sp, imm: Int64(8 * words)))
        return Case(body: body, callees: callees, frame: frame, base: base)
    }

    /// A function that reads some of its stack words, uses its frame, and returns or goes on to `next`.
    private mutating func function(words: Int, base: Register, next: (Transfer, symbol: Int32, through: Register)?) -> P1Function {
        var result = P1Function(symbol: newSymbol())
        let keeps: [Register] = if let next { [base, next.through] } else { [base] }
        let change = Instruction(.addi, rd: register(except: keeps), ra: register(), imm: random.word())
        if case .br? = next?.0 {
            // Without a frame: `br` leaves the return address and sp as they are.
            result.instructions = [change, Instruction(.la, rd: next!.through, symbol: next!.symbol), Instruction(.br, ra: next!.through)]
            return result
        }
        if next == nil && random.chance(1, in: 4) {
            result.instructions = [change, Instruction(.ret)]
            return result
        }
        let frame = anyFrameSize()
        result.instructions = [Instruction(.enter, imm: Int64(frame))]
        if words > 0 {
            for word in [0, words - 1, random.below(words)] {
                result.instructions.append(Instruction(.ldarg, rd: register(except: keeps), imm: Int64(word)))
            }
        }
        if frame >= 8 {
            let last = Int64(frame - 8)
            result.instructions.append(Instruction(.store, rd: register(), ra: .sp, imm: last))
            result.instructions.append(change)
            result.instructions.append(Instruction(.load, rd: register(except: keeps), ra: .sp, imm: last))
        }
        guard let next else {
            result.instructions.append(Instruction(.eret))
            return result
        }
        if next.0 == .tail {
            result.instructions.append(Instruction(.tail, symbol: next.symbol))
        } else {
            result.instructions += [Instruction(.la, rd: next.through, symbol: next.symbol), Instruction(.tailr, ra: next.through)]
        }
        return result
    }

    /// Adds up n, n-1, … with a frame for each.
    mutating func recursion() -> Case {
        let base = register()
        let n = register(except: [base]), sum = register(except: [base, n])
        var function = P1Function(symbol: newSymbol())
        function.instructions = [
            Instruction(.enter, imm: 24),
            Instruction(.bcci, ra: n, symbol: ~0, condition: .eq),
            Instruction(.store, rd: n, ra: .sp, imm: 16),
            Instruction(.addi, rd: n, ra: n, imm: -1),
            Instruction(.call, symbol: function.symbol),
            Instruction(.load, rd: n, ra: .sp, imm: 16),
            Instruction(.add, rd: sum, ra: sum, rb: n),
            at(~0),
            Instruction(.eret),
        ]
        return Case(body: [Instruction(.li, rd: n, imm: Int64(random.below(20))), Instruction(.call, symbol: function.symbol)],
                    callees: [function], frame: frameSize(), base: base)
    }

    mutating func systemCall() -> Case {
        let arguments: [Register] = [.a0, .a1, .a2, .a3, .t0, .s0, .s1]
        let base = register(except: arguments)
        let values: [Int64] = switch random.below(3) {
        case 0: [systemCalls.write, 1, 0, 0]
        case 1: [systemCalls.close, -1]
        // Readable and writable, private, anonymous, at a fixed place; all six arguments count.
        default: [systemCalls.mmap, 0x1000_0000, 4096, 3, 0x32, -1, 0]
        }
        let loads = zip(arguments, values).map { Instruction(.li, rd: $0, imm: $1) }
        return Case(body: loads + [Instruction(.syscall)], frame: frameSize(), base: base)
    }

    // MARK: Stack and contexts

    /// How far sp goes down is the machine's affair, so only distances end in registers: the block begins behind the
    /// staged words, holds what is written to both its ends, and lies clear of the frame.
    mutating func stackAllocation(result: Register, size: Register, saved wanted: Register) -> Case {
        let base = register(except: [result, size, wanted])
        let saved = wanted == result || wanted == size ? register(except: [result, size, base]) : wanted
        let distance = register(except: [base, result, saved])
        let bytes = random.pick([8, 16, 24, 100, 1000, 5000]), staged = random.pick([0, 0, 16, 48])
        var body = [
            Instruction(.store, rd: register(), ra: .sp, imm: Int64(staged)),
            Instruction(.mov, rd: saved, ra: .sp),
            Instruction(.li, rd: size, imm: Int64(bytes)),
            Instruction(.spalloc, rd: result, ra: size, imm: Int64(staged)),
            Instruction(.store, rd: register(except: [result, saved]), ra: result, imm: Int64(bytes - 8)),
            Instruction(.store, rd: register(except: [result, saved]), ra: result, imm: 0),
        ]
        var callees: [P1Function] = []
        if staged > 0 {
            var callee = P1Function(symbol: newSymbol())
            callee.instructions = [Instruction(.enter, imm: Int64(frameSize())),
                                   Instruction(.ldarg, rd: register(except: [base, saved, result]), imm: Int64(staged / 8 - 1)),
                                   Instruction(.eret)]
            callees = [callee]
            body += [Instruction(.store, rd: register(except: [result, saved]), ra: .sp, imm: Int64(staged - 8)),
                     Instruction(.call, symbol: callee.symbol)]
        }
        body += [
            Instruction(.mov, rd: distance, ra: .sp),
            Instruction(.sub, rd: distance, ra: result, rb: distance),
            Instruction(.load, rd: result, ra: result, imm: Int64(bytes - 8)),
            Instruction(.sprestore, ra: saved),
            Instruction(.load, rd: saved, ra: .sp, imm: Int64(staged)),
        ]
        return Case(body: body, callees: callees, frame: staged + 8 + frameSize(), base: base, readsStack: true)
    }

    /// The function called is P1 after all: it puts its result where any machine may look for it, and what a native
    /// function may change gets a value behind the call.
    mutating func nativeCall() -> Case {
        var callee = P1Function(symbol: newSymbol())
        callee.instructions = [
            Instruction(.add, rd: .a1, ra: .a1, rb: .a2), Instruction(.xor, rd: .a1, ra: .a1, rb: .a3),
            Instruction(.mov, rd: .a0, ra: .a1), Instruction(.ret),
        ]
        let body = [
            Instruction(.la, rd: .a0, symbol: callee.symbol), Instruction(.callnative),
            Instruction(.li, rd: .a1, imm: random.word()), Instruction(.li, rd: .t2, imm: random.word()),
        ]
        return Case(body: body, callees: [callee], frame: frameSize(), base: .s3)
    }

    /// Up to three blocks between the two halves of a large frame. Some of the first half's words get values before, and the second
    /// half's words come back in registers, also those next to the end.
    mutating func blocks(_ op: Operation) -> Case {
        let used: [Register] = [.a0, .a1, .a2]
        let base = register(except: used), half = Int64(320), count = Int64(random.below(4))
        let isCopy = op == .copyblocks
        var body: [Instruction] = []
        for word in 0..<80 {
            body.append(Instruction(.store, rd: register(), ra: .sp, imm: Int64(word * 8)))
        }
        body.append(Instruction(.addi, rd: .a1, ra: .sp, imm: half + Int64(random.below(20))))
        if isCopy {
            body.append(Instruction(.addi, rd: .a2, ra: .sp, imm: Int64(random.below(20))))
        } else if random.chance(1, in: 2) {
            body.append(Instruction(.li, rd: .a0, imm: random.word()))
        }
        body.append(Instruction(.li, rd: isCopy ? .a0 : .a2, imm: count))
        body.append(Instruction(op))
        // The address behind is checked by what it reaches.
        body.append(Instruction(.load, rd: .a1, ra: .a1, imm: -8))
        if isCopy { body.append(Instruction(.load, rd: .a2, ra: .a2, imm: 8)) }
        for register in Register.generals where register != base && !used.contains(register) && random.chance(3, in: 4) {
            body.append(Instruction(.load, rd: register, ra: .sp, imm: half + Int64(random.below(33)) * 8))
        }
        body.append(Instruction(.load, rd: isCopy ? .a0 : .a2, ra: .sp, imm: half + count * 64 + 16))
        return Case(body: body, frame: 640, base: base)
    }

    /// Nothing changes; it has to come to an end and keep every register.
    mutating func codeSynchronization(from: Register, to: Register) -> Case {
        let base = register(except: [from, to])
        let body = [
            Instruction(.addi, rd: from, ra: .sp, imm: Int64(random.below(40))),
            Instruction(.addi, rd: to, ra: .sp, imm: Int64(random.below(400))),
            Instruction(.codesync, ra: from, rb: to),
        ]
        return Case(body: body, callees: [], frame: frameSize(), base: base, readsStack: true)
    }

    /// A context is saved by one function, everything is changed, and another function goes back to it.
    mutating func contexts(saved: Register, loaded: Register, result: Register) -> Case {
        let calleeSaved: [Register] = [.s0, .s1, .s2, .s3, .s4, .s5]
        // Only these still hold their values when control is back; and `base` must.
        let base = random.pick(calleeSaved.filter { ![saved, loaded, result].contains($0) })
        let contextAt: Int64 = 16
        var save = P1Function(symbol: newSymbol()), load = P1Function(symbol: newSymbol())
        save.instructions = [Instruction(.ctxsave, ra: saved), Instruction(.li, rd: .a0, imm: 0), Instruction(.ret)]
        load.instructions = [Instruction(.enter, imm: Int64(anyFrameSize())), Instruction(.ctxload, ra: loaded, rb: result)]
        var body = [
            Instruction(.addi, rd: saved, ra: .sp, imm: contextAt),
            Instruction(.call, symbol: save.symbol),
            Instruction(.bcci, ra: .a0, symbol: ~0, condition: .ne),
        ]
        for register in calleeSaved where register != base { body.append(Instruction(.li, rd: register, imm: random.word())) }
        for register in [Register.fs0, .fs1, .fs2, .fs3] {
            body.append(Instruction(.fli, rd: register, imm: Int64(bitPattern: random.doubleBits()), width: .f64))
        }
        body.append(Instruction(.addi, rd: loaded, ra: .sp, imm: contextAt))
        if result != loaded { body.append(Instruction(.li, rd: result, imm: 1 + Int64(random.below(1000)))) }
        body += [Instruction(.call, symbol: load.symbol), Instruction(.li, rd: .a0, imm: -1), at(~0)]
        return Case(body: body, callees: [save, load], frame: Int(contextAt) + 96 + frameSize(), base: base, readsStack: true)
    }
}
