"""The words of the map of objectives by type."""

from collections.abc import Mapping

from app.i18n import Text

TYPE = Text(en="Type", zh="类型")
BROAD: Mapping[str, Text] = {
    "context": Text(en="Context-based: rebuild what the context lacks", zh="基于上下文：缺什么，补什么"),
    "contrast": Text(en="Contrastive: tell the true one from others", zh="基于对比：从别的当中认出真的"),
    "labels": Text(en="Neither: a label that the text itself holds", zh="两者都不是：标签就藏在文本里"),
}
KINDS: Mapping[str, Text] = {
    "lm": Text(en="LM: autoregressive", zh="LM：自回归"),
    "dae": Text(en="DAE: denoising", zh="DAE：去噪自编码"),
    "plm": Text(en="PLM: permuted", zh="PLM：排列"),
    "dim": Text(en="DIM: two parts of one whole", zh="DIM：同一整体的两部分"),
    "rtd": Text(en="RTD: replaced tokens", zh="RTD：被换过的词元"),
    "nsp": Text(en="NSP: do these texts belong together?", zh="NSP：两段是否相连"),
    "sop": Text(en="SOP: in which order?", zh="SOP：谁先谁后"),
    "own": Text(en="Labels for free", zh="不用标注的标签"),
}
KINDS_SAY: Mapping[str, Text] = {
    "lm": Text(en="told from what stands before", zh="只凭前文预测"),
    "dae": Text(en="told from the damaged text", zh="凭弄坏的文本恢复原文"),
    "plm": Text(en="told from what came earlier in a random order", zh="按随机顺序，凭排在前面的词预测"),
    "dim": Text(en="which part was cut out of here?", zh="哪一部分是从这里剪下的？"),
    "rtd": Text(en="is this word the original?", zh="这个词是原来的吗？"),
    "nsp": Text(en="the true neighbour among strange ones", zh="在别处来的句子里认出真正的邻居"),
    "sop": Text(en="the true order among wrong ones", zh="在错的顺序里认出对的"),
    "own": Text(
        en="answers read off the untouched text: capitals, connectives, what comes again",
        zh="答案从原文直接读出：大小写、连词、会不会再出现",
    ),
}
ALL = Text(en="All types", zh="全部类型")
TITLE = Text(
    en="{n} objectives: {context} rebuild what the context lacks, {contrast} tell the true one from others, {labels} do neither",
    zh="{n} 种目标：{context} 种基于上下文，{contrast} 种基于对比，{labels} 种两者都不是",
)
SOME_TITLE = Text(en="{n} objectives of this type", zh="这一类有 {n} 种目标")
DRAWN = Text(en="see it drawn", zh="看它怎么出题")
ANSWERS = Text(en="its reader's answers", zh="看模型怎么答")
PIXELS = Text(en="Next pixel (image GPT)", zh="下一个像素（image GPT）")
PIXELS_ASK = Text(en="each pixel from those before it", zh="只看前面的像素，逐个预测")
SAYS = Text(
    en="The types of Qiu et al. 2020 (arXiv:2003.08271), section 3.1: context-based (LM, DAE with masked LM, PLM) and contrastive (DIM, RTD, NSP, "
    "SOP). Where to put an objective is at times a matter of taste: GLM rebuilds a damaged text, and does so word after word; MARGE's damage is "
    "that the text is not there at all. All of these teach themselves; CoVe (2017) had learned from translations that people made: "
    "supervised pre-training, which is not in this wing.",
    zh="分类依据 Qiu 等 2020（arXiv:2003.08271）3.1 节：基于上下文的（LM、DAE 与掩码语言模型、PLM）和基于对比的（DIM、RTD、NSP、SOP）。"
    "有几种放在哪里见仁见智：GLM 恢复弄坏的文本，却是逐词写出来的；MARGE 的“弄坏”干脆是不给原文。以上都不需要人工标注；"
    "CoVe（2017）则是用人工翻译的语料学出来的，属于有监督预训练，这里没有收。",
)

CONTROLS: Mapping[str, Text] = {"objectives_type": TYPE}
