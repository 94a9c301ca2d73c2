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
