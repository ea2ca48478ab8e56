"""The words of the claims about positions."""

from app.i18n import ClaimWords, Text

_MODEL = Text(
    en="Small causal transformers (2 layers, width 64) on characters of Wikipedia, 400 steps on windows of L = 64; both sides "
    "see the same windows. The trainings are those of *Train short, read long*.",
    zh="小型单向 Transformer（2 层，宽 64），维基百科的字符，L = 64 的窗口，400 步；两边看到的窗口相同。就是“短训长读”里的那些训练。",
)
_UNIT = Text(en="nats per character", zh="每字符纳特")
_RISE = Text(
    en="how much a model loses at the fourth length (characters 224 to 256) against the second half of the first, sinusoid "
    "minus {name}: being better anyway does not count.",
    zh="模型在第四个 L（第 224 到 256 个字符）比第一个 L 的后半段多损失多少，正余弦减 {name}：本来就好的那部分不算数。",
)
_PIECES = Text(
    en="the same models read the same characters in pieces of L: there nothing lies beyond, and the effect must vanish.",
    zh="同样的模型读同样的字符，但切成 L 长的小段：这样就没有“超出”的部分，效应应当消失。",
)


def _beyond(id: str, name: str, says: Text, note: Text) -> ClaimWords:
    """A claim about reading on."""
    return ClaimWords(
        id=f"positions/{id}",
        says=says,
        measured=Text(en=f"{_RISE.en.format(name=name)} {_MODEL.en}", zh=f"{_RISE.zh.format(name=name)}{_MODEL.zh}"),
        unit=_UNIT,
        plain=Text(
            en=f"The sinusoid loses {{mean:+.3f}} more than {name} ({{low:+.3f}} to {{high:+.3f}}).",
            zh=f"正余弦比 {name} 多损失 {{mean:+.3f}}（{{low:+.3f}} 到 {{high:+.3f}}）。",
        ),
        note=note,
        control=_PIECES,
        extras={
            "sinusoidal": Text(en="rise of the sinusoid", zh="正余弦的上升"),
            "other": Text(en=f"rise of {name}", zh=f"{name} 的上升"),
            "sinusoidal_beyond": Text(en="sinusoid at 4 L", zh="正余弦在 4 L 处"),
            "other_beyond": Text(en=f"{name} at 4 L", zh=f"{name} 在 4 L 处"),
        },
    )


CLAIMS = (
    ClaimWords(
        id="positions/rope-converges",
        says=Text(en="RoPE converges faster than learnt positions.", zh="RoPE 比可学习的位置编码收敛得快。"),
        measured=Text(
            en=f"held-out loss averaged over the whole training, learnt table minus RoPE: the area between the curves. {_MODEL.en}",
            zh=f"整个训练过程中留出损失的平均，可学习的表减 RoPE：两条曲线之间的面积。{_MODEL.zh}",
        ),
        unit=_UNIT,
        plain=Text(
            en="On the way RoPE is ahead by {mean:+.3f} ({low:+.3f} to {high:+.3f}).",
            zh="一路上 RoPE 领先 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="δ = {delta:g}. The paper pre-trains a BERT; the notes repeat its claim. At the end the learnt table stands at "
            "{learned:.3f}, RoPE at {rope:.3f}; RoPE was there {steps_saved:.0f} steps earlier.",
            zh="δ = {delta:g}。论文做的是 BERT 预训练，讲义转述了这个说法。训练结束时可学习的表是 {learned:.3f}，RoPE 是 {rope:.3f}；RoPE 早 {steps_saved:.0f} 步到达同样水平。",
        ),
        control=Text(
            en="the learnt table against itself with another seed: what luck alone can do. It must vanish.",
            zh="可学习的表换一个种子和自己比：光凭运气能差多少。这个差应当消失。",
        ),
        extras={
            "learned": Text(en="learnt table at the end", zh="可学习的表，结束时"),
            "rope": Text(en="RoPE at the end", zh="RoPE，结束时"),
            "steps_saved": Text(en="steps saved", zh="省下的步数"),
        },
    ),
    _beyond(
        "rope-beyond",
        "RoPE",
        Text(
            en="RoPE reads on beyond its trained length better than an added sinusoid.",
            zh="超过训练长度之后，RoPE 比相加的正余弦读得好。",
        ),
        Text(
            en="δ = {delta:g}. The notes say that RoPE is free in length and better beyond 512 tokens. At 4 L the sinusoid stands at "
            "{sinusoidal_beyond:.3f}, RoPE at {other_beyond:.3f}. That a rotation is defined everywhere does not mean that the model "
            "has learnt what to do there.",
            zh="δ = {delta:g}。讲义说 RoPE 长度自由，超过 512 个词元更好。在 4 L 处正余弦是 {sinusoidal_beyond:.3f}，RoPE 是 {other_beyond:.3f}。旋转处处有定义，不等于模型学过在那里该怎么办。",
        ),
    ),
    _beyond(
        "alibi-beyond",
        "ALiBi",
        Text(
            en="ALiBi, trained short, reads long texts better than an added sinusoid.",
            zh="ALiBi 短训长读，比相加的正余弦好。",
        ),
        Text(
            en="δ = {delta:g}. Press et al. train language models of words on 512 to 3,072 tokens; ours have less than a thousandth of their parameters. At 4 L "
            "the sinusoid stands at {sinusoidal_beyond:.3f}, ALiBi at {other_beyond:.3f}.",
            zh="δ = {delta:g}。Press 等人在 512 到 3,072 个词元上训练词级语言模型，我们的参数还不到它们的千分之一。在 4 L 处正余弦是 {sinusoidal_beyond:.3f}，ALiBi 是 {other_beyond:.3f}。",
        ),
    ),
)
