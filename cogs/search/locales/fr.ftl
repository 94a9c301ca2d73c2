# La recherche.

feature-search = Recherche

command-search = chercher
    .description = Chercher dans tout ce que la communauté a publié
    .words = mots
    .words-description = Des mots, avec ou sans accents ; "une expression" ; -mot pour exclure

search-title = Recherche : { $text }
search-everything = Tout, du plus récent au plus ancien
search-count = { $count ->
        [one] Un résultat.
       *[other] { $count } résultats.
    }
search-nothing = Rien ne correspond.
search-corrected = J’ai cherché aussi : **{ $text }**
search-near = Aucun texte ne contient tout ; voici ce qui s’en approche.
search-and-near = … puis { $count } qui s’en { $count ->
        [one] approche
       *[other] approchent
    }.
search-hint = Essayez un seul mot, un synonyme, ou retirez un filtre. La recherche est comptée, sans votre nom, pour que l’équipe sache ce qui manque.
search-open = Lire
search-again = Autre recherche
search-by-date = Trier par date
search-by-relevance = Trier par pertinence
search-refine-tag = Préciser par mot-clé
search-refine-kind = Préciser par type
search-refine-venue = Préciser par lieu
search-refine-year = Préciser par année
facet-kind-poll = Sondage (résultat)
facet-kind-survey = Enquête (résultat)
search-words = Que cherchez-vous ?
    .hint = Des mots, avec ou sans accents. Exemples : charte image ; "lignes rouges" ; tag:juniors
search-forgotten = J’ai redémarré entre-temps et je n’ai plus cette longue recherche en mémoire. Relancez-la : les mots se retapent plus vite qu’ils ne s’oublient.
digest-section-misses = Cherché ici, et pas trouvé : qui a ça ?
