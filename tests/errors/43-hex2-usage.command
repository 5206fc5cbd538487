hex2 -B nonsense ../m1pp/00-bytes.M1pp OUTPUT
