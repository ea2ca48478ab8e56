"""Claims of generators."""

from math import log10

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="generators/vae-samples",
        trial="core.generators.effects:vae_samples",
        delta=log10(1.25),
        unit="log10 of a ratio",
        seeds={"small": 5, "full": 10},
        source="Kingma and Welling 2014, Auto-Encoding Variational Bayes; lecture notes on VAE",
        url="https://arxiv.org/abs/1312.6114",
    ),
    Claim(
        id="generators/noise-for-diversity",
        trial="core.generators.effects:noise_for_diversity",
        delta=log10(1.25),
        unit="log10 of a ratio",
        seeds={"small": 5, "full": 10},
        source="Kingma and Welling 2014, section 2; lecture notes: similarity against diversity in a VAE",
        url="https://arxiv.org/abs/1312.6114",
    ),
    Claim(
        id="generators/gan-drops",
        trial="core.generators.effects:gan_drops",
        delta=2.0,
        unit="heaps of 25",
        seeds={"small": 5, "full": 10},
        source="Metz et al. 2017, Unrolled Generative Adversarial Networks, section 3.2",
        url="https://arxiv.org/abs/1611.02163",
    ),
    Claim(
        id="generators/ddpm-covers",
        trial="core.generators.effects:ddpm_covers",
        delta=2.0,
        unit="heaps of 25",
        seeds={"small": 5, "full": 10},
        source="Nichol and Dhariwal 2021, Improved Denoising Diffusion Probabilistic Models, section 5",
        url="https://arxiv.org/abs/2102.09672",
    ),
    Claim(
        id="generators/wasserstein-covers",
        trial="core.generators.effects:wasserstein_covers",
        delta=2.0,
        unit="heaps of 25",
        seeds={"small": 5, "full": 10},
        source="Arjovsky, Chintala and Bottou 2017, Wasserstein GAN, abstract and section 4.3",
        url="https://arxiv.org/abs/1701.07875",
    ),
    Claim(
        id="generators/ddim-few",
        trial="core.generators.effects:ddim_few",
        delta=log10(1.25),
        unit="log10 of a ratio",
        seeds={"small": 5, "full": 10},
        source="Song et al. 2021, Denoising Diffusion Implicit Models, section 5.1 and table 1",
        url="https://arxiv.org/abs/2010.02502",
    ),
)
