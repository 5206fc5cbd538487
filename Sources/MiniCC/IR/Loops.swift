struct LoopID: ID { let raw: Int32 }

/// The loop nest: natural loops of the back edges whose target dominates their source. Loops that
/// are entered in the middle (by goto) are not loops to the passes.
struct Loops {
    struct Loop {
        var header: IRBlockID
        /// The loop around this one.
        var parent: LoopID
        var depth: Int32
    }

    /// Inner loops before the loops around them.
    private(set) var loops = Table<LoopID, Loop>()
    /// The innermost loop of a block.
    private(set) var loopOf: Table<IRBlockID, LoopID>

    /// Of a function whose control flow has no back edge.
    init(noneIn f: IRFunction) {
        loopOf = Table(repeating: .none, count: f.blocks.count)
    }

    init(_ f: IRFunction, _ flow: ControlFlow, _ dominators: Dominators) {
        loopOf = Table(repeating: .none, count: f.blocks.count)
        var work: [IRBlockID] = []
        // Headers from the back of the order: inner loops come before outer ones.
        for header in flow.order.reversed() {
            work.removeAll(keepingCapacity: true)
            for k in flow.predecessorRange(header) {
                let from = flow.predecessors[k]
                if dominators.dominates(header, from) { work.append(from) }
            }
            if work.isEmpty { continue }
            let number = loops.append(Loop(header: header, parent: .none, depth: 0))
            // Walk backwards from the back edges; a loop already found is entered as a whole.
            while let block = work.popLast() {
                var outermost = loopOf[block]
                if outermost == .none {
                    loopOf[block] = number
                    if block == header { continue }
                    for k in flow.predecessorRange(block) { work.append(flow.predecessors[k]) }
                    continue
                }
                while loops[outermost].parent != .none { outermost = loops[outermost].parent }
                if outermost == number { continue }
                loops[outermost].parent = number
                let inner = loops[outermost].header
                for k in flow.predecessorRange(inner) {
                    let from = flow.predecessors[k]
                    if loopOf[from] == .none || !isInside(loopOf[from], outermost) { work.append(from) }
                }
            }
            if loopOf[header] == .none { loopOf[header] = number }
        }
        for index in loops.keys.reversed() {
            let parent = loops[index].parent
            loops[index].depth = parent == .none ? 1 : loops[parent].depth + 1
        }
    }

    @inline(__always)
    func depth(_ block: IRBlockID) -> Int {
        let loop = loopOf[block]
        return loop == .none ? 0 : Int(loops[loop].depth)
    }

    /// Whether loop `inner` is `outer` or lies in it.
    func isInside(_ inner: LoopID, _ outer: LoopID) -> Bool {
        var loop = inner
        while loop != .none {
            if loop == outer { return true }
            loop = loops[loop].parent
        }
        return false
    }

    @inline(__always)
    func contains(_ loop: LoopID, _ block: IRBlockID) -> Bool { isInside(loopOf[block], loop) }
}
