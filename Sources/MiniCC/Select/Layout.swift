/// The order of the blocks in the code: a loop's blocks stay together, what leaves a loop comes after it,
/// and a loop that is tested at its top gets the test moved to its bottom, so that a turn takes one jump.
enum Layout {
    static func order(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops, rotates: Bool) -> [IRBlockID] {
        let order = depthFirst(f, loops)
        return rotates ? rotateLoops(f, flow, loops, order) : order
    }

    /// Reverse postorder in which the successors that stay deepest in loops come first.
    private static func depthFirst(_ f: IRFunction, _ loops: Loops) -> [IRBlockID] {
        var seen = [Bool](repeating: false, count: f.blocks.count)
        var successors: [IRBlockID] = []
        var stack: [(block: IRBlockID, base: Int)] = []
        var postorder: [IRBlockID] = []
        func push(_ block: IRBlockID) {
            seen[Int(block)] = true
            let base = successors.count
            stack.append((block, base))
            f.forEachSuccessor(block) { successors.append($0) }
            // The one at the end of the list is visited first, and so placed last.
            if successors.count - base == 2 {
                let last = f[f.blocks[Int(block)].last]
                let first = loops.depth(successors[base])
                let second = loops.depth(successors[base + 1])
                if first < second || first == second && last.flags.contains(.unlikely) { successors.swapAt(base, base + 1) }
            }
        }
        push(IRFunction.entry)
        while let top = stack.last {
            if successors.count > top.base {
                let target = successors.removeLast()
                if !seen[Int(target)] { push(target) }
            } else {
                postorder.append(top.block)
                stack.removeLast()
            }
        }
        return postorder.reversed()
    }

    /// Moves the header of a loop behind the loop's last block when the header decides about leaving and
    /// the last block jumps back to it.
    private static func rotateLoops(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops, _ order: [IRBlockID]) -> [IRBlockID] {
        if loops.loops.isEmpty { return order }
        var next = [IRBlockID](repeating: -1, count: f.blocks.count)
        var previous = next
        var place = [Int32](repeating: -1, count: f.blocks.count)
        for (index, block) in order.enumerated() {
            place[Int(block)] = Int32(index)
            if index > 0 { previous[Int(block)] = order[index - 1] }
            if index + 1 < order.count { next[Int(block)] = order[index + 1] }
        }
        for loop in loops.loops {
            let header = loop.header
            let last = f[f.blocks[Int(header)].last]
            guard header != IRFunction.entry, last.op == .condbr else { continue }
            // The source of the back edge that stands last.
            var latch: IRBlockID = -1
            for k in flow.predecessorRange(header) {
                let from = flow.predecessors[k]
                if place[Int(from)] > place[Int(header)] && (latch < 0 || place[Int(from)] > place[Int(latch)]) { latch = from }
            }
            guard latch >= 0, f[f.blocks[Int(latch)].last].op == .br else { continue }
            let leaves = loops.depth(last.b) < Int(loop.depth) ? last.b : last.c
            guard loops.depth(leaves) < Int(loop.depth), let before = Optional(previous[Int(header)]), before >= 0 else { continue }

            let after = next[Int(header)]
            guard after >= 0 else { continue }
            next[Int(before)] = after
            previous[Int(after)] = before
            let behind = next[Int(latch)]
            next[Int(latch)] = header
            previous[Int(header)] = latch
            next[Int(header)] = behind
            if behind >= 0 { previous[Int(behind)] = header }
        }
        var result: [IRBlockID] = []
        result.reserveCapacity(order.count)
        var block = IRFunction.entry
        while block >= 0 {
            result.append(block)
            block = next[Int(block)]
        }
        return result
    }
}
