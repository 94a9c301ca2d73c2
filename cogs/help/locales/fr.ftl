# L'accueil et l'aide.

feature-help = Accueil et aide

command-help = aide
    .description = Ce que vous pouvez faire ici
command-home = accueil
    .description = Le menu : tout ce que vous pouvez faire, en un clic

home-help = Aide
settings-section-home = Message d’accueil
home-title = Que voulez-vous faire ?
home-text = Ici, nous construisons ensemble un cadre commun pour l’IA dans nos métiers : ce que nous en faisons, ce que nous en espérons, ce que nous craignons, ce que nous refusons. Les votes sont anonymes.
home-foot = Tout ce qui s’ouvre ici n’est visible que de vous.
home-summary = à publier là où les membres le verront
home-choose-channel = **Le message d’accueil** porte un bouton pour chaque chose que les membres peuvent faire. Choisissez le salon : il y paraît aussitôt, et vous pourrez l’épingler. Un message d’accueil déjà publié ailleurs y reste.
home-posted = Le message d’accueil est publié dans { $channel }.

help-title = Aide
help-intro = Pour les membres, tout part du message d’accueil (/accueil), avec des boutons. Les commandes font la même chose, et un peu plus.
help-for-members = Pour tout le monde
help-for-moderators = Pour la modération
help-foot = Une question, un doute sur l’anonymat ? La commande /anonymat dit exactement ce qui est gardé.

post-help-home = le message d’accueil

## Premiers pas, et le tour de la modération

help-first-steps = Premiers pas, en message privé
first-steps-title = Premiers pas
first-steps-text = Cinq minutes suffisent :
    - **Voter** : le bouton « Voter » du message d’accueil montre ce qui est ouvert. On répond en privé ; personne, pas même moi, ne peut retrouver qui a répondu quoi (/anonymat dit comment).
    - **Chercher** : /chercher, puis un mot comme il vient, sans accents ni majuscules. Chartes, retours d’expérience, liens et résultats sont là.
    - **Proposer un texte** : votre charte, une expérience ratée, une note. Avec votre nom ou sans ; une personne le relit avant qu’il ne paraisse.
    - **Venir** : les rencontres sont dans le message d’accueil, avec un rappel si vous le voulez.
    - **Vos données** : /confidentialité dit ce que je garde, vous le donne, ou l’oublie.
first-steps-foot = Je ne vous écris que si vous le demandez. Ce message est à vous : gardez-le ou effacez-le.
first-steps-sent = C’est envoyé : regardez vos messages privés.
settings-section-tour = Le tour en sept étapes
tour-summary = tout ce qu’il y a à régler, dans l’ordre, en vingt minutes
tour-people-title = 1. Qui modère
tour-people = Choisissez le **rôle de modération** dans les réglages. Sans lui, ce sont les personnes qui gèrent le serveur. À deux, c’est mieux : clore un vote avant l’heure, ou reposer presque la même question, demande un second accord.
tour-channels-title = 2. Où je parle
tour-channels = Deux salons au moins : celui de la **modération**, où j’apporte ce qui attend une décision, et celui des **annonces**. Pour chacun, donnez à mon rôle quatre permissions : voir le salon, envoyer des messages, joindre des fichiers, voir les anciens messages. /état dit s’il en manque.
tour-home-title = 3. Le message d’accueil
tour-home = Publiez-le là où tout le monde passe, et épinglez-le : un bouton pour chaque chose qu’un membre peut faire. Personne n’a besoin de taper une commande.
tour-votes-title = 4. Un premier sondage
tour-votes = /sondage modèle en propose dix, prêts à l’emploi ; avec /enquête lancer, c’est un baromètre. Tout est figé à l’ouverture et annoncé sur la carte. Rien ne se voit avant la clôture, ni participation ni tendance : c’est la condition de l’anonymat.
tour-review-title = 5. La relecture
tour-review = Les textes proposés arrivent dans votre salon avec leurs boutons : publier, demander des modifications, refuser, avec un mot. On ne décide pas de ses propres textes. /relecture montre ce qui attend.
tour-letter-title = 6. La lettre et les rencontres
tour-letter = /lettre programmer : chaque numéro vous est soumis, et rien ne part sans votre accord. Le même numéro se télécharge pour la liste de diffusion. /rencontre prévoir retient une série une fois pour toutes ; les rappels partent seuls.
tour-trust-title = 7. La confiance
tour-trust = Après une panne d’un jour ou une restauration, je ne publie rien avant qu’une personne ait pressé « Reprendre ». /état montre ce qui attend, ce qui a échoué et la dernière sauvegarde. Si quelqu’un demande ce que je garde à son sujet : /confidentialité le lui montre, et efface ce qu’on veut voir effacé.
