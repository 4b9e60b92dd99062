"""What two companies' terms beside each other say: `rows` words it once, `pages`, `book` and `asjson` give it its forms."""
