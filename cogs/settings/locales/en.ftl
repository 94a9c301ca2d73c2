# The community's settings.

feature-settings = Settings

command-settings = settings
    .description = For moderators: set up the bot, or take the tour of what there is to set up
command-settings-open = open
    .description = See and change the community's settings
command-settings-tour = tour
    .description = The tour in seven stops of everything there is to set up, in order

settings-title = Settings
settings-intro = What the community has chosen. Each button opens a setting; everything is saved at once.
settings-back = Back to the settings
settings-saved = Saved.
settings-section-language = Language
settings-section-zone = Time zone
settings-section-moderators = Moderation
settings-section-channels = Channels
settings-section-thresholds = Anonymity thresholds

settings-language-question = **The community's language.** It holds for everything I post.
settings-follow-question = **Private replies** can follow the language each member chose in Discord.
settings-follow-no = The same language for everybody
settings-follow-yes = Private replies in each member's language

settings-zone-question = **The time zone** in which I understand “tomorrow 6pm”.
settings-zone-other = Another zone
settings-zone-label = Time zone
settings-zone-hint = A large city is often enough: Paris, Nouméa…
settings-zone-unknown = I do not know the zone “{ $name }”. Write a large city, or a name such as Europe/Paris.

settings-moderators-question = **Who moderates?** The role chosen here reads texts before they are published, approves letters, launches surveys, ends or cancels polls. Without a role, it is those who can manage the server; they always keep access to the settings.
settings-moderators-placeholder = Choose a role
settings-moderators-none = those who can manage the server

settings-channel-announcements = **The announcements channel** receives what is meant for everybody.
settings-channel-moderators = **The moderators' channel** receives what asks for a decision or some help.
settings-channel-announcements-short = announcements:
settings-channel-moderators-short = moderators:
settings-channel-none = to choose
settings-channel-placeholder = Choose a channel

settings-thresholds-now = **The anonymity thresholds.** A vote needs at least { $electorate } people consulted (10 for a role, 20 for a sensitive poll), and nothing is published if fewer than { $answers } people answer. These thresholds can be raised, never lowered: there is no way back. Votes already open keep theirs, and every change is announced publicly.
settings-thresholds-short = at least { $electorate } people consulted and { $answers } answers
settings-thresholds-raise = Raise the thresholds
settings-electorate-label = People consulted, at least
settings-electorate-hint = A whole number, equal to or above the present one.
settings-answers-label = Answers, at least
settings-answers-hint = A whole number, equal to or above the present one.
settings-not-a-number = “{ $typed }” is not a whole number. Write for example 8.
settings-threshold-lowered = { $typed } is lower than the present threshold, { $current }. A threshold is a promise made to members: it can go up, never down.
settings-threshold-too-large = That is too high: { $most } at most, or no vote could ever open here.
settings-thresholds-announced = The anonymity thresholds were raised. From now on, a vote needs at least { $electorate } people consulted, and nothing is published if fewer than { $answers } people answer.

settings-welcome-title = Hello!
settings-welcome-text = I am the community’s bot: anonymous polls and surveys, a library of charters and experiences, links, meetups, a letter. Moderators, a few minutes are enough to begin: the language, the time zone, your role, the channels, then the home message, where everything starts for members. /settings tour shows the way, and it can all be changed later with /settings open.
settings-welcome-button = Open the settings

post-settings-welcome = the welcome message
post-settings-anonymity-changed = the announcement of the new anonymity thresholds
