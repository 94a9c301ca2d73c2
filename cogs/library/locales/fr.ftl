# La bibliothèque : chartes, retours d'expérience, études, restitutions.

feature-library = Bibliothèque
home-library-search = Chercher un texte
home-library-add = Partager un texte
home-library-mine = Mes textes
post-library-entry = l’annonce d’un texte de la bibliothèque
post-library-update = la mise à jour d’une annonce de la bibliothèque

## Commandes

command-library = bibliothèque
    .description = Les chartes et les expériences de la communauté
command-library-add = ajouter
    .description = Proposer une charte, un retour d’expérience, une étude ou une restitution
    .kind = type
    .kind-description = Ce que vous proposez
command-library-mine = mes-textes
    .description = Vos brouillons, et où en sont les textes que vous avez envoyés
command-library-search = chercher
    .description = Chercher dans la bibliothèque, avec ou sans accents
    .words = mots
    .words-description = Des mots ; "une expression" ; tag: type: lieu: métier: année: ; -mot pour exclure
command-library-show = voir
    .description = Lire un texte de la bibliothèque
    .entry = texte
    .entry-description = Tapez un mot du titre
command-library-history = versions
    .description = Les versions d’un texte, et ce qui a changé
    .entry = texte
    .entry-description = Tapez un mot du titre
command-library-tags = mots-clés
    .description = Renommer un mot-clé, lui ajouter un synonyme, le fusionner avec un autre
    .tag = mot-clé
    .tag-description = Tapez le début d’un mot-clé ou d’un synonyme
command-library-export = exporter
    .description = Toute la bibliothèque en fichiers Markdown, avec ses documents
command-library-missed = manques
    .description = Ce que les membres cherchent sans le trouver
choice-charter = charte, lignes rouges, clause
choice-experience = retour d’expérience
choice-study = étude, fiche outil
choice-notes = restitution de rencontre

## Les valeurs

facet-kind-charter = Charte
facet-kind-experience = Retour d’expérience
facet-kind-study = Étude ou fiche outil
facet-kind-notes = Restitution de rencontre
facet-venue-none = Tous les lieux
facet-venue-national = Théâtre national, scène nationale
facet-venue-drama-centre = Centre dramatique
facet-venue-stage = Scène conventionnée
facet-venue-municipal = Théâtre municipal
facet-venue-festival = Festival
facet-venue-circus-street = Cirque, arts de la rue
facet-venue-company = Compagnie
facet-venue-opera-orchestra = Opéra, orchestre
facet-venue-office = Bureau de production, coopérative
facet-venue-network = Réseau, agence, collectivité
facet-trade-none = Tous les métiers
facet-trade-direction = Direction
facet-trade-administration = Administration, ressources humaines
facet-trade-production = Production, diffusion
facet-trade-communication = Communication
facet-trade-mediation = Relations publiques, médiation
facet-trade-box-office = Billetterie
facet-trade-technical = Technique
facet-trade-artistic = Artistique
facet-trade-training = Formation, recherche
facet-licence-cc-by-sa-4 = CC BY-SA 4.0 : à reprendre en citant la source, sous la même licence
facet-licence-cc-by-4 = CC BY 4.0 : à reprendre en citant la source
facet-licence-cc0-1 = CC0 : à reprendre librement
facet-licence-all-rights-reserved = Tous droits réservés : à lire, pas à reprendre

## Ce qu'un texte dit de lui-même

library-by = par { $name }
library-nameless = sans nom d’auteur ou d’autrice
library-your-name = vous
library-tags-line = Mots-clés : { $tags }
library-no-tags = Pas encore de mots-clés
library-ai-line = IA dans l’écriture : { $use }
library-ai-none = aucune
library-ai-helped = écrit avec l’aide d’une IA, relu et assumé par une personne
library-ai-drafted = premier jet d’une IA, repris par une personne
library-ai-translated = traduit par une IA, relu par une personne
library-ai-unsaid = à préciser
library-licence-line = { $licence }
library-source-line = Source : { $source }
library-kilobytes = { $size } ko
library-megabytes = { $size } Mo
library-file-encrypted = protégé par un mot de passe : il est gardé, mais la recherche ne le lira pas
library-file-damaged = abîmé : il est gardé, mais la recherche n’en lira qu’une partie
library-file-too-large = très long : la recherche n’en lira que le début
library-file-too-slow = trop lourd à lire : il est gardé, mais la recherche n’en lira qu’une partie
library-file-no-text = sans texte que la recherche puisse lire

## Écrire

library-which-kind = Que voulez-vous partager ?
library-form-charter = Une charte, des lignes rouges, une clause
library-form-experience = Un retour d’expérience
library-form-study = Une étude, une fiche outil
library-form-notes = Une restitution de rencontre
facet-kind-charter-hint = Ce qu’une équipe a décidé : règles, limites, clauses, mentions
facet-kind-experience-hint = Ce que vous avez essayé, réussi, raté, arrêté
facet-kind-study-hint = Des faits, une comparaison, une fiche pratique
facet-kind-notes-hint = Ce qui s’est dit dans une rencontre
library-field-title = Titre
library-field-summary = En une phrase ou deux
    .hint = Ce qu’on y trouve et à qui cela peut servir. C’est ce qu’on lira d’abord.
library-field-text = Texte
    .hint = Jusqu’à 4 000 caractères. Plus long ? Joignez un fichier ci-dessous.
library-field-tags = Mots-clés
    .hint = Séparés par des virgules. Laissez vide : je vous en proposerai.
library-field-files = Fichiers
    .hint = PDF, DOCX, ODT, texte ou image, 10 Mo au plus. Retirez-en les noms si vous ne signez pas.
library-field-organisation = Structure
    .hint = Là où ce texte est né, si vous voulez le dire.
library-field-source = Lien
    .hint = Une page à lire à ce sujet, si elle existe : https://…
library-field-year = Année
    .hint = Celle du texte, par exemple 2026.
library-draft = -# Brouillon · vous seul·e le voyez
library-draft-new-version = -# Nouvelle version · l’actuelle reste en ligne jusqu’à la relecture
library-untitled = Sans titre
library-choose-ai-use = Comment l’IA a-t-elle servi à écrire ce texte ?
library-choose-venue = Type de lieu (facultatif)
library-choose-trade = Métier (facultatif)
library-choose-licence = Licence
library-named-explained = Ce texte sera publié sous votre nom.
library-unnamed-explained = Publié sans nom : ni la carte ni les listes ne diront qui l’a écrit, pas même à la modération. Le bot relaie vos échanges, puis efface le lien avec vous au moment de la publication : vous ne serez pas prévenu·e, et seule la modération pourra ensuite modifier le texte. Pensez à retirer votre nom des fichiers et de leurs propriétés.
library-leaves-never = Reste sur Discord.
library-leaves-nameless = Peut sortir de Discord (lettre, export public), sans nom.
library-leaves-signed = Peut sortir de Discord (lettre, export public), avec le nom de l’auteur ou de l’autrice.
library-leaves-named = Peut sortir de Discord (lettre, export public), avec votre nom.
library-write = Modifier le texte
library-describe = Structure, lien, année
library-attach = Joindre un fichier
library-detach = Retirer les fichiers
library-switch-named = Publier sans mon nom
library-switch-unnamed = Publier sous mon nom
library-switch-leaves-off = Autoriser hors de Discord
library-switch-leaves-on = Garder sur Discord
library-switch-name-off = … avec mon nom
library-switch-name-on = … sans mon nom
library-switch-dm-off = Me prévenir en message privé
library-switch-dm-on = Ne plus m’écrire en privé
library-send = Envoyer à la relecture
library-discard = Jeter
library-discard-sure = Jeter ce brouillon ? Il ne pourra pas être retrouvé.
library-discarded = Brouillon jeté.
library-draft-kept = Gardé une semaine : reprenez-le quand vous voulez avec /bibliothèque mes-textes.
library-sent = **C’est envoyé.** L’équipe de modération va le relire.
library-sent-named = Vous saurez ce qu’il devient : par message privé si vous l’avez choisi, sinon la prochaine fois que vous utiliserez le bot. Tout est aussi dans /bibliothèque mes-textes.
library-sent-nameless = Jusqu’à la publication, /bibliothèque mes-textes vous dit où il en est. Ensuite, plus rien ne le relie à vous.
library-sure-yes = Oui, continuer
library-sure-no = Non, revenir

## Refus

library-draft-gone = Ce brouillon n’existe plus : il a été envoyé ou jeté, ou une semaine a passé. Voyez /bibliothèque mes-textes, ou recommencez avec /bibliothèque ajouter.
library-needs-title = Il manque un titre : appuyez sur « Modifier le texte ».
library-needs-text = Il manque le texte, ou un fichier qui le contient : appuyez sur « Modifier le texte » ou sur « Joindre un fichier ».
library-needs-ai-use = Dites comment l’IA a servi à écrire ce texte, même si la réponse est « aucune » : c’est le premier menu.
library-too-many-tags = C’est beaucoup de mots-clés : gardez-en { $most } au plus. Le reste de votre texte est conservé.
library-tag-too-long = Le mot-clé « { $tag }… » est trop long ({ $most } caractères au plus). Séparez les mots-clés par des virgules ; le reste de votre texte est conservé.
library-bad-year = Je n’ai pas compris l’année : un nombre entre { $first } et { $last }, ou rien.
library-bad-source = Je n’ai pas compris ce lien : il doit commencer par https:// et tenir en une ligne. Laissez vide s’il n’y en a pas.
library-too-many-files = { $most } fichiers au plus par texte. Retirez-en avant d’en ajouter.
library-file-expired = Discord ne garde un fichier joint qu’un moment, et celui-ci a expiré avant que je le lise. Votre texte est conservé : joignez le fichier de nouveau.
library-entry-unknown = Je ne trouve pas ce texte : choisissez-le dans la liste qui s’affiche pendant la saisie.
library-entry-gone = Ce texte n’est plus dans la bibliothèque : il a été archivé ou retiré.
library-not-yours = Seule la personne qui a écrit ce texte peut faire cela ou, s’il est sans nom, la modération.
library-version-waits = Une version de ce texte attend déjà la relecture. Reprenez-la d’abord dans /bibliothèque mes-textes, ou laissez l’équipe décider.
library-question-gone = Cette question a déjà reçu sa réponse, ou le texte n’est plus là.
library-too-many-questions = Vous avez déjà { $most } questions sans réponse. Laissez le temps aux personnes de répondre, puis revenez.
library-empty-question = Écrivez votre question, puis renvoyez le formulaire.
library-empty-answer = Écrivez votre réponse, puis renvoyez le formulaire.

## Lire

library-new = Nouveau dans la bibliothèque
library-read = Lire
library-down = Ce texte n’est plus en ligne.
library-edited = Version du { $moment }
library-verified = toujours valable au { $moment }
library-adapted-from = Adapté de « { $title } »
library-doubtful = À vérifier : personne n’a confirmé récemment que ce texte est toujours valable.
library-files = Fichiers
library-files-of = Les fichiers de « { $title } » :
library-history = Versions
library-adapt = Adapter
library-ask = Poser une question
library-new-version = Nouvelle version
library-archive = Archiver
library-archive-sure = Archiver « { $title } » ? Le texte ne sera plus trouvé ni affiché ; ses versions restent gardées.
library-archived = C’est archivé.
library-text-in-files = Le texte est dans les fichiers joints.
library-field-question = Votre question
    .hint = Je la transmets sans dire de qui elle vient. Signez-la si vous voulez être reconnu·e.
library-question-sent = C’est transmis. La réponse vous parviendra par moi.
library-answer = Répondre
library-field-answer = Votre réponse
    .hint = Je la transmets à la personne qui a posé la question.
library-answer-sent = Merci, c’est transmis.

## Les versions

library-version-line = **Version { $number }** · { $moment }
library-version-number = Version { $number } : la précédente reste en ligne jusqu’à votre décision.
library-compare = Comparer deux versions
library-compare-with = Version { $before } → version { $after }
library-no-difference = Ces deux versions disent la même chose.
library-changed = **{ $field }** : { $before } → { $after }
library-changed-title = Titre
library-changed-summary = Résumé
library-changed-organisation = Structure
library-changed-year = Année
library-changed-venue = Lieu
library-changed-trade = Métier
library-changed-licence = Licence
library-changed-source = Lien
library-changed-ai-use = IA
library-changed-tags = Mots-clés
library-changed-files = Fichiers

## Mes textes

library-mine = Mes textes
library-mine-empty = Rien pour l’instant. Commencez avec /bibliothèque ajouter : une demi-page suffit.
library-mine-draft = Brouillon · repris { $moment }
library-mine-waiting = En attente de relecture depuis le { $moment }
library-mine-public = En ligne · envoyé le { $moment }
library-mine-superseded = Remplacé par une version plus récente
library-mine-changes = La modération vous demande des modifications :
library-mine-declined = Pas retenu :
library-mine-archived = Archivé
library-mine-foot = Les textes publiés sans nom n’apparaissent pas ici : rien ne les relie plus à vous.
library-resume = Reprendre : { $title }
library-revise = Modifier et renvoyer
library-take-back = Retirer de la relecture
library-taken-back = C’est retiré de la relecture : votre texte est de nouveau un brouillon.
library-no-longer-waits = Trop tard de peu : ce texte vient d’être relu. Voyez /bibliothèque mes-textes.
library-reserved = Ce texte est sous droits réservés : on peut le lire, pas l’adapter. Vous pouvez en parler avec la personne qui l’a écrit : « Poser une question ».
library-share-alike = Vous adaptez un texte sous CC BY-SA : sa licence demande que le vôtre la garde.
library-bring-back = Remettre en ligne
library-files-lost = Je n’ai plus ces fichiers sur mon disque : { $names }. Prévenez l’équipe de modération.

## Ce que le bot vous dit en privé

library-told-published = Votre texte « { $title } » est en ligne. Merci !
library-told-changes = L’équipe de modération a relu « { $title } » et vous demande des modifications :
library-told-declined = L’équipe de modération n’a pas retenu « { $title } » :
library-told-asked = Quelqu’un a une question sur votre texte « { $title } » :
library-told-answered = Voici la réponse à votre question sur « { $title } » :
library-still-valid = Il y a un an, « { $title } » était valable. L’est-il toujours ?
library-valid-yes = Toujours valable
library-valid-update = Je le mets à jour
library-valid-thanks = Merci ! C’est noté pour un an.

## La relecture

review-kind-library = Texte pour la bibliothèque
review-kind-library-question = Question sans personne à qui la transmettre
review-kind-library-validity = Texte sans nom à vérifier
review-choice-publish = Publier
review-choice-changes = Demander des modifications
review-choice-decline = Refuser
review-choice-answer = Répondre
review-choice-valid = Toujours valable
review-choice-archive = Archiver
review-words-changes = Que faudrait-il modifier ?
    .hint = La personne qui a écrit le texte lira ces mots.
review-words-decline = Pourquoi ne pas le retenir ?
    .hint = La personne qui a écrit le texte lira ces mots.
review-words-answer = Votre réponse
    .hint = Transmise à la personne qui a posé la question.
review-decided-publish = Publié par { $who }, { $moment }.
review-decided-changes = Modifications demandées par { $who }, { $moment }.
review-decided-decline = Refusé par { $who }, { $moment }.
review-decided-answer = Réponse donnée par { $who }, { $moment }.
review-decided-valid = Toujours valable, selon { $who }, { $moment }.
review-decided-archive = Archivé par { $who }, { $moment }.
library-question-for-you = Je ne peux pas joindre la personne qui l’a écrit : c’est à vous de répondre.
library-validity-for-you = Ce texte sans nom a été vérifié il y a un an. Est-il toujours valable ?
library-retag = Modifier les mots-clés
library-retagged = Mots-clés enregistrés : { $tags }
library-whole = Lire en entier

## Les mots-clés

library-tag-english = En anglais : { $name }
library-tag-synonyms = Synonymes : { $names }
library-tag-no-synonym = aucun
library-tag-count = { $count ->
        [0] Aucun texte en ligne ne le porte.
        [one] Un texte en ligne le porte.
       *[other] { $count } textes en ligne le portent.
    }
library-tag-rename = Renommer
library-tag-synonym = Ajouter un synonyme
library-tag-merge = Fusionner
library-tag-french = Nom en français
library-tag-in-english = Nom en anglais
library-tag-synonym-field = Synonyme
    .hint = Ce que les gens tapent pour trouver la même chose.
library-tag-merge-field = Avec quel mot-clé ?
    .hint = Celui-ci disparaît ; ses textes et ses noms passent à l’autre.
library-tag-rename-done = C’est renommé. L’ancien nom reste un synonyme.
library-tag-synonym-done = Le synonyme est ajouté.
library-tag-merge-done = C’est fusionné.
library-exported = { $count ->
        [one] Toute la bibliothèque, en un fichier zip. Gardez-le entre vous : il contient aussi les textes qui ne doivent pas sortir de Discord.
       *[other] Une partie de la bibliothèque : il y a { $count } fichiers zip, à décompresser dans un même dossier. Gardez-les entre vous : ils contiennent aussi les textes qui ne doivent pas sortir de Discord.
    }
library-not-a-library = Ce dossier n’est pas une bibliothèque : { $why }.
library-misses = Ce qu’on cherche sans le trouver
library-miss-line = - { $words } ({ $count ->
        [one] une fois
       *[other] { $count } fois
    })
library-misses-empty = Rien : tout ce qui a été cherché a été trouvé.
library-misses-foot = Compté sans savoir qui cherchait. De bonnes idées de textes à demander !
digest-section-library = Nouveau dans la bibliothèque
digest-section-notes = Ce qu’il reste des rencontres
digest-section-verify = Toujours valable ? À relire
library-former-member = Ancien·ne membre
