p1check-base 311-base-operations.text.P1pp
