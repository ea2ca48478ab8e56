"""The papers behind the sentences exhibit, as BibTeX."""

PAPERS = """@inproceedings{gao2021simcse,
  title = {{SimCSE}: Simple Contrastive Learning of Sentence Embeddings},
  author = {Gao, Tianyu and Yao, Xingcheng and Chen, Danqi},
  booktitle = {Empirical Methods in Natural Language Processing},
  year = {2021},
  url = {https://arxiv.org/abs/2104.08821}
}

@inproceedings{wang2020alignment,
  title = {Understanding Contrastive Representation Learning through Alignment and Uniformity on the Hypersphere},
  author = {Wang, Tongzhou and Isola, Phillip},
  booktitle = {International Conference on Machine Learning},
  year = {2020},
  url = {https://arxiv.org/abs/2005.10242}
}

@inproceedings{reimers2019sbert,
  title = {Sentence-{BERT}: Sentence Embeddings using {S}iamese {BERT}-Networks},
  author = {Reimers, Nils and Gurevych, Iryna},
  booktitle = {EMNLP-IJCNLP},
  year = {2019},
  url = {https://arxiv.org/abs/1908.10084}
}

@article{su2021whitening,
  title = {Whitening Sentence Representations for Better Semantics and Faster Retrieval},
  author = {Su, Jianlin and Cao, Jiarun and Liu, Weijie and Ou, Yangyiwen},
  journal = {arXiv:2103.15316},
  year = {2021},
  url = {https://arxiv.org/abs/2103.15316}
}

@inproceedings{li2020flow,
  title = {On the Sentence Embeddings from Pre-trained Language Models},
  author = {Li, Bohan and Zhou, Hao and He, Junxian and Wang, Mingxuan and Yang, Yiming and Li, Lei},
  booktitle = {Empirical Methods in Natural Language Processing},
  year = {2020},
  url = {https://arxiv.org/abs/2011.05864}
}

@inproceedings{rudman2022isoscore,
  title = {{IsoScore}: Measuring the Uniformity of Embedding Space Utilization},
  author = {Rudman, William and Gillman, Nate and Rayne, Taylor and Eickhoff, Carsten},
  booktitle = {Findings of the Association for Computational Linguistics: ACL},
  year = {2022},
  url = {https://arxiv.org/abs/2108.07344}
}
"""
