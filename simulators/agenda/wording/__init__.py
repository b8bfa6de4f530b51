"""How moves are worded: language packs, and the renderer that picks, fills and roughens their sentences."""
