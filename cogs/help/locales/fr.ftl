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
