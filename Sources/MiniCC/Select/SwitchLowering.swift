import P1Backend

/// Breaks switches down: what remains as `switchOn` is a dense run of cases, sorted, which the selector
/// makes a jump table; the rest becomes a binary search. Works before phis exist as well as after.
struct SwitchLowering {
    /// A run of cases: a table when it has several, a comparison when one (or a range to one target).
    private struct Cluster {
        var first: Int
        var last: Int
        var isTable: Bool
    }

    private static let smallestTable = 5

    static func run(_ f: inout IRFunction) {
        for block in f.blocks.keys where !f.blocks[block].isRemoved {
            let last = f.blocks[block].last
            if last != .none && f[last].op == .switchOn { lower(&f, last) }
        }
    }

    private static func lower(_ f: inout IRFunction, _ value: IRValue) {
        let inst = f[value]
        let home = inst.block
        var cases = Array(f.cases[inst.range])
        cases.removeAll { $0.block == inst.target }
        cases.sort { $0.value < $1.value }
        let clusters = findClusters(cases)
        if clusters.count == 1 && clusters[0].isTable {
            f[value].list = Int32(f.cases.count)
            f[value].count = Int32(cases.count)
            f.cases.append(contentsOf: cases)
            return
        }
        // The targets' phis know this block as predecessor; now several blocks come from it.
        var sources: [(target: IRBlockID, from: IRBlockID)] = []
        f.remove(value)
        build(&f, inst, cases, clusters, 0..<clusters.count, at: home, &sources)
        repairPhis(&f, home, sources)
    }

    /// Greedy from the left: the longest run that is at least 40 % full.
    private static func findClusters(_ cases: [IRCase]) -> [Cluster] {
        var clusters: [Cluster] = []
        var first = 0
        while first < cases.count {
            // A range of neighbouring values with one target needs no table.
            var same = first
            while same + 1 < cases.count && cases[same + 1].block == cases[first].block
                    && cases[same + 1].value == cases[same].value &+ 1 { same += 1 }
            var best = first
            var last = first + 1
            while last < cases.count {
                let (span, overflow) = cases[last].value.subtractingReportingOverflow(cases[first].value)
                // Looking 64 cases ahead keeps this linear.
                if overflow || span > 1 << 20 || last - best > 64 { break }
                if (span + 1) * 2 <= 5 * Int64(last - first + 1) { best = last }
                last += 1
            }
            if best - first + 1 >= smallestTable && best > same {
                clusters.append(Cluster(first: first, last: best, isTable: true))
                first = best + 1
            } else {
                clusters.append(Cluster(first: first, last: same, isTable: false))
                first = same + 1
            }
        }
        return clusters
    }

    private static func build(_ f: inout IRFunction, _ inst: IRInst, _ cases: [IRCase], _ clusters: [Cluster],
                              _ range: Range<Int>, at block: IRBlockID, _ sources: inout [(target: IRBlockID, from: IRBlockID)]) {
        let type = f[inst.a].type
        f.current = block
        if range.isEmpty {
            f.br(inst.target)
            sources.append((inst.target, block))
            return
        }
        if range.count > 2 {
            let middle = range.lowerBound + range.count / 2
            let pivot = f.const(cases[clusters[middle].first].value, type)
            let low = f.newBlock()
            let high = f.newBlock()
            let isLow = f.icmp(.lt, inst.a, pivot)
            f.condbr(isLow, low, high)
            build(&f, inst, cases, clusters, range.lowerBound..<middle, at: low, &sources)
            build(&f, inst, cases, clusters, middle..<range.upperBound, at: high, &sources)
            return
        }
        let cluster = clusters[range.lowerBound]
        let first = cases[cluster.first]
        let last = cases[cluster.last]
        let rest: IRBlockID = range.count > 1 ? f.newBlock() : inst.target
        if cluster.isTable {
            var table = inst
            table.list = Int32(f.cases.count)
            table.count = Int32(cluster.last - cluster.first + 1)
            table.target = rest
            table.previous = .none
            table.next = .none
            for k in cluster.first...cluster.last {
                f.cases.append(cases[k])
                sources.append((cases[k].block, block))
            }
            f.emit(table)
        } else {
            let test: IRValue
            if first.value == last.value {
                let constant = f.const(first.value, type)
                test = f.icmp(.eq, inst.a, constant)
            } else {
                let start = f.const(first.value, type)
                let distance = f.binary(.sub, inst.a, start)
                let width = f.const(last.value &- first.value, type)
                test = f.icmp(.leu, distance, width)
            }
            f.condbr(test, first.block, rest)
            sources.append((first.block, block))
        }
        if range.count > 1 {
            build(&f, inst, cases, clusters, range.lowerBound + 1..<range.upperBound, at: rest, &sources)
        } else {
            sources.append((inst.target, block))
        }
    }

    /// Phis of the targets get the value that came from `home` once for each block that now leads to them.
    private static func repairPhis(_ f: inout IRFunction, _ home: IRBlockID, _ sources: [(target: IRBlockID, from: IRBlockID)]) {
        var sorted = sources
        sorted.sort { $0.target != $1.target ? $0.target < $1.target : $0.from < $1.from }
        var k = 0
        while k < sorted.count {
            let target = sorted[k].target
            var from: [IRBlockID] = []
            while k < sorted.count && sorted[k].target == target {
                if from.last != sorted[k].from { from.append(sorted[k].from) }
                k += 1
            }
            var value = f.blocks[target].first
            while value != .none && f[value].op == .phi {
                let phi = f[value]
                let start = f.pairs.count
                // By number: the list grows meanwhile.
                for k in phi.range {
                    let pair = f.pairs[k]
                    if pair.from != home {
                        f.pairs.append(pair)
                    } else {
                        for source in from { f.pairs.append(IRIncoming(from: source, value: pair.value)) }
                    }
                }
                f[value].setRange(start..<f.pairs.count)
                value = f[value].next
            }
        }
    }
}
