import Glibc
import Harness

/// The command line.
struct Options: Sendable {
    var architectures = Options.knownArchitectures
    var suites: [String] = []
    var driver = ""
    /// C programs are compiled in the seed kernel that runs them.
    var compilesInside = false
    var jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var timeLimit = 60.0
    /// The folder that holds the compiler's library files; tests, build and minicc are found in it by default.
    var root = FileSystem.currentFolder
    var tests = ""
    var build = ""
    var minicc = ""
    /// For the compiler, in suites of C programs.
    var compilerOptions: [String] = []
    /// Another compiler for C programs, with its options.
    var compiler: [String] = []
    /// Compile C to P1pp text first and link that.
    var throughText = false
    /// Names or the beginnings of names.
    var names: [String] = []

    static let knownArchitectures = HostMachine.allNames

    static let usage = """
        usage: runner [option…] [fixture…]
          --arch=A,B        \(knownArchitectures.joined(separator: ", ")) (default: all)
          --suite=S,T       suites (default: all that have fixtures)
          --driver=D        where programs run: user (directly or under qemu-user), or seed (in the seed kernel,
                            under qemu-system); default: what is usual for the suite
          --compile=C       where C is compiled: user (here), or seed (in the seed kernel, which has to be the driver)
          --jobs=N          fixtures at a time (default: processors)
          --time-limit=S    seconds for each program (default: 20)
          --options=WORDS   more options for the compiler
          --compiler=WORDS  another compiler for C programs, such as 'gcc -static'
          --through-text    compile to P1pp text, then link the text
          --tests=FOLDER --build=FOLDER --minicc=FILE
        A fixture is given by its name or the beginning of it.

        """

    /// Or what is wrong with the arguments.
    enum Parsed {
        case options(Options)
        case problem(String)
    }

    static func parse(_ arguments: [String]) -> Parsed {
        var options = Options()
        for argument in arguments {
            guard argument.hasPrefix("-") else {
                options.names.append(argument)
                continue
            }
            if argument == "--" { continue }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count == 2 ? parts[1] : ""
            switch parts[0] {
            case "--arch":
                let names = list(value)
                if let unknown = names.first(where: { !knownArchitectures.contains($0) }) {
                    return .problem("unknown machine '\(unknown)'; there are " + knownArchitectures.joined(separator: ", "))
                }
                if !names.isEmpty { options.architectures = names }
            case "--suite": options.suites = list(value)
            case "--driver":
                if !["", "user", "seed"].contains(value) { return .problem("unknown driver '\(value)'; there are user, seed") }
                options.driver = value
            case "--compile":
                if !["", "user", "seed"].contains(value) { return .problem("unknown place '\(value)'; there are user, seed") }
                options.compilesInside = value == "seed"
            case "--jobs":
                guard let jobs = Int(value), jobs > 0 else { return .problem("--jobs wants a number") }
                options.jobs = jobs
            case "--time-limit":
                guard let seconds = Double(value), seconds > 0 else { return .problem("--time-limit wants seconds") }
                options.timeLimit = seconds
            case "--options": options.compilerOptions = value.split(separator: " ").map(String.init)
            case "--compiler": options.compiler = value.split(separator: " ").map(String.init)
            case "--through-text": options.throughText = true
            case "--tests": options.tests = FileSystem.absolute(value)
            case "--build": options.build = FileSystem.absolute(value)
            case "--minicc": options.minicc = FileSystem.absolute(value)
            default: return .problem("unknown option '\(argument)'")
            }
        }
        if options.compilesInside {
            // minicc is a program of this machine.
            options.architectures.removeAll { $0 != HostMachine.name }
            if options.driver != "seed" || options.architectures.isEmpty || !options.compiler.isEmpty {
                return .problem("--compile=seed wants --driver=seed, \(HostMachine.name) and no other compiler")
            }
        }
        if options.tests.isEmpty { options.tests = options.root + "/tests" }
        if options.build.isEmpty { options.build = options.root + "/build" }
        if options.minicc.isEmpty { options.minicc = options.root + "/build/bin/minicc" }
        return .options(options)
    }

    private static func list(_ value: String) -> [String] {
        value.split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// minicc and what it reads.
    var compilerFiles: [String] {
        [minicc] + ["build/lib", "P1", "Sources/libc/include"].map { root + "/" + $0 }
    }

    /// Where a fixture's intermediate files go.
    func workFolder(_ fixture: Fixture, _ architecture: String) -> String {
        "\(build)/\(architecture)/.work/tests/\(fixture.suite)/\(fixture.name)"
    }

    /// Where its program goes.
    func programPath(_ fixture: Fixture, _ architecture: String) -> String {
        "\(build)/\(architecture)/tests/\(fixture.suite)/\(fixture.name)"
    }
}
