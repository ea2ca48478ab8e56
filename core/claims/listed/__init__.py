"""What is claimed, exhibit by exhibit; the rule of each is fixed here, and committed, before it is run."""
