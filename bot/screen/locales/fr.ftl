# Ce que disent toutes les fonctions du bot.

## Refus et accidents

error-unexpected = Quelque chose s’est mal passé de mon côté. Réessayez dans un instant ; si votre réponse était déjà passée, je vous le dirai. Si cela se reproduit, donnez cette référence à l’équipe de modération : **{ $reference }**.
error-disk = Le disque du serveur est plein, ou ne se laisse plus écrire. Rien n’a été enregistré. Prévenez la personne qui héberge le bot, puis réessayez.
error-starting = Je démarre, ou Discord a une absence : réessayez dans une minute.
error-stale-button = Ce bouton n’est plus actif. Rouvrez le menu depuis le message d’accueil, ou avec la commande /accueil.
error-stale-form = Ce formulaire n’est plus actif et rien n’a été enregistré. Voici ce que vous aviez écrit, pour pouvoir le recopier :
error-moderators-only = Ceci est réservé à l’équipe de modération. Si vous pensez en faire partie, dites-le à une personne qui gère le serveur : le rôle se choisit avec /réglages ouvrir.
error-not-a-member = Je ne vous trouve pas parmi les membres de la communauté. Rejoignez d’abord le serveur, puis réessayez.
error-stopping = Je m’arrête un instant, pour une mise à jour sans doute : réessayez dans une minute. Rien n’a été enregistré.
error-elsewhere = Je suis au service d’une autre communauté : ici, je ne fais rien.
error-cannot-post = Je ne peux pas publier dans { $channel }. Il me manque : { $missing }. Ajoutez ces permissions à mon rôle dans les paramètres du salon, puis réessayez.
error-cannot-write = Vous ne pouvez pas écrire dans { $channel } : je n’y publierai donc rien en votre nom. Choisissez un salon où vous pouvez écrire.
error-channel-gone = Je ne vois pas de salon où publier. Lancez la commande depuis un salon, ou choisissez un salon d’annonces avec /réglages ouvrir.
error-role-gone = Ce rôle n’existe plus : relancez la commande avec un autre groupe.
error-tag-name = Le nom d’un mot-clé a de 1 à { $longest } caractères, dont au moins une lettre ou un chiffre. Raccourcissez-le, puis réessayez.
error-tag-taken = Ce nom désigne déjà le mot-clé « { $name } ». Choisissez un autre nom, ou fusionnez les deux mots-clés.
error-tag-unknown = Je ne connais pas le mot-clé « { $name } ». Choisissez-en un dans la liste qui s’affiche pendant la saisie.
error-tag-merge = Ces deux mots-clés n’en font déjà qu’un : il n’y a rien à fusionner.
error-tag-many = Il y en a déjà { $most }, et c’est le maximum. Fusionnez ou réutilisez un nom existant.
permission-view-channel = voir le salon
permission-send-messages = envoyer des messages
permission-send-messages-in-threads = envoyer des messages dans les fils
permission-attach-files = joindre des fichiers
permission-read-message-history = voir les anciens messages

## Dates

when-unclear = Je n’ai pas compris cette date. Essayez par exemple « demain 18h », « vendredi à 18h30 », « 14/01 à 20h », « dans 3 jours » ou « 2h ».
when-past = Ce moment est déjà passé. Choisissez-en un à venir, par exemple « demain 18h » ou « vendredi prochain ».
when-too-far = C’est un peu loin : je peux prévoir jusqu’à { $days } jours à l’avance. Choisissez une date plus proche, par exemple « dans 3 semaines » ou « fin du mois ».
when-skipped-hour = Cette nuit-là, on passe à l’heure d’été : { $hour } n’existe pas. Choisissez une heure un peu plus tôt ou un peu plus tard, par exemple « 1h30 » ou « 3h30 », avec la date.
when-unclear-length = Je n’ai pas compris cette durée : « { $text } ». Écrivez-la par exemple « 1h30 », « 90 min » ou « jusqu’à 20h30 » ; une semaine au plus.
when-ends-before = La fin (« { $text } ») tombe avant le début. Donnez plutôt une durée, par exemple « 1h30 », ou une heure de fin plus tardive.

## Urne

ballot-not-in-electorate = Ce vote est réservé aux personnes qui étaient déjà là à son ouverture, ou qui avaient alors le rôle consulté. La liste ne change plus ensuite : c’est l’une des protections de l’anonymat. Vous pourrez lire les résultats, et répondre aux prochains votes qui vous concernent.
ballot-already-answered = Vous avez déjà répondu, et c’est bien enregistré. Votre réponse ne peut être ni modifiée ni retrouvée : je n’ai rien gardé qui la relie à vous.
ballot-sealed = Le vote vient de se terminer : cette réponse n’a pas été enregistrée. Les résultats arrivent là où le sondage a été publié.
ballot-unavailable = L’urne de ce vote n’est pas disponible pour l’instant. Réessayez dans quelques minutes ; si votre réponse était passée, je vous le dirai.
ballot-full = La place réservée aux réponses écrites est pleine : raccourcissez vos textes, puis confirmez de nouveau. Rien n’a été enregistré.
ballot-not-created = Je n’ai pas pu créer l’urne : le disque du serveur est plein ou protégé. Rien n’a été publié, et votre texte est conservé. Prévenez la personne qui héberge le bot.
ballot-electorate-too-small = Ce groupe compte { $size } { $size ->
        [one] personne
       *[other] personnes
    } : il en faut au moins { $minimum } pour que l’anonymat ait un sens. Choisissez un groupe plus large, ou consultez tout le monde.
ballot-nothing-held = Je n’ai plus ce choix en mémoire : vous avez ouvert un autre bulletin depuis, plus d’une heure a passé, ou j’ai redémarré entre-temps. Rien n’a été enregistré avec celui-ci ; il suffit de recommencer.

## Publications

problem-forbidden = Je n’ai pas pu publier { $what } dans { $channel } : il me manque des permissions dans ce salon (voir le salon, envoyer des messages, joindre des fichiers, voir les anciens messages).
problem-gone = Je n’ai pas pu publier { $what } : le salon { $channel } n’existe plus.
problem-retry = Réessayer
problem-retried = Nouvel essai demandé par { $who }.
problem-fault = Je n’ai pas pu publier { $what } dans { $channel }, malgré plusieurs essais. Prévenez la personne qui héberge le bot : son journal dit pourquoi.

## Fichiers

file-empty = Ce fichier est vide. Vérifiez qu’il est bien enregistré sur votre appareil, puis joignez-le à nouveau.
file-too-large = Ce fichier est trop lourd : je garde jusqu’à { $most } Mo par fichier. Allégez-le (un PDF avec des images réduites, par exemple), ou donnez un lien vers l’endroit où il se trouve.
file-type-refused = Je ne peux pas garder ce fichier : d’après son contenu, et quel que soit son nom, il n’est d’aucun des types que j’accepte. Ce sont PDF, Word (.docx), LibreOffice (.odt), Markdown, texte simple, et les images PNG, JPEG, WebP ou GIF. Enregistrez-le dans l’un d’eux, par exemple en PDF, puis joignez-le à nouveau.
file-old-word = C’est un document Word d’un ancien format (.doc), ou protégé par un mot de passe : je ne peux pas l’ouvrir. Enregistrez-le au format .docx sans mot de passe, ou en PDF, puis joignez-le à nouveau.
file-with-macros = Ce document contient des macros, c’est-à-dire des programmes : par prudence pour les autres, je ne le garde pas. Enregistrez-le sans macros (.docx ou .odt), ou en PDF, puis joignez-le à nouveau.
file-swollen = Une fois décompressé, ce document prendrait une place démesurée : par prudence, je ne le garde pas. Ouvrez-le et enregistrez-le à nouveau, ou en PDF, puis joignez-le.
file-lost = Ce fichier n’est plus sur le disque du serveur, ou il y a été abîmé. Prévenez l’équipe de modération : la personne qui héberge le bot peut le reprendre d’une sauvegarde.

## Adresses

link-not-an-address = Je n’y vois pas d’adresse de page : « { $text } ». Copiez-la depuis la barre de votre navigateur ; elle commence par https://.
link-not-of-the-web = Je ne garde que des pages du web, dont l’adresse commence par https:// ou http:// ; celle-ci commence par { $scheme }
link-numeric-host = Cette adresse désigne une machine par son numéro. Donnez celle du site, avec son nom, par exemple https://www.exemple.fr/page.
link-private-host = { $host } n’existe que dans un réseau privé : les autres membres ne pourraient pas l’ouvrir. Donnez l’adresse publique de la page.
link-with-password = Cette adresse contient un nom ou un mot de passe, avant le signe @. Retirez-les, puis réessayez.
link-unusual-port = Cette adresse passe par le port { $port }, réservé à des usages techniques. Donnez l’adresse publique de la page.
link-too-long = Cette adresse est trop longue : { $length } caractères, pour { $limit } au plus. Cherchez le bouton « Partager » de la page, qui en donne souvent une plus courte.

## Ce qui s’emporte

parcel-left-out = { $count ->
        [one] **Un fichier est trop lourd** pour ce que Discord laisse envoyer. Il n’est pas dans cet envoi ; ouvrez-le là où il est publié, ou demandez-le à la personne qui héberge le bot :
       *[other] **{ $count } fichiers sont trop lourds** pour ce que Discord laisse envoyer. Ils ne sont pas dans cet envoi ; ouvrez-les là où ils sont publiés, ou demandez-les à la personne qui héberge le bot :
    }

## Partout

language-fr = Français
language-en = English
page-previous = Précédents
page-number = { $number } sur { $pages }
page-next = Suivants
form-correct = Corriger
post-core-notice = un mot privé à une personne
post-core-problem = un signalement à la modération
