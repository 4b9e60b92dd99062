"""A small linear model of clause topics: hashed features, integer weights, the same answer on every CPU."""
