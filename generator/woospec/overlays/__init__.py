"""OpenAPI Overlay 1.0 documents, laid over the flat documents of the description: see OVERLAY.md beside the package."""
