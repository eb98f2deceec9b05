"""Privacy-settings self-audits for school staff."""

__version__ = "0.1.0"
