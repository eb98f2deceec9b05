"""The app on the screen: the only room that knows textual."""
