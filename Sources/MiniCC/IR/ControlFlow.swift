/// Predecessors, a reverse postorder, dominators and loop depths of a function: what most passes ask
/// for. It is computed anew after blocks have changed; every part takes linear time.
struct ControlFlow {
    /// Reachable blocks in reverse postorder, the entry first.
    private(set) var order: [IRBlockID] = []
    /// Position of a block in `order`, -1 when nothing reaches it.
    private(set) var position: [Int32] = []
    /// Predecessors, each once: predecessors[start[b] ..< start[b + 1]].
    private(set) var start: [Int32] = []
    private(set) var predecessors: [IRBlockID] = []
    /// Some edge leads back in the order. Without one there is no loop of any kind.
    private(set) var hasBackEdge = false
    /// The walk's tree: reachable blocks in the order in which it came to them, and for each the place of the one
    /// that it came from.
    private(set) var walked: [IRBlockID] = []
    private(set) var cameFrom: [Int32] = []

    init(_ f: IRFunction) {
        let count = f.blocks.count
        position = [Int32](repeating: -1, count: count)
        walk(f)
        start = [Int32](repeating: 0, count: count + 1)
        // Edges that come twice (a switch with two labels on one statement) count once: `seen` remembers the
        // last predecessor that was entered for a block.
        let seen = Scratch<Int32>(repeating: -1, count: count)
        defer { seen.free() }
        for block in order {
            let place = position[Int(block)]
            f.forEachSuccessor(block) { target in
                if position[Int(target)] <= place { hasBackEdge = true }
                if seen[Int(target)] != block {
                    seen[Int(target)] = block
                    start[Int(target) + 1] += 1
                }
            }
        }
        for block in 0..<count { start[block + 1] += start[block] }
        predecessors = [IRBlockID](repeating: 0, count: Int(start[count]))
        let fill = Scratch<Int32>(repeating: 0, count: count)
        defer { fill.free() }
        for block in 0..<count { fill[block] = start[block] }
        seen.reset(to: -1)
        for block in order {
            f.forEachSuccessor(block) { target in
                if seen[Int(target)] != block {
                    seen[Int(target)] = block
                    predecessors[Int(fill[Int(target)])] = block
                    fill[Int(target)] += 1
                }
            }
        }
    }

    func isReachable(_ block: IRBlockID) -> Bool { position[Int(block)] >= 0 }

    @inline(__always)
    func predecessorRange(_ block: IRBlockID) -> Range<Int> { Int(start[Int(block)])..<Int(start[Int(block) + 1]) }

    /// Depth-first, with a stack of our own: a function may have more blocks than the thread has stack.
    private mutating func walk(_ f: IRFunction) {
        var successors = ScratchList<IRBlockID>()      // of the blocks on the stack, one run behind the other
        var stack = ScratchList<(block: IRBlockID, next: Int, place: Int32)>()
        defer {
            successors.free()
            stack.free()
        }
        var postorder: [IRBlockID] = []
        postorder.reserveCapacity(f.blocks.count)
        walked.reserveCapacity(f.blocks.count)
        cameFrom.reserveCapacity(f.blocks.count)
        position[0] = 0
        walked.append(IRFunction.entry)
        cameFrom.append(0)
        f.forEachSuccessor(0) { successors.append($0) }
        stack.append((0, 0, 0))
        while let top = stack.last {
            // The last successor is visited first, so that in the reversed order the first one comes first.
            if successors.count > top.next, let target = successors.popLast() {
                if position[Int(target)] < 0 {
                    position[Int(target)] = 0
                    stack.append((target, successors.count, Int32(truncatingIfNeeded: walked.count)))
                    walked.append(target)
                    cameFrom.append(top.place)
                    f.forEachSuccessor(target) { successors.append($0) }
                }
            } else {
                postorder.append(top.block)
                stack.cut(to: stack.count - 1)
            }
        }
        postorder.reverse()
        order = postorder
        for (index, block) in order.enumerated() { position[Int(block)] = Int32(index) }
    }
}

/// Immediate dominators, and the dominator tree as an order to walk.
struct Dominators {
    /// Preorder of the tree: entry first.
    private(set) var preorder: [IRBlockID] = []
    private var nodes: [Node]

    private struct Node {
        /// Immediate dominator, -1 for the entry and for unreachable blocks.
        var parent: IRBlockID = -1
        /// The walk in preorder comes here, and has left all of the tree below: both -1 for unreachable blocks.
        var enter: Int32 = -1
        var leave: Int32 = -1
    }

    init(_ f: IRFunction, _ flow: ControlFlow) {
        let count = f.blocks.count
        let dominator = Dominators.compute(flow)      // by position in the order
        nodes = [Node](repeating: Node(), count: count)

        // Children in reverse postorder, as linked lists by position.
        let firstChild = Scratch<Int32>(repeating: -1, count: flow.order.count)
        let sibling = Scratch<Int32>(repeating: -1, count: flow.order.count)
        defer {
            firstChild.free()
            sibling.free()
        }
        for index in stride(from: flow.order.count - 1, to: 0, by: -1) {
            nodes[Int(flow.order[index])].parent = flow.order[Int(dominator[index])]
            sibling[index] = firstChild[Int(dominator[index])]
            firstChild[Int(dominator[index])] = Int32(index)
        }
        preorder.reserveCapacity(flow.order.count)
        var node: Int32 = 0
        var clock: Int32 = 0
        descend: while true {
            let block = Int(flow.order[Int(node)])
            nodes[block].enter = clock
            clock += 1
            preorder.append(IRBlockID(block))
            if firstChild[Int(node)] >= 0 {
                node = firstChild[Int(node)]
                continue
            }
            while true {
                nodes[Int(flow.order[Int(node)])].leave = clock
                if node == 0 { break descend }
                if sibling[Int(node)] >= 0 {
                    node = sibling[Int(node)]
                    break
                }
                node = dominator[Int(node)]
            }
        }
    }

    /// The immediate dominator, -1 for the entry and for unreachable blocks.
    @inline(__always)
    func parent(_ block: IRBlockID) -> IRBlockID { nodes[Int(block)].parent }

    /// Immediate dominators by semidominators: Georgiadis' version of Lengauer and Tarjan's algorithm. Numbers are
    /// places in the walk.
    private static func compute(_ flow: ControlFlow) -> [Int32] {
        let count = flow.walked.count
        let number = Scratch<Int32>(repeating: -1, count: flow.position.count)
        for (place, block) in flow.walked.enumerated() { number[Int(block)] = Int32(truncatingIfNeeded: place) }
        var dominator = flow.cameFrom
        // The walk's tree with paths shortened; `least` is where on the shortened path the smallest semidominator was.
        let above = Scratch<Int32>(repeating: 0, count: count)
        let least = Scratch<Int32>(repeating: 0, count: count)
        let semi = Scratch<Int32>(repeating: 0, count: count)
        defer {
            number.free()
            above.free()
            least.free()
            semi.free()
        }
        for w in 0..<count {
            above[w] = flow.cameFrom[w]
            least[w] = Int32(truncatingIfNeeded: w)
            semi[w] = Int32(truncatingIfNeeded: w)
        }
        var path: [Int32] = []
        var w = Int32(truncatingIfNeeded: count - 1)
        while w > 0 {
            semi[Int(w)] = flow.cameFrom[Int(w)]
            for k in flow.predecessorRange(flow.walked[Int(w)]) {
                var v = number[Int(flow.predecessors[k])]
                while above[Int(v)] > w {
                    path.append(v)
                    v = above[Int(v)]
                }
                while let below = path.popLast() {
                    if semi[Int(least[Int(v)])] < semi[Int(least[Int(below)])] { least[Int(below)] = least[Int(v)] }
                    above[Int(below)] = above[Int(v)]
                    v = below
                }
                semi[Int(w)] = min(semi[Int(w)], semi[Int(least[Int(v)])])
            }
            w -= 1
        }
        for w in 1..<max(1, count) {
            while dominator[w] > semi[w] { dominator[w] = dominator[Int(dominator[w])] }
        }
        var result = [Int32](repeating: 0, count: count)
        for w in 1..<max(1, count) {
            result[Int(flow.position[Int(flow.walked[w])])] = flow.position[Int(flow.walked[Int(dominator[w])])]
        }
        return result
    }

    /// Whether every way to `b` goes through `a` (a block dominates itself).
    @inline(__always)
    func dominates(_ a: IRBlockID, _ b: IRBlockID) -> Bool {
        let upper = nodes[Int(a)], lower = nodes[Int(b)]
        return upper.enter >= 0 && lower.enter >= 0 && upper.enter <= lower.enter && lower.leave <= upper.leave
    }
}
