"""What is kept between runs: the user's clause library and the cases, each a SQLite database of its own."""
