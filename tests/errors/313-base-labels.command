p1check-base 313-base-labels.text.P1pp
