"""Views: Qt widgets that show models and report what the user does; no logic of the matter."""
