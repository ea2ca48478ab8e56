"""The papers behind the generators."""

PAPERS = r"""@inproceedings{kingma2014auto, title={Auto-Encoding Variational Bayes}, author={Kingma, Diederik P. and Welling, Max},
  booktitle={ICLR}, year={2014}, url={https://arxiv.org/abs/1312.6114}}
@inproceedings{higgins2017beta, title={beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework},
  author={Higgins, Irina and others}, booktitle={ICLR}, year={2017}}
@inproceedings{goodfellow2014generative, title={Generative Adversarial Nets}, author={Goodfellow, Ian and others},
  booktitle={NeurIPS}, year={2014}, url={https://arxiv.org/abs/1406.2661}}
@inproceedings{arjovsky2017wasserstein, title={Wasserstein Generative Adversarial Networks}, author={Arjovsky, Martin and
  Chintala, Soumith and Bottou, L{\'e}on}, booktitle={ICML}, year={2017}, url={https://arxiv.org/abs/1701.07875}}
@inproceedings{gulrajani2017improved, title={Improved Training of Wasserstein GANs}, author={Gulrajani, Ishaan and others},
  booktitle={NeurIPS}, year={2017}, url={https://arxiv.org/abs/1704.00028}}
@inproceedings{ho2020denoising, title={Denoising Diffusion Probabilistic Models}, author={Ho, Jonathan and Jain, Ajay and
  Abbeel, Pieter}, booktitle={NeurIPS}, year={2020}, url={https://arxiv.org/abs/2006.11239}}
@inproceedings{song2021denoising, title={Denoising Diffusion Implicit Models}, author={Song, Jiaming and Meng, Chenlin and
  Ermon, Stefano}, booktitle={ICLR}, year={2021}, url={https://arxiv.org/abs/2010.02502}}
@inproceedings{nichol2021improved, title={Improved Denoising Diffusion Probabilistic Models}, author={Nichol, Alex and
  Dhariwal, Prafulla}, booktitle={ICML}, year={2021}, url={https://arxiv.org/abs/2102.09672}}
@inproceedings{lipman2023flow, title={Flow Matching for Generative Modeling}, author={Lipman, Yaron and others},
  booktitle={ICLR}, year={2023}, url={https://arxiv.org/abs/2210.02747}}
@inproceedings{kynkaanniemi2019improved, title={Improved Precision and Recall Metric for Assessing Generative Models},
  author={Kynk{\"a}{\"a}nniemi, Tuomas and others}, booktitle={NeurIPS}, year={2019}, url={https://arxiv.org/abs/1904.06991}}
@article{szekely2013energy, title={Energy statistics: A class of statistics based on distances}, author={Sz{\'e}kely,
  G{\'a}bor J. and Rizzo, Maria L.}, journal={Journal of Statistical Planning and Inference}, year={2013}}
@article{xiao2017fashion, title={Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms},
author={Xiao, Han and Rasul, Kashif and Vollgraf, Roland}, journal={arXiv:1708.07747}, year={2017}}
"""
