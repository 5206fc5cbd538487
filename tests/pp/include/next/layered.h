lower
