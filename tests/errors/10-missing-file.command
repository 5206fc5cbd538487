no-such-file.P1pp -o OUTPUT
