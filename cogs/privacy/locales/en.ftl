# What anonymity means here.

feature-privacy = Anonymity

command-anonymity = anonymity
    .description = What is kept of a vote, what is not, and the limits

home-anonymity = Anonymity

anonymity-title = How your anonymity is protected
anonymity-intro = The promise: **nothing that is kept lets anyone, not even the person who hosts the bot, find out afterwards who answered what.** While the vote is open, though, you have to trust the person who hosts the bot.
anonymity-kept-title = What is kept during a vote
anonymity-kept = - who may answer, as codes that mean nothing without a secret key; the list is frozen at the opening;
    - for each person, whether they have answered (yes or no, nothing more);
    - for each answer offered, how many times it was chosen; if too few people answer, nothing is published.
anonymity-not-kept-title = What never is
anonymity-not-kept = - who chose what;
    - the order or the time of the answers;
    - the content of a whole ballot: only totals;
    - a log line, a message or a receipt that would speak of your answer.
anonymity-box-title = For the curious: the ballot box
anonymity-box = Each open vote is a small file of its own, outside the database and the backups, of fixed size: a header with the thresholds, the list of fingerprints with their bit, the counters. It is rewritten in place, and each write makes the one before unreadable in the same instant. Two votes in which the same people answered, and each answer got the same number of votes, leave the same content, whatever the order. At the end, only the totals that may be published are kept; the file is filled with zeros, then removed.
anonymity-nobody-can-title = The limits
anonymity-nobody-can = - Discord sees your clicks;
    - anyone who controls the machine **while** a vote is open, and tries to find out, can watch what passes or compare two copies of the box;
    - with the secret key and an open box, one can see **who** has answered, never what;
    - some disks keep former versions of files for a while;
    - if everybody answers alike, or if all the others tell their answer, yours can be guessed.
anonymity-verify-title = To verify it
anonymity-verify = The code is public: the folder bot/anonymity, and docs/ANONYMITY.md which explains it. Tests replay thousands of votes to make sure.
