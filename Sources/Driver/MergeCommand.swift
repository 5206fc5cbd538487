import MiniCC
import P1Backend

/// -r: several objects as one, as portable as they are. It is their texts, one after the other; %unit between them keeps
/// apart what each calls weak. Nothing is left out or resolved: that is the link's work.
enum MergeCommand {
    static func run(_ invocation: Invocation) -> Int32 {
        var text = Array("# \(Release.line)\n".utf8)
        var failed = false
        func add(_ name: String, _ bytes: [UInt8]) {
            let letters = name.utf8.map { $0 > 32 && $0 < 127 && !"(),{}\"'#;%".utf8.contains($0) ? $0 : UInt8(ascii: "_") }
            text += Array("%unit(".utf8) + letters + Array(")\n".utf8) + bytes
            if bytes.last != 10 { text.append(10) }
        }
        for input in invocation.inputs {
            if input.isC {
                var compiled = invocation
                compiled.goal = .object
                let compilation = CompileCommand(compiled, input)
                let object = compilation.text()
                if compilation.conclude(), let object { add(input.path, object) } else { failed = true }
                continue
            }
            guard let bytes = ToolCommands.read(input.path) else {
                failed = true
                continue
            }
            if bytes.starts(with: Array("!<arch>\n".utf8)) {
                failed = !addMembers(of: bytes, input, add) || failed
            } else if let problem = LinkCommand.foreign(bytes) {
                Message.error("'\(input.path)' \(problem)")
                failed = true
            } else {
                add(input.path, bytes)
            }
        }
        return failed ? 1 : ToolCommands.write(invocation.output ?? "a.out", text, executable: false)
    }

    private static func addMembers(of archive: [UInt8], _ input: Invocation.Input, _ add: (String, [UInt8]) -> Void) -> Bool {
        guard input.isWhole else {
            Message.error("'\(input.path)': -r takes archives whole; see --whole-archive")
            return false
        }
        var problem = ""
        guard let members = ArchiveWriter.members(of: archive, problem: &problem) else {
            Message.error("\(input.path): \(problem)")
            return false
        }
        for member in members { add(member.name, member.bytes) }
        return true
    }
}
