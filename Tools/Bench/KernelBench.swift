import Glibc
import Harness
import SeedHost

/// The seed kernel: from qemu's start to the first instruction of /init and to the end of a suite of one fixture, the
/// size of the image, and what goes through pipes, files and processes. `make kernels` has to have made the kernels.
struct KernelBench {
    let minicc: String
    let folder: String
    let work: String

    private static let runs = 5

    func run() -> Bool {
        print("Kernel: milliseconds by the clock, the best of \(KernelBench.runs), and the rates inside\n")
        print(label("", width: 10) + ["to init", "to end", "a suite", "image KB", "calls/s", "pipe MB/s", "write", "read", "fork+exit/s"]
            .map { column($0, width: 12) }.joined())
        for architecture in HostMachine.allNames {
            let machine = Machine(architecture)
            let kernel = "build/\(architecture)/\(machine.kernelName)"
            guard let image = readFile(kernel), findsCommand(machine.emulator) else {
                print(label(architecture, width: 10) + "  \(kernel) or \(machine.emulator) is missing")
                continue
            }
            guard let boots = boots(machine, kernel), let suite = suite(architecture) else { return false }
            let fastest = boots.map(\.end).min() ?? 0
            let rate = { (name: String) in boots.compactMap { $0.rates[name] }.max() ?? 0 }
            print(label(architecture, width: 10)
                  + column((boots.map(\.first).min() ?? 0) * 1000, 0, width: 12) + column(fastest * 1000, 0, width: 12)
                  + column(suite * 1000, 0, width: 12) + column(Double(image.count) / 1000, 0, width: 12)
                  + column(rate("system-calls"), 0, width: 12) + column(rate("pipe-bytes") / 1e6, 0, width: 12)
                  + column(rate("write-bytes") / 1e6, 0, width: 12) + column(rate("read-bytes") / 1e6, 0, width: 12)
                  + column(rate("processes"), 0, width: 12))
            fflush(nil)
        }
        return true
    }

    private struct Boot {
        /// Seconds from qemu's start until /init has written, and until qemu has ended.
        var first = 0.0
        var end = 0.0
        var rates: [String: Double] = [:]
    }

    private func boots(_ machine: Machine, _ kernel: String) -> [Boot]? {
        let program = "\(work)/throughput-\(machine.architecture)"
        guard cost(of: [minicc, "-O2", "--target=" + machine.architecture, folder + "/kernel/throughput.c", "-o", program]).status == 0,
              let bytes = readFile(program), writeFile(program + ".cpio", Cpio.archive([.program("init", bytes)])) else {
            complain("throughput.c cannot be built for \(machine.architecture)")
            return nil
        }
        let command = machine.command(kernel: kernel, initramfs: program + ".cpio", options: "")
        return (0..<KernelBench.runs).compactMap { _ in boot(command) }
    }

    private func boot(_ words: [String]) -> Boot? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var arguments = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let start = now()
        guard posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 else { return nil }
        close(ends[1])
        var boot = Boot()
        var text: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &part, part.count), count > 0 {
            text += part[..<count]
            if boot.first == 0, String(decoding: text, as: UTF8.self).contains("init is here") { boot.first = now() - start }
        }
        close(ends[0])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        boot.end = now() - start
        for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            if words.count == 2, let rate = Double(words[1]) { boot.rates[String(words[0])] = rate }
        }
        guard boot.rates["processes"] != nil else {
            complain("the machine did not come to its end: " + String(decoding: text.suffix(300), as: UTF8.self))
            return nil
        }
        return boot
    }

    /// The runner's way with one fixture: compile, boot, results.
    private func suite(_ architecture: String) -> Double? {
        var best: Double?
        for _ in 0..<KernelBench.runs {
            let start = now()
            let runner = ["build/bin/runner", "--suite=cc-libc", "--driver=seed", "--arch=" + architecture, "00-exit"]
            guard cost(of: runner).status == 0 else {
                complain("failed: " + runner.joined(separator: " "))
                return nil
            }
            best = min(best ?? .infinity, now() - start)
        }
        return best
    }

    private func findsCommand(_ name: String) -> Bool { cost(of: [name, "--version"]).status == 0 }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
