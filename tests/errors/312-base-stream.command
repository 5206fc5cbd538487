p1check-base 312-base-stream.text.P1pp
