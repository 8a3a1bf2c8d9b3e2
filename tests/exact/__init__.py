"""Whether what callers pass reaches the store as that very value: every field that takes a number, switch or moment."""
