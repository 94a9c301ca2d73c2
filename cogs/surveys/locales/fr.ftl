# Les enquêtes anonymes.

## Fichier de questionnaire refusé

surveys-bad-questionnaire = { $count ->
        [one] Ce questionnaire a un point à corriger.
       *[other] Ce questionnaire a { $count } points à corriger.
    }
surveys-problem-line = Ligne { $line } : { $problem }
surveys-problem-line-field = Ligne { $line }, « { $field } » : { $problem }
surveys-problem-toml = ce n’est pas du TOML lisible à cet endroit. Vérifiez les guillemets, les crochets et les signes égal. Le détail, en anglais : { $detail }
surveys-problem-file-too-long = le fichier compte { $length } caractères ; le maximum est de { $most }.
surveys-problem-missing = il manque « { $name } ».
surveys-problem-type = il faut ici { $expected ->
        [text] un texte entre guillemets
        [flag] true ou false, sans guillemets
        [number] un nombre entier, sans guillemets
        [list] une liste entre crochets
       *[table] des champs, et non une seule valeur
    }.
surveys-problem-number = il faut un nombre entre { $least } et { $most }.
surveys-problem-unknown-field = je ne connais pas le champ « { $name } ». Ici, on peut écrire : { $known }.
surveys-problem-undeclared-language = la langue « { $language } » n’est pas annoncée dans « languages ».
surveys-problem-languages = les langues possibles sont { $known }, et « fr » doit en faire partie.
surveys-problem-empty = il n’y a rien à lire ici.
surveys-problem-too-long = « { $text }… » compte { $length } caractères ; le maximum est de { $most }.
surveys-problem-identifier = « { $value } » ne convient pas : il faut des minuscules sans accent, des chiffres et des tirets, { $most } caractères au plus.
surveys-problem-duplicate = « { $value } » est déjà pris : chacun doit être différent.
surveys-problem-no-question = il faut au moins une question.
surveys-problem-too-many-questions = il y a { $count } questions ; le maximum est de { $most }.
surveys-problem-kind = je ne connais pas le type « { $name } ». Les types possibles sont : { $known }.
surveys-problem-not-for-this-kind = « { $name } » n’a pas de sens pour une question de type « { $kind } ».
surveys-problem-number-of-options = il y a { $count } { $count ->
        [one] option
       *[other] options
    } ; il en faut de { $least } à { $most }.
surveys-problem-no-such-question = il n’y a pas de question « { $question } ».
surveys-problem-no-such-option = la question « { $question } » n’a pas d’option « { $option } ».
surveys-problem-condition-not-earlier = la question « { $question } » ne vient pas avant celle-ci : on ne peut dépendre que d’une question déjà posée.
surveys-problem-condition-kind = la question « { $question } » est de type « { $kind } » : on ne peut dépendre que d’une question à un ou plusieurs choix.
surveys-problem-condition-on-profile = « { $question } » est la question de profil : en dépendre montrerait à part les réponses d’un petit groupe.
surveys-problem-profile-kind = la question de profil doit être à un seul choix (« single ») ; elle est de type « { $kind } ».
surveys-problem-profile-first = la première option d’une question de profil est toujours « { $first } » : personne ne doit avoir à se situer.
surveys-problem-profile-bands = à côté de cette première option, une question de profil a de 2 à { $most } groupes ; il y en a { $count }.
surveys-problem-profile-required = la question de profil doit être obligatoire (required = true) : qui ne veut pas se situer a une option pour cela.
surveys-problem-profile-hidden = la question de profil est posée à tout le monde : elle ne peut pas dépendre d’une autre.
surveys-problem-crossed-with-itself = la question de profil ne peut pas être croisée avec elle-même.
surveys-problem-crossed-kind = la question « { $question } », de type « { $kind } », ne peut pas être croisée avec le profil.

## Réponses à corriger

surveys-answer-missing = Il manque une réponse à cette question.
surveys-answer-too-many = Vous avez choisi { $count } réponses ; { $most } au plus sont possibles.
surveys-answer-too-long = Votre texte compte { $length } caractères ; le maximum est de { $most }.

feature-surveys = Enquêtes
home-surveys = Répondre à une enquête
due-survey-closes = clôture de l’enquête « { $title } »
post-surveys-card = une enquête
post-surveys-update = la mise à jour d’une enquête
post-surveys-result = les résultats d’une enquête
post-surveys-asked = une demande d’accord pour une enquête
post-surveys-asked-to-close = une demande d’accord pour terminer une enquête
post-surveys-suspended = l’avis de suspension d’une enquête
post-surveys-invite = une invitation à une enquête
post-surveys-remind = le rappel d’une enquête

command-survey = enquête
    .description = Les enquêtes anonymes de la communauté
command-survey-list = liste
    .description = Les enquêtes en cours et passées
command-survey-results = résultats
    .description = Les résultats d’une enquête terminée
    .survey = enquête
    .survey-description = L’enquête : tapez un mot de son titre
command-survey-trend = évolution
    .description = Ce qui a changé d’une enquête à la suivante
    .survey = enquête
    .survey-description = L’enquête : tapez un mot de son titre
command-survey-subscribe = prévenir
    .description = Être prévenu·e des enquêtes par message privé, ou ne plus l’être
command-survey-template = modèles
    .description = Les questionnaires prêts à l’emploi, à relire et à essayer
command-survey-import = importer
    .description = Apporter un questionnaire écrit dans un fichier TOML
    .file = fichier
    .file-description = Le fichier .toml ; les erreurs sont dites ligne par ligne
command-survey-launch = lancer
    .description = Lancer une enquête anonyme
    .questionnaire = questionnaire
    .questionnaire-description = Le questionnaire : tapez un mot de son titre
    .closing = fin
    .closing-description = Quand l’enquête se termine : « dans 10 jours », « vendredi 18h »…
    .channel = salon
    .channel-description = Où l’annoncer (le salon d’annonces, sauf indication contraire)
    .electorate = groupe
    .electorate-description = Le rôle consulté (tout le monde, sauf indication contraire)
command-survey-close = terminer
    .description = Terminer une enquête avant l’heure et publier ses résultats
    .survey = enquête
    .survey-description = L’enquête : tapez un mot de son titre
command-survey-cancel = annuler
    .description = Annuler une enquête et détruire ses réponses sans les lire
    .survey = enquête
    .survey-description = L’enquête : tapez un mot de son titre
surveys-card-kind = Enquête anonyme
surveys-card-length = { $count } questions, { $minutes } min environ, sur un téléphone aussi bien.
surveys-label-who = Pour qui :
surveys-label-closing = Jusqu’au :
surveys-who-everyone = tout le monde (les { $size } membres au lancement).
surveys-who-role = les { $size } personnes qui ont le rôle { $role } au lancement.
surveys-anonymity-line = Réponses anonymes : rien de ce qui est gardé ne les relie à vous. Rien n’est publié si moins de { $minimum } personnes répondent.
surveys-answer = Répondre en privé
surveys-subscribe = Me prévenir la prochaine fois
surveys-unsubscribe = Ne plus me prévenir
surveys-how-anonymous = Et l’anonymat ?
surveys-see-results = Voir les résultats
surveys-over-closed = Cette enquête est terminée. Merci aux personnes qui ont répondu.
surveys-over-cancelled = Cette enquête a été annulée. Les réponses reçues sont détruites, et personne ne les a vues.
surveys-over-suspended = Cette enquête est suspendue : son urne n’est pas disponible. L’équipe de modération est prévenue.
surveys-invitation = Une enquête anonyme vous attend : **{ $title }**. Elle se termine { $closing }.
surveys-reminder = **{ $title }** se termine { $closing }. Si vous avez déjà répondu, oubliez ce message : comme personne ne sait qui a répondu, il est le même pour tout le monde.
surveys-start = Commencer
surveys-sent-in-private = Je vous ai écrit en privé : { $link }
surveys-sheet = **Avant de répondre.** { $size } personnes sont consultées. Vos réponses sont comptées, question par question, dans une urne qui ne garde ni votre nom, ni votre feuille entière, ni l’heure ; à la fin, seuls des totaux sont publiés, à partir de { $minimum } réponses, et l’urne est détruite. Discord voit passer vos clics, comme partout. Une fois confirmées, vos réponses ne peuvent être ni changées ni retrouvées.
surveys-sheet-texts = **Réponses écrites.** La modération les lira avant de les publier, mélangées et triées, s’il y en a au moins dix. N’y mettez rien qui vous fasse reconnaître, ni vous ni quelqu’un d’autre.
surveys-sheet-crossed = **Par groupe.** Certains résultats seront montrés par groupe, arrondis à 5 personnes près, et seulement si les groupes sont assez grands. « Je préfère ne pas le dire » est une réponse comme une autre.
surveys-fingerprint = Questionnaire n° { $mark } : le même pour tout le monde, figé au lancement.
surveys-begin = Commencer
surveys-form-title = Page { $number } sur { $pages }
surveys-your-answer = Votre réponse
surveys-rank = { $rank ->
        [1] en premier
       *[other] n° { $rank }
    }
surveys-unranked = sans rang
surveys-agreement-0 = Pas du tout d’accord
surveys-agreement-1 = Plutôt pas d’accord
surveys-agreement-2 = Ni l’un ni l’autre
surveys-agreement-3 = Plutôt d’accord
surveys-agreement-4 = Tout à fait d’accord
surveys-no-opinion = Sans opinion
surveys-progress = { $done ->
        [0] { $pages } pages à remplir.
       [one] 1 page remplie sur { $pages }.
       *[other] { $done } pages remplies sur { $pages }.
    }
surveys-ready = Tout est prêt. Vous pouvez relire et corriger chaque page, puis confirmer. Après, rien ne pourra plus être changé.
surveys-page-next = Page { $number }
surveys-page-back = Revoir la page { $number }
surveys-confirm = Confirmer mes réponses
surveys-in-memory = Rien n’est enregistré avant la confirmation. Vos réponses restent en mémoire une heure au plus ; si je redémarre entre-temps, il faudra recommencer.
surveys-page-problem = « { $question } » : { $what }
surveys-recorded = **C’est enregistré. Merci !** Résultats le { $closing }, là où l’enquête a été annoncée.
surveys-rehearsed = C’était un essai : rien n’a été enregistré.
surveys-questionnaires = Les questionnaires
surveys-questionnaire-line = { $count } questions, { $pages } pages · n° { $mark }
surveys-look = Lire, essayer…
surveys-questionnaires-foot = Pour en écrire un autre, partez de l’exemple, puis /enquête importer. Pour lancer : /enquête lancer.
surveys-example = L’exemple commenté
surveys-crossed = { $count } questions seront aussi comptées par groupe ({ $bands } groupes), si les groupes sont assez grands. Avec 50 personnes consultées ou plus, un groupe est montré à partir de 10 réponses.
surveys-try = L’essayer comme un membre
surveys-file = Le fichier
surveys-file-hint = Le questionnaire, à modifier avec un éditeur de texte, puis à rapporter avec /enquête importer.
surveys-launch-hint = Pour lancer cette enquête : /enquête lancer.
surveys-second-asked = C’est demandé : une autre personne de l’équipe doit donner son accord, dans le salon de la modération.
surveys-asked = { $who } propose de lancer l’enquête **{ $title }** dans { $channel }, jusqu’au { $closing }. Il faut l’accord d’une autre personne de l’équipe.
surveys-asked-to-close = { $who } propose de terminer l’enquête **{ $title }** avant l’heure (prévue { $closing }). Terminer juste après une réponse permettrait de la deviner : il faut l’accord d’une autre personne de l’équipe.
surveys-alike-announced = Une enquête avec le même questionnaire a été menée il y a moins de trente jours. Comparer les deux résultats peut en dire plus que chacun d’eux.
surveys-early = Cette enquête a été terminée avant l’heure par l’équipe de modération.
surveys-confirm-launch = D’accord, lancer
surveys-refuse-launch = Pas maintenant
surveys-look-at = Lire le questionnaire
surveys-launched = L’enquête est lancée : elle est annoncée dans { $channel }.
surveys-launch-refused = { $who } préfère ne pas lancer cette enquête maintenant.
surveys-suspended-told = L’enquête **{ $title }** est suspendue : son urne est absente, abîmée, ou faite avec une autre SECRET_KEY. La personne qui héberge le bot peut remettre la bonne clé et redémarrer ; sinon, annulez l’enquête avec /enquête annuler.
surveys-close-question = Terminer **{ $title }** maintenant et publier ses résultats ?
surveys-close-yes = Oui, terminer
surveys-cancel-question = Annuler **{ $title }** et détruire les réponses sans les lire ?
surveys-cancel-yes = Oui, annuler
surveys-leave = Non, la laisser ouverte
surveys-left-open = L’enquête reste ouverte.
surveys-closed = L’enquête est terminée ; ses résultats arrivent.
surveys-cancelled = L’enquête est annulée, et ses réponses détruites.
surveys-subscribed = C’est noté : je vous écrirai au lancement des prochaines enquêtes, et une fois avant la fin. Jamais davantage.
surveys-unsubscribed = C’est noté : je ne vous écrirai plus pour les enquêtes.
surveys-list-act-open = Répondre : { $title }
surveys-list-act-past = Résultats : { $title }
surveys-list-title = Enquêtes
surveys-list-open = En cours
surveys-list-past = Terminées
surveys-list-empty-open = Aucune enquête en cours.
surveys-list-empty-past = Aucune enquête terminée pour l’instant.
surveys-line-open = Se termine { $moment }
surveys-line-suspended = Suspendue
surveys-line-closed = Terminée { $moment }
surveys-line-cancelled = Annulée { $moment }
surveys-result-title = Résultats : { $title }
surveys-turnout = **{ $turnout } personnes sur { $size }** ont répondu. Pour chaque question, la réponse la plus fréquente :
surveys-withheld = Moins de { $minimum } personnes ont répondu : rien n’est publié, et les réponses sont détruites.
surveys-choose-question = Voir une question
surveys-trend = Évolution
surveys-texts = Réponses écrites
surveys-result-foot = L’urne est détruite. Ces chiffres sont tout ce qui reste des réponses.
surveys-chart-foot = { $turnout } réponses
surveys-chart-line = { $question } : { $share } d’accord
surveys-branch-withheld = Trop peu de personnes étaient concernées par cette question : ses réponses ne sont pas publiées.
surveys-open-count = Réponses écrites : { $count }. Les textes publiés se lisent avec « Réponses écrites ».
surveys-question-people = { $answered } réponses, sur { $asked } personnes interrogées.
surveys-duels-won = préférée dans { $count } face-à-face
surveys-duels-foot = Nombre de face-à-face gagnés contre les autres
surveys-people = { $count }
surveys-no-answer = Sans réponse
surveys-not-asked = Question non posée
surveys-about-people = environ { $count } personnes
surveys-band-withheld = groupe trop petit pour être montré
surveys-by-band = **Par groupe**, d’après des nombres arrondis à 5 personnes près :
surveys-crossing-withheld = Pas de résultats par groupe pour cette question : ils en diraient trop sur peu de personnes.
surveys-one-wave = Il faut au moins deux enquêtes qui posent cette question dans les mêmes mots.
surveys-waves-foot = { $count } enquêtes, mêmes mots
surveys-change-clear = { $answer } : **{ $points } points** (entre { $low } et { $high })
surveys-change-unclear = { $answer } : { $points } points, dans la marge d’incertitude ({ $low } à { $high })
surveys-trend-foot = Entre les deux dernières enquêtes, intervalle à 95 %. Ce changement est un solde : il ne dit pas qui est venu, qui est parti, qui a changé d’avis.
surveys-file-question = question
surveys-file-band = groupe
surveys-file-answer = réponse
surveys-file-people = personnes
surveys-file-everybody = Tout le monde
surveys-file-texts = réponses écrites
review-kind-survey-texts = Réponses écrites d’une enquête
review-choice-publish-texts = Publier
review-choice-erase-texts = Tout effacer
review-words-erase-texts = Pourquoi ne rien publier ?
    .hint = Gardé avec la décision, pour l’équipe. Les textes, eux, disparaissent.
review-decided-publish-texts = Réponses écrites publiées par { $who }, { $moment }.
review-decided-erase-texts = Réponses écrites effacées par { $who }, { $moment }.
surveys-texts-waiting = { $count } réponses écrites attendent ({ $struck } barrées). Lisez-les, barrez ou reformulez ce qui ferait reconnaître quelqu’un, puis décidez. Elles ne sont dans aucune sauvegarde.
surveys-read-texts = Lire les réponses
surveys-texts-title = Réponses écrites : { $title }
surveys-texts-none = Aucune réponse écrite publiée.
surveys-strike = Barrer
surveys-unstrike = Garder
surveys-paraphrase = Reformuler
surveys-paraphrase-hint = Dites la même chose sans ce qui ferait reconnaître quelqu’un
surveys-not-found = Je ne trouve pas cette enquête. Choisissez-la dans la liste qui s’ouvre quand vous tapez, ou voyez /enquête liste.
surveys-no-questionnaire = Je ne trouve pas ce questionnaire. Choisissez-le dans la liste, ou voyez /enquête modèles.
surveys-not-open-closed = Cette enquête est terminée. Ses résultats sont là où elle a été annoncée.
surveys-not-open-cancelled = Cette enquête a été annulée : rien n’a été enregistré.
surveys-not-open-suspended = Cette enquête est suspendue pour l’instant. Rien n’a été enregistré ; réessayez plus tard.
surveys-not-open-open = Cette enquête est encore ouverte.
surveys-request-gone = Cette demande a déjà reçu sa réponse.
surveys-same-moderator = C’est vous qui proposez cette enquête : l’accord doit venir d’une autre personne de l’équipe.
surveys-closes-too-soon = Laissez au moins une heure pour répondre : choisissez une fin plus tardive.
surveys-file-unfit = Ce fichier n’est pas un questionnaire : j’attends un texte en UTF-8, de 200 ko au plus, comme l’exemple de /enquête modèles.
surveys-too-much-text = Trop de place pour les réponses écrites : avec autant de personnes consultées, gardez moins de questions ouvertes, ou des textes plus courts (« characters »).
