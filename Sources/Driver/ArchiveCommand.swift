import P1Backend
import Support

/// `minicc ar`: what makefiles use of ar. Archives have an index of labels, and no times or owners: the same members give
/// the same bytes whenever and wherever they are put together.
enum ArchiveCommand {
    private typealias Member = (name: String, bytes: [UInt8])

    /// ar [-]KEYS ARCHIVE FILE…
    static func run(_ arguments: [String]) -> Int32 {
        guard arguments.count >= 2 else { return usage() }
        var keys = arguments[0]
        if keys.hasPrefix("-") { keys.removeFirst() }
        let path = arguments[1]
        let files = Array(arguments[2...])
        // c, s, S, D, U, P and u make no difference here: no message, always an index, no times.
        // s is an operation only where there is no other.
        guard let operation = keys.first(where: { "rqtxpd".contains($0) }) ?? keys.first(where: { $0 == "s" }),
              keys.allSatisfy({ "rqtxpdsSvcuDUPo".contains($0) }) else {
            return usage()
        }
        let isNew = !OperatingSystem.exists(path)
        if isNew && !"rq".contains(operation) {
            Message.error("cannot read '\(path)': no such file")
            return 1
        }
        guard var members = isNew ? [] : read(path) else { return 1 }
        switch operation {
        case "r", "q": return add(files, to: &members, replacing: operation == "r") ? write(path, members) : 1
        case "d":
            members.removeAll { member in files.contains { name($0) == member.name } }
            return write(path, members)
        case "s": return write(path, members)
        default: return give(files, of: members, path, operation)
        }
    }

    /// Writes archives of other makers again, with an index.
    static func ranlib(_ arguments: [String]) -> Int32 {
        for path in arguments where !path.hasPrefix("-") {
            guard let members = read(path), write(path, members) == 0 else { return 1 }
        }
        return 0
    }

    private static func add(_ files: [String], to members: inout [Member], replacing: Bool) -> Bool {
        var added: [Bool] = members.map { _ in false }
        for file in files {
            guard let bytes = ToolCommands.read(file) else { return false }
            // Two files of one name from different folders both go in.
            if replacing, let place = members.indices.first(where: { members[$0].name == name(file) && !added[$0] }) {
                members[place].bytes = bytes
                added[place] = true
            } else {
                members.append((name(file), bytes))
                added.append(true)
            }
        }
        return true
    }

    /// t, x and p: the members that are named, or all.
    private static func give(_ files: [String], of members: [Member], _ path: String, _ operation: Character) -> Int32 {
        var status: Int32 = 0
        for file in files where !members.contains(where: { $0.name == name(file) }) {
            Message.error("there is no '\(file)' in '\(path)'")
            status = 1
        }
        for member in members where files.isEmpty || files.contains(where: { name($0) == member.name }) {
            switch operation {
            case "t": _ = OperatingSystem.put(1, Array((member.name + "\n").utf8))
            case "p": _ = OperatingSystem.put(1, member.bytes)
            // A name with a folder in it would be written outside this one.
            default: status = max(status, ToolCommands.write(name(member.name), member.bytes, executable: false))
            }
        }
        return status
    }

    private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private static func read(_ path: String) -> [Member]? {
        guard let bytes = ToolCommands.read(path) else { return nil }
        var problem = ""
        guard let members = ArchiveWriter.members(of: bytes, problem: &problem) else {
            Message.error("\(path): \(problem)")
            return nil
        }
        return members
    }

    private static func write(_ path: String, _ members: [Member]) -> Int32 {
        var writer = ArchiveWriter()
        for member in members { writer.add(name: member.name, bytes: member.bytes) }
        return ToolCommands.write(path, writer.archive(), executable: false)
    }

    private static func usage() -> Int32 {
        Message.print("usage: minicc ar [rqtxpds][cuvDSU] ARCHIVE FILE…")
        return 1
    }
}
