import Glibc
import Harness
import SeedHost

// What the host does about the seed kernel.

let usage = """
    usage: seed pack FOLDER ARCHIVE              a folder as an initramfs
           seed unpack ARCHIVE FOLDER
           seed boot [option…] [-- word…]        starts qemu on this terminal; its exit status becomes init's
             --arch=MACHINE --kernel=FILE --initramfs=FILE
             --append=WORDS     for the kernel's command line; what follows -- goes to init
             --results=FOLDER   where /results of the machine goes when it has ended
             --memory=MIB --q35 --debug
           seed check KERNEL…                what would make a loader refuse a kernel

    """

func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
}

func fail(_ text: String) -> Never {
    complain("seed: \(text)\n")
    exit(1)
}

var arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "pack" where arguments.count == 3: pack(folder: arguments[1], archive: arguments[2])
case "unpack" where arguments.count == 3: unpack(archive: arguments[1], folder: arguments[2])
case "boot": BootCommand.run(Array(arguments.dropFirst()))
case "check" where arguments.count > 1: exit(CheckCommand.run(Array(arguments.dropFirst())) ? 0 : 1)
default:
    complain(usage)
    exit(2)
}

func pack(folder: String, archive: String) {
    guard let entries = Tree.entries(of: folder) else { fail("\(folder) cannot be read") }
    if !FileSystem.write(archive, Cpio.archive(entries)) { fail("\(archive) cannot be written") }
}

func unpack(archive: String, folder: String) {
    guard let bytes = FileSystem.read(archive) else { fail("\(archive) cannot be read") }
    guard let entries = Cpio.entries(of: bytes) else { fail("\(archive) is not an archive in cpio's format newc") }
    if !Tree.write(entries, to: folder) { fail("\(folder) cannot be written") }
}
