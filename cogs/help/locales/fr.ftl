# L'accueil et l'aide.

feature-help = Accueil et aide

command-help = aide
    .description = Ce que vous pouvez faire ici
command-home = accueil
    .description = Le menu : tout ce que vous pouvez faire, en un clic

home-help = Aide
settings-section-home = Message d’accueil
home-title = Que voulez-vous faire ?
home-text = Ici, nous construisons ensemble notre cadre commun sur l’IA dans nos métiers : dire ce que nous en faisons, ce que nous en craignons, ce que nous ne voulons pas. Les votes sont anonymes.
home-foot = Tout ce qui s’ouvre ici n’est visible que de vous.
home-summary = un message avec un bouton pour chaque action
home-choose-channel = **Le message d’accueil** porte un bouton pour chaque chose qu’un membre peut faire. Choisissez le salon où le publier ; vous pourrez ensuite l’y épingler.
home-posted = Le message d’accueil est publié dans { $channel }.

help-title = Aide
help-intro = Tout peut se faire depuis le message d’accueil (/accueil), sans rien taper. Voici les commandes, pour qui les préfère.
help-for-members = Pour tout le monde
help-for-moderators = Pour la modération
help-foot = Une question, un doute sur l’anonymat ? La commande /anonymat dit exactement ce qui est gardé.

post-help-home = le message d’accueil
