"""The use cases of links."""

from cogs.links.service.digest import LinksToRepair, NewLinks
from cogs.links.service.exchange import ExchangeService, Report
from cogs.links.service.health import DEAD, WEEKLY, HealthService
from cogs.links.service.links import AGAIN, CARD, PREFIX, UPDATE, LinkService, Typed
from cogs.links.service.pages import Pages
from cogs.links.service.repair import RepairService, archive_search
from cogs.links.service.sharing import Door, Published, SharingService

__all__ = [
    "AGAIN",
    "CARD",
    "DEAD",
    "PREFIX",
    "UPDATE",
    "WEEKLY",
    "Door",
    "ExchangeService",
    "HealthService",
    "LinkService",
    "LinksToRepair",
    "NewLinks",
    "Pages",
    "Published",
    "RepairService",
    "Report",
    "SharingService",
    "Typed",
    "archive_search",
]
