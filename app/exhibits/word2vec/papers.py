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
@article{bengio2003neural,
  title = {A Neural Probabilistic Language Model},
  author = {Bengio, Yoshua and Ducharme, R{\'e}jean and Vincent, Pascal and Jauvin, Christian},
  journal = {Journal of Machine Learning Research}, volume = {3}, pages = {1137--1155}, year = {2003},
  url = {https://www.jmlr.org/papers/v3/bengio03a.html}
}
@inproceedings{collobert2008unified,
  title = {A Unified Architecture for Natural Language Processing: Deep Neural Networks with Multitask Learning},
  author = {Collobert, Ronan and Weston, Jason},
  booktitle = {ICML}, year = {2008}, url = {https://doi.org/10.1145/1390156.1390177}
}
@article{deerwester1990indexing,
  title = {Indexing by Latent Semantic Analysis},
  author = {Deerwester, Scott and Dumais, Susan T. and Furnas, George W. and Landauer, Thomas K. and Harshman, Richard},
  journal = {Journal of the American Society for Information Science}, volume = {41}, number = {6}, year = {1990}
}
@inproceedings{pennington2014glove,
  title = {{GloVe}: Global Vectors for Word Representation},
  author = {Pennington, Jeffrey and Socher, Richard and Manning, Christopher D.},
  booktitle = {EMNLP}, year = {2014}, url = {https://aclanthology.org/D14-1162}
}
@article{bojanowski2017enriching,
  title = {Enriching Word Vectors with Subword Information},
  author = {Bojanowski, Piotr and Grave, Edouard and Joulin, Armand and Mikolov, Tomas},
  journal = {Transactions of the ACL}, volume = {5}, year = {2017}, url = {https://aclanthology.org/Q17-1010}
}
@inproceedings{kim2016character,
  title = {Character-Aware Neural Language Models},
  author = {Kim, Yoon and Jernite, Yacine and Sontag, David and Rush, Alexander M.},
  booktitle = {AAAI}, year = {2016}, url = {https://arxiv.org/abs/1508.06615}
}
@inproceedings{melamud2016context2vec,
  title = {context2vec: Learning Generic Context Embedding with Bidirectional {LSTM}},
  author = {Melamud, Oren and Goldberger, Jacob and Dagan, Ido},
  booktitle = {CoNLL}, year = {2016}, url = {https://aclanthology.org/K16-1006}
}
@inproceedings{le2014distributed,
  title = {Distributed Representations of Sentences and Documents},
  author = {Le, Quoc and Mikolov, Tomas},
  booktitle = {ICML}, year = {2014}, url = {https://arxiv.org/abs/1405.4053}
}
@inproceedings{perozzi2014deepwalk,
  title = {{DeepWalk}: Online Learning of Social Representations},
  author = {Perozzi, Bryan and Al-Rfou, Rami and Skiena, Steven},
  booktitle = {KDD}, year = {2014}, url = {https://arxiv.org/abs/1403.6652}
}
@inproceedings{grover2016node2vec,
  title = {node2vec: Scalable Feature Learning for Networks},
  author = {Grover, Aditya and Leskovec, Jure},
  booktitle = {KDD}, year = {2016}, url = {https://arxiv.org/abs/1607.00653}
}
@inproceedings{gutmann2010noise,
  title = {Noise-Contrastive Estimation: A New Estimation Principle for Unnormalized Statistical Models},
  author = {Gutmann, Michael and Hyv{\"a}rinen, Aapo},
  booktitle = {AISTATS}, year = {2010}, url = {https://proceedings.mlr.press/v9/gutmann10a.html}
}
@inproceedings{guo2014sense,
  title = {Learning Sense-specific Word Embeddings By Exploiting Bilingual Resources},
  author = {Guo, Jiang and Che, Wanxiang and Wang, Haifeng and Liu, Ting},
  booktitle = {COLING}, year = {2014}, url = {https://aclanthology.org/C14-1048}
}
@article{caliskan2017semantics,
  title = {Semantics Derived Automatically from Language Corpora Contain Human-like Biases},
  author = {Caliskan, Aylin and Bryson, Joanna J. and Narayanan, Arvind},
  journal = {Science}, volume = {356}, number = {6334}, year = {2017}, url = {https://doi.org/10.1126/science.aal4230}
}
@article{schonemann1966generalized,
  title = {A Generalized Solution of the Orthogonal {Procrustes} Problem},
  author = {Sch{\"o}nemann, Peter H.},
  journal = {Psychometrika}, volume = {31}, number = {1}, year = {1966}, url = {https://doi.org/10.1007/BF02289451}
}
"""
