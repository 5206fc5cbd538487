p1check-base 315-base-text.text.P1pp
