"""The arithmetic of sentences: wholes and their parts, products, shares, changes, amounts in words."""
