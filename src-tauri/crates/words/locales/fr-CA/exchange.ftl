### Le plan en JSON : ce qui cloche dans un fichier reçu.
