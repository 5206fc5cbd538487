import Foundation
import MiniCC
import P1Backend

// From a string to a running program: the folder of MiniCC is the argument.
let source = Source(name: "hello.c", text: """
    #include <stdio.h>
    int main(void) { printf("Hello from %s\\n", "a string"); return 42; }
    """)
guard let toolchain = Toolchain(folder: CommandLine.arguments[1]) else { fatalError("there is no MiniCC in \(CommandLine.arguments[1])") }
let result = Compiler(toolchain: toolchain).program([source], for: Machines.host)
for diagnostic in result.diagnostics { print(diagnostic.severity, diagnostic.message) }
let file = FileManager.default.temporaryDirectory.appendingPathComponent("hello-\(getpid())")
try Data(result.get()).write(to: file)
try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
let program = try Process.run(file, arguments: [])
program.waitUntilExit()
try FileManager.default.removeItem(at: file)
print("exit status \(program.terminationStatus)")
