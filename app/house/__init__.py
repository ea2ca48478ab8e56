"""What the house gives to every exhibit: parts, links, exports, jobs, claims, errors."""
