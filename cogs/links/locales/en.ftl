# Links: shared in a click, kept once, checked.

feature-links = Links
home-link-share = Share a link
settings-section-links = Links
facet-kind-link = Link
menu-keep-link = Keep this link
post-links-card = the card of a link
post-links-again = the word that a link was shared again
post-links-update = the update of a link's card
post-links-weekly = the summary of links to repair

## Commands

command-link = link
    .description = The links that the community shares
command-link-share = share
    .description = Share a page: article, tool, training, call, study
    .url = url
    .url-description = The page's address, copied from your browser
    .note = note
    .note-description = Why you share it, in a sentence
    .tags = tags
    .tags-description = Separated by commas; leave empty and I suggest some
command-link-search = search
    .description = Search among links, with or without accents
    .words = words
    .words-description = Words; "a phrase"; tag: year: ; -word to leave out
command-link-list = list
    .description = The latest links
    .tag = tag
    .tag-description = Only those that bear this tag
command-link-show = show
    .description = A link, who shared it and why
    .link = link
    .link-description = Type a word of the title
command-link-later = later
    .description = The links you wanted to read later; only you see this list
command-link-edit = edit
    .description = Correct a link that you shared
    .link = link
    .link-description = Type a word of the title
command-link-remove = remove
    .description = Take down a link that you shared
    .link = link
    .link-description = Type a word of the title
command-link-import = import
    .description = Take links over from a browser or another tool
    .file = file
    .file-description = Bookmarks exported from a browser (HTML), CSV or JSON
command-link-export = export
    .description = All links, in one file
    .file_format = format
    .file_format-description = Bookmarks for a browser, CSV or JSON
choice-bookmarks = bookmarks (HTML)
choice-csv = table (CSV)
choice-json = data (JSON)

## What a page says of itself

links-published-on = { $day }
links-minutes = { $count } min read
links-kind-pdf = PDF
links-kilobytes = { $size } kB
links-megabytes = { $size } MB
links-language-fr = in French
links-language-en = in English
links-language-de = in German
links-language-es = in Spanish
links-language-it = in Italian
links-language-nl = in Dutch
links-language-pt = in Portuguese
links-language-ar = in Arabic
links-tags = Tags: { $tags }
links-by = Shared by { $who }
links-by-nobody = Shared by somebody who is no longer named
links-open = Open
links-see = Details
links-where = Where it appeared
links-useful = Useful ({ $count })
links-useful-on = Counted: you find this link useful. A second press takes it back.
links-useful-off = Taken back: you no longer count this link as useful.
links-later = Read later
links-later-on = It is on your list, which only you see: /link later.
links-later-off = It is off your list.
links-later-done = Read

## The preview

links-preview = Preview · only you see it. Once published, every member can find this link.
links-kept-unread = The page could not be read ({ $why }). The link is kept all the same: I will complete it later, or you can write a title.
links-reason-refused-address = it is not on the public web
links-reason-refused-url = its address leads to another one, which I do not open
links-reason-too-many-redirects = it leads from one address to another without end
links-reason-timeout = the site takes too long to answer
links-reason-dns = there is no site of that name, or not yet
links-reason-tls = the site's certificate is not valid
links-reason-connection = the site does not answer
links-reason-not-http = the site answers something I cannot read
links-reason-too-large = the site's answer is too long
links-reason-encoding = the site answers in an encoding I do not read
links-reason-blocked = the site turns robots away
links-reason-gone = the site says that there is no such page
links-reason-server = the site is out of order
links-reason-status = the site answers without showing a page
links-your-note = Your note: { $note }
links-no-note = No note yet: what makes this page worth a visit?
links-leaves-never = Stays on Discord.
links-leaves-nameless = May be quoted in the newsletter, without your name.
links-leaves-named = May be quoted in the newsletter, with your name.
links-switch-leaves-off = Allow outside Discord
links-switch-leaves-on = Keep on Discord
links-switch-name-off = … with my name
links-switch-name-on = … without my name
links-publish = Publish
links-share-again = Add my voice
links-edit = Edit
links-retry = Read the page again
links-discard = Discard
links-discarded = Discarded: nothing was published.
links-known = Already shared! You can add your note and your tags.
links-known-more = { $count ->
        [one] and one more person
       *[other] and { $count } more people
    }
links-shared = It is shared. Thank you!
links-shared-again = Noted: you share it too. Thank you!
links-published-nowhere = It is found with /search and /link list.
links-published-in = Its card appears in { $channel }.
links-again = { $who } also shares “{ $title }”
links-down = This link is no longer here.
links-which = { $count } links in this message: which one to keep?
links-which-hint = Choose a link
links-too-many = { $count ->
        [one] One more link is not in the list: share it with /link share.
       *[other] { $count } more links are not in the list: share them with /link share.
    }
links-field-url = Address of the page
    .hint = Copy it from your browser's address bar.
links-field-title = Title
links-field-description = Description
links-field-note = Your note
    .hint = Why you share it, what is to be found there.
links-field-tags = Tags
    .hint = Separated by commas.

## Refusals

links-unknown = I cannot find this link: choose it in the list that opens while you type.
links-gone = This link is no longer here: it was removed or archived.
links-not-yours = Only those who shared this link, or the moderators, can do that.
links-draft-gone = This preview is gone: the link was published or discarded, or a week went by. Start again with /link share.
links-none-in-message = I see no link to keep in this message.
links-address-taken = This address is another link's already: “{ $title }”. Archive this one instead.
links-too-many-tags = That is a lot of tags: keep { $most } at most. The rest is kept.

## Lists

links-list = The latest links
links-list-of = Links about “{ $tag }”
links-count = { $count ->
        [one] One link
       *[other] { $count } links
    }
links-list-empty = No link here yet. Share the first one with /link share.
links-later-list = To read later
links-later-private = Only you see this list.
links-later-empty = Nothing to read later. Press “Read later” under a link.
links-remove = Remove
links-remove-sure = Remove “{ $title }”? The link, the notes and the tags will be erased.
links-remove-mine-sure = Others share “{ $title }” too: only your note and your mention will be removed. Go on?
links-removed = It is removed.
links-removed-mine = Your share is removed; the link stays, since others share it.
links-sure-yes = Yes, go on
links-sure-no = No, go back

## The health of links

links-unread = The page could not be read yet; I will try again.
links-dead = Dead link: the page has not answered since { $since }.
links-moved = The page leads elsewhere now; the moderators are told.
links-moved-to = Leads elsewhere now: { $address }
links-failing = The page has not answered since { $since }. A link counts as dead only after two weeks and several tries.
links-blocked = The site turns robots away: I cannot check this page, which does not mean that it is gone.
links-checked = Checked { $moment }.
links-answers = The page answers.
links-told-dead = The page you shared, “{ $title }”, is no longer at its address. Do you know where it went?
links-repair = Repair
links-repair-ways = Give the new address, look for a copy at the Wayback Machine (I read nothing there, you open it), or archive the link: it is no longer found, but sharing it again brings it back.
links-new-address = New address
links-field-new-url =
    .hint = The same page's today, or that of an archived copy.
links-archived-copy = Archived copy
links-archive = Archive
links-archived = Archived: the link is neither found nor listed any more. Sharing it again brings it back.
links-weekly = { $count ->
        [one] One link to repair
       *[other] { $count } links to repair
    }
links-weekly-more = { $count ->
        [one] and one more, which you will see once these are repaired
       *[other] and { $count } more, which you will see once these are repaired
    }
links-weekly-how = Those who shared them are told as well.
links-weekly-choose = Choose a link to repair

## Settings

links-channel-question = **Channel of links.** Where links shared from the home message or in a direct message appear. Without one, they are kept and found, without a card.
links-watch-question = **Watched channels.** In these channels I keep the links that members share, by myself. None by default: members keep a message's link with the menu “Keep this link”.
links-watch-off = No channel is watched, and I do not ask Discord to show me messages.
links-watch-on = In place: Discord shows me messages, and I look for nothing but links in them, in these channels only.
links-watch-next-start = Takes effect at the next start. Whoever hosts the bot must first switch on “Message Content Intent” in Discord's portal, or the bot cannot start.
links-watch-placeholder = Choose channels
links-watch-none = no watched channel
links-contact-question = **Contact.** When I check a page, I tell the site who I am. At which address can people write to you? Today: { $contact }
links-contact-change = Change the contact
links-field-contact = E-mail address or web page
    .hint = Seen by the sites I visit. Leave empty to say nothing.

## Files

links-not-links = I find no links in this file. I read bookmarks exported from a browser (HTML), CSV tables with a column called “url”, and JSON.
links-file-too-large = This file is too large: { $most } links and { $megabytes } MB at most. Cut it into several files.
links-export-too-large = The file is too large for a message on Discord. Whoever hosts the bot can export it: python -m bot export.
links-imported = Links added: { $added } · there already: { $known } · addresses I do not keep: { $refused }. The pages will be read little by little.
links-exported = The community's links. Keep this file among you: it also holds what must stay on Discord.
digest-section-links = Links shared
digest-section-repair = Links that no longer answer: who knows where they went?
