"""Widgets: what screens are made of. Text from files enters them as Content, never as markup."""
