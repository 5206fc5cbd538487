/// --cc-debug: the processor time that each phase of a command took, and by how much it enlarged the process. Phases
/// may stand in one another; while an inner one runs, the clock of the outer one is stopped. Whoever has a phase to
/// measure holds an optional clock, so that without the option it costs a test.
public final class PhaseClock {
    private struct Phase {
        let name: String
        var seconds = 0.0
        /// Growth of the resident memory.
        var bytes = 0
    }

    private var phases: [Phase] = []
    private var running: [Int] = []
    private var lastTime = 0.0
    private var lastMemory = 0
    private let statistics: Int32
    private let pageSize = sysconf(Int32(_SC_PAGESIZE))

    public init() {
        statistics = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        lastMemory = memory()
        lastTime = PhaseClock.now()
    }

    deinit { close(statistics) }

    public func begin(_ name: String) {
        account()
        let index = phases.firstIndex { $0.name == name } ?? phases.count
        if index == phases.count { phases.append(Phase(name: name)) }
        running.append(index)
        lastTime = PhaseClock.now()
    }

    public func end() {
        account()
        running.removeLast()
        lastTime = PhaseClock.now()
    }

    /// Reading the clock and the memory itself is not counted.
    private func account() {
        guard let index = running.last else { return }
        phases[index].seconds += PhaseClock.now() - lastTime
        let memory = memory()
        phases[index].bytes += memory - lastMemory
        lastMemory = memory
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Resident bytes: the second number of statm.
    private func memory() -> Int {
        var text = [UInt8](repeating: 0, count: 64)
        guard pread(statistics, &text, text.count, 0) > 0 else { return 0 }
        let digits = text.drop { $0 != 32 }.dropFirst().prefix { $0 >= 48 && $0 < 58 }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 } * pageSize
    }

    /// A line for each phase, in the order in which they first ran.
    public func report(of subject: String) -> String {
        func column(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.utf8.count)) + text }
        var lines = ""
        for phase in phases + [Phase(name: "all", seconds: phases.reduce(0) { $0 + $1.seconds }, bytes: phases.reduce(0) { $0 + $1.bytes })] {
            let microseconds = Int(phase.seconds * 1e6)
            let milliseconds = "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst())"
            lines += "\(subject): " + column(milliseconds, 10) + " ms" + column("\(phase.bytes / 1024)", 9) + " KiB  \(phase.name)\n"
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return lines + "\(subject): peak memory \(usage.ru_maxrss) KiB\n"
    }
}
