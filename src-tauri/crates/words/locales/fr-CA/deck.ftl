### La présentation : mots des diapositives, remarques, ce qui bloque la version finale.
