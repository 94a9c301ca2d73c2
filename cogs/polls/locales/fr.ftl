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
    .closing = fin
    .closing-description = Quand le vote se termine : « vendredi 18h », « dans 7 jours », « 15/12 à 20h »…
    .kind = type
    .kind-description = Un choix, plusieurs, une mention pour chaque proposition, ou un classement
    .maximum = maximum
    .maximum-description = Pour plusieurs choix : combien chaque personne peut en cocher
    .channel = salon
    .channel-description = Où publier le sondage (ici, sauf indication contraire)
    .electorate = groupe
    .electorate-description = Le rôle consulté (tout le monde, sauf indication contraire)
    .sensitive = sensible
    .sensitive-description = Résultats arrondis à 5 personnes près ; il faut consulter 20 personnes au moins
    .reminder = rappel
    .reminder-description = Un rappel dans le salon 24 h avant la fin, si le vote dure 3 jours au moins
command-poll-template = modèle
    .description = Partir d’un sondage prêt à l’emploi sur l’IA dans nos métiers
    .theme = thème
    .theme-description = Le sujet : usages cachés, temps, lignes rouges, écologie…
    .closing = fin
    .closing-description = Quand le vote se termine : « vendredi 18h », « dans 7 jours », « 15/12 à 20h »…
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
command-poll-close = terminer
    .description = Terminer un sondage avant l’heure et publier ses résultats
    .poll = sondage
    .poll-description = Le sondage : tapez un mot de la question
command-poll-cancel = annuler
    .description = Annuler un sondage en cours et détruire ses réponses sans les lire
    .poll = sondage
    .poll-description = Le sondage : tapez un mot de la question
choice-single = un seul choix
choice-several = plusieurs choix
choice-judgment = jugement majoritaire
choice-ranking = classement

## La carte publique

polls-label-rule = Comment :
polls-label-who = Pour qui :
polls-label-closing = Jusqu’au :
polls-rule-single = une seule réponse.
polls-rule-several = jusqu’à { $maximum } réponses.
polls-rule-any = autant de réponses que vous voulez.
polls-rule-judgment = donnez une mention à chaque proposition, de « { $best } » à « { $worst } ».
polls-rule-ranking = classez les propositions, de la préférée à la moins aimée ; les ex æquo sont permis, et rien n’oblige à tout classer.
polls-who-everyone = tout le monde (les { $size } membres à l’ouverture).
polls-who-role = les { $size } personnes qui ont le rôle { $role } à l’ouverture.
polls-anonymity-line = Vote anonyme. Aucun chiffre avant la fin ; rien n’est publié si moins de { $minimum } personnes répondent.
polls-sensitive-line = Sondage sensible : la participation et les résultats seront arrondis à { $step } personnes près, et les chiffres exacts détruits.
polls-alike-survey-announced = -# Une question très proche a été posée il y a moins de trente jours (enquête n° { $number }). Comparer les deux résultats peut en dire plus que chacun d’eux.
polls-alike-announced = -# Une question très proche a été posée il y a moins de trente jours (sondage n° { $number }). Comparer les deux résultats peut en dire plus que chacun d’eux.
polls-reminder = **Plus que quelques heures pour voter** : « { $question } » se termine { $closing }. Si vous avez déjà répondu, oubliez ce message : comme personne ne sait qui a voté, il s’adresse à tout le monde.
polls-vote = Voter
polls-vote-number = Voter : { $question }
polls-how-anonymous = Et l’anonymat ?
polls-over-closed = Ce sondage est terminé. Merci aux personnes qui ont répondu.
polls-over-suspended = Ce sondage est suspendu : son urne n’est pas disponible. L’équipe de modération est prévenue.
polls-over-cancelled = Ce sondage a été annulé. Les réponses reçues sont détruites, et personne ne les a vues.

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
polls-form-grades = Les mentions, de la meilleure à la pire
polls-form-grades-hint = Une par ligne, de 3 à { $most }. Vous pouvez garder celles-ci.
polls-usual-grades =
    Excellent
    Très bien
    Bien
    Assez bien
    Passable
    Insuffisant
    À rejeter
polls-preview-intro = Voici, à l’identique, ce que tout le monde verra dans { $channel }. Rien n’est encore publié.
polls-preview-frozen = Une fois le sondage publié, son texte, le groupe consulté et la date ne changent plus ; l’équipe de modération peut seulement le terminer plus tôt ou l’annuler. Chaque personne répond une seule fois, en privé.
polls-publish = Publier
polls-correct = Corriger
polls-cancel = Abandonner
polls-nothing-lost = Votre texte est conservé : le formulaire se rouvrira tel que vous l’avez laissé.
polls-published = C’est publié dans { $channel } : sondage n° { $number }.
polls-discarded = Brouillon abandonné. Rien n’a été publié.
polls-alike-poll = sondage n° { $number }
polls-alike-survey = enquête n° { $number }
polls-alike-meanwhile = Une question très proche vient d’être publiée par une autre personne. Rouvrez l’aperçu et publiez de nouveau : je vous dirai ce qu’il faut.
polls-alike-alone = Une question très proche a été posée il y a moins de trente jours : { $where }, « { $question } ». Poser deux fois presque la même question au même groupe peut révéler qui a changé d’avis. Vous pouvez publier quand même : ce sera dit sur la carte.
polls-alike-asked = Une question très proche a été posée il y a moins de trente jours ({ $where }). Un·e autre modérateur·rice doit confirmer : la demande est partie. Le sondage paraîtra dès qu’elle sera acceptée.
polls-publish-anyway = Publier quand même
polls-no-such-template = Je ne connais pas ce modèle. Choisissez-le dans la liste proposée pendant que vous tapez.
polls-no-question = Il manque la question. Écrivez-la en quelques mots.
polls-question-too-long = La question fait { $length } caractères, pour { $most } au maximum. Raccourcissez-la ; le contexte peut accueillir le reste.
polls-context-too-long = Le contexte fait { $length } caractères, pour { $most } au maximum. Raccourcissez-le.
polls-too-few-proposals = { $count ->
        [0] Il manque les réponses possibles : écrivez-en au moins deux, une par ligne.
       *[other] Une seule réponse possible, ce n’est pas un choix : écrivez-en au moins deux, une par ligne.
    }
polls-too-many-proposals = Cela fait { $count } réponses possibles ; ce type de bulletin en contient { $most } au plus. Regroupez-en quelques-unes.
polls-line-too-long = Une ligne fait { $length } caractères (« { $text }… »), pour { $most } au maximum. Raccourcissez-la.
polls-duplicate-line = « { $line } » figure deux fois. Gardez-en un seul exemplaire.
polls-unreadable-line = L’une des lignes ne contient rien de lisible. Réécrivez-la ou supprimez-la.
polls-wrong-number-of-grades = Il faut de { $least } à { $most } mentions, de la meilleure à la moins bonne, une par ligne ; vous en avez écrit { $count }.
polls-maximum-without-several = Le maximum ne sert qu’aux sondages à plusieurs choix. Choisissez ce type, ou laissez le maximum vide.
polls-maximum-too-large = Le maximum est de { $maximum } réponses, pour { $proposals } réponses possibles. Ajoutez des réponses possibles pour pouvoir publier.
polls-closing-too-near = La fin est trop proche : laissez au moins dix minutes, par exemple avec « 2h » ou « demain 18h ».
polls-closing-too-soon = La date de fin est passée, ou arrive dans moins de 5 minutes. Ouvrez le formulaire avec « Corriger » pour recopier votre texte, puis relancez /sondage créer avec une autre date.
polls-draft-gone = Ce brouillon n’existe plus : il a été publié, abandonné, ou il avait plus d’une semaine.
polls-not-allowed-to-open = Ici, l’équipe de modération ouvre les sondages. Écrivez-lui votre question et les réponses possibles : elle pourra la publier telle quelle.

## Voter

polls-sheet = **Avant de répondre**
    - **Anonyme.** Je note que vous avez répondu, et j’ajoute 1 au total de chaque réponse choisie. Rien de ce que je garde ne relie les deux.
    - **À la fin** ({ $closing }). Seuls les totaux sont publiés, et seulement si au moins { $minimum } personnes ont répondu. La liste de qui a répondu est détruite dans tous les cas.
    - **Les limites.** Discord voit passer vos clics, et tant que le vote est ouvert, il faut faire confiance à la personne qui héberge le bot.
polls-sheet-foot = Les réponses ne servent qu’à ce sondage. Responsable : l’équipe de modération de ce serveur.
polls-ballot-placeholder = { $maximum ->
        [1] Choisissez une réponse
       *[other] Choisissez jusqu’à { $maximum } réponses
    }
polls-summary = { $count ->
        [one] Vous avez choisi :
       *[other] Vous avez choisi { $count } réponses :
    }
polls-confirm-warning = Vous pouvez encore corriger. Une fois confirmé, votre vote ne pourra plus être modifié : il faudrait pour cela garder un lien entre vous et lui.
polls-summary-levels = Votre bulletin :
polls-review = Relire mon bulletin
polls-placeholder-judgment = Votre mention
polls-placeholder-ranking = Son rang
polls-rank = { $rank ->
        [1] 1ᵉʳ
       *[other] { $rank }ᵉ
    }
polls-unranked = Sans rang
    .hint = Après toutes celles que vous classez
polls-unfinished-judgment = { $count ->
        [one] Il reste une proposition sans mention.
       *[other] Il reste { $count } propositions sans mention.
    }
polls-unfinished-ranking = { $count ->
       *[other] Classez au moins une proposition.
    }
polls-confirm = Confirmer mon vote
polls-recorded = **C’est enregistré, merci.** Rendez-vous dans { $channel } pour les résultats : { $closing }.
polls-recorded-why = Votre vote ne peut plus être ni modifié ni retrouvé : rien de ce que je garde ne le relie à vous. Ce message ne contient pas votre réponse, vous pouvez le fermer.

## Résultats

polls-result-closed = Sondage terminé le { $moment }.
polls-result-closed-early = Sondage terminé par l’équipe de modération avant l’heure prévue, le { $moment }.
polls-result-withheld-few = Moins de { $minimum } personnes ont répondu. Pour qu’on ne puisse reconnaître personne, rien n’est publié : les réponses sont détruites, et personne ne les a vues.
polls-result-withheld-revealing = Même arrondis, ces résultats auraient permis de deviner des chiffres exacts. Pour qu’on ne puisse reconnaître personne, rien n’est publié : les réponses sont détruites, et personne ne les a vues.
polls-rounded = Sondage sensible : tous les nombres sont arrondis à { $step } personnes près, et les parts calculées sur ces arrondis.
polls-result-private = Voir les résultats
polls-result-number = Résultats : { $question }
polls-turnout = { $turnout } personnes sur { $electorate } ont répondu ({ $share }).
polls-votes = { $votes ->
        [one] { $votes } voix
       *[other] { $votes } voix
    } ({ $share })
polls-shares-of-people = Plusieurs réponses étaient possibles : chaque pourcentage est calculé sur les personnes qui ont répondu, et leur total peut dépasser 100 %.
polls-result-foot = Les mêmes chiffres, pour un tableur (CSV) ou un programme (JSON).
polls-chart-foot = { $turnout } personnes sur { $electorate } ont répondu · vote anonyme terminé le { $day }
polls-alt = Diagramme en barres. { $turnout } personnes sur { $electorate } ont répondu. { $figures }.
polls-list-join = { " ; " }
polls-alt-line = { $proposal } : { $votes } voix
polls-alt-profile = Profils de mérite en barres, de la meilleure mention à gauche à la moins bonne à droite. { $turnout } personnes sur { $electorate } ont répondu. { $figures }.
polls-judgment-explained = Jugement majoritaire : la mention d’une proposition est celle du milieu, au moins la moitié des personnes lui donnant au moins celle-là. À mention égale, on retire une à une les mentions du milieu jusqu’à ce qu’elles diffèrent.
polls-profile-line = { $proposal } : { $counts }
polls-duels = { $won } { $won ->
        [one] duel gagné
       *[other] duels gagnés
    }, { $lost } { $lost ->
        [one] perdu
       *[other] perdus
    }
polls-condorcet = **{ $winner }** gagne tous ses duels : face à chaque autre proposition, plus de personnes la préfèrent. Le tableau se lit ligne contre colonne.
polls-schulze = Aucune proposition ne gagne tous ses duels. **{ $winner }** l’emporte par la méthode de Schulze : ses chemins de victoires sont les plus solides. Le tableau se lit ligne contre colonne.
polls-schulze-tie = { $count } propositions arrivent en tête à égalité : aucune ne l’emporte sur les autres. Le tableau se lit ligne contre colonne.
polls-alt-duels = Tableau des duels, une case pleine pour chaque duel gagné. { $turnout } personnes sur { $electorate } ont répondu. { $figures }.
polls-alt-duel = { $one } contre { $two } : { $ones } à { $twos }

## Listes et modération

polls-list-title = Les sondages
polls-list-open = En cours
polls-list-past = Passés
polls-list-empty-open = Aucun sondage en cours. Le prochain paraîtra sur le serveur.
polls-list-empty-past = Aucun sondage terminé pour l’instant.
polls-list-line-open = se termine { $moment }
polls-list-line-suspended = suspendu : son urne n’est pas disponible
polls-list-line-closed = terminé { $moment }
polls-list-line-cancelled = annulé { $moment }
polls-see = voir le message
polls-not-found = Je ne trouve pas ce sondage. Choisissez-le dans la liste proposée pendant que vous tapez, ou ouvrez /sondage liste.
polls-still-open = Ce sondage est encore en cours : aucun chiffre n’est montré à personne avant la fin.
polls-is-open = Ce sondage est en cours.
polls-is-closed = Ce sondage est déjà terminé. Ses résultats : /sondage résultats.
polls-is-cancelled = Ce sondage a été annulé, et ses réponses détruites sans que personne ne les ait vues.
polls-is-suspended = Ce sondage est suspendu : son urne n’est pas disponible. L’équipe de modération est prévenue ; vous n’avez rien à faire, réessayez plus tard.
polls-close-question = Terminer maintenant « { $question } » et publier ses résultats ? Il devait se terminer { $closing }. Les personnes qui n’ont pas encore répondu ne le pourront plus.
polls-close-yes = Terminer et publier
polls-closed-now = Sondage terminé. Les résultats paraissent dans { $channel }.
polls-cancel-question = Annuler « { $question } » ? Les réponses déjà reçues seront détruites sans que personne ne les ait vues, et l’annulation sera annoncée là où le sondage a été publié.
polls-cancel-yes = Annuler et détruire
polls-cancelled-now = Sondage annulé. Ses réponses sont détruites.
polls-keep-open = Ne rien changer
polls-kept-open = Rien n’a changé : le sondage continue.
polls-suspended-told = Le sondage n° { $number } (« { $question } ») est **suspendu** : je ne peux plus lire son urne, et personne ne peut y voter. Prévenez la personne qui héberge le bot : si la SECRET_KEY a changé, remettre l’ancienne et redémarrer suffit. Sinon, les réponses sont perdues : annulez-le avec /sondage annuler.
## Un deuxième regard

polls-close-asked = Terminer avant l’heure demande l’accord d’un·e deuxième modérateur·rice : la demande est partie.
polls-asked-close = { $who } propose de terminer maintenant « { $question } », qui devait se fermer { $closing }. Un·e autre modérateur·rice doit confirmer : fermer au bon moment peut révéler une réponse.
polls-asked-open = { $who } propose de publier « { $question } » (fin { $closing }), très proche d’un sondage de ces trente derniers jours. Un·e autre modérateur·rice doit confirmer : comparer les deux résultats peut révéler une réponse.
polls-second-close = Terminer et publier
polls-second-open = Publier
polls-second-refuse = Ne rien faire
polls-second-needed = C’est vous qui l’avez demandé : il faut que quelqu’un d’autre confirme.
polls-second-closed = Sondage n° { $number } terminé avant l’heure, avec l’accord de { $who }.
polls-second-opened = Sondage n° { $number } publié, avec l’accord de { $who }.
polls-second-refused = Demande écartée par { $who }. Rien n’a changé.
polls-request-gone = Cette demande a déjà été traitée.

## Qui peut ouvrir un sondage

polls-openers-question = Qui peut ouvrir un sondage ?
polls-openers-moderators = L’équipe de modération
    .hint = Les membres lui proposent leurs questions
polls-openers-everyone = Tout le monde
    .hint = Chaque membre peut publier un sondage

## Publications

due-poll-closes = clôture du sondage « { $title } »
post-polls-card = un sondage
post-polls-update = la mise à jour d’un sondage
post-polls-result = les résultats d’un sondage
post-polls-suspended = l’avis de suspension d’un sondage
post-polls-reminded = la fin du rappel d’un sondage
post-polls-reminder = le rappel d’un sondage
post-polls-asked = une demande d’accord entre modérateur·rices

## Modèles : une question courte et neutre par thème, à relire et à changer avant de publier

polls-template-hidden-use = Usages souterrains
    .question = Ces trois derniers mois, avez-vous utilisé une IA générative dans votre travail ?
    .context = Toutes les réponses se valent. Un brouillon de courriel compte autant qu’une image.
    .proposals =
        Oui, et mon équipe le sait
        Oui, et je n’en ai parlé à personne
        Non, mais j’y pense
        Non, et je ne le souhaite pas
        Je ne sais pas si ce que j’utilise en est une
polls-template-workload = Charge de travail
    .question = Quand une IA vous fait gagner du temps, que devient ce temps ?
    .context = Répondez aussi si vous n’en utilisez pas : choisissez alors ce que vous observez autour de vous.
    .proposals =
        Il est rempli par d’autres tâches
        Il permet de faire mieux la même chose
        Il rend du temps aux personnes et aux artistes
        Il permet de souffler
        Je ne vois pas de temps gagné
polls-template-time = Temps libéré
    .question = Si une partie de vos tâches prenait moins de temps, à quoi voudriez-vous le rendre ?
    .context = Classez ce qui compte pour vous ; rien n’oblige à tout classer.
    .proposals =
        La présence auprès des artistes
        La rencontre avec les publics
        La réflexion et la stratégie
        La formation
        Le repos et l’équilibre
        Le travail en équipe
polls-template-ecology = Écologie
    .question = L’empreinte écologique de l’IA pèse-t-elle dans vos choix au travail ?
    .context = Énergie, eau, matériel, au regard des engagements de nos structures.
    .proposals =
        Oui, au point de ne pas en utiliser
        Oui, je limite mes usages
        J’y pense sans rien changer
        Non
        Je manque d’informations pour répondre
polls-template-red-lines = Lignes rouges
    .question = Que pensez-vous de confier chacune de ces tâches à une IA, sous la relecture d’une personne ?
    .context = Une mention pour chaque tâche : ce qui vous paraît excellent, ce qui vous paraît à rejeter.
    .proposals =
        Préparer une demande de subvention
        Trier des candidatures à un poste
        Écrire le texte de présentation d’un spectacle
        Créer le visuel d’un spectacle
        Traduire ou adapter un texte pour l’accessibilité
        Choisir des spectacles à programmer
polls-template-non-ai-spaces = Espaces de non-IA
    .question = Dans quels moments de notre travail faudrait-il se garder un espace sans IA ?
    .context = Trois réponses au plus.
    .proposals =
        L’écriture aux artistes
        La médiation et la rencontre
        Les décisions d’équipe
        La création des textes et des images
        L’accueil et la formation des plus jeunes
        Aucun en particulier
polls-template-juniors = Apprentissage des juniors
    .question = Si l’IA prend en charge les tâches de début, comment apprendra-t-on le métier ?
    .context = Comptes rendus, courriels, recherches, budgets : c’est souvent par là qu’on commence.
    .proposals =
        En faisant quand même ces tâches soi-même
        En relisant et en corrigeant ce que fait l’IA
        Auprès d’une personne plus expérimentée
        Par des formations
        Je crains qu’on ne l’apprenne plus
polls-template-gender = Égalité entre les genres
    .question = Dans votre équipe, qui prend la main sur les outils d’IA ?
    .context = Dans ce secteur, les femmes sont majoritaires ; les compétences en IA y sont plus souvent revendiquées par des hommes.
    .proposals =
        Plutôt des femmes
        Plutôt des hommes
        À peu près tout le monde
        Personne
        Je ne sais pas
polls-template-who-decides = Qui décide
    .question = Qui devrait décider de la place de l’IA dans une structure ?
    .context = Classez du plus légitime au moins légitime ; les ex æquo sont permis.
    .proposals =
        L’équipe, ensemble
        La direction
        Chaque personne pour son travail
        Les artistes accueilli·e·s
        La profession, par une charte commune
        Les tutelles et financeurs
polls-template-transparency = Transparence
    .question = Comment faudrait-il dire qu’une IA a aidé à un texte ou à une image ?
    .context = Une mention pour chaque manière de faire.
    .proposals =
        Une mention systématique, même pour une correction
        Une mention dès qu’un passage entier en vient
        Une page publique qui dit nos usages
        Le dire à l’équipe seulement
        Ne rien dire
digest-section-results = Résultats publiés
digest-section-open = Encore ouverts : votre avis compte
