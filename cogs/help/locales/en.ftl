# Home and help.

feature-help = Home and help

command-help = help
    .description = What you can do here
command-home = home
    .description = The menu: everything you can do, one click away

home-help = Help
settings-section-home = Home message
home-title = What would you like to do?
home-text = Here we build a common framework for AI in our trades: what we do with it, what we hope for, what we fear, what we refuse. Votes are anonymous.
home-foot = Whatever opens from here is visible to you only.
home-summary = to be posted where members will see it
home-choose-channel = **The home message** has a button for each thing members can do. Choose the channel: it appears there at once, and you can pin it. A home message posted elsewhere stays there.
home-posted = The home message is posted in { $channel }.

help-title = Help
help-intro = For members, everything starts from the home message (/home), with buttons. Commands do the same, and a little more.
help-for-members = For everybody
help-for-moderators = For moderators
help-foot = A question, a doubt about anonymity? The command /anonymity says exactly what is kept.

post-help-home = the home message
