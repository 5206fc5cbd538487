import Glibc
import P1Backend

// The `minicc` command: options in, exit status out.

let arguments = ResponseFile.expand(Array(CommandLine.arguments.dropFirst()))
switch arguments.first {
case "catm": exit(ToolCommands.concatenate(Array(arguments.dropFirst())))
case "ar": exit(ArchiveCommand.run(Array(arguments.dropFirst())))
case "ranlib": exit(ArchiveCommand.ranlib(Array(arguments.dropFirst())))
case "m1pp": exit(ToolCommands.expandMacros(Array(arguments.dropFirst())))
case "hex2": exit(ToolCommands.assembleHex2(Array(arguments.dropFirst())))
default: exit(Command.run(arguments))
}
