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

extension FuzzOptions {
    /// `judge` is asked about one random program after the other, by their seeds. Their files lie in a folder that is empty at first.
    func judgeSeeds(needing commands: [String], in folder: String, _ judge: @escaping @Sendable (Int, Tally) -> Void) async -> Tally {
        let tally = Tally(of: count)
        let needed = commands + architectures.compactMap { HostMachine.emulator(of: $0) }
        if let missing = needed.first(where: { FileSystem.findCommand($0) == nil }) {
            tally.fail("\(missing) is not installed; `sh scripts/install-needs.sh fuzz` installs it")
            return tally
        }
        Command.setLimits()
        FileSystem.makeEmptyFolder(folder)
        await parallel(count, jobs: jobs) { index in judge(seed + index, tally) }
        return tally
    }
}
