"""What tests may change while the shop runs."""

from dataclasses import dataclass, field

from sandbox.configuration import NO_DELAY, Configuration, Milliseconds

MAINTENANCE = "maintenance"
BAD_GATEWAY = "bad-gateway"
GATEWAY_TIMEOUT = "gateway-timeout"
OUTAGES = (MAINTENANCE, BAD_GATEWAY, GATEWAY_TIMEOUT)


@dataclass
class Controls:
    """How slow the shop is, what is wrong with it, and whether it is down."""

    rest_latency: Milliseconds = NO_DELAY
    page_latency: Milliseconds = NO_DELAY
    section_latency: Milliseconds = NO_DELAY
    script_delay: Milliseconds = NO_DELAY
    defects: set[str] = field(default_factory=set)
    outage: str | None = None

    @classmethod
    def of(cls, configuration: Configuration) -> "Controls":
        """Set the controls as the shop was started."""
        return cls(
            rest_latency=configuration.rest_latency,
            page_latency=configuration.page_latency,
            section_latency=configuration.section_latency,
            script_delay=configuration.script_delay,
            defects=set(configuration.defects),
            outage=configuration.outage,
        )
