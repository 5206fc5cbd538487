import Glibc
import Harness

/// The command line.
struct FuzzOptions: Sendable {
    enum Subject: String, Sendable { case csmith, people, write, mutants }

    var subject: Subject
    var count = 1000
    var seed = 1
    var jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var timeLimit = 20.0
    var architectures = [HostMachine.name]
    var root = FileSystem.currentFolder

    /// Another minicc than the one that is built here.
    var compiler: String?
    var minicc: String { compiler ?? root + "/build/bin/minicc" }

    static let usage = """
        usage: fuzz csmith [--arch=A,B]     random programs of csmith: minicc against gcc
               fuzz people [--arch=A,B]     random programs as people write them: minicc against gcc
               fuzz write                   the same programs into build/fuzz/people-SEED, to be looked at
               fuzz mutants                 minicc with fixtures that were damaged at random
          --count=N         how many (default: 1000)
          --seed=N          the first seed (default: 1)
          --jobs=N          at a time (default: processors)
          --compiler=FILE   the minicc that is tested (default: build/bin/minicc)
          --time-limit=S    seconds for each run of minicc or of a program (default: 20)

        """

    /// nil, with the problem said, if the words make no sense.
    static func parse(_ words: [String]) -> FuzzOptions? {
        guard let first = words.first, let subject = Subject(rawValue: first) else { return complain("csmith, people, write or mutants?") }
        var options = FuzzOptions(subject: subject)
        for word in words.dropFirst() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count == 2 ? parts[1] : ""
            let number = Int(value)
            switch (parts.first, number) {
            case ("--count", let number?) where number > 0: options.count = number
            case ("--seed", let number?): options.seed = number
            case ("--jobs", let number?) where number > 0: options.jobs = number
            case ("--time-limit", let number?) where number > 0: options.timeLimit = Double(number)
            case ("--compiler", nil) where !value.isEmpty: options.compiler = FileSystem.absolute(value)
            case ("--arch", nil):
                options.architectures = value.split { $0 == "," || $0 == " " }.map(String.init)
                let known = HostMachine.allNames
                if options.architectures.isEmpty || options.architectures.contains(where: { !known.contains($0) }) {
                    return complain("machines are " + known.joined(separator: ", "))
                }
            default: return complain("what is '\(word)'?")
            }
        }
        return options
    }

    private static func complain(_ text: String) -> FuzzOptions? {
        Output.write("fuzz: \(text)\n" + usage)
        return nil
    }
}
