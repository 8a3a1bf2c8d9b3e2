"""Orders: their lines, taxes, totals, statuses, stock, notes and refunds."""
