"""The two themes, light and dark; every pair of colours in use has a contrast of 4.5 to 1 or better."""

from textual.theme import Theme

DARK = Theme(
    name="audit-dark",
    dark=True,
    primary="#9ecbff",
    secondary="#b8c7d9",
    accent="#8fd3c8",
    foreground="#eef2f6",
    background="#10161d",
    surface="#18212b",
    panel="#22303d",
    boost="#22303d",
    success="#8edc9d",
    warning="#f5c76a",
    error="#ff9d94",
    variables={
        "block-cursor-background": "#9ecbff",
        "block-cursor-foreground": "#10161d",
        "block-cursor-blurred-background": "#22303d",
        "block-cursor-blurred-foreground": "#eef2f6",
        "input-selection-background": "#35516e",
        "text-muted": "#b8c7d9",
        "text-disabled": "#b8c7d9",
    },
)

LIGHT = Theme(
    name="audit-light",
    dark=False,
    primary="#0b4f8a",
    secondary="#42556a",
    accent="#0a5f55",
    foreground="#16202a",
    background="#fbfcfd",
    surface="#eff3f6",
    panel="#dfe7ee",
    boost="#dfe7ee",
    success="#1b6631",
    warning="#7a4a00",
    error="#a01c14",
    variables={
        "block-cursor-background": "#0b4f8a",
        "block-cursor-foreground": "#fbfcfd",
        "block-cursor-blurred-background": "#dfe7ee",
        "block-cursor-blurred-foreground": "#16202a",
        "input-selection-background": "#b9d4ee",
        "text-muted": "#42556a",
        "text-disabled": "#42556a",
    },
)

THEMES = (DARK, LIGHT)
