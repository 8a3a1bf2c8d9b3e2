"""What templates print, made ready: every string, name and layout is decided here, templates only loop."""
