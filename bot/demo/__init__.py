"""The simulated community of `python -m bot demo`; loaded by nothing else."""
