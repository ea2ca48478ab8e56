"""The papers behind the topics exhibit, as BibTeX."""

PAPERS = """@article{grootendorst2022bertopic,
  title = {{BERTopic}: Neural topic modeling with a class-based {TF-IDF} procedure},
  author = {Grootendorst, Maarten},
  journal = {arXiv:2203.05794},
  year = {2022},
  url = {https://arxiv.org/abs/2203.05794}
}

@article{mcinnes2018umap,
  title = {{UMAP}: Uniform Manifold Approximation and Projection for Dimension Reduction},
  author = {McInnes, Leland and Healy, John and Melville, James},
  journal = {arXiv:1802.03426},
  year = {2018},
  url = {https://arxiv.org/abs/1802.03426}
}

@inproceedings{campello2013density,
  title = {Density-Based Clustering Based on Hierarchical Density Estimates},
  author = {Campello, Ricardo J. G. B. and Moulavi, Davoud and Sander, Joerg},
  booktitle = {Advances in Knowledge Discovery and Data Mining},
  year = {2013},
  doi = {10.1007/978-3-642-37456-2_14}
}

@article{angelov2020top2vec,
  title = {{Top2Vec}: Distributed Representations of Topics},
  author = {Angelov, Dimo},
  journal = {arXiv:2008.09470},
  year = {2020},
  url = {https://arxiv.org/abs/2008.09470}
}

@inproceedings{roeder2015coherence,
  title = {Exploring the Space of Topic Coherence Measures},
  author = {R{\\"o}der, Michael and Both, Andreas and Hinneburg, Alexander},
  booktitle = {Web Search and Data Mining},
  year = {2015},
  doi = {10.1145/2684822.2685324}
}

@article{griffiths2004finding,
  title = {Finding scientific topics},
  author = {Griffiths, Thomas L. and Steyvers, Mark},
  journal = {Proceedings of the National Academy of Sciences},
  year = {2004},
  doi = {10.1073/pnas.0307752101}
}
"""
