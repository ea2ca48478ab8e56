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

@article{oord2018cpc,
  title = {Representation Learning with Contrastive Predictive Coding},
  author = {van den Oord, Aaron and Li, Yazhe and Vinyals, Oriol},
  journal = {arXiv:1807.03748},
  year = {2018},
  url = {https://arxiv.org/abs/1807.03748}
}

@article{nogueira2019passage,
  title = {Passage Re-ranking with {BERT}},
  author = {Nogueira, Rodrigo and Cho, Kyunghyun},
  journal = {arXiv:1901.04085},
  year = {2019},
  url = {https://arxiv.org/abs/1901.04085}
}

@inproceedings{hill2016distributed,
  title = {Learning Distributed Representations of Sentences from Unlabelled Data},
  author = {Hill, Felix and Cho, Kyunghyun and Korhonen, Anna},
  booktitle = {NAACL-HLT},
  year = {2016},
  url = {https://arxiv.org/abs/1602.03483}
}

@inproceedings{kiros2015skip,
  title = {Skip-Thought Vectors},
  author = {Kiros, Ryan and Zhu, Yukun and Salakhutdinov, Ruslan and Zemel, Richard S. and Torralba, Antonio and
    Urtasun, Raquel and Fidler, Sanja},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2015},
  url = {https://arxiv.org/abs/1506.06726}
}

@inproceedings{logeswaran2018efficient,
  title = {An Efficient Framework for Learning Sentence Representations},
  author = {Logeswaran, Lajanugen and Lee, Honglak},
  booktitle = {International Conference on Learning Representations},
  year = {2018},
  url = {https://arxiv.org/abs/1803.02893}
}

@misc{grootendorst2020keybert,
  title = {{KeyBERT}: Minimal Keyword Extraction with {BERT}},
  author = {Grootendorst, Maarten},
  year = {2020},
  url = {https://github.com/MaartenGr/KeyBERT}
}

@inproceedings{carbonell1998mmr,
  title = {The Use of {MMR}, Diversity-Based Reranking for Reordering Documents and Producing Summaries},
  author = {Carbonell, Jaime and Goldstein, Jade},
  booktitle = {SIGIR},
  year = {1998},
  url = {https://doi.org/10.1145/290941.291025}
}
"""
