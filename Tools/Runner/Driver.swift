import Harness

/// A program that is ready to run, and where its traces go.
struct Program: Sendable {
    var path: String
    var arguments: [String]
    var input: String
    /// The folder it runs in, its own.
    var folder: String
    var output: String
    var errors: String
    var timeLimit: Double
    /// How it was made, where a fixture has several programs.
    var road = ""
    /// The command that makes it where it runs, and the folder for that; empty if it is there.
    var compile: [String] = []
    var compileFolder = ""

    /// The last part of the path: the fixture's name.
    var name: String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }
}

/// Where programs run. It gets all programs of a suite at once, since a machine that has to be started
/// takes them all in one boot; it calls `finished` once for each, in any order and from any thread.
protocol Driver: Sendable {
    /// What is missing here to run anything, or nil.
    func problem() -> String?
    func run(_ programs: [Program], jobs: Int, finished: @escaping @Sendable (Int, Command.Ending) -> Void) async
}

/// Directly, or under qemu-user where the machine is another one.
struct UserDriver: Driver {
    let architecture: String

    private var emulator: String? { HostMachine.emulator(of: architecture) }

    func problem() -> String? {
        guard let emulator, FileSystem.findCommand(emulator) == nil else { return nil }
        return "\(emulator) is not installed; scripts/install-needs.sh installs it"
    }

    func run(_ programs: [Program], jobs: Int, finished: @escaping @Sendable (Int, Command.Ending) -> Void) async {
        await parallel(programs.count, jobs: jobs) { index in
            let program = programs[index]
            FileSystem.makeEmptyFolder(program.folder)
            let words = (emulator.map { [$0] } ?? []) + [program.path] + program.arguments
            let ending = Command(words: words, folder: program.folder, input: program.input, output: program.output,
                                 errors: program.errors, timeLimit: program.timeLimit).run()
            if emulator != nil { dropEmulatorMessage(program.errors) }
            finished(index, ending)
        }
    }

    /// qemu-user reports a fatal signal on the program's own standard error.
    private func dropEmulatorMessage(_ path: String) {
        guard let content = FileSystem.read(path), !content.isEmpty else { return }
        let prefix = Array("qemu: uncaught target signal".utf8)
        let lines = content.split(separator: 10, omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.starts(with: prefix) }
        if kept.count != lines.count { FileSystem.write(path, Array(kept.joined(separator: [10]))) }
    }
}
