import Harness

/// A machine of qemu's that boots the seed kernel: its command line, and what its exit status means.
package struct Machine: Sendable {
    package let architecture: String
    package var megabytes = 256
    /// What the kernel boots from; on amd64 the older q35 instead of microvm.
    package var isQ35 = false

    package init(_ architecture: String) { self.architecture = architecture }

    package var emulator: String { HostMachine.systemEmulator(of: architecture) }

    /// The file in build/ARCH that qemu loads.
    package var kernelName: String { board.kernelName }

    /// Where RAM begins; a file that holds RAM begins with this address.
    package var ramBase: UInt64 { board.ramBase }

    /// - Parameters:
    ///   - ram: a file that is the machine's memory, so that the host can read it afterwards; nil for a machine without one.
    ///   - console: qemu's words for where the console is.
    package func command(kernel: String, initramfs: String, options: String, ram: String? = nil,
                        console: [String] = ["-serial", "stdio"]) -> [String] {
        var words = board.words
        var memory: [String] = []
        if let ram {
            memory = ["-object", "memory-backend-file,id=ram,size=\(megabytes)M,mem-path=\(ram),share=on"]
            words[1] += ",memory-backend=ram"
        }
        return [emulator] + words + ["-accel", "tcg", "-m", "\(megabytes)"] + memory
            + ["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"] + console
            + ["-kernel", kernel, "-initrd", initramfs, "-append", options]
    }

    /// init's status behind qemu's; nil if the kernel did not come to its end.
    package func status(ofExit exit: Int) -> Int? {
        if exit == 255 { return nil }
        guard board.doublesStatus else { return exit }
        return exit % 2 == 1 ? exit / 2 : nil
    }

    private var board: Board {
        let usual = Board.ofMachine[architecture] ?? .microvm
        return architecture == "amd64" && isQ35 ? .q35 : usual
    }
}

/// What qemu calls a machine, and how the kernel lies and ends there.
private struct Board {
    /// -M and its value come first.
    let words: [String]
    let kernelName: String
    let ramBase: UInt64
    /// isa-debug-exit makes 2 * status + 1 of a status.
    let doublesStatus: Bool

    static let ofMachine = ["amd64": microvm, "aarch64": virtAArch64, "riscv64": virtRISCV64]

    static let microvm = amd64("microvm,acpi=off,pit=off,pic=off,rtc=off,x-option-roms=off")
    static let q35 = amd64("q35")
    static let virtAArch64 = Board(words: ["-M", "virt", "-cpu", "cortex-a57", "-semihosting-config", "enable=on,target=native"],
                                   kernelName: "Image", ramBase: 0x4000_0000, doublesStatus: false)
    static let virtRISCV64 = Board(words: ["-M", "virt", "-bios", "none"], kernelName: "kernel.elf", ramBase: 0x8000_0000, doublesStatus: false)

    private static func amd64(_ name: String) -> Board {
        Board(words: ["-M", name, "-cpu", "max", "-device", "isa-debug-exit,iobase=0xf4,iosize=4"], kernelName: "kernel.elf", ramBase: 0,
              doublesStatus: true)
    }
}
