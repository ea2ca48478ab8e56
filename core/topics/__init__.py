"""What a pile of texts is about: embed, flatten, group, name (BERTopic, opened up).

``discover(documents, Config(…))`` → ``Topics``: labels, words of each topic, a plane to draw; merge, reduce, save
``class_tfidf(counts)``   the words that tell a class from the others
``coherence``, ``diversity``   how good the words are; ``stability`` how much the topics depend on the seed

Importing this loads no torch, umap, hdbscan or scikit-learn.

Source: Grootendorst 2022, https://arxiv.org/abs/2203.05794; McInnes et al. 2018, https://arxiv.org/abs/1802.03426;
Campello et al. 2013, https://doi.org/10.1007/978-3-642-37456-2_14
"""

from core.topics.bags import Bags, count_words
from core.topics.coherence import coherence, diversity
from core.topics.config import Config
from core.topics.ctfidf import class_tfidf
from core.topics.discover import discover
from core.topics.topics import Topics

__all__ = ["Bags", "Config", "Topics", "class_tfidf", "coherence", "count_words", "discover", "diversity"]
