import Glibc
import Harness
import SeedHost

/// In the seed kernel, under qemu-system: one boot for all programs, in which kernel/user/fixtures runs them one after
/// the other. When the machine does not come to its end, the program it was at is to blame, and the others run in a new boot.
struct SeedDriver: Driver {
    let architecture: String
    /// The folder `build`.
    let build: String
    /// Where the archive, the memory and the logs of the boots lie.
    let folder: String
    /// What programs that are compiled inside need of the host: files and folders, which lie there where they lie here.
    var compilerFiles: [String] = []

    /// The emulated machine is slower than the one it runs on.
    private func timeLimit(_ program: Program) -> Double { 3 * program.timeLimit }

    private var machine: Machine {
        var machine = Machine(architecture)
        if !compilerFiles.isEmpty { machine.megabytes = 1024 }
        return machine
    }
    private var kernel: String { "\(build)/\(architecture)/\(machine.kernelName)" }
    private var tools: String { "\(build)/\(architecture)/root/bin" }
    private var fixturesInit: String { "\(build)/\(architecture)/user/fixtures" }

    func problem() -> String? {
        if FileSystem.findCommand(machine.emulator) == nil {
            return "\(machine.emulator) is not installed; scripts/install-needs.sh installs it"
        }
        for path in [kernel, fixturesInit, tools] where !FileSystem.exists(path) {
            return "\(path) does not exist; `make kernel user ARCH=\(architecture)` makes it"
        }
        return nil
    }

    func run(_ programs: [Program], jobs: Int, finished: @escaping @Sendable (Int, Command.Ending) -> Void) async {
        FileSystem.makeEmptyFolder(folder)
        var left = Array(programs.indices)
        var boot = 0
        while !left.isEmpty {
            boot += 1
            let taken = left.prefix(fitting(left.map { programs[$0] }))
            let outcome = run(taken.map { programs[$0] }, boot: boot)
            var next: [Int] = []
            for (place, index) in taken.enumerated() {
                if let ending = outcome[place] { finished(index, ending) } else { next.append(index) }
            }
            next += left.dropFirst(taken.count)
            if next.count == left.count {
                // Not even the first one began: no further boot will do better.
                let reason = Command.Ending.lost("the machine did not come to the first fixture", log: consoleLog(boot))
                for index in left { finished(index, reason) }
                return
            }
            left = next
        }
    }

    /// How many of the programs one initramfs takes: it is a file with a limit, and half of the machine's memory.
    private func fitting(_ programs: [Program]) -> Int {
        var bytes = 0
        for (count, program) in programs.enumerated() {
            bytes += FileSystem.size(of: program.path)
            if bytes > Command.largestFile * 3 / 4 && count > 0 { return count }
        }
        return programs.count
    }

    private func consoleLog(_ boot: Int) -> String { "\(folder)/boot-\(boot).console" }

    /// One boot: for each program its ending, or nil if it has to be run again.
    private func run(_ programs: [Program], boot: Int) -> [Command.Ending?] {
        let initramfs = "\(folder)/boot-\(boot).cpio"
        let ram = "\(folder)/boot-\(boot).ram"
        let console = consoleLog(boot)
        defer {
            FileSystem.remove(ram)
            FileSystem.remove(initramfs)
        }
        if !FileSystem.write(initramfs, archive(programs)) {
            return programs.map { _ in .notStarted("\(initramfs) cannot be written") }
        }
        let words = machine.command(kernel: kernel, initramfs: initramfs, options: "results=/results", ram: ram)
        // The limit is for each program; the machine itself looks at it too, and is quicker.
        let limit = (programs.map { timeLimit($0) }.max() ?? 0) + 10
        // What holds for the files of programs does not hold for the machine's memory.
        let unlimited = ["sh", "-c", "ulimit -f \(4 * machine.megabytes << 10) && exec \"$@\"", "sh"]
        let ending = Command(words: unlimited + words, folder: folder, output: console, errors: console,
                             timeLimit: limit, limitsSilence: true).run()
        do {
            let results = try Results.read(ram: ram, base: machine.ramBase)
            // After a panic there are the results so far.
            return take(results.files, programs, console, ending, isComplete: results.status == 0)
        } catch {
            return blame(programs, console, ending)
        }
    }

    /// The machine's files: tools of the system, which programs may call, the runner as /init, and the programs.
    private func archive(_ programs: [Program]) -> [UInt8] {
        var entries: [ArchiveEntry] = [.folder("bin"), .folder("fixtures")]
        for entry in Tree.entries(of: tools) ?? [] {
            entries.append(ArchiveEntry(path: "bin/" + entry.path, mode: entry.mode, content: entry.content))
        }
        entries.append(.program("init", FileSystem.read(fixturesInit) ?? []))
        if programs.contains(where: { !$0.compile.isEmpty }) { addCompiler(to: &entries) }
        var list = ""
        for program in programs {
            let place = "fixtures/" + program.name
            list += "\(timeLimit(program)) \(program.name)\n"
            entries.append(.folder(place))
            if program.compile.isEmpty {
                entries.append(.program(place + "/" + program.name, FileSystem.read(program.path) ?? []))
            } else {
                let words = [program.compileFolder] + program.compile + ["-o", "/" + place + "/" + program.name]
                entries.append(.file(place + "/compile", zeroEnded(words)))
            }
            if !program.arguments.isEmpty { entries.append(.file(place + "/arguments", zeroEnded(program.arguments))) }
            if program.input != "/dev/null" { entries.append(.file(place + "/input", FileSystem.read(program.input) ?? [])) }
        }
        entries.append(.file("fixtures/list", Array(list.utf8)))
        return Cpio.archive(entries)
    }

    private func zeroEnded(_ words: [String]) -> [UInt8] { words.flatMap { Array($0.utf8) + [0] } }

    private func addCompiler(to entries: inout [ArchiveEntry]) {
        var known: Set<String> = ["bin", "fixtures"]
        for path in compilerFiles {
            let place = String(path.dropFirst())
            let parts = place.split(separator: "/")
            for count in 1..<parts.count {
                let folder = parts[..<count].joined(separator: "/")
                if known.insert(folder).inserted { entries.append(.folder(folder)) }
            }
            guard FileSystem.isFolder(path), let inner = Tree.entries(of: path) else {
                entries.append(.program(place, FileSystem.read(path) ?? []))
                continue
            }
            if known.insert(place).inserted { entries.append(.folder(place)) }
            entries += inner.map { ArchiveEntry(path: place + "/" + $0.path, mode: $0.mode, content: $0.content) }
        }
    }

    private func take(_ files: [ArchiveEntry], _ programs: [Program], _ console: String, _ machineEnding: Command.Ending,
                      isComplete: Bool) -> [Command.Ending?] {
        var contents: [String: [UInt8]] = [:]
        for file in files { contents[file.path] = file.content }
        return programs.map { program in
            guard let text = contents[program.name + "/ending"] else {
                return isComplete ? .lost("the machine ended before it ran", log: console) : nil
            }
            FileSystem.makeEmptyFolder(program.folder)
            FileSystem.write(program.output, contents[program.name + "/stdout"] ?? [])
            FileSystem.write(program.errors, contents[program.name + "/stderr"] ?? [])
            return self.ending(String(decoding: text, as: UTF8.self), program) ?? .lost(whatHappened(console, machineEnding), log: console)
        }
    }

    /// What kernel/user/fixtures writes; nil if it did not come to that.
    private func ending(_ text: String, _ program: Program) -> Command.Ending? {
        let words = text.split { $0 == " " || $0 == "\n" }
        if words.first == "compile" {
            return .lost("the compiler inside: " + words.dropFirst().joined(separator: " "), log: program.errors)
        }
        let number = words.count > 1 ? Int(words[1]) : nil
        switch words.first {
        case "exit": return number.map { .exit($0) }
        case "signal": return number.map { .signal($0) }
        case "time": return .timeLimit(timeLimit(program))
        case "flood": return .signal(Int(SIGXFSZ))
        default: return nil
        }
    }

    private func lines(_ console: String) -> [Substring] {
        (FileSystem.readText(console) ?? "").split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    }

    /// A boot that left nothing: the fixture it was at gets the blame, the others run again.
    private func blame(_ programs: [Program], _ console: String, _ machineEnding: Command.Ending) -> [Command.Ending?] {
        let mark = "fixture: "
        let last = lines(console).last { $0.hasPrefix(mark) }?.dropFirst(mark.count)
        return programs.map { $0.name == last.map(String.init) ? .lost(whatHappened(console, machineEnding), log: console) : nil }
    }

    private func whatHappened(_ console: String, _ machineEnding: Command.Ending) -> String {
        if case .timeLimit = machineEnding { return "the machine hung" }
        if let panic = lines(console).last(where: { $0.hasPrefix("kernel: panic") }) { return String(panic) }
        return "the machine did not come to its end (qemu: \(machineEnding.text))"
    }
}
