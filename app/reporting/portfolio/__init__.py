"""Many documents side by side, in all the forms a result can take. For our own house only."""
