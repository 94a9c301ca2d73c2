# Ce que l'anonymat veut dire ici.

feature-privacy = Anonymat et données

command-anonymity = anonymat
    .description = Ce qui est gardé d’un vote, ce qui ne l’est pas, et les limites

home-anonymity = Anonymat

anonymity-title = Comment votre anonymat est protégé
anonymity-intro = La promesse : **rien de ce qui est gardé ne permet à quiconque, pas même à la personne qui héberge le bot, de retrouver après coup qui a répondu quoi.** Pendant le vote, en revanche, il faut faire confiance à la personne qui héberge le bot.
anonymity-kept-title = Ce qui est gardé pendant un vote
anonymity-kept = - qui peut répondre, sous forme de codes illisibles sans une clé secrète ; la liste est figée à l’ouverture ;
    - pour chaque personne, si elle a déjà répondu (oui ou non, rien d’autre) ;
    - pour chaque réponse proposée, combien de fois elle a été choisie ; si trop peu de personnes répondent, rien n’est publié.
anonymity-not-kept-title = Ce qui ne l’est jamais
anonymity-not-kept = - qui a choisi quoi ;
    - l’ordre ou l’heure des réponses ;
    - le contenu d’un bulletin entier : seulement des totaux ;
    - une ligne de journal, un message ou un reçu qui parlerait de votre réponse.
anonymity-box-title = Pour les curieuses et les curieux : l’urne
anonymity-box = Chaque vote ouvert est un petit fichier à part, hors de la base de données et des sauvegardes, de taille fixe : un en-tête avec les seuils, la liste des empreintes avec leur bit, les compteurs. Il est réécrit sur place, et chaque écriture rend la précédente illisible au même instant. Deux votes où les mêmes personnes ont répondu et où chaque réponse a eu le même nombre de voix laissent le même contenu, quel que soit l’ordre. À la fin, seuls les totaux publiables sont conservés ; le fichier est rempli de zéros puis supprimé.
anonymity-nobody-can-title = Les limites
anonymity-nobody-can = - Discord voit passer vos clics ;
    - une personne qui contrôle la machine **pendant** un vote, et qui cherche à savoir, peut observer ce qui passe, ou comparer deux copies de l’urne ;
    - avec la clé secrète et une urne ouverte, on peut voir **qui** a répondu, jamais quoi ;
    - certains disques gardent un temps d’anciennes versions des fichiers ;
    - si tout le monde répond pareil, ou si toutes les autres personnes disent leur réponse, la vôtre se devine.
anonymity-verify-title = Pour vérifier
anonymity-verify = Le code est public : le dossier bot/anonymity, et docs/anonymat.md qui l’explique. Des tests rejouent des milliers de votes pour s’en assurer.

## Mes données

command-privacy = confidentialité
    .description = Ce qui est gardé à votre sujet, pourquoi, combien de temps ; l’emporter, l’effacer
home-privacy = Mes données
privacy-title = Ce que je garde à votre sujet
privacy-intro = Fonction par fonction, avec le nombre d’éléments qui portent votre identifiant. Vous pouvez tout emporter, et tout faire oublier, ici même.
privacy-count = { $count ->
        [0] rien
        [one] un élément
       *[other] { $count } éléments
    }
privacy-keeps-core = Les mots privés qui vous attendent et votre choix de les recevoir en message direct. Effacés une fois dits.
privacy-keeps-polls = Vos brouillons, et le fait d’avoir ouvert un sondage. Tant qu’un sondage est ouvert : si vous avez répondu, jamais quoi.
privacy-keeps-review = Ce que vous avez proposé ou signalé, et, pour la modération, ses décisions. Deux ans.
privacy-keeps-surveys = Votre abonnement aux enquêtes par message, et le fait d’en avoir lancé une. Tant qu’une enquête est ouverte : si vous y avez répondu, jamais quoi.
privacy-keeps-library = Vos brouillons, vos textes signés avec leurs fichiers, vos questions. Les textes publiés restent, sous la licence que vous avez choisie.
privacy-keeps-links = Les liens que vous avez partagés avec votre mot, ceux que vous trouvez utiles, et votre liste à lire.
privacy-keeps-meetups = Vos réponses aux rencontres, vos préférences de rappel, ce que vous organisez.
privacy-keeps-digests = Si vous l’avez demandé : votre dernière visite, vos thèmes, votre mot de bienvenue. Et votre nom dans les lettres, là où un texte signé y est annoncé.
privacy-keeps-nothing = **Rien sur personne** : { $features }.
privacy-anonymous = **Vos réponses anonymes ne sont pas dans cette liste et ne peuvent être ni emportées ni effacées** : personne, moi compris, ne sait lesquelles sont les vôtres. Le seul fait d’avoir répondu disparaît à la clôture.
privacy-export = Tout emporter
privacy-erase = Faire oublier…
privacy-exported = Voici ce que je garde à votre sujet ({ $number } sur { $of }) : **a-lire.html** s’ouvre dans un navigateur, **donnees.json** se relit par un programme, et vos fichiers sont à côté. Cette réponse n’est visible que de vous.
privacy-everything = Tout
privacy-what = Que voulez-vous faire oublier ? Ce choix ne change rien encore.
privacy-choose = Choisir
privacy-sure = **Faire oublier : { $where }.** Brouillons, réponses aux rencontres, abonnements, listes et préférences seront supprimés, et votre identifiant retiré de tout le reste. C’est immédiat et sans retour ; rien ne vous empêche ensuite de revenir.
privacy-sure-one = **Faire oublier : { $where }.** Ce que cette fonction garde pour vous sera supprimé, et votre identifiant retiré du reste de ce qu’elle garde. C’est immédiat et sans retour ; les autres fonctions ne changent pas.
privacy-sure-texts = Vos textes et vos liens publiés peuvent **rester sans votre nom** (« ancien·ne membre »), au service des autres, ou **partir avec vous**. Ce qui est déjà parti par mail, et les anciens messages d’une lettre, ne peut plus être changé.
privacy-forget = Oui, faire oublier
privacy-forget-keep = Oublier, laisser mes textes sans mon nom
privacy-forget-texts = Oublier, et retirer mes textes
privacy-erased = C’est oublié. Si vous avez répondu à un vote encore ouvert, ce seul fait reste dans l’urne jusqu’à la clôture, pour qu’on ne réponde pas deux fois.
privacy-export-title = Ce que le bot garde à votre sujet, le { $day }
privacy-export-intro = Tout ce qui porte votre identifiant Discord, fonction par fonction. Les mêmes données, pour un programme, sont dans donnees.json.
privacy-export-nothing = Rien.
privacy-yes = oui
privacy-no = non
privacy-key-address = adresse
privacy-key-answer = réponse
privacy-key-answered = vous avez répondu
privacy-key-answered-at = répondu le
privacy-key-approved-issue = numéro de lettre approuvé
privacy-key-as = sous le nom
privacy-key-asked = question posée
privacy-key-asked-at = demandé le
privacy-key-asked-to = demande à une autre personne
privacy-key-at = quand
privacy-key-attached = fichiers
privacy-key-choice = décision
privacy-key-content = contenu
privacy-key-decided = décidé au sujet de
privacy-key-direct-messages = messages directs
privacy-key-draft = brouillon
privacy-key-follows = thème suivi
privacy-key-imported-questionnaire = questionnaire apporté
privacy-key-kept = quoi
privacy-key-launched-survey = enquête lancée
privacy-key-left-at = départ remarqué le
privacy-key-link = lien
privacy-key-looked-at-what-is-new = dernière visite de « quoi de neuf »
privacy-key-name = nom
privacy-key-note = mot
privacy-key-number = numéro
privacy-key-open-poll = sondage ouvert
privacy-key-open-survey = enquête ouverte
privacy-key-opened-poll = sondage ouvert par vous, n°
privacy-key-proposals = propositions
privacy-key-question = question
privacy-key-starts-at = début
privacy-key-state = état
privacy-key-submitted = proposé
privacy-key-submitted-at = proposé le
privacy-key-summary = résumé
privacy-key-surveys-by-direct-message = enquêtes par message direct
privacy-key-text = texte
privacy-key-title = titre
privacy-key-told-in-issue = annoncé dans le numéro
privacy-key-waiting = sur liste d’attente
privacy-key-welcome = mot de bienvenue
privacy-key-word-waiting = mot privé qui vous attend
privacy-key-words = en vos mots
feature-core = Messages privés
privacy-value-yes = oui
privacy-value-no = non
privacy-value-maybe = peut-être
privacy-value-waiting = en attente
privacy-value-public = publié
privacy-value-declined = décliné
privacy-value-changes = modifications demandées
privacy-value-superseded = remplacé par une version plus récente
privacy-value-archived = archivé
privacy-value-removed = retiré
privacy-value-shared = partagé
privacy-value-published = publié
privacy-value-publish = publié
privacy-value-decline = décliné
privacy-value-library = un texte de la bibliothèque
privacy-value-report = un signalement
privacy-value-close = terminer un sondage
privacy-value-open = ouvrir un sondage
privacy-value-answer-to-a-meetup = réponse à une rencontre
privacy-value-draft = brouillon
privacy-value-entry = texte
