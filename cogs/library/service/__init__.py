"""What people do with the library."""

from cogs.library.service.archive import LibraryArchive
from cogs.library.service.digest import LibraryNews, MeetingNotes, StillValid
from cogs.library.service.drafts import DraftService, Typed
from cogs.library.service.entries import ENTRY, UPDATE, EntryService
from cogs.library.service.intake import LibraryIntake, NotALibrary, Report
from cogs.library.service.questions import ANSWERED, ASKED, QuestionService
from cogs.library.service.review import CHANGES, DECLINED, PUBLISHED, SUBMISSION, ReviewedService
from cogs.library.service.validity import STILL_VALID, VALIDITY, ValidityService

__all__ = [
    "ANSWERED",
    "ASKED",
    "CHANGES",
    "DECLINED",
    "ENTRY",
    "PUBLISHED",
    "STILL_VALID",
    "SUBMISSION",
    "UPDATE",
    "VALIDITY",
    "DraftService",
    "EntryService",
    "LibraryArchive",
    "LibraryIntake",
    "LibraryNews",
    "MeetingNotes",
    "NotALibrary",
    "QuestionService",
    "Report",
    "ReviewedService",
    "StillValid",
    "Typed",
    "ValidityService",
]
