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

@inproceedings{xu2020theseus,
  title = {{BERT}-of-Theseus: Compressing {BERT} by Progressive Module Replacing},
  author = {Xu, Canwen and Zhou, Wangchunshu and Ge, Tao and Wei, Furu and Zhou, Ming},
  booktitle = {EMNLP},
  year = {2020},
  url = {https://arxiv.org/abs/2002.02925}
}

@inproceedings{zhang2018mutual,
  title = {Deep Mutual Learning},
  author = {Zhang, Ying and Xiang, Tao and Hospedales, Timothy M. and Lu, Huchuan},
  booktitle = {CVPR},
  year = {2018},
  url = {https://arxiv.org/abs/1706.00384}
}

@article{liu2019improving,
  title = {Improving Multi-Task Deep Neural Networks via Knowledge Distillation for Natural Language Understanding},
  author = {Liu, Xiaodong and He, Pengcheng and Chen, Weizhu and Gao, Jianfeng},
  journal = {arXiv:1904.09482},
  year = {2019},
  url = {https://arxiv.org/abs/1904.09482}
}

@inproceedings{szegedy2016rethinking,
  title = {Rethinking the Inception Architecture for Computer Vision},
  author = {Szegedy, Christian and Vanhoucke, Vincent and Ioffe, Sergey and Shlens, Jon and Wojna, Zbigniew},
  booktitle = {CVPR},
  year = {2016},
  url = {https://arxiv.org/abs/1512.00567}
}

@inproceedings{kornblith2019similarity,
  title = {Similarity of Neural Network Representations Revisited},
  author = {Kornblith, Simon and Norouzi, Mohammad and Lee, Honglak and Hinton, Geoffrey},
  booktitle = {ICML},
  year = {2019},
  url = {https://arxiv.org/abs/1905.00414}
}

@inproceedings{yang2020textbrewer,
  title = {{TextBrewer}: An Open-Source Knowledge Distillation Toolkit for Natural Language Processing},
  author = {Yang, Ziqing and Cui, Yiming and Chen, Zhipeng and Che, Wanxiang and Liu, Ting and Wang, Shijin and Hu, Guoping},
  booktitle = {ACL: System Demonstrations},
  year = {2020},
  url = {https://arxiv.org/abs/2002.12620}
}
"""
