demo-title = TMNlab, the demo
demo-ready = Demo ready: { $address }
demo-skip = Skip to content
demo-heading = Welcome to an imaginary community
demo-lead = Everything here is make-believe except the bot: it is the real one, on a simulated Discord that lives in this computer only. Nothing leaves it, nothing counts: try things, get them wrong, start again.
demo-how = Open a channel, choose at the top who you play, then talk, click, or type “/” to see the commands. Members have their direct messages too, simulated like the rest. The bot speaks French here until a moderator changes that with /settings open. To see what the bot does by itself (reminders, closings, announcements), move the time forward.
demo-trials = Things to try
demo-go = Open “{ $room }”
demo-rooms = Channels
demo-others = Other channels
demo-thread-closed = closed thread
demo-people = Direct messages
demo-people-hint = Each person sees their own messages with the bot.
demo-moderator = moderator
demo-events = Coming up
demo-no-events = No event for now.
demo-event-interested =
    { $count ->
        [0] nobody interested yet
        [one] 1 person interested
       *[other] { $count } people interested
    }
demo-event-active = happening now
demo-menus = Act on a message
demo-menus-hint = In Discord these actions are in a message’s menu. Here you run them from this form.
demo-menu-action = Action
demo-menu-person = Acting as
demo-menu-room = Channel
demo-menu-message = Message
demo-menu-run = Run
demo-menu-empty = No message in this channel.
demo-menu-done = Done: the answer is in the channel.
demo-time = The community’s time
demo-hour = + 1 h
demo-day = + 1 day
demo-week = + 1 week
demo-hour-long = Move one hour forward
demo-day-long = Move one day forward
demo-week-long = Move one week forward
demo-moving = Time is passing…
demo-failed = Something went wrong. The details are in the terminal where the demo runs.
demo-back = Back
demo-tab = In a tab
demo-frame = Open channel
demo-new = new messages
demo-gone = The demo has stopped. Start it again in the terminal, then reload this page.
demo-nobody = None of the people in this demo can read this channel.
