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

    init(_ f: IRFunction) {
        let count = f.blocks.count
        position = [Int32](repeating: -1, count: count)
        walk(f)
        start = [Int32](repeating: 0, count: count + 1)
        // Edges that come twice (a switch with two labels on one statement) count once: `seen` remembers the
        // last predecessor that was entered for a block.
        var seen = [Int32](repeating: -1, count: count)
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
        var fill = start
        for block in 0..<count { seen[block] = -1 }
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
        var successors: [IRBlockID] = []      // of the blocks on the stack, one run behind the other
        var stack: [(block: IRBlockID, next: Int)] = []
        var postorder: [IRBlockID] = []
        postorder.reserveCapacity(f.blocks.count)
        successors.reserveCapacity(32)
        stack.reserveCapacity(32)
        position[0] = 0
        f.forEachSuccessor(0) { successors.append($0) }
        stack.append((0, 0))
        while let top = stack.last {
            // The last successor is visited first, so that in the reversed order the first one comes first.
            if successors.count > top.next {
                let target = successors.removeLast()
                if position[Int(target)] < 0 {
                    position[Int(target)] = 0
                    stack.append((target, successors.count))
                    f.forEachSuccessor(target) { successors.append($0) }
                }
            } else {
                postorder.append(top.block)
                stack.removeLast()
            }
        }
        order = postorder.reversed()
        for (index, block) in order.enumerated() { position[Int(block)] = Int32(index) }
    }
}

/// Immediate dominators, and the dominator tree as an order to walk.
struct Dominators {
    /// Immediate dominator, -1 for the entry and for unreachable blocks.
    private(set) var parent: [IRBlockID]
    /// Preorder of the tree: entry first. `enter` and `leave` number the walk.
    private(set) var preorder: [IRBlockID] = []
    private var enter: [Int32]
    private var leave: [Int32]

    init(_ f: IRFunction, _ flow: ControlFlow) {
        let count = f.blocks.count
        let unknown: Int32 = -1
        var dominator = [Int32](repeating: unknown, count: flow.order.count)   // by position in the order
        dominator[0] = 0
        var changed = true
        while changed {
            changed = false
            for index in 1..<max(1, flow.order.count) {
                var best = unknown
                for k in flow.predecessorRange(flow.order[index]) {
                    var other = flow.position[Int(flow.predecessors[k])]
                    if dominator[Int(other)] == unknown { continue }
                    if best == unknown { best = other; continue }
                    while best != other {
                        if other > best { other = dominator[Int(other)] } else { best = dominator[Int(best)] }
                    }
                }
                if dominator[index] != best {
                    dominator[index] = best
                    changed = true
                }
            }
        }
        parent = [IRBlockID](repeating: -1, count: count)
        enter = [Int32](repeating: -1, count: count)
        leave = [Int32](repeating: -1, count: count)

        // Children in reverse postorder, as linked lists by position.
        var firstChild = [Int32](repeating: -1, count: flow.order.count)
        var sibling = [Int32](repeating: -1, count: flow.order.count)
        for index in stride(from: flow.order.count - 1, to: 0, by: -1) {
            parent[Int(flow.order[index])] = flow.order[Int(dominator[index])]
            sibling[index] = firstChild[Int(dominator[index])]
            firstChild[Int(dominator[index])] = Int32(index)
        }
        preorder.reserveCapacity(flow.order.count)
        var node: Int32 = 0
        var clock: Int32 = 0
        descend: while true {
            let block = Int(flow.order[Int(node)])
            enter[block] = clock
            clock += 1
            preorder.append(IRBlockID(block))
            if firstChild[Int(node)] >= 0 {
                node = firstChild[Int(node)]
                continue
            }
            while true {
                leave[Int(flow.order[Int(node)])] = clock
                if node == 0 { break descend }
                if sibling[Int(node)] >= 0 {
                    node = sibling[Int(node)]
                    break
                }
                node = dominator[Int(node)]
            }
        }
    }

    /// Whether every way to `b` goes through `a` (a block dominates itself).
    @inline(__always)
    func dominates(_ a: IRBlockID, _ b: IRBlockID) -> Bool {
        enter[Int(a)] >= 0 && enter[Int(b)] >= 0 && enter[Int(a)] <= enter[Int(b)] && leave[Int(b)] <= leave[Int(a)]
    }
}
