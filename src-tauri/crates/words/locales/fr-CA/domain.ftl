### Les notions d’un plan de travail, et ce qui peut y clocher.

failure-unknown = Il s’est produit une erreur que cette version ne sait pas nommer ({ $code }).

completion-NS = Non commencé
completion-LP = Progrès limité
completion-SP = Progrès important
completion-C = Réalisé
completion-NP = Abandonné

outlook-on_track = En bonne voie
outlook-at_risk = À risque
outlook-off_track = Compromis
outlook-on_hold = En suspens
