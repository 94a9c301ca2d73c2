# La vie des rencontres.

feature-meetups = Rencontres
home-meetups = Les rencontres
home-meetup-plan = Proposer une rencontre
settings-section-meetups = Rencontres
due-meetup-begins = rencontre « { $title } »
post-meetups-card = la carte d’une rencontre
post-meetups-update = la mise à jour de la carte d’une rencontre
post-meetups-thread = le fil d’une rencontre (permission « créer des fils publics »)
post-meetups-event = l’événement Discord d’une rencontre (permission « créer des événements »)
post-meetups-reminder = le rappel d’une rencontre
post-meetups-changed = l’annonce d’un changement de rencontre
post-meetups-notes = la demande de compte rendu d’une rencontre
post-meetups-conflict = une question sur un événement modifié des deux côtés
post-meetups-deleted = une question sur un événement supprimé
post-meetups-dates = une recherche de date
post-meetups-dates-update = la mise à jour d’une recherche de date
post-meetups-full = l’avertissement sur le nombre d’événements

## Commandes

command-meetup = rencontre
    .description = Les rencontres de la communauté
command-meetup-plan = prévoir
    .description = Prévoir une rencontre, la relire, puis la publier
    .when = quand
    .when-description = « jeudi 14 janvier 18h30 », « mardi en huit à 10h »…
    .duration = durée
    .duration-description = « 1h30 », « 2h », « jusqu’à 20h30 » (une heure et demie, sauf indication contraire)
    .recurrence = récurrence
    .recurrence-description = Une seule fois, chaque semaine, toutes les deux semaines, ou chaque mois
    .until = jusqu-au
    .until-description = Le dernier jour possible d’une rencontre récurrente
    .capacity = places
    .capacity-description = Combien de personnes au plus ; ensuite, une liste d’attente
    .channel = salon
    .channel-description = Où publier la rencontre (ici, sauf indication contraire)
    .reminders = rappels
    .reminders-description = Quand rappeler la rencontre dans son fil
command-meetup-list = liste
    .description = Les rencontres à venir
command-meetup-mine = mes-rencontres
    .description = Celles où vous allez, et vos rappels
command-meetup-edit = modifier
    .description = Modifier une date, celle-ci et les suivantes, ou toute la série
    .meetup = rencontre
    .meetup-description = La date : tapez un mot du titre
    .scope = portée
    .scope-description = Cette date seulement, celle-ci et les suivantes, ou la série
    .when = quand
    .when-description = La nouvelle date, si elle change
    .duration = durée
    .duration-description = La nouvelle durée, si elle change
    .capacity = places
    .capacity-description = Le nouveau nombre de places, s’il change ; 0 pour ne plus limiter
command-meetup-cancel = annuler
    .description = Annuler une date, celle-ci et les suivantes, ou toute la série
    .meetup = rencontre
    .meetup-description = La date : tapez un mot du titre
    .scope = portée
    .scope-description = Cette date seulement, celle-ci et les suivantes, ou la série
command-meetup-find-date = trouver-une-date
    .description = Proposer jusqu’à dix créneaux ; chacun·e dit oui, si besoin ou non, à son nom
    .duration = durée
    .duration-description = « 1h30 », « 2h » (une heure et demie, sauf indication contraire)
    .channel = salon
    .channel-description = Où demander (ici, sauf indication contraire)
choice-every-none = une seule fois
choice-every-weekly = chaque semaine
choice-every-fortnightly = toutes les deux semaines
choice-every-monthly = chaque mois, le même jour (« le 2e jeudi »)
choice-scope-this = cette date seulement
choice-scope-following = celle-ci et les suivantes
choice-scope-series = toute la série
choice-reminders-usual = un jour et 15 minutes avant
choice-reminders-week = une semaine, un jour et 15 minutes avant
choice-reminders-day = un jour avant
choice-reminders-hour = une heure avant
choice-reminders-none = aucun

## La carte

meetups-label-title = Titre :
meetups-label-about = Présentation :
meetups-label-when = Quand :
meetups-label-where = Où :
meetups-label-rhythm = Rythme :
meetups-label-answers = Réponses :
meetups-label-capacity = Places :
meetups-label-reminders = Rappels dans le fil :
meetups-minutes = { $minutes } min
meetups-hours = { $hours } h
meetups-weekday-0 = lundi
meetups-weekday-1 = mardi
meetups-weekday-2 = mercredi
meetups-weekday-3 = jeudi
meetups-weekday-4 = vendredi
meetups-weekday-5 = samedi
meetups-weekday-6 = dimanche
meetups-nth =
    { $nth ->
        [one] 1er
       *[other] { $nth }e
    }
meetups-nth-last = dernier
meetups-every-weekly = chaque { $weekday }
meetups-every-fortnightly = un { $weekday } sur deux
meetups-every-month = chaque mois, le { $nth } { $weekday }
meetups-until = { $words }, jusqu’au { $day }
meetups-count-yes = { $count } oui
meetups-count-maybe = { $count } peut-être
meetups-count-waiting = { $count } en liste d’attente
meetups-count-left =
    { $count ->
        [0] complet ({ $capacity } { $capacity ->
                [one] place
               *[other] places
            })
        [one] 1 place libre sur { $capacity }
       *[other] { $count } places libres sur { $capacity }
    }
meetups-clock-change = Attention : on change d’heure le { $day }, en Europe comme ailleurs pas le même jour. L’heure affichée ici est la bonne pour vous.
meetups-no-event-full = Sans événement Discord : le serveur en a déjà 100. La rencontre a lieu quand même.
meetups-no-event-deleted = Son événement Discord a été supprimé ; l’équipe de modération est prévenue.
meetups-no-event-refused = Sans événement Discord : il me manque une permission.
meetups-no-event-unwanted = Sans événement Discord.
meetups-yes = Oui
meetups-maybe = Peut-être
meetups-no = Non
meetups-who = Qui vient ?
meetups-dates = Toutes les dates
meetups-remind-me = Me rappeler
meetups-calendar = Agenda
meetups-read-notes = Lire le compte rendu
meetups-is-over = Cette rencontre a eu lieu.
meetups-is-cancelled = Annulée.

## Prévoir

meetups-form = Votre rencontre
meetups-form-change = Modifier la rencontre
meetups-form-title = Titre
    .hint = { $most } caractères au plus.
    .example = Les essais du jeudi : nos lignes rouges
meetups-form-about = De quoi, et pour qui (facultatif)
    .hint = { $most } caractères au plus.
meetups-form-place = Le lieu, ou le lien de la visio
    .hint = { $most } caractères au plus.
meetups-preview-intro = Voici ce que tout le monde verra dans { $channel }. Rien n’est encore publié.
meetups-next-dates = **Les prochaines dates**
meetups-near-change = on change d’heure le { $day } : l’heure locale reste la même
meetups-turn-skipped = cette nuit-là, l’heure choisie n’existe pas : ce sera une heure plus tard
meetups-turn-twice = cette nuit-là, l’heure choisie existe deux fois : ce sera la première
meetups-publish = Publier
meetups-discard = Abandonner
meetups-apply = Appliquer
meetups-nothing-lost = Votre texte est conservé : le formulaire se rouvrira tel que vous l’avez laissé.
meetups-published = C’est publié dans { $channel }, avec un fil pour en parler et un événement Discord pour chaque date à venir.
meetups-discarded = C’est abandonné. Rien n’a changé pour personne.
meetups-draft-gone = Ce brouillon n’existe plus : il a servi, a été abandonné, ou avait plus d’une semaine.
meetups-needs-title = Il manque le titre. Écrivez-le en quelques mots.
meetups-needs-place = Il manque le lieu. Écrivez une adresse, ou le lien de la visio.
meetups-too-long-title = Le titre fait { $length } caractères, pour { $most } au maximum. Raccourcissez-le ; la présentation peut accueillir le reste.
meetups-too-long-about = La présentation fait { $length } caractères, pour { $most } au maximum. Raccourcissez-la.
meetups-too-long-place = Le lieu fait { $length } caractères, pour { $most } au maximum. Raccourcissez-le.
meetups-already-past = Cette date est déjà passée. Choisissez-en une à venir.
meetups-until-without-recurrence = Une dernière date ne sert qu’à une rencontre récurrente. Choisissez une récurrence, ou retirez cette date.
meetups-until-before-start = Le dernier jour tombe avant la première rencontre. Choisissez-le plus tard.
meetups-date-taken = Une autre date de cette série tombe déjà à cette heure-là. Choisissez-en une autre.
meetups-not-allowed-to-plan = Ici, l’équipe de modération prévoit les rencontres. Proposez-lui la vôtre : une date, un lieu, quelques mots.
meetups-gone = Je ne trouve pas cette rencontre. Choisissez-la dans la liste qui s’affiche pendant que vous tapez, ou voyez /rencontre liste.
meetups-date-over = Cette rencontre est passée : rien n’y change plus. Voyez les suivantes avec /rencontre liste.
meetups-date-cancelled = Cette rencontre a été annulée. Voyez les suivantes avec /rencontre liste.
meetups-not-yours = Seule la personne qui organise cette rencontre, ou l’équipe de modération, peut faire cela.

## Modifier, annuler

meetups-change-intro = Voici « { $title } » telle qu’elle sera. Celles et ceux qui ont répondu en seront prévenus une fois, avec l’ancien et le nouveau.
meetups-change-reach-this = Cette date seulement.
meetups-change-reach-following = Cette date et toutes les suivantes.
meetups-change-reach-series = Toutes les dates à venir.
meetups-instead-of = au lieu de { $when }
meetups-applied = C’est modifié. Le fil et les personnes concernées sont prévenus, l’événement Discord suit.
meetups-nothing-changed = Rien n’a changé : tout était déjà ainsi.
meetups-cancel-sure-this = Annuler **{ $title }**, { $when } ? Les autres dates restent. Celles et ceux qui ont répondu seront prévenus.
meetups-cancel-sure-following = Annuler **{ $title }** à partir de { $when } ? Celles et ceux qui ont répondu seront prévenus.
meetups-cancel-sure-series = Annuler **{ $title }** : { $when } et toutes les dates à venir ? Celles et ceux qui ont répondu seront prévenus.
meetups-cancel-yes = Oui, annuler
meetups-keep = Non, garder
meetups-kept = Rien n’a changé : la rencontre est maintenue.
meetups-cancelled-now = C’est annulé. Le fil et les personnes concernées sont prévenus.
meetups-reach-this = cette date seulement
meetups-reach-following = cette date et les suivantes
meetups-reach-series = toutes les dates à venir
meetups-cancelled-told = **Annulation** : « { $title } », { $when } ({ $reach }).
meetups-changed-told = **Changement** pour « { $title } » ({ $reach }). Votre réponse est conservée ; changez-la si besoin.

## Répondre, rappeler

meetups-answered = **{ $title }**, { $when }
meetups-mine-none = Vous n’avez pas encore répondu.
meetups-mine-yes = C’est noté : vous venez.
meetups-mine-maybe = C’est noté : peut-être.
meetups-mine-no = C’est noté : vous ne venez pas.
meetups-mine-waiting = C’est complet : vous avez la place { $place } sur la liste d’attente. Si une place se libère, elle est à vous et je vous le dis.
meetups-short-yes = vous venez
meetups-short-maybe = peut-être
meetups-short-no = vous ne venez pas
meetups-promoted = Une place s’est libérée : vous venez à **{ $title }**, { $when }. Si cela ne vous va plus, dites-le : la place ira à la personne suivante.
meetups-reminder =
    { "" }**Rappel : { $title }**, { $left } ({ $when }).
    Où : { $place }
meetups-private-why = vous avez demandé ce rappel ; « Me rappeler » sur la carte de la rencontre l’arrête
meetups-preferences =
    { "#" }# Vos rappels
    Pour toutes les rencontres auxquelles vous répondez oui ou peut-être.
meetups-prefer-mentioned-on = Me mentionner dans le fil
meetups-prefer-mentioned-off = Mention dans le fil : oui (arrêter)
meetups-prefer-dm-on = Me rappeler en message privé
meetups-prefer-dm-off = Message privé : oui (arrêter)
meetups-prefer-hidden-on = Ne montrer mon nom qu’aux organisateur·rices
meetups-prefer-hidden-off = Nom caché : oui (le montrer)
meetups-preferences-foot = Rien n’est coché sans vous. Les moments choisis ici remplacent, pour vous, ceux de chaque rencontre.
meetups-leads-placeholder = Quand ?
meetups-lead-10080 = une semaine avant
meetups-lead-1440 = un jour avant
meetups-lead-60 = une heure avant
meetups-lead-15 = 15 minutes avant
meetups-lead-none = aucun
meetups-who-title = **{ $title }**, { $when }
meetups-who-yes = Oui ({ $count }) :
meetups-who-waiting = Liste d’attente ({ $count }) :
meetups-who-maybe = Peut-être ({ $count }) :
meetups-who-others =
    { $count ->
        [one] et une personne dont le nom n’est pas affiché
       *[other] et { $count } personnes dont le nom n’est pas affiché
    }
meetups-who-nobody = Personne n’a encore répondu.
meetups-list-title = Rencontres
meetups-list-empty = Rien de prévu ici pour l’instant.
meetups-calendar-text = À ouvrir dans votre agenda (Google, Apple, Outlook, Thunderbird). Réimportez le fichier après un changement : il remplace l’ancien.
meetups-google = Ajouter à Google Agenda
meetups-file-one = rencontre
meetups-file-series = toutes-les-dates
meetups-calendar-name = Rencontres
meetups-in-zone = { $when } ({ $city })

## Trouver une date

meetups-dates-form = Trouver une date
meetups-slots = Les créneaux, un par ligne
    .hint = De 2 à { $most }, avec le jour et l’heure.
    .example = jeudi 14 janvier 18h30
meetups-too-many-slots = Cela fait { $count } créneaux, pour { $most } au plus. Gardez les plus probables.
meetups-too-few-slots = Il faut au moins { $least } créneaux différents, un par ligne.
meetups-dates-gone = Cette recherche de date est close, ou n’existe plus.
meetups-dates-title =
    { "#" }# Quelle date pour « { $title } » ?
    Durée : { $length }
meetups-dates-named = Les réponses portent vos noms.
meetups-dates-closed = La recherche est close : la date choisie paraîtra comme une rencontre.
meetups-dates-answer = Répondre
meetups-dates-close-sure = Clore la recherche de date « { $title } » ? Plus personne ne pourra répondre. Je vous montre ensuite les meilleurs créneaux.
meetups-dates-close = Clore et choisir
meetups-dates-best = Voir les meilleures dates
meetups-slot-yes = oui
meetups-slot-maybe = si besoin
meetups-slot-no = non
meetups-dates-yours = Vos réponses pour **{ $title }** : elles portent votre nom.
meetups-dates-saved = Chaque choix est enregistré aussitôt.
meetups-dates-published = C’est publié dans { $channel }. Quand assez de personnes auront répondu, appuyez sur « Clore et choisir ».
meetups-dates-ranked = **{ $title }** : les dates, de la meilleure à la moins bonne.
meetups-dates-plan = Planifier : { $hour }

## Après

meetups-organisers = l’équipe
meetups-notes-asked = { $who } : la rencontre « { $title } » est finie. Quelques lignes pour celles et ceux qui n’y étaient pas ? Elles deviennent un brouillon de restitution pour la bibliothèque, que vous relirez avant de l’envoyer.
meetups-write-notes = Écrire le compte rendu
meetups-notes-title = Restitution : { $title }, { $day }
meetups-notes-summary = En une phrase ou deux (facultatif)
meetups-notes-text = Le compte rendu
    .hint = Ce qui s’est dit, ce qui a été décidé, les liens partagés.
meetups-notes-links = Liens partagés :
meetups-notes-link = - { $title } : { $url }
meetups-notes-attendance = Qui était là (facultatif)
    .hint = { $count } oui sur la carte. Laissez vide pour n’en rien dire.
meetups-noted = Votre brouillon de restitution est dans la bibliothèque. Il reste à dire comment l’IA a servi, s’il peut sortir de Discord (non, sans votre accord), et à l’envoyer à la relecture.
meetups-notes-go-on = Compléter et envoyer

## Les événements de Discord

meetups-conflict = **{ $title }** a changé en même temps ici et dans l’événement Discord. Lequel vaut ?
meetups-conflict-theirs = **Dans Discord** : { $title }, { $when }, { $place }
meetups-conflict-ours = **Ici** : { $title }, { $when }, { $place }
meetups-keep-theirs = Garder ce que dit Discord
meetups-keep-ours = Garder ce qui est ici
meetups-kept-theirs = La version de l’événement Discord est gardée, par { $who }.
meetups-kept-ours = La version d’ici est gardée, par { $who } ; l’événement Discord suit.
meetups-event-deleted = L’événement Discord de **{ $title }**, { $when }, a été supprimé. La rencontre, elle, est toujours prévue : que faire ?
meetups-event-again = Refaire l’événement
meetups-event-without = Continuer sans
meetups-cancel-this = Annuler la rencontre
meetups-event-again-done = L’événement Discord est refait, à la demande de { $who }.
meetups-event-without-done = La rencontre continue sans événement Discord, à la demande de { $who }.
meetups-events-full = Le serveur a déjà 100 événements, le maximum de Discord : **{ $title }**, { $when }, a lieu sans le sien. Je réessaierai chaque jour.

## Réglages

meetups-planners-moderators = prévues par la modération
meetups-planners-everyone = prévues par tous les membres
meetups-settings-planners = **Qui peut prévoir une rencontre ?**
meetups-settings-zones = **Dans quelles autres zones donner l’heure** dans les agendas et les fichiers ? À l’écran, Discord montre déjà à chacun·e son heure.
digest-section-meetups = Rencontres à venir
