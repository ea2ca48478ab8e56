"""The papers behind the positions exhibit, as BibTeX."""

PAPERS = """@inproceedings{vaswani2017attention,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and Uszkoreit, Jakob and Jones, Llion and Gomez, Aidan N. and Kaiser, Lukasz and Polosukhin, Illia},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2017},
  url = {https://arxiv.org/abs/1706.03762}
}

@article{su2021roformer,
  title = {{RoFormer}: Enhanced Transformer with Rotary Position Embedding},
  author = {Su, Jianlin and Lu, Yu and Pan, Shengfeng and Murtadha, Ahmed and Wen, Bo and Liu, Yunfeng},
  journal = {arXiv:2104.09864},
  year = {2021},
  url = {https://arxiv.org/abs/2104.09864}
}

@inproceedings{press2022alibi,
  title = {Train Short, Test Long: Attention with Linear Biases Enables Input Length Extrapolation},
  author = {Press, Ofir and Smith, Noah A. and Lewis, Mike},
  booktitle = {International Conference on Learning Representations},
  year = {2022},
  url = {https://arxiv.org/abs/2108.12409}
}

@inproceedings{shaw2018relative,
  title = {Self-Attention with Relative Position Representations},
  author = {Shaw, Peter and Uszkoreit, Jakob and Vaswani, Ashish},
  booktitle = {NAACL-HLT},
  year = {2018},
  url = {https://arxiv.org/abs/1803.02155}
}

@inproceedings{dai2019transformerxl,
  title = {{Transformer-XL}: Attentive Language Models beyond a Fixed-Length Context},
  author = {Dai, Zihang and Yang, Zhilin and Yang, Yiming and Carbonell, Jaime and Le, Quoc V. and Salakhutdinov, Ruslan},
  booktitle = {ACL},
  year = {2019},
  url = {https://arxiv.org/abs/1901.02860}
}

@article{raffel2020t5,
  title = {Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer},
  author = {Raffel, Colin and Shazeer, Noam and Roberts, Adam and Lee, Katherine and Narang, Sharan and Matena, Michael and Zhou, Yanqi and Li, Wei and Liu, Peter J.},
  journal = {Journal of Machine Learning Research},
  year = {2020},
  url = {https://arxiv.org/abs/1910.10683}
}

@inproceedings{ke2021tupe,
  title = {Rethinking Positional Encoding in Language Pre-training},
  author = {Ke, Guolin and He, Di and Liu, Tie-Yan},
  booktitle = {International Conference on Learning Representations},
  year = {2021},
  url = {https://arxiv.org/abs/2006.15595}
}

@inproceedings{he2021deberta,
  title = {{DeBERTa}: Decoding-enhanced {BERT} with Disentangled Attention},
  author = {He, Pengcheng and Liu, Xiaodong and Gao, Jianfeng and Chen, Weizhu},
  booktitle = {International Conference on Learning Representations},
  year = {2021},
  url = {https://arxiv.org/abs/2006.03654}
}

@inproceedings{chi2022kerple,
  title = {{KERPLE}: Kernelized Relative Positional Embedding for Length Extrapolation},
  author = {Chi, Ta-Chung and Fan, Ting-Han and Ramadge, Peter J. and Rudnicky, Alexander I.},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2022},
  url = {https://arxiv.org/abs/2205.09921}
}

@article{chen2023interpolation,
  title = {Extending Context Window of Large Language Models via Positional Interpolation},
  author = {Chen, Shouyuan and Wong, Sherman and Chen, Liangjian and Tian, Yuandong},
  journal = {arXiv:2306.15595},
  year = {2023},
  url = {https://arxiv.org/abs/2306.15595}
}

@article{peng2023yarn,
  title = {{YaRN}: Efficient Context Window Extension of Large Language Models},
  author = {Peng, Bowen and Quesnelle, Jeffrey and Fan, Honglu and Shippole, Enrico},
  journal = {arXiv:2309.00071},
  year = {2023},
  url = {https://arxiv.org/abs/2309.00071}
}

@misc{bloc972023ntk,
  title = {{NTK}-Aware Scaled {RoPE} allows {LLaMA} models to have extended (8k+) context size without any fine-tuning and minimal perplexity degradation},
  author = {bloc97},
  howpublished = {Reddit, r/LocalLLaMA},
  year = {2023},
  url = {https://www.reddit.com/r/LocalLLaMA/comments/14lz7j5/ntkaware_scaled_rope_allows_llama_models_to_have/}
}

@inproceedings{haviv2022nope,
  title = {Transformer Language Models without Positional Encodings Still Learn Positional Information},
  author = {Haviv, Adi and Ram, Ori and Press, Ofir and Izsak, Peter and Levy, Omer},
  booktitle = {Findings of EMNLP},
  year = {2022},
  url = {https://arxiv.org/abs/2203.16634}
}

@inproceedings{xu2020layoutlm,
  title = {{LayoutLM}: Pre-training of Text and Layout for Document Image Understanding},
  author = {Xu, Yiheng and Li, Minghao and Cui, Lei and Huang, Shaohan and Wei, Furu and Zhou, Ming},
  booktitle = {KDD},
  year = {2020},
  url = {https://arxiv.org/abs/1912.13318}
}
"""
