import MiniCC
import P1Backend
import Support

/// `minicc catm`, `minicc m1pp`, `minicc hex2`: the steps of a link alone.
enum ToolCommands {
    /// catm OUT IN…
    static func concatenate(_ arguments: [String]) -> Int32 {
        guard arguments.count >= 2 else { return usage("catm OUT IN…") }
        var all: [UInt8] = []
        for path in arguments.dropFirst() {
            guard let bytes = read(path) else { return 1 }
            all += bytes
        }
        return write(arguments[0], all, executable: false)
    }

    /// m1pp [--target=T] [--lenient] IN OUT
    static func expandMacros(_ arguments: [String]) -> Int32 {
        let form = "m1pp [--target=T] [--lenient] IN OUT"
        var isLenient = false
        var target = Machines.host
        var paths: [String] = []
        for argument in arguments {
            if let name = value(argument, "--target=") {
                guard let machine = Machines.named(name) else { return unknownTarget(name) }
                target = machine
            } else if argument == "--lenient" {
                isLenient = true
            } else if argument.hasPrefix("-") && argument != "-" {
                return usage(form)
            } else {
                paths.append(argument)
            }
        }
        guard paths.count == 2 else { return usage(form) }
        guard let bytes = read(paths[0]) else { return 1 }
        var diagnostics: P1Backend.Diagnostics?
        let output = Tools.expandMacros(&diagnostics, name: paths[0], bytes: bytes, target: target, isLenient: isLenient)
        return finish(output, diagnostics, paths[1], executable: false)
    }

    /// p1check-base [--target=T] FILE…
    static func checkBase(_ arguments: [String]) -> Int32 {
        var target = Machines.host
        var files: [(name: String, bytes: [UInt8])] = []
        for argument in arguments {
            if let name = value(argument, "--target=") {
                guard let machine = Machines.named(name) else { return unknownTarget(name) }
                target = machine
            } else if argument.hasPrefix("-") && argument != "-" {
                return usage("p1check-base [--target=T] FILE…")
            } else {
                guard let bytes = read(argument) else { return 1 }
                files.append((argument, bytes))
            }
        }
        guard !files.isEmpty else { return usage("p1check-base [--target=T] FILE…") }
        let name = Toolchain.libp1pp[0]
        guard let path = Installation.toolchain.path(name) else {
            Message.error("cannot find \(name) beside the command")
            return 1
        }
        guard let library = read(path) else { return 1 }
        let diagnostics = Tools.checkBase(files, library: (path, library), target: target)
        Message.show(diagnostics.list)
        return diagnostics.errorCount == 0 ? 0 : 1
    }

    /// hex2 [-B ADDR] [-b] [-E | -e] [-N] IN OUT
    static func assembleHex2(_ arguments: [String]) -> Int32 {
        let form = "hex2 [-B ADDR] [-b] [-E | -e] [-N] IN OUT"
        var options = Tools.Hex2Options()
        var executable = true
        var paths: [String] = []
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            switch argument {
            case "-B":
                guard index < arguments.count, let address = address(arguments[index]) else { return usage(form) }
                options.base = address
                index += 1
            case "-b": options.isBinary = true
            case "-E", "-e": options.isBigEndian = argument == "-E"
            case "-N": executable = false
            default:
                if argument.hasPrefix("-") && argument != "-" { return usage(form) }
                paths.append(argument)
            }
        }
        guard paths.count == 2 else { return usage(form) }
        guard let bytes = read(paths[0]) else { return 1 }
        var diagnostics: P1Backend.Diagnostics?
        let output = Tools.assembleHex2(&diagnostics, name: paths[0], bytes: bytes, options: options, target: Machines.host)
        return finish(output, diagnostics, paths[1], executable: executable)
    }

    private static func finish(_ output: [UInt8]?, _ diagnostics: P1Backend.Diagnostics?, _ path: String, executable: Bool) -> Int32 {
        guard let output else {
            Message.show(diagnostics?.list ?? [])
            return 1
        }
        return write(path, output, executable: executable)
    }

    private static func usage(_ form: String) -> Int32 {
        Message.print("usage: minicc " + form)
        return 1
    }

    // MARK: Shared by all commands

    static func read(_ path: String) -> [UInt8]? {
        switch OperatingSystem.read(path) {
        case .success(let bytes): return bytes
        case .failure(let why):
            Message.error("cannot read '\(path)': \(why)")
            return nil
        }
    }

    static func write(_ path: String, _ bytes: [UInt8], executable: Bool) -> Int32 {
        guard let why = OperatingSystem.write(path, bytes, executable: executable) else { return 0 }
        Message.error("cannot write '\(path)': \(why)")
        return 1
    }

    static func unknownTarget(_ name: String) -> Int32 {
        Message.error("unknown target '\(name)'; there are " + Machines.all.map { $0.name }.joined(separator: ", "))
        return 1
    }

    static func value(_ argument: String, _ prefix: String) -> String? {
        argument.hasPrefix(prefix) ? String(argument.dropFirst(prefix.count)) : nil
    }

    /// A decimal or 0x… address.
    static func address(_ text: String) -> UInt64? {
        text.hasPrefix("0x") || text.hasPrefix("0X") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
    }
}
