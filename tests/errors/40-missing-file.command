missing-file.P1pp -o OUTPUT
