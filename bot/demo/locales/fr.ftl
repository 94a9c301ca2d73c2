demo-title = TMNlab, la démonstration
demo-ready = Démo prête : { $address }
demo-skip = Aller au contenu
demo-heading = Bienvenue dans une communauté imaginaire
demo-lead = Ici, tout est pour de faux, sauf le bot : c’est le vrai, sur un Discord simulé qui ne vit que dans cet ordinateur. Rien n’en sort, rien ne compte : essayez, trompez-vous, recommencez.
demo-how = Ouvrez un salon, choisissez en haut qui vous jouez, puis parlez, cliquez, ou tapez « / » pour voir les commandes. Les adhérent·e·s ont leurs messages privés, eux aussi simulés. Pour voir ce que le bot fait de lui-même (rappels, clôtures, annonces), avancez l’heure.
demo-trials = À essayer
demo-go = Ouvrir « { $room } »
demo-rooms = Salons
demo-others = Autres salons
demo-thread-closed = fil fermé
demo-people = Messages privés
demo-people-hint = Chaque personne voit ses propres messages avec le bot.
demo-moderator = modération
demo-events = Au programme
demo-no-events = Aucun événement pour l’instant.
demo-event-interested =
    { $count ->
        [0] personne n’a encore dit « ça m’intéresse »
        [one] 1 personne intéressée
       *[other] { $count } personnes intéressées
    }
demo-event-active = en ce moment
demo-menus = Agir sur un message
demo-menus-hint = Dans Discord, ces actions sont dans le menu de chaque message. Ici, c’est par ce formulaire.
demo-menu-action = Action
demo-menu-person = En tant que
demo-menu-room = Salon
demo-menu-message = Message
demo-menu-run = Lancer
demo-menu-empty = Aucun message dans ce salon.
demo-menu-done = C’est fait : la réponse est dans le salon.
demo-time = L’heure de la communauté
demo-hour = + 1 h
demo-day = + 1 jour
demo-week = + 1 semaine
demo-hour-long = Avancer d’une heure
demo-day-long = Avancer d’un jour
demo-week-long = Avancer d’une semaine
demo-moving = Le temps passe…
demo-failed = Quelque chose n’a pas marché. Le détail est dans le terminal où tourne la démo.
demo-back = Retour
demo-tab = Dans un onglet
demo-frame = Salon ouvert
demo-new = nouveaux messages
demo-gone = La démo s’est arrêtée. Relancez-la dans le terminal, puis rechargez cette page.
demo-nobody = Aucune des personnes de la démo ne peut lire ce salon.
