# Ce que l'anonymat veut dire ici.

feature-privacy = Anonymat

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
