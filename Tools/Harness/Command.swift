import Glibc

/// One run of another program: with its output in files, a time limit, and nothing left behind.
package struct Command: Sendable {
    package var words: [String]
    package var folder: String
    /// Additions to the environment, NAME=value.
    package var environment: [String] = []
    package var input = "/dev/null"
    /// Where standard output and standard error go; both may be the same file.
    package var output: String
    package var errors: String
    package var timeLimit: Double
    /// The time counts from when it last wrote something.
    package var limitsSilence = false

    package enum Ending: Equatable, Sendable {
        case exit(Int)
        case signal(Int)
        case timeLimit(Double)
        case notStarted(String)
        /// It took the machine with it that it ran in; there is a log of that.
        case lost(String, log: String)

        /// As a shell gives it.
        package var status: Int? {
            switch self {
            case .exit(let status): return status
            case .signal(let number): return 128 + number
            case .timeLimit, .notStarted, .lost: return nil
            }
        }

        package var text: String {
            switch self {
            case .exit(let status): return "exit status \(status)"
            case .signal(let number) where number == Int(SIGXFSZ):
                return "more than \(Command.largestFile >> 20) MiB written"
            case .signal(let number): return "killed by signal \(number) (\(String(cString: strsignal(Int32(number)))))"
            case .timeLimit(let seconds): return "still running after the time limit of \(Command.seconds(seconds))"
            case .notStarted(let reason): return "could not be started: \(reason)"
            case .lost(let reason, _): return reason
            }
        }

        /// For one that ended otherwise than it should have.
        package func text(expected: Int) -> String {
            if case .exit = self { return "\(text), expected \(expected)" }
            return text
        }
    }

    private static func seconds(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value)) s" : "\(value) s"
    }

    /// What a program may write to one file: a flood ends before the disk does.
    package static let largestFile = 64 << 20

    package init(words: [String], folder: String, environment: [String] = [], input: String = "/dev/null", output: String,
                 errors: String, timeLimit: Double, limitsSilence: Bool = false) {
        self.words = words
        self.folder = folder
        self.environment = environment
        self.input = input
        self.output = output
        self.errors = errors
        self.timeLimit = timeLimit
        self.limitsSilence = limitsSilence
    }

    /// Limits that all programs inherit. `memory` is in bytes of address space.
    package static func setLimits(memory: Int? = nil) {
        if let memory {
            var size = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
            setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &size)
        }
        var cores = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &cores)
        // A program that needs a larger file may raise this one.
        var size = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
        size.rlim_cur = min(rlim_t(largestFile), size.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
    }

    package func run() -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o644)
        if errors == output {
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o644)
        }
        // A process group of its own, so that everything it starts can be ended with it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        posix_spawnattr_setpgroup(&attributes, 0)
        // Whoever started the runner may have had signals ignored or blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)

        // posix_spawn has no portable way to change the folder; env does it, and sets the environment as well.
        let all = ["env", "-C", folder] + environment + words
        var arguments: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, "env", &actions, &attributes, &arguments, environ)
        if failure != 0 { return .notStarted(String(cString: strerror(failure))) }
        Interruption.began(process)
        defer { Interruption.ended(process) }
        return wait(for: process)
    }

    private func wait(for process: pid_t) -> Ending {
        var limit = Command.now() + timeLimit
        var written: Int64 = 0
        var pause = 100_000
        var isLate = false
        while true {
            // Look without taking the result: until it is taken the group cannot belong to anybody else.
            var information = siginfo_t()
            let found = waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT | (isLate ? 0 : WNOHANG))
            if found < 0 && errno == EINTR { continue }
            if information.si_signo != 0 || found < 0 { break }
            if limitsSilence && hasWrittenMore(than: &written) { limit = Command.now() + timeLimit }
            if Command.now() > limit {
                isLate = true
                kill(-process, SIGKILL)
                continue
            }
            var time = timespec(tv_sec: 0, tv_nsec: pause)
            nanosleep(&time, nil)
            pause = min(pause * 5 / 4, 2_000_000)
        }
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        if isLate { return .timeLimit(timeLimit) }
        let signal = Int(status & 0x7F)
        return signal == 0 ? .exit(Int(status >> 8 & 0xFF)) : .signal(signal)
    }

    private func hasWrittenMore(than size: inout Int64) -> Bool {
        var status = stat()
        guard stat(output, &status) == 0, Int64(status.st_size) > size else { return false }
        size = Int64(status.st_size)
        return true
    }

    package static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
