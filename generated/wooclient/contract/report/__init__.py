"""What is told of a run: its findings by cause, as JSON, HTML and JUnit, and two stores side by side."""
