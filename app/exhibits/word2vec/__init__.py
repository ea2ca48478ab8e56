"""Words as points: how they are learnt, what lies near what, and what the points cannot say."""
