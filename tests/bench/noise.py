"""How steady the machine is: a loop that is always the same, timed."""

from time import perf_counter as now

TIMES = 200_000


def loop() -> float:
    """Count for a while; give the milliseconds it took."""
    began, value = now(), 0
    for number in range(TIMES):
        value = (value * 31 + number) & 0xFFFF
    return (now() - began) * 1000.0
