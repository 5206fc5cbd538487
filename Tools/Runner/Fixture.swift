import Harness

/// A test case: tests/SUITE/NAME.EXTENSION and the files NAME.expected, NAME.args and so on beside it.
struct Fixture: Sendable {
    let suite: String
    let name: String
    /// The file that makes it a fixture, a name in `folder`.
    let source: String
    let folder: String

    /// The fixtures of a suite in the order of their names.
    static func all(suite: String, in folder: String, extensions: [String]) -> [Fixture] {
        var fixtures: [Fixture] = []
        for file in FileSystem.names(in: folder) {
            guard let dot = file.firstIndex(of: "."), dot != file.startIndex else { continue }
            // A second dot marks a file that a fixture includes or links with.
            let name = String(file[..<dot])
            guard extensions.contains(String(file[file.index(after: dot)...])) else { continue }
            if fixtures.last?.name == name { continue }
            fixtures.append(Fixture(suite: suite, name: name, source: file, folder: folder))
        }
        return fixtures
    }

    func isSelected(by filters: [String]) -> Bool {
        filters.isEmpty || filters.contains { name.hasPrefix($0) }
    }

    /// Some are for one driver only.
    func isMeant(for driver: String, _ architecture: String) -> Bool {
        words("driver", architecture).first.map { $0 == driver } ?? true
    }

    /// The path of a companion file. One with the machine's name in it goes before the general one.
    func path(_ part: String, _ architecture: String) -> String? {
        for file in ["\(name).\(architecture).\(part)", "\(name).\(part)"] where FileSystem.exists(folder + "/" + file) {
            return folder + "/" + file
        }
        return nil
    }

    /// The content of a companion file, nil if there is none.
    func content(_ part: String, _ architecture: String) -> [UInt8]? {
        path(part, architecture).flatMap { FileSystem.read($0) }
    }

    /// The words of a companion file, none if there is none.
    func words(_ part: String, _ architecture: String) -> [String] {
        guard let content = content(part, architecture) else { return [] }
        return String(decoding: content, as: UTF8.self).split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    }

    func expectedStatus(_ architecture: String, usual: Int = 0) -> Int {
        words("expected-exit", architecture).first.flatMap { Int($0) } ?? usual
    }
}

/// How a fixture came out.
struct Verdict: Sendable {
    /// Empty for a fixture that passed.
    var reason = ""
    /// What helps to understand the failure, ready to print.
    var detail: [String] = []

    var passed: Bool { reason.isEmpty }

    static let pass = Verdict()

    static func fail(_ reason: String, _ detail: [String] = []) -> Verdict { Verdict(reason: reason, detail: detail) }
}
