/// The order of the blocks in the code: a loop's blocks stay together, what leaves a loop comes after it,
/// and a loop that is tested at its top gets the test moved to its bottom, so that a turn takes one jump.
enum Layout {
    static func order(_ f: IRFunction, _ flow: ControlFlow, _ loops: Loops, rotates: Bool) -> [IRBlockID] {
        let order = depthFirst(f, loops)
        return rotates ? rotateLoops(f, flow, loops, order) : order
    }

    /// Reverse postorder in which the successors that stay deepest in loops come first.
    private static func depthFirst(_ f: IRFunction, _ loops: Loops) -> [IRBlockID] {
        var seen = Table<IRBlockID, Bool>(repeating: false, count: f.blocks.count)
        var successors: [IRBlockID] = []
        var stack: [(block: IRBlockID, base: Int)] = []
        var postorder: [IRBlockID] = []
        func push(_ block: IRBlockID) {
            seen[block] = true
            let base = successors.count
            stack.append((block, base))
            f.forEachSuccessor(block) { successors.append($0) }
            // The one at the end of the list is visited first, and so placed last.
            if successors.count - base == 2 {
                let last = f[f.blocks[block].last]
                let first = loops.depth(successors[base])
                let second = loops.depth(successors[base + 1])
                if first < second || first == second && last.flags.contains(.unlikely) { successors.swapAt(base, base + 1) }
            }
        }
        push(IRFunction.entry)
        while let top = stack.last {
            if successors.count > top.base {
                let target = successors.removeLast()
                if !seen[target] { push(target) }
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
        var next = Table<IRBlockID, IRBlockID>(repeating: .none, count: f.blocks.count)
        var previous = next
        var place = Table<IRBlockID, Int32>(repeating: -1, count: f.blocks.count)
        for (index, block) in order.enumerated() {
            place[block] = Int32(index)
            if index > 0 { previous[block] = order[index - 1] }
            if index + 1 < order.count { next[block] = order[index + 1] }
        }
        for loop in loops.loops.rows {
            let header = loop.header
            let last = f[f.blocks[header].last]
            guard header != IRFunction.entry, last.op == .condbr else { continue }
            // The source of the back edge that stands last.
            var latch: IRBlockID = .none
            for k in flow.predecessorRange(header) {
                let from = flow.predecessors[k]
                if place[from] > place[header] && (latch == .none || place[from] > place[latch]) { latch = from }
            }
            guard latch != .none, f[f.blocks[latch].last].op == .br else { continue }
            let leaves = loops.depth(last.then) < Int(loop.depth) ? last.then : last.target
            guard loops.depth(leaves) < Int(loop.depth), previous[header] != .none, next[header] != .none else { continue }

            let before = previous[header], after = next[header]
            next[before] = after
            previous[after] = before
            let behind = next[latch]
            next[latch] = header
            previous[header] = latch
            next[header] = behind
            if behind != .none { previous[behind] = header }
        }
        var result: [IRBlockID] = []
        result.reserveCapacity(order.count)
        var block = IRFunction.entry
        while block != .none {
            result.append(block)
            block = next[block]
        }
        return result
    }
}
