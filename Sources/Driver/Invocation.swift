import MiniCC
import P1Backend

/// A command line, understood.
struct Invocation {
    /// How far a source is taken.
    enum Goal { case program, run, merged, object, assembly, preprocessed, dependencies, check, dump(CompilerDump) }

    /// A file, and what it holds: by its name, or as -x says.
    struct Input {
        enum Kind { case c, preprocessedC, p1pp, object, archive }

        let path: String
        let kind: Kind
        /// An archive of which all members are linked.
        var isWhole = false

        var isC: Bool { kind == .c || kind == .preprocessedC }
    }

    /// -l NAME
    struct Library {
        let name: String
        /// How many inputs stand before it.
        let position: Int
        let isWhole: Bool
    }

    var goal = Goal.program
    var query: Query?
    /// -v, -###
    var explains = false
    var onlyExplains = false
    /// All words but the inputs, the output and the two above.
    var optionWords: [String] = []
    var inputs: [Input] = []
    var libraries: [Library] = []
    var libraryPaths: [String] = []
    var output: String?
    /// Behind the source of -run: the program's own.
    var programArguments: [String] = []

    // C
    var compiler = CompilerOptions()
    /// nil: if standard error is a terminal.
    var usesColor: Bool?
    var showsSourceLines = true
    /// --lib: library form, with this prefix.
    var libraryPrefix: String?
    var showsLineMarkers = true
    var macroDump = ""
    var dependencies = Dependencies()
    var writesDependencies = false
    var dependencyFile: String?
    /// -H
    var listsHeaders = false
    /// -save-temps: where the preprocessed text and the others go.
    enum Steps { case here, besideResult }
    var keepsSteps: Steps?
    /// --cc-debug
    var reportsPhases = false

    // Link
    var target: any Target.Type = Machines.host
    var link = LinkOptions()
    var mapPath: String?
    var usesLibp1pp = true
    var usesStandardLibrary = true
}
