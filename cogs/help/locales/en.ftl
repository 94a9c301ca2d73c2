# Home and help.

feature-help = Home and help

command-help = help
    .description = What you can do here
command-home = home
    .description = The menu: everything you can do, one click away

home-help = Help
settings-section-home = Home message
home-title = What would you like to do?
home-text = Here we build our common framework on AI in our trades together: to say what we do with it, what we fear from it, what we do not want. Votes are anonymous.
home-foot = Whatever opens from here is visible to you only.
home-summary = a message with a button for each action
home-choose-channel = **The home message** has a button for each thing a member can do. Choose the channel to post it in; you can pin it there afterwards.
home-posted = The home message is posted in { $channel }.

help-title = Help
help-intro = Everything can be done from the home message (/home), without typing. Here are the commands, for those who prefer them.
help-for-members = For everybody
help-for-moderators = For moderators
help-foot = A question, a doubt about anonymity? The command /anonymity says exactly what is kept.

post-help-home = the home message
