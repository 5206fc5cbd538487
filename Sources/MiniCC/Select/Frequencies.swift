/// How often each block runs in one run of the function, as far as the shape of the code tells: a loop makes
/// eight turns, a branch goes either way, but seldom to where only an error is reported, and less often to where
/// something is called.
enum Frequencies {
    private static let turns: Float = 8
    private static let largest: Float = 32_768

    static func estimate(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops) -> Table<IRBlockID, Float> {
        var frequency = Table<IRBlockID, Float>(repeating: 0, count: f.blocks.count)
        let kinds = blockKinds(f)
        defer { kinds.free() }
        frequency[IRFunction.entry] = 1
        for block in flow.order {
            let place = flow.position[block]
            let loop = loops.loopOf[block]
            if loop != .none && loops.loops[loop].header == block {
                frequency[block] = min(frequency[block] * turns, largest)
            }
            let own = frequency[block]
            let last = f[f.blocks[block].last]
            // What leads back is in the loop's turns already.
            func pass(_ target: IRBlockID, _ share: Float) {
                if flow.position[target] > place { frequency[target] = min(frequency[target] + own * share, largest) }
            }
            switch last.op {
            case .condbr:
                let first = shareOfFirst(f, flow, loops, block, last, kinds)
                pass(last.then, first)
                pass(last.target, 1 - first)
            case .switchOn:
                let share = 1 / Float(last.count + 1)
                for item in f.cases[last.range] { pass(item.block, share) }
                pass(last.target, share)
            case .goto:
                var count = 0
                f.forEachSuccessor(block) { _ in count += 1 }
                f.forEachSuccessor(block) { pass($0, 1 / Float(count)) }
            default:
                f.forEachSuccessor(block) { pass($0, 1) }
            }
        }
        return frequency
    }

    private enum Kind {
        static let calls: UInt8 = 1
        static let neverReturns: UInt8 = 2
    }

    private static func blockKinds(_ f: IRFunction) -> Scratch<IRBlockID, UInt8> {
        let kinds = Scratch<IRBlockID, UInt8>(repeating: 0, count: f.blocks.count)
        for inst in f.insts.rows where inst.block != .none {
            switch inst.op {
            case .call: kinds[inst.block] |= inst.flags.contains(.noReturn) ? Kind.neverReturns : Kind.calls
            case .trap, .unreachable: kinds[inst.block] |= Kind.neverReturns
            default: break
            }
        }
        return kinds
    }

    /// How much of what comes to a branch goes to its first target.
    private static func shareOfFirst(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops, _ block: IRBlockID, _ branch: IRInst,
                                     _ kinds: Scratch<IRBlockID, UInt8>) -> Float {
        if branch.flags.contains(.likely) { return 0.95 }
        if branch.flags.contains(.unlikely) { return 0.05 }
        let first = branch.then, second = branch.target
        let firstEnds = kinds[first] & Kind.neverReturns != 0
        if firstEnds != (kinds[second] & Kind.neverReturns != 0) { return firstEnds ? 0.001 : 0.999 }
        // A loop is left once.
        let depth = loops.depth(block)
        let firstLeaves = depth - loops.depth(branch.then), secondLeaves = depth - loops.depth(branch.target)
        if (firstLeaves > 0) != (secondLeaves > 0) { return firstLeaves > 0 ? left(firstLeaves) : 1 - left(secondLeaves) }
        let firstCalls = calls(flow, branch.then, kinds)
        if firstCalls != calls(flow, branch.target, kinds) { return firstCalls ? 0.3 : 0.7 }
        return 0.5
    }

    private static func left(_ levels: Int) -> Float {
        var share: Float = 1
        for _ in 0..<min(levels, 4) { share /= turns }
        return share
    }

    /// Whether a block that is reached by this one branch calls something.
    private static func calls(_ flow: ControlFlow, _ block: IRBlockID, _ kinds: Scratch<IRBlockID, UInt8>) -> Bool {
        kinds[block] & Kind.calls != 0 && flow.predecessorRange(block).count == 1
    }
}
