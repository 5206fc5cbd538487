/// The command is a tool when it is called by its name, as lib/minicc/bin/ar or minicc-ar: build systems take one word.
enum ToolNames {
    static let all: Set<String> = ["ar", "ld", "nm", "ranlib", "strip"]

    /// The tool's name, in front of the arguments.
    static func first() -> [String] {
        let path = CommandLine.arguments.first ?? ""
        let name = path.split(separator: "/").last ?? ""
        let last = name.split(separator: "-").last.map(String.init) ?? ""
        return all.contains(last) ? [last] : []
    }
}
