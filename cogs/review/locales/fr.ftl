# La relecture : tout ce qui attend une décision.

feature-review = Relecture
post-review-card = un texte à relire
post-review-decided = la mise à jour d’une relecture

## Commandes

command-review = relecture
    .description = Ce qui attend une décision de l’équipe de modération

## À la table de relecture

review-kind-report = Signalement
review-waiting-since = { $kind } · envoyé { $moment }
review-note = **Message joint :**
review-list-title = Relecture
review-list-waiting = En attente
review-list-decided = Déjà décidé
review-list-empty-waiting = Rien n’attend : tout est relu. Merci !
review-list-empty-decided = Aucune décision pour l’instant.
review-open = Ouvrir : { $title }
review-untitled = (plus rien à lire)
review-nobody = une personne qui n’est plus là
review-report = Signaler
review-report-reason = Qu’est-ce qui pose problème ?
    .hint = L’équipe de modération lira votre message, et personne d’autre.
review-reported = Merci, c’est transmis à l’équipe de modération. Votre nom sera oublié dès que la décision sera prise.

## Décider

review-choice-keep = Laisser en ligne
review-choice-remove = Retirer
review-words-remove = Pourquoi le retirer ?
    .hint = Gardé avec la décision, pour l’équipe de modération.
review-decided-keep = Laissé en ligne par { $who }, { $moment }.
review-decided-remove = Retiré par { $who }, { $moment }.
review-decided-withdrawn = Retiré par la personne qui l’avait envoyé, { $moment }.

## Refus

review-gone = Cette demande n’existe plus : elle a été reprise par la personne qui l’avait envoyée, ou ce qu’elle visait a disparu.
review-already-decided = Trop tard de peu : { $who } a déjà pris une décision. Rouvrez /relecture pour la lire.
review-own = C’est votre propre texte : une autre personne de l’équipe doit en décider.
review-words-needed = Il manque quelques mots : expliquez en une phrase, puis renvoyez le formulaire.
review-too-many = Vous avez déjà { $most } demandes en attente. Laissez à l’équipe le temps d’y répondre, puis revenez.
review-already-reported = Quelqu’un l’a déjà signalé : l’équipe de modération va regarder.
