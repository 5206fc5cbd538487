# Formulas in DIMACS form: awk -f picosat.awk KIND N [M]
#   holes N       N+1 pigeons in N holes: not satisfiable
#   queens N      N queens on a board of N by N
#   colours N M   the complete graph of N corners in M colours
#   parity N      N bits whose neighbours differ, in a ring: satisfiable for even N
#   random N M    M clauses of three out of N variables, which are satisfied by a secret assignment
# awk -f picosat.awk check FORMULA ANSWER: does the assignment in ANSWER satisfy the formula? Prints the clauses it does not.
function clause(text) { clauses[++count] = text " 0" }
# At most one of the variables in list[1…size].
function at_most_one(size,   i, j) {
    for (i = 1; i <= size; i++) for (j = i + 1; j <= size; j++) clause(-list[i] " " (-list[j]))
}
function line_of_board(row, column, down, right, n,   size) {
    for (size = 0; row >= 0 && row < n && column >= 0 && column < n; row += down) {
        list[++size] = row * n + column + 1
        column += right
    }
    at_most_one(size)
}
function next_random(limit) {
    state = (state * 1103515245 + 12345) % 2147483648
    return int(state / 65536) % limit
}
function check(formula, answer,   line, fields, n, i, good, value) {
    while ((getline line <answer) > 0) {
        if (line !~ /^v /) continue
        n = split(line, fields, " ")
        for (i = 2; i <= n; i++) value[fields[i]] = 1
    }
    while ((getline line <formula) > 0) {
        if (line ~ /^[pc]/) continue
        n = split(line, fields, " ")
        good = 0
        for (i = 1; i < n; i++) if (fields[i] in value) good = 1
        if (!good) print line
    }
}
BEGIN {
    kind = ARGV[1]
    n = ARGV[2]
    m = ARGV[3]
    if (kind == "check") { check(ARGV[2], ARGV[3]); exit }
    n += 0
    if (kind == "holes") {
        variables = (n + 1) * n
        for (p = 0; p <= n; p++) {
            text = ""
            for (h = 1; h <= n; h++) text = text " " (p * n + h)
            clause(text)
        }
        for (h = 1; h <= n; h++) {
            for (p = 0; p <= n; p++) list[p + 1] = p * n + h
            at_most_one(n + 1)
        }
    } else if (kind == "queens") {
        variables = n * n
        for (i = 0; i < n; i++) {
            text = ""
            for (j = 1; j <= n; j++) text = text " " (i * n + j)
            clause(text)
            line_of_board(i, 0, 0, 1, n)
            line_of_board(0, i, 1, 0, n)
            line_of_board(0, i, 1, 1, n)
            line_of_board(0, i, 1, -1, n)
            if (i > 0) {
                line_of_board(i, 0, 1, 1, n)
                line_of_board(i, n - 1, 1, -1, n)
            }
        }
    } else if (kind == "colours") {
        variables = n * m
        for (i = 0; i < n; i++) {
            text = ""
            for (c = 1; c <= m; c++) {
                list[c] = i * m + c
                text = text " " list[c]
            }
            clause(text)
            at_most_one(m)
            for (j = 0; j < i; j++) for (c = 1; c <= m; c++) clause(-(i * m + c) " " (-(j * m + c)))
        }
    } else if (kind == "parity") {
        variables = n
        for (i = 1; i <= n; i++) {
            other = i % n + 1
            clause(i " " other)
            clause(-i " " (-other))
        }
    } else if (kind == "random") {
        variables = n
        state = n
        for (i = 1; i <= n; i++) secret[i] = next_random(2) ? 1 : -1
        while (count < m) {
            text = ""
            good = 0
            for (k = 1; k <= 3; k++) {
                variable = next_random(n) + 1
                sign = next_random(2) ? 1 : -1
                if (secret[variable] == sign) good = 1
                text = text " " (variable * sign)
            }
            if (good) clause(text)
        }
    }
    print "p cnf", variables, count
    for (i = 1; i <= count; i++) print clauses[i]
}
