import P1Backend
