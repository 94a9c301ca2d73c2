# The community's settings.

feature-settings = Settings

command-settings = settings
    .description = See and change the community's settings

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
settings-zone-hint = A city is often enough: Paris, Noumea…
settings-zone-unknown = I do not know the zone “{ $name }”. Write a large city, or a name such as Europe/Paris.

settings-moderators-question = **Who moderates?** The role chosen here can end and cancel polls. Without a role, it is those who can manage the server; they always keep access to the settings.
settings-moderators-placeholder = Choose a role
settings-moderators-none = those who can manage the server

settings-channel-announcements = **The announcements channel** receives what is meant for everybody.
settings-channel-moderators = **The moderators' channel** receives what asks for a decision or a hand.
settings-channel-announcements-short = announcements:
settings-channel-moderators-short = moderators:
settings-channel-placeholder = Choose a channel

settings-thresholds-now = **The anonymity thresholds.** A vote only opens from { $electorate } people consulted on (10 at least for a role), and nothing is published below { $answers } answers. These thresholds can be raised, never lowered; votes already open keep theirs. Every change is announced publicly.
settings-thresholds-short = { $electorate } people consulted, { $answers } answers
settings-thresholds-raise = Raise the thresholds
settings-electorate-label = People consulted, at least
settings-electorate-hint = A whole number, equal to or above the present one.
settings-answers-label = Answers, at least
settings-answers-hint = A whole number, equal to or above the present one.
settings-not-a-number = “{ $typed }” is not a whole number. Write for example 8.
settings-threshold-lowered = { $typed } is lower than the present threshold, { $current }. A threshold is a promise made to members: it can go up, never down.
settings-threshold-too-large = This threshold is too high: { $most } at most, or no vote could open any more.
settings-thresholds-announced = The anonymity thresholds were raised. From now on a vote only opens from { $electorate } people consulted on, and nothing is published below { $answers } answers.

settings-welcome-title = Hello!
settings-welcome-text = I am the community's bot: anonymous polls today, more soon. Before we begin, the moderators can check my settings: language, time zone, moderators' role, channels. It takes two minutes, and everything can be changed later with /settings.
settings-welcome-button = Open the settings

post-settings-welcome = the welcome message
post-settings-anonymity-changed = the announcement of the new anonymity thresholds
