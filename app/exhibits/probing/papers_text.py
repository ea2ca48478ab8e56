"""The papers behind the probing exhibit, as BibTeX."""

PAPERS = """@inproceedings{hewitt2019structural,
  title = {A Structural Probe for Finding Syntax in Word Representations},
  author = {Hewitt, John and Manning, Christopher D.},
  booktitle = {NAACL-HLT},
  year = {2019},
  url = {https://aclanthology.org/N19-1419/}
}

@inproceedings{hewitt2019control,
  title = {Designing and Interpreting Probes with Control Tasks},
  author = {Hewitt, John and Liang, Percy},
  booktitle = {EMNLP-IJCNLP},
  year = {2019},
  url = {https://arxiv.org/abs/1909.03368}
}

@inproceedings{tenney2019pipeline,
  title = {{BERT} Rediscovers the Classical {NLP} Pipeline},
  author = {Tenney, Ian and Das, Dipanjan and Pavlick, Ellie},
  booktitle = {ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1905.05950}
}

@inproceedings{voita2020mdl,
  title = {Information-Theoretic Probing with Minimum Description Length},
  author = {Voita, Elena and Titov, Ivan},
  booktitle = {EMNLP},
  year = {2020},
  url = {https://arxiv.org/abs/2003.12298}
}

@inproceedings{clark2019bert,
  title = {What Does {BERT} Look At? An Analysis of {BERT}'s Attention},
  author = {Clark, Kevin and Khandelwal, Urvashi and Levy, Omer and Manning, Christopher D.},
  booktitle = {BlackboxNLP Workshop at ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1906.04341}
}

@inproceedings{jawahar2019structure,
  title = {What Does {BERT} Learn about the Structure of Language?},
  author = {Jawahar, Ganesh and Sagot, Beno{\\^i}t and Seddah, Djam{\\'e}},
  booktitle = {ACL},
  year = {2019},
  url = {https://aclanthology.org/P19-1356/}
}

@inproceedings{silveira2014ewt,
  title = {A Gold Standard Dependency Corpus for {E}nglish},
  author = {Silveira, Natalia and Dozat, Timothy and de Marneffe, Marie-Catherine and Bowman, Samuel and Connor, Miriam and Bauer, John and Manning, Christopher D.},
  booktitle = {LREC},
  year = {2014},
  url = {https://aclanthology.org/L14-1067/}
}

@inproceedings{mccoy2019rnns,
  title = {{RNN}s Implicitly Implement Tensor Product Representations},
  author = {McCoy, R. Thomas and Linzen, Tal and Dunbar, Ewan and Smolensky, Paul},
  booktitle = {International Conference on Learning Representations},
  year = {2019},
  url = {https://arxiv.org/abs/1812.08718}
}

@inproceedings{niven2019probing,
  title = {Probing Neural Network Comprehension of Natural Language Arguments},
  author = {Niven, Timothy and Kao, Hung-Yu},
  booktitle = {ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1907.07355}
}
"""
