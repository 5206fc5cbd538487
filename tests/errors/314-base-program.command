p1check-base 314-base-program.text.P1pp
