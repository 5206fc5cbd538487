import Glibc
import Harness
import Synchronization

/// Counts cases, and says at once what is wrong with one.
final class Tally: Sendable {
    private struct State {
        var passed = 0
        var failed = 0
    }
    private let state = Mutex(State())
    private let total: Int
    private let showsProgress = isatty(1) == 1

    init(of total: Int) { self.total = total }

    var passed: Int { state.withLock { $0.passed } }
    var failed: Int { state.withLock { $0.failed } }

    func pass() { add(1, 0, "") }
    func fail(_ text: String) { add(0, 1, "FAIL " + text + "\n") }
    /// A case that says nothing about the compiler.
    func leaveOut(_ text: String) { add(0, 0, "LEFT OUT " + text + "\n") }

    private func add(_ passed: Int, _ failed: Int, _ text: String) {
        state.withLock { state in
            state.passed += passed
            state.failed += failed
            let done = state.passed + state.failed
            if showsProgress {
                Output.write("\r\u{1B}[K" + text + "\(done)/\(total)")
                if done == total { Output.write("\r\u{1B}[K") }
            } else {
                Output.write(text)
            }
        }
    }
}
