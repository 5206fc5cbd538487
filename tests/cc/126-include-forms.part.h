#ifdef TWICE
/* Seen twice: harmless. */
static int part_value;
#else
static int part_count(void) { return sizeof part_value; }
#endif
