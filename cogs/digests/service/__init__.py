"""What people do with digests."""

from cogs.digests.service.compiling import Compiler, Fresh
from cogs.digests.service.digests import DigestService, Wishes
from cogs.digests.service.issues import DRAFT, UPDATE, IssueService, Sheet
from cogs.digests.service.posting import PART, REMINDER, PostingService
from cogs.digests.service.reading import ReadingService, WhatIsNew
from cogs.digests.service.welcomes import WelcomeService

__all__ = [
    "DRAFT",
    "PART",
    "REMINDER",
    "UPDATE",
    "Compiler",
    "DigestService",
    "Fresh",
    "IssueService",
    "PostingService",
    "ReadingService",
    "Sheet",
    "WelcomeService",
    "WhatIsNew",
    "Wishes",
]
