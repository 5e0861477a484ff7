"""What everybody may read, signed in or not: how data is treated, and on which terms."""

from starlette.routing import BaseRoute

from adapters.web.site import Site

PRIVACY_AT = "/history/privacy"
PRIVACY = (
    "about-privacy-title",
    "about-privacy-where",
    "about-privacy-what",
    "about-privacy-who",
    "about-privacy-how-long",
    "about-privacy-yours",
    "about-privacy-ground",
)
TERMS = ("about-terms-title", "about-terms-licence", "about-terms-rules", "about-terms-ask")


def routes(site: Site) -> list[BaseRoute]:
    return [
        site.open("/privacy", "about.html", lines=PRIVACY),
        site.open("/terms", "about.html", lines=TERMS),
    ]
