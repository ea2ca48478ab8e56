"""The papers behind the distillation exhibit, as BibTeX."""

PAPERS = """@article{hinton2015distilling,
  title = {Distilling the Knowledge in a Neural Network},
  author = {Hinton, Geoffrey and Vinyals, Oriol and Dean, Jeff},
  journal = {arXiv:1503.02531},
  year = {2015},
  url = {https://arxiv.org/abs/1503.02531}
}

@article{sanh2019distilbert,
  title = {{DistilBERT}, a distilled version of {BERT}: smaller, faster, cheaper and lighter},
  author = {Sanh, Victor and Debut, Lysandre and Chaumond, Julien and Wolf, Thomas},
  journal = {arXiv:1910.01108},
  year = {2019},
  url = {https://arxiv.org/abs/1910.01108}
}

@inproceedings{sun2019patient,
  title = {Patient Knowledge Distillation for {BERT} Model Compression},
  author = {Sun, Siqi and Cheng, Yu and Gan, Zhe and Liu, Jingjing},
  booktitle = {EMNLP-IJCNLP},
  year = {2019},
  url = {https://arxiv.org/abs/1908.09355}
}

@inproceedings{jiao2020tinybert,
  title = {{TinyBERT}: Distilling {BERT} for Natural Language Understanding},
  author = {Jiao, Xiaoqi and Yin, Yichun and Shang, Lifeng and Jiang, Xin and Chen, Xiao and Li, Linlin and Wang, Fang and Liu, Qun},
  booktitle = {Findings of EMNLP},
  year = {2020},
  url = {https://arxiv.org/abs/1909.10351}
}

@inproceedings{wang2020minilm,
  title = {{MiniLM}: Deep Self-Attention Distillation for Task-Agnostic Compression of Pre-Trained Transformers},
  author = {Wang, Wenhui and Wei, Furu and Dong, Li and Bao, Hangbo and Yang, Nan and Zhou, Ming},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2020},
  url = {https://arxiv.org/abs/2002.10957}
}

@inproceedings{sun2020mobilebert,
  title = {{MobileBERT}: a Compact Task-Agnostic {BERT} for Resource-Limited Devices},
  author = {Sun, Zhiqing and Yu, Hongkun and Song, Xiaodan and Liu, Renjie and Yang, Yiming and Zhou, Denny},
  booktitle = {ACL},
  year = {2020},
  url = {https://arxiv.org/abs/2004.02984}
}

@article{zhao2019extreme,
  title = {Extreme Language Model Compression with Optimal Subwords and Shared Projections},
  author = {Zhao, Sanqiang and Gupta, Raghav and Song, Yang and Zhou, Denny},
  journal = {arXiv:1909.11687},
  year = {2019},
  url = {https://arxiv.org/abs/1909.11687}
}

@inproceedings{clark2019bam,
  title = {{BAM}! Born-Again Multi-Task Networks for Natural Language Understanding},
  author = {Clark, Kevin and Luong, Minh-Thang and Khandelwal, Urvashi and Manning, Christopher D. and Le, Quoc V.},
  booktitle = {ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1907.04829}
}

@inproceedings{guo2017calibration,
  title = {On Calibration of Modern Neural Networks},
  author = {Guo, Chuan and Pleiss, Geoff and Sun, Yu and Weinberger, Kilian Q.},
  booktitle = {ICML},
  year = {2017},
  url = {https://arxiv.org/abs/1706.04599}
}
"""
