# Les réglages de la communauté.

feature-settings = Réglages

command-settings = réglages
    .description = Pour la modération : régler le bot, ou faire le tour de ce qu’il y a à régler
command-settings-open = ouvrir
    .description = Voir et changer les réglages de la communauté
command-settings-tour = tour
    .description = Le tour en sept étapes de tout ce qu’il y a à régler, dans l’ordre

settings-title = Réglages
settings-intro = Ce que la communauté a choisi. Chaque bouton ouvre un réglage ; tout est enregistré aussitôt.
settings-back = Retour aux réglages
settings-saved = C’est enregistré.
settings-section-language = Langue
settings-section-zone = Fuseau horaire
settings-section-moderators = Modération
settings-section-channels = Salons
settings-section-thresholds = Seuils d’anonymat

settings-language-question = **La langue de la communauté.** Elle vaut pour tout ce que je publie.
settings-follow-question = **Les réponses privées** peuvent suivre la langue que chaque membre a choisie dans Discord.
settings-follow-no = La même langue pour tout le monde
settings-follow-yes = Réponses privées dans la langue de chacun·e

settings-zone-question = **Le fuseau horaire** dans lequel je comprends « demain 18h ».
settings-zone-other = Un autre fuseau
settings-zone-label = Fuseau horaire
settings-zone-hint = Une grande ville suffit souvent : Paris, Nouméa…
settings-zone-unknown = Je ne connais pas le fuseau « { $name } ». Écrivez une grande ville, ou un nom comme Europe/Paris.

settings-moderators-question = **Qui modère ?** Le rôle choisi ici relit les textes, approuve les lettres, lance les enquêtes, termine ou annule les sondages. Sans rôle, ce sont les personnes qui peuvent gérer le serveur ; celles-ci gardent toujours accès aux réglages.
settings-moderators-placeholder = Choisissez un rôle
settings-moderators-none = les personnes qui peuvent gérer le serveur

settings-channel-announcements = **Le salon des annonces** reçoit ce qui s’adresse à tout le monde.
settings-channel-moderators = **Le salon de la modération** reçoit ce qui demande une décision ou un coup de main.
settings-channel-announcements-short = annonces :
settings-channel-moderators-short = modération :
settings-channel-none = à choisir
settings-channel-placeholder = Choisissez un salon

settings-thresholds-now = **Les seuils d’anonymat.** Un vote ne s’ouvre qu’avec au moins { $electorate } personnes consultées (10 pour un rôle, 20 pour un sondage sensible), et rien n’est publié si moins de { $answers } personnes répondent. On peut relever ces seuils, jamais les abaisser : c’est sans retour. Les votes déjà ouverts gardent les leurs, et tout changement est annoncé publiquement.
settings-thresholds-short = au moins { $electorate } personnes consultées et { $answers } réponses
settings-thresholds-raise = Relever les seuils
settings-electorate-label = Personnes consultées, au moins
settings-electorate-hint = Un nombre entier, égal ou supérieur à l’actuel.
settings-answers-label = Réponses, au moins
settings-answers-hint = Un nombre entier, égal ou supérieur à l’actuel.
settings-not-a-number = « { $typed } » n’est pas un nombre entier. Écrivez par exemple 8.
settings-threshold-lowered = { $typed } est plus bas que le seuil actuel, { $current }. Un seuil est une promesse faite aux membres : il peut monter, jamais descendre.
settings-threshold-too-large = Ce seuil est trop élevé : { $most } au plus, sinon aucun vote ne pourrait plus s’ouvrir ici.
settings-thresholds-announced = Les seuils d’anonymat ont été relevés. Désormais, un vote ne s’ouvre qu’avec au moins { $electorate } personnes consultées, et rien n’est publié si moins de { $answers } personnes répondent.

settings-welcome-title = Bonjour !
settings-welcome-text = Je suis le bot de la communauté : sondages et enquêtes anonymes, bibliothèque de chartes et d’expériences, liens, rencontres, lettre. Équipe de modération, quelques minutes suffisent pour commencer : la langue, le fuseau horaire, votre rôle, les salons, puis le message d’accueil, d’où tout part pour les membres. /réglages tour montre le chemin, et tout peut être changé plus tard avec /réglages ouvrir.
settings-welcome-button = Ouvrir les réglages

post-settings-welcome = le message de bienvenue
post-settings-anonymity-changed = l’annonce des nouveaux seuils d’anonymat
