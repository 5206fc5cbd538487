import Synchronization

/// Calls `body` for every number below `count`, `jobs` at a time.
package func parallel(_ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
        for _ in 0..<min(jobs, count) {
            group.addTask {
                while true {
                    let index = counter.next()
                    if index >= count { return }
                    body(index)
                }
            }
        }
    }
}

private final class Counter: Sendable {
    private let value = Atomic(0)
    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
