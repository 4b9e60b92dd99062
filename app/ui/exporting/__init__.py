"""Taking the result out of the program: one dialog that chooses, shows and writes every form of it."""
