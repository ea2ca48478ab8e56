"""The papers behind this exhibit, as BibTeX."""

PAPERS = r"""@inproceedings{mikolov2013efficient,
  title = {Efficient Estimation of Word Representations in Vector Space},
  author = {Mikolov, Tomas and Chen, Kai and Corrado, Greg and Dean, Jeffrey},
  booktitle = {Workshop at ICLR}, year = {2013}, url = {https://arxiv.org/abs/1301.3781}
}
@inproceedings{mikolov2013distributed,
  title = {Distributed Representations of Words and Phrases and their Compositionality},
  author = {Mikolov, Tomas and Sutskever, Ilya and Chen, Kai and Corrado, Greg and Dean, Jeffrey},
  booktitle = {NeurIPS}, year = {2013}, url = {https://arxiv.org/abs/1310.4546}
}
@inproceedings{morin2005hierarchical,
  title = {Hierarchical Probabilistic Neural Network Language Model},
  author = {Morin, Frederic and Bengio, Yoshua},
  booktitle = {AISTATS}, year = {2005}
}
@inproceedings{levy2014linguistic,
  title = {Linguistic Regularities in Sparse and Explicit Word Representations},
  author = {Levy, Omer and Goldberg, Yoav},
  booktitle = {CoNLL}, year = {2014}, url = {https://aclanthology.org/W14-1618}
}
@article{ji2016parallelizing,
  title = {Parallelizing Word2Vec in Shared and Distributed Memory},
  author = {Ji, Shihao and Satish, Nadathur and Li, Sheng and Dubey, Pradeep},
  year = {2016}, url = {https://arxiv.org/abs/1604.04661}
}
"""
