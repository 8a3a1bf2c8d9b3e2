"""What wc/v1 says differently from wc/v2. Documents are those of wc/v3: each class shows and takes them its own way."""
