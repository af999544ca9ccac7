### Le fichier du plan : ouverture, refus, historique.
