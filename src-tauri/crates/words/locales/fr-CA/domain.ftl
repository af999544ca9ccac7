### Les notions d’un plan de travail, et ce qui peut y clocher.

# Avancement et perspectives : le vocabulaire du suivi des plans d’action fédéraux.
completion-NS = Non commencé
completion-LP = Progrès limité
completion-SP = Progrès important
completion-C = Réalisé
completion-NP = Abandonné

outlook-on_track = En bonne voie
outlook-at_risk = À risque
outlook-off_track = Compromis
outlook-on_hold = En suspens

status-completion = Avancement
status-outlook = Perspectives
status-reason = Motif
status-evidence = Preuves

# Calculés, jamais choisis.
computed-overdue = En retard
computed-stale = Sans nouvelles

## Le côté d’un texte qui n’est pas sa source.

translation-missing = Manquante
translation-draft = Ébauche
translation-stale = Périmée
translation-approved = Approuvée
translation-same = Identique dans les deux langues

language-en = anglais
language-fr = français

## Qui.

role-reader = Lecture seule
role-lead = Responsable de secteur de compétence
role-secretariat = Secrétariat
role-co_chair = Coprésidence
role-alternate = { $role } (suppléance)

## Les notions, au singulier et au pluriel.

kind-jurisdiction = Secteur de compétence
kind-jurisdiction-plural = Secteurs de compétence
kind-person = Personne
kind-person-plural = Personnes
kind-workplan = Plan de travail
kind-workplan-plural = Plans de travail
kind-priority = Priorité
kind-priority-plural = Priorités
kind-milestone = Jalon
kind-milestone-plural = Jalons
kind-meeting = Réunion
kind-meeting-plural = Réunions
kind-cycle = Cycle de rapport
kind-cycle-plural = Cycles de rapport
kind-submission = Envoi
kind-submission-plural = Envois
kind-progress = Point de progrès
kind-progress-plural = Points de progrès
kind-achievement = Réalisation
kind-achievement-plural = Réalisations
kind-challenge = Défi
kind-challenge-plural = Défis
kind-event = Événement
kind-event-plural = Événements
kind-figure = Chiffre
kind-figure-plural = Chiffres
kind-outcome = Résultat
kind-outcome-plural = Résultats
kind-resolution = Résolution
kind-resolution-plural = Résolutions
kind-slide = Diapositive de texte
kind-slide-plural = Diapositives de texte
kind-point = Point
kind-point-plural = Points
kind-next_step = Prochaine étape
kind-next_step-plural = Prochaines étapes
kind-term = Terme
kind-term-plural = Termes
kind-clearance = Accord
kind-clearance-plural = Accords
kind-approval = Approbation
kind-approval-plural = Approbations
kind-tabled_deck = Présentation déposée
kind-tabled_deck-plural = Présentations déposées
kind-closing = Clôture d’un plan
kind-closing-plural = Clôtures de plans
kind-issuance = Diffusion de défis
kind-issuance-plural = Diffusions de défis

## Les champs.

field-created = Création
field-deleted = Suppression
field-side = { $field } ({ $language })
field-translation = { $field } (traduction)
field-abbreviation = Abréviation
field-approvals_due = Échéance des approbations
field-at = Moment
field-attribution = Attribution
field-baseline_due = Première échéance
field-carried_from = Repris de
field-closed_on = Fermé le
field-content = Contenu
field-cycle = Cycle de rapport
field-date = Date
field-description = Description
field-done = Terminé
field-due = Échéance
field-email = Courriel
field-ends = Fin
field-erratum_of = Erratum de
field-event = Événement
field-files = Fichiers
field-forbidden_en = À ne pas écrire en anglais
field-forbidden_fr = À ne pas écrire en français
field-group = Groupe de travail
field-group_abbreviation = Abréviation du groupe
field-item = Élément
field-jurisdiction = Secteur de compétence
field-jurisdictions = Secteurs de compétence
field-label = Libellé
field-languages = Langues
field-lead_in = Phrase d’introduction
field-leads = Responsables
field-lessons = Leçons apprises
field-level = Ordre de gouvernement
field-links = Liens
field-meeting = Réunion
field-merged_from = Issu de la fusion de
field-milestone = Jalon
field-more_than = Plus de
field-name = Nom
field-note = Note
field-number = Numéro
field-ongoing = En cours
field-opens = Ouverture
field-origins = Origines
field-outcome = Résultat
field-outcomes_title = Titre des résultats
field-owner = Appartient à
field-parent = Sous
field-place = Lieu
field-points_heading = Intertitre des points
field-position = Ordre
field-priority = Priorité
field-role = Usage de la diapositive
field-roles = Rôles
field-starts = Début
field-state = État
field-status = Statut
field-submissions_due = Échéance des envois
field-tabled_on = Déposée le
field-term = Terme
field-text = Texte
field-title = Titre
field-value = Valeur
field-version = Version
field-when = Quand
field-workplan = Plan de travail

## Les codes que portent les champs.

level-federal = Fédéral
level-provincial = Provincial
level-territorial = Territorial
level-municipal = Municipal

attribution-named = Nommé
attribution-anonymous = Sans attribution
attribution-internal = Interne

state-open = Ouvert
state-closed = Fermé

submission-outstanding = En attente
submission-draft = Ébauche
submission-submitted = Envoyé
submission-nothing_to_report = Rien à signaler

slide-role-purpose = But
slide-role-context = Contexte
slide-role-about = À propos du groupe
slide-role-other = Autre

## Ce qui a été fait, comme l’historique et l’annulation le nomment.

action-install_jurisdictions = Secteurs de compétence fournis
action-install_sample = Plan d’exemple
action-import = Importation d’un fichier de plan
action-create = Ajout
action-edit = Modification
action-delete = Suppression
action-set_milestone_status = Statut d’un jalon
action-approve_translation = Approbation d’une traduction
action-resolve = Choix entre des versions
action-approve_deck = Approbation d’une présentation
action-withdraw_approval = Retrait d’une approbation
action-table_deck = Dépôt d’une présentation
action-undo = Annulation
action-redo = Rétablissement

## Les échecs : ce qui ne peut se faire, et pourquoi.

failure-unknown = Il s’est produit une erreur que cette version ne sait pas nommer ({ $code }).

failure-denied-role = Aucun de vos rôles ne le permet.
failure-denied-not-own = Vous ne pouvez le faire que pour votre propre secteur de compétence.
failure-denied-needs-on-behalf = Le secrétariat ne le fait qu’au nom de quelqu’un : indiquez de qui, par quel moyen la réponse est venue et quand.
failure-denied-may-not-act-for-others = Seul le secrétariat agit au nom d’autrui.
failure-denied-principal-may-not = La personne au nom de qui vous agissez ne peut pas le faire non plus.
failure-denied-ended = Votre rôle « { $role } » le permettait jusqu’à ce qu’il prenne fin, le { $day }. La liste des personnes peut être mise à jour par qui la tient.
failure-denied-not-yet = Votre rôle « { $role } » ne le permettra qu’à compter du { $day }.

failure-status-needs-evidence = « Réalisé » exige une preuve : donnez l’adresse de ce qui le montre.
failure-status-needs-reason = « À risque », « Compromis » et « Abandonné » exigent un motif.
failure-status-needs-outlook = Un jalon ouvert a besoin de perspectives.
failure-status-has-outlook = Un jalon réalisé ou abandonné n’a pas de perspectives.
failure-status-regression-needs-reason = Ce qui a été déclaré réalisé ne revient en arrière qu’avec un nouveau motif.

failure-leads-twice = { $jurisdiction } (responsable numéro { $number }) l’est déjà pour les mêmes jours.
failure-leads-from-after-to = { $jurisdiction } (responsable numéro { $number }) : sa période finit avant de commencer.

failure-link-no-address = Un lien a besoin d’une adresse dans au moins une langue.
failure-link-malformed = Ce n’est ni une adresse Web ni une adresse de courriel.
failure-link-scheme = Seules les adresses qui commencent par https: ou mailto: sont acceptées.
failure-link-user-info = Une adresse qui contient un nom d’utilisateur ou un mot de passe n’est pas acceptée.
failure-link-disguise = L’adresse contient des caractères invisibles qui pourraient la déguiser.

## Ce qui cloche dans une valeur, après l’endroit où elle se trouve.

# { $place } est un chemin dans un fichier (priorities[2].leads[0]) ou le nom d’un champ.
failure-value = { $place } : { $what }

# Une chose qui cloche dans un plan.
failure-problem = { $kind } { $id }, { $field } : { $what }

expected-text = il faut un texte.
expected-bilingual = il faut un texte dans sa langue source, et un état qui s’accorde avec la traduction.
expected-code = il faut l’un de ces codes : { $codes }.
expected-count = il faut un nombre entier à partir de 0.
expected-flag = il faut « true » ou « false ».
expected-day = il faut un jour comme 2019-09-25.
expected-date = il faut une date comme 2019-09-25, 2019-09, 2019-Q3, 2019-fall ou 2019, ou des mots.
expected-position = il faut une clé d’ordre en chiffres et lettres minuscules, qui ne finit pas par 0.
expected-id = il faut un identifiant : de 1 à 64 lettres sans accent, chiffres, points, traits d’union ou traits de soulignement, qui commence par une lettre ou un chiffre.
expected-ids = il faut une liste d’identifiants.
expected-status = il faut un statut : l’avancement, et s’il y a lieu les perspectives, le motif et les preuves.
expected-leads = il faut une liste de responsables, chacun avec son secteur de compétence.
expected-links = il faut une liste de liens, chacun avec une adresse.
expected-roles = il faut une liste de rôles.
expected-langs = il faut une liste de langues : en, fr ou les deux.
expected-texts = il faut une liste de textes dont aucun n’est vide.
expected-vector = il faut un moment du journal : pour chaque appareil, jusqu’où il était rendu.
expected-files = il faut une liste d’au moins un fichier.

value-character = le caractère numéro { $number } est { $character }, qu’aucun texte ne peut contenir. Enlevez-le.

problem-missing = cette valeur est nécessaire, et elle manque.
problem-loop = cet élément se trouve sous lui-même, par d’autres.
problem-named = un défi ne nomme des secteurs de compétence que si son attribution est « Nommé ».
# { $target } est la notion cherchée.
problem-dangling = { $target ->
    [jurisdiction] aucun secteur de compétence « { $missing } ».
    [workplan] aucun plan de travail « { $missing } ».
    [priority] aucune priorité « { $missing } ».
    [milestone] aucun jalon « { $missing } ».
    [meeting] aucune réunion « { $missing } ».
    [cycle] aucun cycle de rapport « { $missing } ».
    [progress] aucun point de progrès « { $missing } ».
    [achievement] aucune réalisation « { $missing } ».
    [challenge] aucun défi « { $missing } ».
    [event] aucun événement « { $missing } ».
    [outcome] aucun résultat « { $missing } ».
    [next_step] aucune prochaine étape « { $missing } ».
   *[other] rien du nom de « { $missing } ».
}

## Nommer un secteur de compétence.

failure-jurisdiction-none = « { $value } » n’est pas un secteur de compétence de ce plan. Donnez un code, une abréviation ou un nom, en français ou en anglais : { $known }.
failure-jurisdiction-unknown = « { $value } » n’est pas un secteur de compétence de ce plan. Voulez-vous dire { $known }?
failure-jurisdiction-several = « { $value } » peut désigner plusieurs secteurs de compétence : { $known }. Donnez le code entre parenthèses.
