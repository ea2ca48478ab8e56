"""The words of the claims about probes."""

from app.i18n import ClaimWords, Text

_DATA = Text(
    en="UD English-EWT, 2,000 sentences to learn from, 1,877 to test on (the published test set less 200 sentences).",
    zh="UD English-EWT，2,000 句训练，1,877 句测试（公开测试集里少 200 句）。",
)

CLAIMS: tuple[ClaimWords, ...] = (
    ClaimWords(
        id="probing/trees-learnt",
        says=Text(
            en="Training puts syntax trees into the vectors: a linear map finds them there.",
            zh="训练把句法树放进了向量：一个线性映射就能找到它。",
        ),
        measured=Text(
            en=f"UUAS of the structural probe (rank 32) on MiniLM's third of six layers, minus that on random weights. {_DATA.en}",
            zh=f"结构探针（秩 32）在 MiniLM 第 3 层（共 6 层）上的 UUAS，减去随机权重上的。{_DATA.zh}",
        ),
        unit=Text(en="UUAS", zh="UUAS"),
        plain=Text(
            en="The trained model's trees have {mean:.3f} more of the edges ({low:.3f} to {high:.3f}).",
            zh="训练过的模型多找对 {mean:.3f} 的边（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="The published figures are BERT-large's best layer, the paper's own weak model (random mixing of its input) and the chain, on "
            "another treebank with other trees (Penn Treebank): look at the distances, not at the values. The rule was written after a first "
            "look at probes like these. δ = {delta:.1f}.",
            zh="文献值是 BERT-large 最好的一层、论文自己的弱模型（把输入随机混合）和相邻相连，而且是另一个树库、另一种树（宾州树库）："
            "看差距，不要比数值。规则是在粗看过这类探针之后写下的。δ = {delta:.1f}。",
        ),
        control=Text(
            en="random weights minus random weights, two seeds of the probe.", zh="随机权重减随机权重，探针用两个种子。"
        ),
        extras={
            "minilm": Text(en="trained model", zh="训练过的模型"),
            "random": Text(en="random weights", zh="随机权重"),
            "chain": Text(en="neighbours joined", zh="相邻词相连"),
        },
    ),
    ClaimWords(
        id="probing/tags-selective",
        says=Text(
            en="A linear probe reads parts of speech off the model; it does not just know words by heart.",
            zh="线性探针是从模型里读出词性的，不只是背下了每个词。",
        ),
        measured=Text(
            en="selectivity (accuracy on parts of speech minus accuracy on labels drawn by lot for each word) on MiniLM's third of six layers, "
            f"minus that on random weights. {_DATA.en}",
            zh=f"MiniLM 第 3 层（共 6 层）上的选择性（词性准确率减去抽签标签的准确率），减去随机权重上的选择性。{_DATA.zh}",
        ),
        unit=Text(en="share of words", zh="词的比例"),
        plain=Text(
            en="The trained model's selectivity is {mean:.3f} larger ({low:.3f} to {high:.3f}).",
            zh="训练过的模型，选择性高出 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="The published figures are a linear probe on the first layer of ELMo, with 45 tags of the Penn Treebank and thirty times as many "
            "words to learn from: its control task scores 71.2 %, because every word has been seen often. The rule was written after a look at the "
            "curves of this page. δ = {delta:.2f}.",
            zh="文献值是 ELMo 第一层上的线性探针，宾州树库的 45 种词性，训练的词多出约三十倍：每个词都见过很多遍，控制任务能对 71.2%。"
            "规则是看过本页曲线之后写下的。δ = {delta:.2f}。",
        ),
        control=Text(
            en="selectivity of random weights minus the same with another seed.",
            zh="随机权重的选择性减去换一个种子的结果。",
        ),
        extras={
            "accuracy": Text(en="accuracy, trained model", zh="准确率，训练过的模型"),
            "selectivity": Text(en="selectivity, trained model", zh="选择性，训练过的模型"),
            "random": Text(en="accuracy, random weights", zh="准确率，随机权重"),
            "random_selectivity": Text(en="selectivity, random weights", zh="选择性，随机权重"),
        },
    ),
    ClaimWords(
        id="probing/pipeline-order",
        says=Text(
            en="A model works like the classical pipeline: parts of speech first, relations later.",
            zh="模型像经典流水线：先词性，后句法关系。",
        ),
        measured=Text(
            en="expected layer of a word's relation to its head minus that of its part of speech, from cumulative scores of mixes of MiniLM's "
            f"layers. {_DATA.en}",
            zh=f"由 MiniLM 各层混合的累积得分算出的期望层：词与中心词的关系，减词性。{_DATA.zh}",
        ),
        unit=Text(en="layers", zh="层"),
        plain=Text(
            en="Relations come {mean:+.2f} layers later ({low:+.2f} to {high:+.2f}).",
            zh="关系晚 {mean:+.2f} 层（{low:+.2f} 到 {high:+.2f}）。",
        ),
        note=Text(
            en="Six layers are few: BERT-large's 24 spread the same order over more of them. δ = {delta:.2f}.",
            zh="六层不多：BERT-large 的 24 层把同样的次序摊得更开。δ = {delta:.2f}。",
        ),
        control=Text(en="parts of speech against themselves, another seed.", zh="词性与它自己相比，换一个种子。"),
        extras={
            "relation": Text(en="expected layer of relations", zh="关系的期望层"),
            "upos": Text(en="expected layer of parts of speech", zh="词性的期望层"),
        },
    ),
)
