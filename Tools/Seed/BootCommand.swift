import Glibc
import Harness
import SeedHost

/// seed boot: a machine on this terminal.
enum BootCommand {
    static func run(_ arguments: [String]) {
        var machine = Machine("amd64")
        var kernel = ""
        var initramfs = ""
        var append = ""
        var results = ""
        var more: [String] = []
        var words: [String] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--" {
                words = Array(arguments[(index + 1)...])
                break
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = parts.count == 2 ? parts[1] : ""
            switch parts[0] {
            case "--arch":
                let (memory, isQ35) = (machine.megabytes, machine.isQ35)
                machine = Machine(value)
                machine.megabytes = memory
                machine.isQ35 = isQ35
            case "--kernel": kernel = value
            case "--initramfs": initramfs = value
            case "--append": append = value
            case "--results": results = value
            case "--memory":
                guard let memory = Int(value), memory >= 8 else { fail("--memory wants a number of MiB") }
                machine.megabytes = memory
            case "--q35": machine.isQ35 = true
            case "--debug": more = ["-s", "-S"]
            default: fail("unknown option '\(argument)'")
            }
        }
        guard HostMachine.allNames.contains(machine.architecture) else { fail("unknown machine '\(machine.architecture)'") }
        if kernel.isEmpty { kernel = "build/\(machine.architecture)/\(machine.kernelName)" }
        if initramfs.isEmpty { initramfs = "build/\(machine.architecture)/initramfs.cpio" }
        for path in [kernel, initramfs] where !FileSystem.exists(path) { fail("\(path) does not exist; `make run` makes it") }
        guard FileSystem.findCommand(machine.emulator) != nil else {
            fail("\(machine.emulator) is not installed; scripts/install-needs.sh installs it")
        }

        var options = append
        var ram: String?
        if !results.isEmpty {
            options += " results=/results"
            ram = results + ".ram"
            FileSystem.makeFolder(results)
        }
        if !words.isEmpty { options += " -- " + words.joined(separator: " ") }
        let console = isatty(0) == 1 ? ["-serial", "mon:stdio"] : ["-serial", "stdio"]
        let command = machine.command(kernel: kernel, initramfs: initramfs, options: options, ram: ram, console: console) + more

        let status = wait(for: command)
        guard let ended = machine.status(ofExit: status) else { fail("the kernel did not come to its end (qemu: \(status))") }
        if let ram {
            defer { unlink(ram) }
            do {
                let found = try Results.read(ram: ram, base: machine.ramBase)
                if !Tree.write(found.files, to: results) { fail("\(results) cannot be written") }
            } catch {
                fail("no results: \(error)")
            }
        }
        exit(Int32(ended))
    }

    private static func wait(for words: [String]) -> Int {
        // The machine's memory may be a file, and larger than what files are let grow to.
        var size = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
        size.rlim_cur = size.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var process: pid_t = 0
        let failure = posix_spawnp(&process, words[0], nil, nil, &arguments, environ)
        if failure != 0 { fail("\(words[0]): \(String(cString: strerror(failure)))") }
        // What is typed is for the machine.
        signal(SIGINT, SIG_IGN)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 255
    }
}
