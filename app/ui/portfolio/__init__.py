"""Many documents in one table: chosen, reviewed two at a time, sorted, filtered, opened, saved."""
