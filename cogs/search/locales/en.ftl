# Search.

feature-search = Search

command-search = search
    .description = Search everything the community has published
    .words = words
    .words-description = Words, with or without accents; "a phrase"; -word to exclude

search-title = Search: { $text }
search-everything = Everything, the latest first
search-count = { $count ->
        [one] One result.
       *[other] { $count } results.
    }
search-nothing = Nothing matches.
search-corrected = I also looked for: **{ $text }**
search-near = No text holds it all; here is what comes near.
search-and-near = … then { $count } that { $count ->
        [one] comes
       *[other] come
    } near.
search-hint = Try a single word, a synonym, or remove a filter. The search is counted, without your name, so that the team knows what is missing.
search-open = Read
search-again = Another search
search-by-date = Latest first
search-by-relevance = Closest first
search-refine-tag = Narrow by tag
search-refine-kind = Narrow by kind
search-refine-venue = Narrow by venue
search-refine-year = Narrow by year
facet-kind-poll = Poll (result)
facet-kind-survey = Survey (result)
search-words = What are you looking for?
    .hint = Words, with or without accents. Examples: poster charter; "red lines"; tag:juniors
search-forgotten = I restarted meanwhile and no longer hold this long search in memory. Please search again.
digest-section-misses = Looked for here in vain: who has it?
