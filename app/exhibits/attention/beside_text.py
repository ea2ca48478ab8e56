"""The words of the view with two heads side by side."""

from collections.abc import Mapping

from app.i18n import Text

VIEW = Text(en="Side by side", zh="并排看")
MODEL = {"left": Text(en="Model, left", zh="左边的模型"), "right": Text(en="Model, right", zh="右边的模型")}
SENTENCE = {"left": Text(en="Text, left", zh="左边的文字"), "right": Text(en="Text, right", zh="右边的文字")}
LAYER = {"left": Text(en="Layer, left", zh="左边的层"), "right": Text(en="Layer, right", zh="右边的层")}
HEAD = {"left": Text(en="Head, left", zh="左边的头"), "right": Text(en="Head, right", zh="右边的头")}
APART = Text(
    en="Row for row the two maps are **{bits:.2f} bits** apart (Jensen–Shannon divergence, mean over the tokens; 0: the same, 1: they share "
    "nothing). minilm and minilm-mlm are one model before and after it was taught to fill gaps again; en-small began from nothing and has read "
    "three million tokens.",
    zh="两张图逐行相比，平均相差 **{bits:.2f} 比特**（Jensen–Shannon 散度，对词元取平均；0 表示一样，1 表示毫无重合）。minilm 和 minilm-mlm "
    "是同一个模型，后者重新学过完形填空；en-small 从零训练，只读过三百万个词元。",
)
UNLIKE = Text(
    en="The two sides have different tokens, so their weights cannot be compared one by one: compare what the heads do.",
    zh="两边的词元不同，权重没法逐个相比：比一比它们的头各在做什么。",
)
CONTROLS: Mapping[str, Text] = {
    f"attention_{side}_{name}": label[side]
    for name, label in (("model", MODEL), ("text", SENTENCE), ("layer", LAYER), ("head", HEAD))
    for side in ("left", "right")
}
