p1check-base 310-base-operands.text.P1pp
