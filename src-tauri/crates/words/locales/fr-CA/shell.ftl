### Ce qui entoure la fenêtre : démarrage, dialogues, liens.
