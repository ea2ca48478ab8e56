"""Find by meaning: every text is one vector, and the nearest vectors answer.

``build(texts)`` → ``Index``; ``Index.query(text, k)`` the nearest texts
``paraphrases``  the most alike pairs of a collection
``communities``  groups of texts that are all close to one centre
``keywords``     the words of a text that lie nearest to the whole of it, and not to each other
``measure``      what reading every pair together would cost instead
``cross``        a cross-encoder of our own that puts the best answers in a better order; ``crosstrain`` taught it

Source: Reimers & Gurevych 2019. https://arxiv.org/abs/1908.10084
"""

from core.search.cost import Cost, measure
from core.search.group import communities, paraphrases
from core.search.index import Hit, Index, build
from core.search.keywords import diverse, keywords

__all__ = ["Cost", "Hit", "Index", "build", "communities", "diverse", "keywords", "measure", "paraphrases"]
