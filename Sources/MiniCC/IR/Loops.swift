/// The loop nest: natural loops of the back edges whose target dominates their source. Loops that
/// are entered in the middle (by goto) are not loops to the passes.
struct Loops {
    struct Loop {
        var header: IRBlockID
        /// The loop around this one, -1 for none.
        var parent: Int32
        var depth: Int32
    }

    /// Inner loops before the loops around them.
    private(set) var loops: [Loop] = []
    /// The innermost loop of a block, -1 for none.
    private(set) var loopOf: [Int32]

    /// Of a function whose control flow has no back edge.
    init(noneIn f: IRFunction) {
        loopOf = [Int32](repeating: -1, count: f.blocks.count)
    }

    init(_ f: IRFunction, _ flow: ControlFlow, _ dominators: Dominators) {
        loopOf = [Int32](repeating: -1, count: f.blocks.count)
        var work: [IRBlockID] = []
        // Headers from the back of the order: inner loops come before outer ones.
        for header in flow.order.reversed() {
            work.removeAll(keepingCapacity: true)
            for k in flow.predecessorRange(header) {
                let from = flow.predecessors[k]
                if dominators.dominates(header, from) { work.append(from) }
            }
            if work.isEmpty { continue }
            let number = Int32(loops.count)
            loops.append(Loop(header: header, parent: -1, depth: 0))
            // Walk backwards from the back edges; a loop already found is entered as a whole.
            while let block = work.popLast() {
                var outermost = loopOf[Int(block)]
                if outermost < 0 {
                    loopOf[Int(block)] = number
                    if block == header { continue }
                    for k in flow.predecessorRange(block) { work.append(flow.predecessors[k]) }
                    continue
                }
                while loops[Int(outermost)].parent >= 0 { outermost = loops[Int(outermost)].parent }
                if outermost == number { continue }
                loops[Int(outermost)].parent = number
                let inner = loops[Int(outermost)].header
                for k in flow.predecessorRange(inner) {
                    let from = flow.predecessors[k]
                    if loopOf[Int(from)] < 0 || !isInside(loopOf[Int(from)], outermost) { work.append(from) }
                }
            }
            if loopOf[Int(header)] < 0 { loopOf[Int(header)] = number }
        }
        for index in stride(from: loops.count - 1, through: 0, by: -1) {
            let parent = loops[index].parent
            loops[index].depth = parent < 0 ? 1 : loops[Int(parent)].depth + 1
        }
    }

    @inline(__always)
    func depth(_ block: IRBlockID) -> Int {
        let loop = loopOf[Int(block)]
        return loop < 0 ? 0 : Int(loops[Int(loop)].depth)
    }

    /// Whether loop `inner` is `outer` or lies in it.
    func isInside(_ inner: Int32, _ outer: Int32) -> Bool {
        var loop = inner
        while loop >= 0 {
            if loop == outer { return true }
            loop = loops[Int(loop)].parent
        }
        return false
    }

    @inline(__always)
    func contains(_ loop: Int32, _ block: IRBlockID) -> Bool { isInside(loopOf[Int(block)], loop) }
}
