"""What wc/v2 says differently from wc/v3. Documents are those of wc/v3: each class shows and takes them its own way."""
