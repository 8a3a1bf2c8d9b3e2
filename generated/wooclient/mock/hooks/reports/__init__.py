"""Reports: figures worked out when somebody asks."""
