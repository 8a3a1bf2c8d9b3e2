"""The client's hand-written core: plain Python that knows no resource. Copied into the package byte for byte."""
