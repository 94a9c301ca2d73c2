# Les liens : partagés en un clic, gardés une fois, vérifiés.

feature-links = Liens
home-link-share = Partager un lien
settings-section-links = Liens
facet-kind-link = Lien
menu-keep-link = Garder ce lien
post-links-card = la carte d’un lien
post-links-again = l’annonce d’un lien partagé de nouveau
post-links-update = la mise à jour de la carte d’un lien
post-links-weekly = le résumé des liens à réparer

## Commandes

command-link = lien
    .description = Les liens que la communauté se partage
command-link-share = partager
    .description = Partager une page : article, outil, formation, appel, étude
    .url = adresse
    .url-description = L’adresse de la page, copiée depuis votre navigateur
    .note = note
    .note-description = Pourquoi vous la partagez, en une phrase
    .tags = mots-clés
    .tags-description = Séparés par des virgules ; laissez vide pour que j’en propose
command-link-search = chercher
    .description = Chercher parmi les liens, avec ou sans accents
    .words = mots
    .words-description = Des mots ; "une expression" ; tag: année: ; -mot pour exclure
command-link-list = liste
    .description = Les derniers liens partagés
    .tag = mot-clé
    .tag-description = Seulement ceux qui portent ce mot-clé
command-link-show = voir
    .description = Un lien, qui l’a partagé et pourquoi
    .link = lien
    .link-description = Tapez un mot du titre
command-link-later = plus-tard
    .description = Les liens que vous vouliez lire plus tard ; vous seul·e voyez cette liste
command-link-edit = modifier
    .description = Corriger un lien que vous avez partagé
    .link = lien
    .link-description = Tapez un mot du titre
command-link-remove = retirer
    .description = Retirer un lien que vous avez partagé
    .link = lien
    .link-description = Tapez un mot du titre
command-link-import = importer
    .description = Reprendre des liens d’un navigateur ou d’un autre outil
    .file = fichier
    .file-description = Marque-pages exportés d’un navigateur (HTML), CSV ou JSON
command-link-export = exporter
    .description = Tous les liens, dans un fichier
    .file_format = format
    .file_format-description = Marque-pages pour un navigateur, CSV ou JSON
choice-bookmarks = marque-pages (HTML)
choice-csv = tableau (CSV)
choice-json = données (JSON)

## Ce qu'une page dit d'elle-même

links-published-on = { $day }
links-minutes = { $count } min de lecture
links-kind-pdf = PDF
links-kilobytes = { $size } ko
links-megabytes = { $size } Mo
links-language-fr = en français
links-language-en = en anglais
links-language-de = en allemand
links-language-es = en espagnol
links-language-it = en italien
links-language-nl = en néerlandais
links-language-pt = en portugais
links-language-ar = en arabe
links-tags = Mots-clés : { $tags }
links-by = Partagé par { $who }
links-by-nobody = Partagé par une personne qui n’est plus nommée
links-open = Ouvrir
links-see = Détails
links-where = Là où c’est paru
links-useful = Utile ({ $count })
links-useful-on = C’est compté : vous trouvez ce lien utile. Un second appui le retire.
links-useful-off = C’est retiré : vous ne comptez plus ce lien comme utile.
links-later = Lire plus tard
links-later-on = C’est dans votre liste, que vous seul·e voyez : /lien plus-tard.
links-later-off = C’est retiré de votre liste.
links-later-done = Lu

## L'aperçu

links-preview = Aperçu · vous seul·e le voyez. Une fois publié, tous les membres pourront trouver ce lien.
links-kept-unread = La page n’a pas pu être lue ({ $why }). Le lien est gardé quand même : je compléterai plus tard, ou vous pouvez écrire un titre.
links-reason-refused-address = elle n’est pas sur le web public
links-reason-refused-url = son adresse renvoie à une autre, que je n’ouvre pas
links-reason-too-many-redirects = elle renvoie sans fin d’une adresse à l’autre
links-reason-timeout = le site met trop de temps à répondre
links-reason-dns = ce nom de site n’existe pas, ou pas encore
links-reason-tls = le certificat du site n’est pas valable
links-reason-connection = le site ne répond pas
links-reason-not-http = le site répond de travers
links-reason-too-large = le site répond trop long
links-reason-encoding = le site répond dans un codage que je ne lis pas
links-reason-blocked = le site n’ouvre pas aux robots
links-reason-gone = le site dit que cette page n’existe pas
links-reason-server = le site est en panne
links-reason-status = le site répond sans montrer de page
links-your-note = Votre note : { $note }
links-no-note = Pas encore de note : pourquoi cette page vaut-elle le détour ?
links-leaves-never = Reste sur Discord.
links-leaves-nameless = Peut être cité dans la lettre, sans votre nom.
links-leaves-named = Peut être cité dans la lettre, avec votre nom.
links-switch-leaves-off = Autoriser hors de Discord
links-switch-leaves-on = Garder sur Discord
links-switch-name-off = … avec mon nom
links-switch-name-on = … sans mon nom
links-publish = Publier
links-share-again = Ajouter ma voix
links-edit = Modifier
links-retry = Relire la page
links-discard = Jeter
links-discarded = C’est jeté : rien n’a été publié.
links-known = Déjà partagé ! Vous pouvez ajouter votre note et vos mots-clés.
links-known-more = { $count ->
        [one] et une autre personne
       *[other] et { $count } autres personnes
    }
links-shared = C’est partagé. Merci !
links-shared-again = C’est noté : vous le partagez aussi. Merci !
links-published-nowhere = Il se trouve avec /chercher et /lien liste.
links-published-in = La carte paraît dans { $channel }.
links-again = { $who } partage aussi « { $title } »
links-down = Ce lien n’est plus là.
links-which = { $count } liens dans ce message : lequel garder ?
links-which-hint = Choisissez un lien
links-too-many = { $count ->
        [one] Un autre lien n’est pas dans la liste : partagez-le avec /lien partager.
       *[other] { $count } autres liens ne sont pas dans la liste : partagez-les avec /lien partager.
    }
links-field-url = Adresse de la page
    .hint = Copiez-la depuis la barre de votre navigateur.
links-field-title = Titre
links-field-description = Description
links-field-note = Votre note
    .hint = Pourquoi vous la partagez, ce qu’on y trouve.
links-field-tags = Mots-clés
    .hint = Séparés par des virgules.

## Refus

links-unknown = Je ne trouve pas ce lien : choisissez-le dans la liste qui s’affiche pendant la saisie.
links-gone = Ce lien n’est plus là : il a été retiré ou archivé.
links-not-yours = Seules les personnes qui ont partagé ce lien, ou la modération, peuvent faire cela.
links-draft-gone = Cet aperçu n’existe plus : le lien a été publié ou jeté, ou une semaine a passé. Recommencez avec /lien partager.
links-none-in-message = Je ne vois pas de lien à garder dans ce message.
links-address-taken = Cette adresse est déjà celle d’un autre lien : « { $title } ». Archivez plutôt celui-ci.
links-too-many-tags = C’est beaucoup de mots-clés : gardez-en { $most } au plus. Le reste est conservé.

## Listes

links-list = Les derniers liens
links-list-of = Les liens sur « { $tag } »
links-count = { $count ->
        [one] Un lien
       *[other] { $count } liens
    }
links-list-empty = Aucun lien ici pour l’instant. Partagez le premier avec /lien partager.
links-later-list = À lire plus tard
links-later-private = Vous seul·e voyez cette liste.
links-later-empty = Rien à lire plus tard. Appuyez sur « Lire plus tard » sous un lien.
links-remove = Retirer
links-remove-sure = Retirer « { $title } » ? Le lien, les notes et les mots-clés seront effacés.
links-remove-mine-sure = D’autres personnes partagent aussi « { $title } » : seules votre note et votre mention seront retirées. Continuer ?
links-removed = C’est retiré.
links-removed-mine = Votre partage est retiré ; le lien reste, puisque d’autres le partagent.
links-sure-yes = Oui, continuer
links-sure-no = Non, revenir

## La santé des liens

links-unread = La page n’a pas encore pu être lue ; j’essaierai de nouveau.
links-dead = Lien mort : la page ne répond plus depuis le { $since }.
links-moved = La page mène maintenant ailleurs ; la modération en est prévenue.
links-moved-to = Mène maintenant ailleurs : { $address }
links-failing = La page ne répond pas depuis le { $since }. Un lien n’est tenu pour mort qu’après deux semaines et plusieurs essais.
links-blocked = Le site n’ouvre pas aux robots : je ne peux pas vérifier cette page, ce qui ne veut pas dire qu’elle a disparu.
links-checked = Vérifié { $moment }.
links-answers = La page répond.
links-told-dead = La page que vous aviez partagée, « { $title } », n’est plus à cette adresse. Savez-vous où elle est passée ?
links-repair = Réparer
links-repair-ways = Donnez la nouvelle adresse, cherchez une copie à la Wayback Machine (je n’y lis rien, c’est vous qui l’ouvrez), ou archivez le lien : il ne sera plus trouvé, mais le partager de nouveau le ramène.
links-new-address = Nouvelle adresse
links-field-new-url =
    .hint = Celle de la même page aujourd’hui, ou d’une copie archivée.
links-archived-copy = Copie archivée
links-archive = Archiver
links-archived = C’est archivé : le lien n’est plus trouvé ni listé. Le partager de nouveau le ramène.
links-weekly = { $count ->
        [one] Un lien à réparer
       *[other] { $count } liens à réparer
    }
links-weekly-more = { $count ->
        [one] et un autre, que vous verrez quand ceux-ci seront réparés
       *[other] et { $count } autres, que vous verrez quand ceux-ci seront réparés
    }
links-weekly-how = Les personnes concernées, qui les avaient partagés, en sont aussi prévenues.
links-weekly-choose = Choisissez un lien à réparer

## Réglages

links-channel-question = **Salon des liens.** Là où paraissent les liens partagés depuis le message d’accueil ou en message privé. Sans salon, ils sont gardés et trouvés, sans carte.
links-watch-question = **Salons observés.** Dans ces salons, je garde de moi-même les liens que les membres partagent. Aucun par défaut : les membres gardent un lien d’un message avec le menu « Garder ce lien ».
links-watch-off = Aucun salon n’est observé, et je ne demande pas à Discord de me montrer les messages.
links-watch-on = C’est en place : Discord me montre les messages, et je n’y cherche que des liens, dans ces salons seulement.
links-watch-next-start = Pris en compte au prochain démarrage. La personne qui héberge le bot doit d’abord activer « Message Content Intent » dans le portail de Discord, sinon le bot ne pourra pas démarrer.
links-watch-placeholder = Choisissez des salons
links-watch-none = aucun salon observé
links-contact-question = **Contact.** Quand je vérifie une page, je dis au site qui je suis. À quelle adresse peut-on vous écrire ? Aujourd’hui : { $contact }
links-contact-change = Changer le contact
links-field-contact = Adresse de courriel ou page web
    .hint = Visible des sites que je visite. Laissez vide pour ne rien dire.

## Fichiers

links-not-links = Je ne trouve pas de liens dans ce fichier. Je lis les marque-pages exportés d’un navigateur (HTML), les tableaux CSV dont une colonne s’appelle « url », et le JSON.
links-file-too-large = Ce fichier est trop grand : { $most } liens et { $megabytes } Mo au plus. Coupez-le en plusieurs fichiers.
links-export-too-large = Le fichier est trop grand pour un message de Discord. La personne qui héberge le bot peut l’exporter : python -m bot export.
links-imported = Liens ajoutés : { $added } · déjà là : { $known } · adresses que je ne garde pas : { $refused }. Les pages seront lues peu à peu.
links-exported = Les liens de la communauté. Gardez ce fichier entre vous : il contient aussi ce qui doit rester sur Discord.
digest-section-links = Liens partagés
digest-section-repair = Liens qui ne répondent plus : qui sait où ils sont passés ?
