"""What a comparison of two versions says: `rows` words it once, `pages`, `book` and `asjson` give it its forms."""
