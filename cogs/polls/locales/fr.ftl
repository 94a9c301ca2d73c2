# Les sondages anonymes.

feature-polls = Sondages
home-vote = Voter
home-poll-results = Résultats des sondages
home-poll-create = Proposer un sondage
settings-section-polls = Sondages

## Commandes

command-poll = sondage
    .description = Les sondages anonymes de la communauté
command-poll-create = créer
    .description = Préparer un sondage anonyme, le relire, puis le publier
    .closing = clôture
    .closing-description = Quand le vote se termine : « vendredi 18h », « dans 7 jours », « 15/12 à 20h »…
    .kind = type
    .kind-description = Un seul choix par personne, ou plusieurs
    .maximum = maximum
    .maximum-description = Pour plusieurs choix : combien chaque personne peut en cocher
    .channel = salon
    .channel-description = Où publier le sondage (ici, sauf indication contraire)
    .electorate = groupe
    .electorate-description = Le rôle consulté (tout le monde, sauf indication contraire)
command-poll-list = liste
    .description = Les sondages en cours et passés
command-poll-results = résultats
    .description = Revoir les résultats d’un sondage terminé
    .poll = sondage
    .poll-description = Le sondage : tapez un mot de la question
command-poll-close = clore
    .description = Terminer un sondage avant l’heure et publier ses résultats
    .poll = sondage
    .poll-description = Le sondage : tapez un mot de la question
command-poll-cancel = annuler
    .description = Annuler un sondage en cours et détruire ses réponses sans les lire
    .poll = sondage
    .poll-description = Le sondage : tapez un mot de la question
choice-single = un seul choix
choice-several = plusieurs choix

## La carte publique

polls-label-rule = Comment :
polls-label-who = Pour qui :
polls-label-closing = Jusqu’au :
polls-rule-single = un seul choix.
polls-rule-several = jusqu’à { $maximum } choix.
polls-rule-any = autant de choix que vous voulez.
polls-who-everyone = les { $size } membres présent·e·s à l’ouverture.
polls-who-role = les { $size } personnes qui ont le rôle { $role } à l’ouverture.
polls-anonymity-line = Vote anonyme. Aucun chiffre avant la fin ; rien n’est publié s’il y a moins de { $minimum } réponses.
polls-vote = Voter
polls-vote-number = Voter au n° { $number }
polls-how-anonymous = Comment l’anonymat est tenu
polls-over-closed = Ce sondage est terminé. Merci d’y avoir pris part ; les résultats sont dans la réponse à ce message.
polls-over-cancelled = Ce sondage a été annulé. Les réponses reçues ont été détruites sans être lues.

## Préparer

polls-form-title = Votre sondage
polls-form-question = La question
polls-form-question-hint = Courte et neutre, { $most } caractères au plus.
polls-form-question-example = Avez-vous utilisé une IA générative dans votre travail ce mois-ci ?
polls-form-context = Le contexte (facultatif)
polls-form-context-hint = Ce qu’il faut savoir pour répondre, { $most } caractères au plus.
polls-form-proposals = Les réponses possibles, une par ligne
polls-form-proposals-hint = De 2 à { $most } lignes, { $length } caractères au plus chacune.
polls-form-proposals-example = Oui, souvent
polls-preview-intro = Voici, à l’identique, ce que tout le monde verra dans { $channel }. Rien n’est encore publié.
polls-preview-frozen = Une fois publié, ni le texte, ni le groupe consulté, ni la date ne changeront. Chaque personne votera une seule fois, en privé. Je ne garde que deux choses : qui a déjà répondu, et combien de fois chaque réponse a été choisie ; jamais les deux ensemble.
polls-publish = Publier
polls-correct = Corriger
polls-cancel = Abandonner
polls-nothing-lost = Votre texte est conservé : le formulaire se rouvrira tel que vous l’avez laissé.
polls-published = C’est publié dans { $channel } : sondage n° { $number }.
polls-discarded = Brouillon abandonné. Rien n’a été publié.
polls-no-question = Il manque la question. Écrivez-la en quelques mots.
polls-question-too-long = La question fait { $length } caractères ; il en faut { $most } au plus. Le contexte peut accueillir le reste.
polls-context-too-long = Le contexte fait { $length } caractères ; il en faut { $most } au plus.
polls-too-few-proposals = { $count ->
        [0] Il manque les réponses possibles : écrivez-en au moins deux, une par ligne.
       *[other] Une seule réponse possible, ce n’est pas un choix : écrivez-en au moins deux, une par ligne.
    }
polls-too-many-proposals = Cela fait { $count } réponses possibles ; un bulletin en contient 20 au plus. Regroupez-en quelques-unes.
polls-proposal-too-long = Une réponse fait { $length } caractères (« { $text }… ») ; il en faut { $most } au plus.
polls-duplicate-proposal = La réponse « { $proposal } » figure deux fois. Gardez-en une seule.
polls-unreadable-proposal = L’une des lignes ne contient rien de lisible. Réécrivez-la ou supprimez-la.
polls-maximum-for-single = Le maximum ne sert qu’aux sondages à plusieurs choix. Choisissez ce type, ou laissez le maximum vide.
polls-maximum-too-large = Le maximum est de { $maximum } choix, pour { $proposals } réponses possibles. Ajoutez des réponses, ou recommencez avec un maximum plus petit.
polls-closing-too-soon = La date de fin choisie est passée, ou presque. Relancez /sondage créer avec une autre date ; votre texte est ci-dessus.
polls-draft-gone = Ce brouillon n’existe plus : il a été publié, abandonné, ou il avait plus d’une semaine.
polls-role-gone = Ce rôle n’existe plus. Relancez /sondage créer avec un autre groupe.
polls-not-allowed-to-open = Dans cette communauté, les sondages sont ouverts par l’équipe de modération. Proposez-lui votre question : elle pourra la publier telle quelle.

## Voter

polls-sheet = **Avant de répondre.** Votre vote est anonyme : je note que vous avez répondu, et j’ajoute un aux réponses choisies, sans lien entre les deux. Discord voit passer vos clics, comme partout sur Discord. Aucun chiffre n’est montré avant la fin, { $closing } ; ensuite seuls les totaux restent, à partir de { $minimum } réponses, et la liste de qui a répondu est détruite.
polls-ballot-placeholder = { $maximum ->
        [1] Choisissez une réponse
       *[other] Choisissez jusqu’à { $maximum } réponses
    }
polls-summary = { $count ->
        [one] Vous avez choisi :
       *[other] Vous avez choisi { $count } réponses :
    }
polls-confirm-warning = Vous pouvez encore corriger. Une fois confirmé, votre vote ne pourra plus être changé : pour le retrouver, il faudrait garder le lien entre vous et lui.
polls-confirm = Confirmer mon vote
polls-recorded = **C’est enregistré, merci.** Les résultats paraîtront dans le salon, { $closing }.
polls-recorded-why = Votre vote ne peut plus être changé ni retrouvé, par personne : rien ne le relie à vous. Vous pouvez fermer ce message, il ne contient pas votre réponse.

## Résultats

polls-result-closed = Sondage terminé { $moment }.
polls-result-withheld = Moins de { $minimum } personnes ont répondu. Pour que personne ne puisse être reconnu, rien n’est publié : les réponses ont été détruites sans être lues.
polls-result-private = Revoir les résultats
polls-result-number = Résultats du n° { $number }
polls-turnout = { $turnout } réponses sur { $electorate } personnes consultées ({ $share }).
polls-votes = { $votes ->
        [one] { $votes } voix
       *[other] { $votes } voix
    } ({ $share })
polls-shares-of-people = Chaque personne pouvait choisir plusieurs réponses : les parts se lisent « sur cent personnes ayant répondu » et leur somme dépasse 100 %.
polls-result-foot = Les chiffres du tableau, en CSV et en JSON, sont joints à ce message.
polls-chart-foot = { $turnout } réponses sur { $electorate } personnes consultées · vote anonyme clos le { $day }
polls-alt = Diagramme en barres. { $turnout } réponses sur { $electorate } personnes consultées. { $figures }.
polls-alt-line = { $proposal } : { $votes } voix

## Listes et modération

polls-list-title = Les sondages
polls-list-open = En cours
polls-list-past = Passés
polls-list-empty-open = Aucun sondage en cours. Le prochain sera annoncé dans le salon.
polls-list-empty-past = Aucun sondage terminé pour l’instant.
polls-list-line-open = se termine { $moment }
polls-list-line-suspended = suspendu : son urne n’est pas disponible
polls-list-line-closed = terminé { $moment }
polls-list-line-cancelled = annulé { $moment }
polls-see = voir le message
polls-not-found = Je ne trouve pas ce sondage. Choisissez-le dans la liste proposée pendant que vous tapez, ou ouvrez /sondage liste.
polls-still-open = Ce sondage est encore en cours : aucun chiffre n’est montré avant la fin, à personne.
polls-is-open = Ce sondage est en cours.
polls-is-closed = Ce sondage est déjà terminé. Ses résultats : /sondage résultats.
polls-is-cancelled = Ce sondage a été annulé, et ses réponses détruites sans être lues.
polls-is-suspended = Ce sondage est suspendu : son urne n’est pas disponible. L’équipe de modération est prévenue.
polls-close-question = Terminer maintenant « { $question } » et publier ses résultats ? Il devait se terminer { $closing }. Qui n’a pas encore répondu ne pourra plus le faire.
polls-close-yes = Terminer et publier
polls-closed-now = Sondage terminé. Les résultats paraissent dans { $channel }.
polls-cancel-question = Annuler « { $question } » ? Les réponses déjà reçues seront détruites sans être lues, et l’annulation sera dite là où le sondage a été publié.
polls-cancel-yes = Annuler et détruire
polls-cancelled-now = Sondage annulé. Ses réponses sont détruites.
polls-keep-open = Ne rien changer
polls-kept-open = Rien n’a changé : le sondage continue.
polls-suspended-told = Le sondage n° { $number } (« { $question } ») est **suspendu** : son urne manque, est abîmée, ou a été faite avec une autre SECRET_KEY. Personne ne peut y voter. Si la clé a changé, remettez l’ancienne et redémarrez le bot. Sinon, les réponses sont perdues : annulez le sondage avec /sondage annuler.

## Qui peut ouvrir un sondage

polls-openers-question = Qui peut ouvrir un sondage ?
polls-openers-moderators = L’équipe de modération
    .hint = Les membres lui proposent leurs questions
polls-openers-everyone = Tou·te·s les membres
    .hint = Chacun·e peut publier un sondage

## Publications

post-polls-card = un sondage
post-polls-update = la mise à jour d’un sondage
post-polls-result = les résultats d’un sondage
post-polls-suspended = l’avis de suspension d’un sondage
