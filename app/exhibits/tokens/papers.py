"""The papers behind the tokens exhibit, as BibTeX."""

PAPERS = """@article{gage1994new,
  title = {A New Algorithm for Data Compression},
  author = {Gage, Philip},
  journal = {The C Users Journal},
  volume = {12},
  number = {2},
  year = {1994}
}

@inproceedings{sennrich2016neural,
  title = {Neural Machine Translation of Rare Words with Subword Units},
  author = {Sennrich, Rico and Haddow, Barry and Birch, Alexandra},
  booktitle = {Proceedings of the 54th Annual Meeting of the Association for Computational Linguistics},
  year = {2016},
  url = {https://arxiv.org/abs/1508.07909}
}

@inproceedings{schuster2012japanese,
  title = {Japanese and {K}orean Voice Search},
  author = {Schuster, Mike and Nakajima, Kaisuke},
  booktitle = {IEEE International Conference on Acoustics, Speech and Signal Processing},
  year = {2012}
}

@inproceedings{kudo2018subword,
  title = {Subword Regularization: Improving Neural Network Translation Models with Multiple Subword Candidates},
  author = {Kudo, Taku},
  booktitle = {Proceedings of the 56th Annual Meeting of the Association for Computational Linguistics},
  year = {2018},
  url = {https://arxiv.org/abs/1804.10959}
}

@techreport{radford2019language,
  title = {Language Models are Unsupervised Multitask Learners},
  author = {Radford, Alec and Wu, Jeffrey and Child, Rewon and Luan, David and Amodei, Dario and Sutskever, Ilya},
  institution = {OpenAI},
  year = {2019}
}

@inproceedings{wang2020neural,
  title = {Neural Machine Translation with Byte-Level Subwords},
  author = {Wang, Changhan and Cho, Kyunghyun and Gu, Jiatao},
  booktitle = {Proceedings of the AAAI Conference on Artificial Intelligence},
  year = {2020},
  url = {https://arxiv.org/abs/1909.03341}
}

@inproceedings{devlin2019bert,
  title = {{BERT}: Pre-training of Deep Bidirectional Transformers for Language Understanding},
  author = {Devlin, Jacob and Chang, Ming-Wei and Lee, Kenton and Toutanova, Kristina},
  booktitle = {NAACL-HLT},
  year = {2019},
  url = {https://arxiv.org/abs/1810.04805}
}

@article{cui2019wwm,
  title = {Pre-Training with Whole Word Masking for {C}hinese {BERT}},
  author = {Cui, Yiming and Che, Wanxiang and Liu, Ting and Qin, Bing and Yang, Ziqing},
  journal = {arXiv:1906.08101},
  year = {2019},
  url = {https://arxiv.org/abs/1906.08101}
}

@article{yang2020finbert,
  title = {{FinBERT}: A Pretrained Language Model for Financial Communications},
  author = {Yang, Yi and Uy, Mark Christopher Siy and Huang, Allen},
  journal = {arXiv:2006.08097},
  year = {2020},
  url = {https://arxiv.org/abs/2006.08097}
}
"""
