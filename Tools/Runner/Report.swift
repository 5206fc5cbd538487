import Glibc
import Harness
import Synchronization

/// Prints the verdicts in the order of the fixtures, whatever the order they come in, and counts them.
final class Report: Sendable {
    private struct State {
        var waiting: [Int: Verdict] = [:]
        var next = 0
        var passed = 0
        var failed = 0
    }
    private let state = Mutex(State())
    private let fixtures: [Fixture]
    private let label: String
    private let showsProgress: Bool

    init(_ fixtures: [Fixture], label: String) {
        self.fixtures = fixtures
        self.label = label
        showsProgress = isatty(1) == 1
    }

    var passed: Int { state.withLock { $0.passed } }
    var failed: Int { state.withLock { $0.failed } }

    /// None of them can be run, all for the same reason.
    func fail(_ reason: String) {
        state.withLock { $0.failed += fixtures.count }
        Output.write("FAIL \(label), all \(fixtures.count) of them: \(reason)\n")
    }

    func add(_ index: Int, _ verdict: Verdict) {
        state.withLock { state in
            state.waiting[index] = verdict
            var text = ""
            while let verdict = state.waiting.removeValue(forKey: state.next) {
                if verdict.passed { state.passed += 1 } else { state.failed += 1 }
                text += lines(fixtures[state.next], verdict)
                state.next += 1
            }
            if text.isEmpty { return }
            if showsProgress {
                text = "\r\u{1B}[K" + text
                if state.next < fixtures.count { text += "\(label) \(state.next)/\(fixtures.count)" }
            }
            Output.write(text)
        }
    }

    private func lines(_ fixture: Fixture, _ verdict: Verdict) -> String {
        if verdict.passed { return "PASS \(label) \(fixture.name)\n" }
        let detail = verdict.detail.map { "    " + $0 + "\n" }.joined()
        return "FAIL \(label) \(fixture.name): \(verdict.reason)\n" + detail
    }
}
