"""The words of the claims about attention as an explanation."""

from app.i18n import ClaimWords, Text

_DRAWN = Text(
    en="Each seed draws eight of our own forty sentences; MiniLM.",
    zh="每个种子从我们自己的四十个句子里抽八句；模型是 MiniLM。",
)

CLAIMS = (
    ClaimWords(
        id="attention/another-attention",
        says=Text(
            en="Attention is not explanation: quite different weights give the same answer.",
            zh="注意力不是解释：换一组差得很远的权重，答案照旧。",
        ),
        measured=Text(
            en="the small classifier with one attention, on twelve sentences that it did not learn from: how far (Jensen–Shannon divergence) the weights "
            "constructed to give the same answer are from its own, minus how far those of the same classifier trained on another draw (27 of the same 36 sentences) are.",
            zh="只有一层注意力的小分类器，在没学过的十二个句子上：专门凑出、答案相同的那组权重离它自己的有多远（Jensen–Shannon 散度），"
            "减去从同样 36 句里另抽 27 句训练的分类器离它有多远。",
        ),
        unit=Text(en="bits", zh="比特"),
        plain=Text(
            en="The constructed weights are {mean:+.2f} bits farther away than another training's ({low:.2f} to {high:.2f}).",
            zh="凑出来的权重比另一次训练的远 {mean:+.2f} 比特（{low:.2f} 到 {high:.2f}）。",
        ),
        note=Text(
            en="Constructed: {built:.2f} bits, of at most 1; another training (the yardstick of Wiegreffe & Pinter): {seeds:.2f}. These sentences are clear, "
            "and on a clear one the answer hangs on a word that no weights can leave; on a sentence with praise and blame there is far more room: see “An "
            "explanation?”. δ = {delta:.1f}.",
            zh="凑出来的：{built:.2f} 比特（最多 1）；另一次训练（这把尺子是 Wiegreffe 与 Pinter 的）：{seeds:.2f}。这些句子态度分明，答案系在一个词上，"
            "权重怎么换也离不开它；有褒有贬的句子余地就大得多，见“能当解释吗”。δ = {delta:.1f}。",
        ),
        control=Text(en="two other trainings compared with each other.", zh="另外两次训练互相比较。"),
        extras={
            "built": Text(en="constructed weights", zh="凑出来的权重"),
            "seeds": Text(en="another training", zh="另一次训练"),
            "accuracy": Text(en="accuracy of the classifiers", zh="分类器的准确率"),
        },
    ),
    ClaimWords(
        id="attention/weights-tell",
        says=Text(
            en="The words that get most attention are the words that matter.",
            zh="得到注意力最多的词，就是最要紧的词。",
        ),
        measured=Text(
            en="how much faster the cosine of a sentence's vector with itself falls when words are taken away in the order of the last layer's "
            f"attention than in random order: difference of the mean cosines along the way. {_DRAWN.en}",
            zh="按最后一层注意力的次序拿走词，句向量与原句的余弦比随机次序掉得快多少：取整个过程中平均余弦之差。"
            + _DRAWN.zh,
        ),
        unit=Text(en="cosine", zh="余弦"),
        plain=Text(
            en="In its order the mean cosine is {mean:.3f} lower than in random order ({low:.3f} to {high:.3f}).",
            zh="按它的次序，平均余弦比随机次序低 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="The other ways to say which words count, on the same sentences: integrated gradients {ig:.3f}, norms {norm:.3f}, rollout "
            "{rollout:.3f}, flow {flow:.3f}. Gradient × attention has no say here: a sentence's cosine with itself is at its maximum, where every slope is "
            "0. δ = {delta:.2f}.",
            zh="同样的句子上，别的方法：积分梯度 {ig:.3f}，范数 {norm:.3f}，展开 {rollout:.3f}，流 {flow:.3f}。"
            "梯度 × 注意力在这里用不上：句子与自己的余弦已到最大，斜率处处为 0。δ = {delta:.2f}。",
        ),
        control=Text(en="random orders against other random orders.", zh="随机次序与另一些随机次序相比。"),
        extras={
            "ig": Text(en="integrated gradients", zh="积分梯度"),
            "norm": Text(en="norms, rolled out", zh="范数展开"),
            "rollout": Text(en="rollout", zh="展开"),
            "flow": Text(en="flow", zh="流"),
        },
    ),
    ClaimWords(
        id="attention/shuffling-matters",
        says=Text(en="Shuffle the attention weights, and the answer changes.", zh="打乱注意力权重，答案就变。"),
        measured=Text(
            en="1 minus the cosine between the sentence's vector and the vector after the weights of all heads of the last layer were handed to "
            f"other tokens at random, ten times. {_DRAWN.en}",
            zh="把最后一层所有头的权重随机换给别的词元（十次），1 减去句向量前后的余弦。" + _DRAWN.zh,
        ),
        unit=Text(en="1 − cosine", zh="1 − 余弦"),
        plain=Text(
            en="The vector turns by {mean:.3f} ({low:.3f} to {high:.3f}).",
            zh="向量转开了 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="Jain & Wallace found on small recurrent classifiers that it often hardly matters. Shuffled in every layer: {everywhere:.3f}. "
            "δ = {delta:.2f}.",
            zh="Jain 与 Wallace 在小的循环网络分类器上发现，打乱往往几乎没有影响。每一层都打乱：{everywhere:.3f}。δ = {delta:.2f}。",
        ),
        control=Text(
            en="the last layer's weights made all alike, then shuffled: nothing can change.",
            zh="先把最后一层的权重变成处处相等再打乱：什么也不会变。",
        ),
        extras={"everywhere": Text(en="shuffled in every layer", zh="每一层都打乱")},
    ),
)
