"""The words of the claims about generators."""

from app.i18n import ClaimWords, Text

_RATIO = Text(en="log₁₀ of a ratio of distances", zh="两个距离之比的 log₁₀")
_HEAPS = Text(en="heaps of 25", zh="堆（共 25 堆）")
_DIGITS = Text(
    en="Small networks on 1,400 real 8×8 digits, six latent dimensions, 1,500 steps; Fréchet distance on a classifier's features, "
    "397 samples against 397 digits nobody learnt from.",
    zh="小网络，1,400 个真实的 8×8 数字，六维隐变量，1,500 步；用分类器的特征算 Fréchet 距离，397 个样本对 397 个没参加训练的数字。",
)
_HEAPS_SAY = Text(
    en="Twenty-five heaps on a grid, the same network and 2,000 steps for everyone, 1,000 samples; a heap is found when it gets a "
    "quarter of its share.",
    zh="方格上二十五堆点，所有方法网络相同，都是 2,000 步，1,000 个样本；一堆分到应得样本的四分之一就算找到。",
)

CLAIMS: tuple[ClaimWords, ...] = (
    ClaimWords(
        id="generators/vae-samples",
        says=Text(
            en="A VAE samples better than an autoencoder, whose codes follow no known law.",
            zh="VAE 的采样比自编码器好：自编码器的编码不服从已知的分布。",
        ),
        measured=Text(
            en=f"AE's distance over VAE's; the AE's codes are drawn from the Gaussian of its own codes. {_DIGITS.en}",
            zh=f"AE 的距离除以 VAE 的；AE 的编码从它自己编码的高斯里抽。{_DIGITS.zh}",
        ),
        unit=_RATIO,
        plain=Text(
            en="The AE's samples lie {times_mean:.2f} times as far off ({times_low:.2f} to {times_high:.2f}).",
            zh="AE 的样本距离是 VAE 的 {times_mean:.2f} 倍（{times_low:.2f} 到 {times_high:.2f}）。",
        ),
        note=Text(
            en="The AE copies better in exchange: an error of {ae_error:.2f} against {vae_error:.2f}.",
            zh="作为交换，AE 抄得更像：误差 {ae_error:.2f} 对 {vae_error:.2f}。",
        ),
        control=Text(en="two AEs that differ in the seed only.", zh="只有种子不同的两个 AE。"),
        extras={
            "ae": Text(en="Fréchet distance, AE", zh="Fréchet 距离，AE"),
            "vae": Text(en="Fréchet distance, VAE", zh="Fréchet 距离，VAE"),
            "ae_error": Text(en="error of copies, AE", zh="还原误差，AE"),
            "vae_error": Text(en="error of copies, VAE", zh="还原误差，VAE"),
        },
    ),
    ClaimWords(
        id="generators/noise-for-diversity",
        says=Text(
            en="When the variance of a VAE's codes goes to zero, it copies faithfully and can hardly make anything new.",
            zh="隐变量的方差趋于零时，VAE 抄得很像，却几乎生成不出新东西。",
        ),
        measured=Text(
            en=f"distance of samples trained without noise on the codes over the distance with it; the KL term stays. {_DIGITS.en}",
            zh=f"训练时编码不加噪声的样本距离，除以加噪声的；KL 项保留。{_DIGITS.zh}",
        ),
        unit=_RATIO,
        plain=Text(
            en="Without noise, samples lie {times_mean:.2f} times as far off ({times_low:.2f} to {times_high:.2f}).",
            zh="不加噪声，样本距离是原来的 {times_mean:.2f} 倍（{times_low:.2f} 到 {times_high:.2f}）。",
        ),
        note=Text(
            en="The other half of the sentence: the error of copies goes from {error_with:.2f} to {error_without:.2f}.",
            zh="这句话的另一半：还原误差从 {error_with:.2f} 变到 {error_without:.2f}。",
        ),
        control=Text(en="two VAEs with noise that differ in the seed only.", zh="都加噪声、只有种子不同的两个 VAE。"),
        extras={
            "with": Text(en="Fréchet distance with noise", zh="Fréchet 距离，加噪声"),
            "without": Text(en="Fréchet distance without", zh="Fréchet 距离，不加"),
            "error_with": Text(en="error of copies with noise", zh="还原误差，加噪声"),
            "error_without": Text(en="error of copies without", zh="还原误差，不加"),
        },
    ),
    ClaimWords(
        id="generators/gan-drops",
        says=Text(
            en="GANs drop modes: whole kinds of data are never made.", zh="GAN 会丢模式：有些类别的数据它从不生成。"
        ),
        measured=Text(
            en=f"heaps that real points find, minus those that the GAN's points find. {_HEAPS_SAY.en}",
            zh=f"真实的点找到的堆数，减 GAN 的点找到的堆数。{_HEAPS_SAY.zh}",
        ),
        unit=_HEAPS,
        plain=Text(
            en="The GAN leaves out {mean:.1f} heaps ({low:.1f} to {high:.1f}).",
            zh="GAN 漏掉 {mean:.1f} 堆（{low:.1f} 到 {high:.1f}）。",
        ),
        note=Text(
            en="This is a plain non-saturating GAN, without any of the cures that the literature knows.",
            zh="这里用的是最朴素的非饱和 GAN，文献中的补救办法一个也没用。",
        ),
        control=Text(en="two draws of real points.", zh="两批真实的点。"),
        extras={
            "gan": Text(en="found by the GAN", zh="GAN 找到"),
            "real": Text(en="found by real points", zh="真实的点找到"),
        },
    ),
    ClaimWords(
        id="generators/ddpm-covers",
        says=Text(
            en="Diffusion models cover more modes than GANs.",
            zh="扩散模型比 GAN 覆盖更多的模式。",
        ),
        measured=Text(
            en=f"heaps that DDPM's points find, minus the GAN's. {_HEAPS_SAY.en}",
            zh=f"DDPM 的点找到的堆数，减 GAN 的点找到的堆数。{_HEAPS_SAY.zh}",
        ),
        unit=_HEAPS,
        plain=Text(
            en="DDPM finds {mean:.1f} heaps more ({low:.1f} to {high:.1f}).",
            zh="DDPM 多找到 {mean:.1f} 堆（{low:.1f} 到 {high:.1f}）。",
        ),
        note=Text(
            en="DDPM finds {ddpm:.1f}, the GAN {gan:.1f}. For its samples DDPM calls the network a hundred times, the GAN once.",
            zh="DDPM 找到 {ddpm:.1f} 堆，GAN 找到 {gan:.1f} 堆。为了这些样本，DDPM 调用网络一百次，GAN 一次。",
        ),
        control=Text(en="two DDPMs that differ in the seed only.", zh="只有种子不同的两个 DDPM。"),
        extras={"ddpm": Text(en="found by DDPM", zh="DDPM 找到"), "gan": Text(en="found by the GAN", zh="GAN 找到")},
    ),
    ClaimWords(
        id="generators/wasserstein-covers",
        says=Text(
            en="A Wasserstein GAN does not drop modes as the usual GAN does.",
            zh="Wasserstein GAN 不像普通 GAN 那样丢模式。",
        ),
        measured=Text(
            en=f"heaps that the Wasserstein GAN's points find (gradient penalty, its generator moves at every third batch), minus those "
            f"of the non-saturating GAN. {_HEAPS_SAY.en}",
            zh=f"Wasserstein GAN（用梯度惩罚，每三批数据生成器动一次）的点找到的堆数，减非饱和 GAN 的点找到的堆数。{_HEAPS_SAY.zh}",
        ),
        unit=_HEAPS,
        plain=Text(
            en="Wasserstein's game finds {mean:.1f} heaps more ({low:.1f} to {high:.1f}).",
            zh="Wasserstein 规则比非饱和规则多找到 {mean:.1f} 堆（{low:.1f} 到 {high:.1f}）。",
        ),
        note=Text(
            en="Wasserstein's finds {wasserstein:.1f}, the non-saturating one {nonsaturating:.1f}.",
            zh="Wasserstein 规则找到 {wasserstein:.1f} 堆，非饱和规则找到 {nonsaturating:.1f} 堆。",
        ),
        control=Text(
            en="two Wasserstein GANs that differ in the seed only.", zh="只有种子不同的两个 Wasserstein GAN。"
        ),
        extras={
            "wasserstein": Text(en="found by Wasserstein's game", zh="Wasserstein 规则找到"),
            "nonsaturating": Text(en="found by the non-saturating game", zh="非饱和规则找到"),
        },
    ),
    ClaimWords(
        id="generators/ddim-few",
        says=Text(
            en="With few steps DDIM samples much better than DDPM, from the same network.",
            zh="步数少的时候，同一个网络，DDIM 采样比 DDPM 好得多。",
        ),
        measured=Text(
            en="DDPM's sliced Wasserstein distance over DDIM's after ten steps; two rings, 1,000 samples, the same network and noise.",
            zh="十步之后，DDPM 的切片 Wasserstein 距离除以 DDIM 的；双环，1,000 个样本，网络和初始噪声相同。",
        ),
        unit=_RATIO,
        plain=Text(
            en="After ten steps DDPM's samples lie {times_mean:.2f} times as far off ({times_low:.2f} to {times_high:.2f}).",
            zh="走十步，DDPM 的样本距离是 DDIM 的 {times_mean:.2f} 倍（{times_low:.2f} 到 {times_high:.2f}）。",
        ),
        note=Text(
            en="Ten steps: {ddpm:.3f} and {ddim:.3f}. All hundred: {ddpm_all:.3f} and {ddim_all:.3f}.",
            zh="十步：{ddpm:.3f} 和 {ddim:.3f}。走满一百步：{ddpm_all:.3f} 和 {ddim_all:.3f}。",
        ),
        control=Text(en="both take all hundred steps of the chain.", zh="两者都走满一百步。"),
        extras={
            "ddpm": Text(en="DDPM, ten steps", zh="DDPM，十步"),
            "ddim": Text(en="DDIM, ten steps", zh="DDIM，十步"),
            "ddpm_all": Text(en="DDPM, all steps", zh="DDPM，全部"),
            "ddim_all": Text(en="DDIM, all steps", zh="DDIM，全部"),
        },
    ),
)
