"""What an address carries for somebody's statistics and not for the page; documented in docs/link-identity.md.

A parameter is here only if no site is known to choose its page by it: one left in costs a duplicate seen
too late, one taken out wrongly loses a link.
"""

from __future__ import annotations

import re

PREFIXES = ("utm_", "mtm_", "matomo_", "piwik_", "pk_", "hsa_", "at_", "_branch_", "wt.")

PARAMETERS = frozenset(
    {
        *("fbclid", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "mibextid"),  # Facebook
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "gad_source", "gad_campaignid", "srsltid", "_ga", "_gl"),
        *("msclkid", "yclid", "ysclid", "_openstat", "twclid", "ttclid", "li_fat_id", "epik", "rdt_cid", "scclid"),
        *("igshid", "igsh", "ref_src", "ref_url", "__twitter_impression", "trackingid", "trk"),  # social networks
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv"),  # mailings
        *("oly_anon_id", "oly_enc_id", "__s", "ml_subscriber", "ml_subscriber_hash", "sib_id", "ck_subscriber_id"),
        *("xtor", "xtref", "xts", "s_cid", "cmpid", "ns_campaign", "ns_source", "ns_mchannel", "icid", "wickedid"),
    }
)

# Only at these sites: elsewhere the same names choose a page.
OF_SITES = {
    "youtube.com": frozenset({"si", "feature", "pp", "ab_channel", "app"}),
    "open.spotify.com": frozenset({"si", "context"}),
    "twitter.com": frozenset({"s", "t"}),
    "x.com": frozenset({"s", "t"}),
    "linkedin.com": frozenset({"rcm", "originalsubdomain"}),
    "helloasso.com": frozenset({"_gac"}),
}

_FRAGMENT = re.compile(r"(?:xtor|utm_\w+|at_\w+|mtm_\w+|pk_\w+|fbclid|gclid)=.*", re.IGNORECASE | re.DOTALL)


def is_tracking(name: str, site: str) -> bool:
    """`name` as written in the address, `site` without www."""
    name = name.lower()
    return name in PARAMETERS or name.startswith(PREFIXES) or name in OF_SITES.get(site, ())


def kept_fragment(fragment: str) -> str:
    """Without a text directive, and nothing when only statistics are in it."""
    fragment = fragment.split(":~:", 1)[0]
    return "" if _FRAGMENT.fullmatch(fragment) else fragment
