"""What a change of a description means for those who call the API, and for those who use the client."""
