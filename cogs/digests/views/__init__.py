"""The buttons, selects and forms of digests."""

from cogs.digests.views import desk, lists, news
from cogs.digests.views.lists import show_archive, show_digest, show_list
from cogs.digests.views.news import show_followed, show_news

DYNAMICS = (*desk.DYNAMICS, *lists.DYNAMICS, *news.DYNAMICS)
FORMS = (*desk.FORMS, *news.FORMS)

__all__ = ["DYNAMICS", "FORMS", "show_archive", "show_digest", "show_followed", "show_list", "show_news"]
