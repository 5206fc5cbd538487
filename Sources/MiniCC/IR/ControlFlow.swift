/// The place of a block in a depth-first walk.
struct WalkNumber: ID { let raw: Int32 }

/// Predecessors, a reverse postorder, dominators and loop depths of a function: what most passes ask
/// for. It is computed anew after blocks have changed; every part takes linear time.
struct ControlFlow {
    /// Reachable blocks in reverse postorder, the entry first.
    private(set) var order: [IRBlockID] = []
    /// Position of a block in `order`, -1 when nothing reaches it.
    private(set) var position = Table<IRBlockID, Int32>()
    /// Predecessors, each once: predecessors[start[b] ..< start[b + 1]].
    private(set) var start: [Int32] = []
    private(set) var predecessors: [IRBlockID] = []
    /// Some edge leads back in the order. Without one there is no loop of any kind.
    private(set) var hasBackEdge = false
    /// The walk's tree: reachable blocks in the order in which it came to them, and for each the place of the one
    /// that it came from.
    private(set) var walked = Table<WalkNumber, IRBlockID>()
    private(set) var cameFrom = Table<WalkNumber, WalkNumber>()

    init(_ f: IRFunction) {
        let count = f.blocks.count
        position = Table(repeating: -1, count: count)
        walk(f)
        start = [Int32](repeating: 0, count: count + 1)
        // Edges that come twice (a switch with two labels on one statement) count once: `seen` remembers the
        // last predecessor that was entered for a block.
        let seen = Scratch<IRBlockID, IRBlockID>(repeating: .none, count: count)
        defer { seen.free() }
        for block in order {
            let place = position[block]
            f.forEachSuccessor(block) { target in
                if position[target] <= place { hasBackEdge = true }
                if seen[target] != block {
                    seen[target] = block
                    start[target.index + 1] += 1
                }
            }
        }
        for block in 0..<count { start[block + 1] += start[block] }
        predecessors = [IRBlockID](repeating: .none, count: Int(start[count]))
        let fill = Scratch<Int, Int32>(repeating: 0, count: count)
        defer { fill.free() }
        for block in 0..<count { fill[block] = start[block] }
        seen.reset(to: .none)
        for block in order {
            f.forEachSuccessor(block) { target in
                if seen[target] != block {
                    seen[target] = block
                    predecessors[Int(fill[target.index])] = block
                    fill[target.index] += 1
                }
            }
        }
    }

    func isReachable(_ block: IRBlockID) -> Bool { position[block] >= 0 }

    @inline(__always)
    func predecessorRange(_ block: IRBlockID) -> Range<Int> { Int(start[block.index])..<Int(start[block.index + 1]) }

    /// Depth-first, with a stack of our own: a function may have more blocks than the thread has stack.
    private mutating func walk(_ f: IRFunction) {
        var successors = ScratchList<IRBlockID>()      // of the blocks on the stack, one run behind the other
        var stack = ScratchList<(block: IRBlockID, next: Int, place: WalkNumber)>()
        defer {
            successors.free()
            stack.free()
        }
        var postorder: [IRBlockID] = []
        postorder.reserveCapacity(f.blocks.count)
        walked.reserveCapacity(f.blocks.count)
        cameFrom.reserveCapacity(f.blocks.count)
        position[IRFunction.entry] = 0
        walked.append(IRFunction.entry)
        cameFrom.append(WalkNumber(0))
        f.forEachSuccessor(IRFunction.entry) { successors.append($0) }
        stack.append((IRFunction.entry, 0, WalkNumber(0)))
        while let top = stack.last {
            // The last successor is visited first, so that in the reversed order the first one comes first.
            if successors.count > top.next, let target = successors.popLast() {
                if position[target] < 0 {
                    position[target] = 0
                    stack.append((target, successors.count, walked.append(target)))
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
        for (index, block) in order.enumerated() { position[block] = Int32(index) }
    }
}

/// Immediate dominators, and the dominator tree as an order to walk.
struct Dominators {
    /// Preorder of the tree: entry first.
    private(set) var preorder: [IRBlockID] = []
    private let nodes: Table<IRBlockID, Node>

    private struct Node: BitwiseCopyable {
        /// Immediate dominator, none for the entry and for unreachable blocks.
        var parent: IRBlockID = .none
        /// When the preorder walk enters and exits the block's subtree, -1 for unreachable blocks.
        var enter: Int32 = -1
        var exit: Int32 = -1
    }

    init(_ f: IRFunction, _ flow: ControlFlow) {
        let parents = Dominators.parents(flow)
        let count = f.blocks.count
        let nodes = Scratch<IRBlockID, Node>(repeating: Node(), count: count)

        // Children in reverse postorder, as linked lists.
        let firstChild = Scratch<IRBlockID, IRBlockID>(repeating: .none, count: count)
        let sibling = Scratch<IRBlockID, IRBlockID>(repeating: .none, count: count)
        defer {
            nodes.free()
            parents.free()
            firstChild.free()
            sibling.free()
        }
        for block in flow.order.dropFirst().reversed() {
            let parent = parents[block]
            nodes[block].parent = parent
            sibling[block] = firstChild[parent]
            firstChild[parent] = block
        }
        preorder.reserveCapacity(flow.order.count)
        var block = IRFunction.entry
        var clock: Int32 = 0
        descend: while true {
            nodes[block].enter = clock
            clock += 1
            preorder.append(block)
            if firstChild[block] != .none {
                block = firstChild[block]
                continue
            }
            while true {
                nodes[block].exit = clock
                if block == IRFunction.entry { break descend }
                if sibling[block] != .none {
                    block = sibling[block]
                    break
                }
                block = parents[block]
            }
        }
        self.nodes = Table(nodes.rows)
    }

    /// The immediate dominator, none for the entry and for unreachable blocks.
    @inline(__always)
    func parent(_ block: IRBlockID) -> IRBlockID { nodes[block].parent }

    /// Immediate dominators, from semidominators: the algorithm of Lengauer and Tarjan as simplified by Georgiadis. Blocks are
    /// numbered in the order of a depth-first walk. The semidominator of w is the smallest number from which a path leads to
    /// w over larger numbers only; going through the blocks from the last to the first, it is the minimum over the predecessors
    /// of what lies on their paths up the walk's tree, which are shortened as they are searched. The immediate dominator is then
    /// the nearest ancestor in the tree whose number does not exceed the semidominator.
    private static func parents(_ flow: ControlFlow) -> Scratch<IRBlockID, IRBlockID> {
        let count = flow.walked.count
        let number = Scratch<IRBlockID, WalkNumber>(repeating: .none, count: flow.position.count)
        // The walk's tree with paths shortened; `least` is where on the shortened path the smallest semidominator was.
        let above = Scratch<WalkNumber, WalkNumber>(repeating: .none, count: count)
        let least = Scratch<WalkNumber, WalkNumber>(repeating: .none, count: count)
        let semi = Scratch<WalkNumber, WalkNumber>(repeating: .none, count: count)
        let dominator = Scratch<WalkNumber, WalkNumber>(repeating: .none, count: count)
        defer {
            number.free()
            above.free()
            least.free()
            semi.free()
            dominator.free()
        }
        for w in flow.walked.keys {
            number[flow.walked[w]] = w
            above[w] = flow.cameFrom[w]
            dominator[w] = flow.cameFrom[w]
            least[w] = w
            semi[w] = w
        }
        var path: [WalkNumber] = []
        for w in flow.walked.keys.dropFirst().reversed() {
            var smallest = flow.cameFrom[w]
            for k in flow.predecessorRange(flow.walked[w]) {
                var v = number[flow.predecessors[k]]
                while above[v] > w {
                    path.append(v)
                    v = above[v]
                }
                while let below = path.popLast() {
                    if semi[least[v]] < semi[least[below]] { least[below] = least[v] }
                    above[below] = above[v]
                    v = below
                }
                smallest = min(smallest, semi[least[v]])
            }
            semi[w] = smallest
        }
        for w in flow.walked.keys.dropFirst() {
            while dominator[w] > semi[w] { dominator[w] = dominator[dominator[w]] }
        }
        let result = Scratch<IRBlockID, IRBlockID>(repeating: .none, count: flow.position.count)
        for w in flow.walked.keys.dropFirst() { result[flow.walked[w]] = flow.walked[dominator[w]] }
        return result
    }

    /// Whether every way to `b` goes through `a` (a block dominates itself).
    @inline(__always)
    func dominates(_ a: IRBlockID, _ b: IRBlockID) -> Bool {
        let upper = nodes[a], lower = nodes[b]
        return upper.enter >= 0 && lower.enter >= 0 && upper.enter <= lower.enter && lower.exit <= upper.exit
    }
}
