// Identifiers and strings beyond ASCII.
#define größe 5
größe + été + 数 "größe" L'é'
#define str(x) #x
str(größe) str(é)
