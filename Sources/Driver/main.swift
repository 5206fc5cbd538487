import P1Backend
import Support

// The `minicc` command: options in, exit status out.

let arguments = ToolNames.first() + ResponseFile.expand(Array(CommandLine.arguments.dropFirst()))
let rest = Array(arguments.dropFirst())
switch arguments.first {
case "catm": exit(ToolCommands.concatenate(rest))
case "ar": exit(ArchiveCommand.run(rest))
case "ranlib": exit(ArchiveCommand.ranlib(rest))
case "ld": exit(LinkerTool.run(rest))
case "nm": exit(SymbolCommand.run(rest))
case "strip": exit(StripCommand.run(rest))
case "m1pp": exit(ToolCommands.expandMacros(rest))
case "p1check-base": exit(ToolCommands.checkBase(rest))
case "hex2": exit(ToolCommands.assembleHex2(rest))
default: exit(Command.run(arguments))
}
